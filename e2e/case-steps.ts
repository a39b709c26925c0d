import type { Page } from "playwright-core";
import { expect } from "vitest";

export const PAPER = {
  name: "材料.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"),
};

export const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) }).first();

/** Opens the drawer of a step, fills it, and sends it; the drawer closes when the step was taken. */
export async function take(
  page: Page,
  step: string,
  fill: (drawer: ReturnType<Page["getByRole"]>) => Promise<void> = async () => undefined,
) {
  await page.locator(".page-action").getByRole("button", { name: step, exact: true }).click();
  const drawer = page.getByRole("dialog");
  await fill(drawer);
  await drawer.getByRole("button", { name: step, exact: true }).click();
  await drawer.waitFor({ state: "detached" });
}

export async function upload(page: Page, material: string) {
  await page.getByRole("button", { name: `上传 ${material}` }).click();
  const drawer = page.getByRole("dialog", { name: `上传“${material}”` });
  await drawer.locator("input[type=file]").setInputFiles(PAPER);
  await drawer.getByRole("button", { name: "上传", exact: true }).click();
  await drawer.waitFor({ state: "detached" });
  await row(page, material).getByText("已提交").waitFor();
}

export async function promise(page: Page, how: string, material: string, state: string) {
  await page.getByRole("button", { name: `${how} ${material}` }).click();
  const drawer = page.getByRole("dialog");
  expect(await drawer.getByRole("textbox").inputValue()).toContain(material);
  await drawer.getByRole("button", { name: how, exact: true }).click();
  await drawer.waitFor({ state: "detached" });
  // Its button says the same: the cell of the state is what counts.
  await row(page, material).getByRole("cell").nth(1).getByText(state).waitFor();
}

/** What the zone has issued before stands for a material by its number. */
export async function reuse(page: Page, material: string, number: string) {
  await page.getByRole("button", { name: `复用已有结果 ${material}` }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("已有证照或批文的编号").fill(number);
  await drawer.getByRole("button", { name: "复用已有结果" }).click();
  await drawer.waitFor({ state: "detached" });
  await row(page, material).getByRole("cell").nth(1).getByText("复用结果").waitFor();
}

/** The opinion of one department in one piece of the review. */
export async function giveOpinion(page: Page, piece: string, opinion: string) {
  await row(page, piece).getByRole("button", { name: "出具意见" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel("审查意见").fill(opinion);
  await drawer.getByRole("button", { name: "出具意见" }).click();
  await drawer.waitFor({ state: "detached" });
  await row(page, piece).getByText("同意", { exact: true }).waitFor();
}
