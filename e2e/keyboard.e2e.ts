import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { settled, visit } from "./visit.ts";

type Focused = { readonly name: string; readonly tag: string; readonly visible: boolean };

/** What has the focus, and whether one sees that it has: an outline, or another border or ground than without it. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const look = () => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element);
      return { outline: outlineStyle !== "none" && outlineWidth !== "0px", rest: `${boxShadow}${borderColor}${backgroundColor}` };
    };
    const withFocus = look();
    element.blur();
    const without = look();
    element.focus();
    const name = element.getAttribute("aria-label") ?? element.innerText ?? "";
    return { name: name.trim().slice(0, 40), tag: element.tagName, visible: withFocus.outline || withFocus.rest !== without.rest };
  });

async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    expect(now, `focus on ${now.tag} “${now.name}”`).toMatchObject({ visible: true });
    if (wanted.test(now.name)) return;
  }
  throw new Error(`${wanted} was not reached by Tab`);
}

describe("只用键盘", () => {
  test("登录、跳到正文、走菜单、打开数据的出处、关上", async () => {
    const page = await visit(null, "/");
    await page.getByLabel("用户名").waitFor();
    await page.getByLabel("用户名").focus();
    await page.keyboard.type("statistics");
    await page.keyboard.press("Tab");
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "驾驶舱" }).waitFor();
    await settled(page);

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, /^跳到正文$/);
    await page.keyboard.press("Enter");
    await tabTo(page, /规上工业增加值/);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog");
    await drawer.locator("blockquote mark").waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect((await focused(page)).name).toMatch(/规上工业增加值/);

    await page.reload();
    await settled(page);
    // The group of documents is folded for a statistician until it is opened.
    await tabTo(page, /^情报/);
    await page.keyboard.press("Enter");
    await tabTo(page, /^审核$/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "审核" }).waitFor();
  });

  test("从审核队列到审核台，采纳一条，快捷键一览随时可看", async () => {
    const page = await visit("statistics", "/review");
    await settled(page);
    await tabTo(page, /^开始审核$/);
    await page.keyboard.press("Enter");
    await page.locator(".proposal[aria-current=true]").waitFor();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog", { name: "快捷键" });
    for (const word of ["采纳", "更正", "驳回", "下一条", "上一条"]) await help.getByText(word, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await help.waitFor({ state: "detached" });
    const before = Number(await page.getByRole("progressbar").getAttribute("aria-valuenow"));
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("a");
    await expect.poll(async () => Number(await page.getByRole("progressbar").getAttribute("aria-valuenow"))).toBe(before + 1);
  });

  test("表格行用上下键走，回车打开", async () => {
    const page = await visit("statistics", "/documents");
    await settled(page);
    await page.locator("tbody tr").first().focus();
    await page.keyboard.press("ArrowDown");
    expect((await focused(page)).visible).toBe(true);
    const title = await page.locator("tbody tr").nth(1).getByRole("link").first().innerText();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
  });
});
