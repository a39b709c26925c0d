import type { Page } from "playwright-core";

/** Chooses somebody of the committee in a field that narrows as one types. */
export async function choosePerson(page: Page, label: string, person: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label });
  await box.fill(person);
  await page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option", { hasText: person }).first().click();
}
