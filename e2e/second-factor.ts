import type { Page } from "playwright-core";
import { codeOf } from "#kernel/server/test-second-factor.ts";

/** Sets up the second factor that a privileged role asks for at the first sign-in. @returns the seed, and the recovery codes. */
export async function enrol(page: Page): Promise<{ readonly secret: string; readonly codes: readonly string[] }> {
  await page.getByRole("heading", { name: "启用双因素" }).waitFor();
  await page.getByRole("img", { name: "双因素二维码" }).waitFor();
  const secret = (await page.locator(".enrol-key code").innerText()).replaceAll(" ", "");
  await page.getByLabel(/6 位验证码/).fill(codeOf(secret));
  await page.getByRole("button", { name: "确认启用" }).click();
  const list = page.locator(".recovery-codes code");
  await list.first().waitFor();
  const codes = await list.allInnerTexts();
  await page.getByRole("button", { name: "已保存，继续" }).click();
  return { secret, codes };
}
