import { describe, expect, test } from "vitest";
import { barriersOn, chineseLeftOn, overflowOf } from "./look-at.ts";
import { findRecords, PLACES, type Records } from "./page-places.ts";
import { SCREENS, settled, visit } from "./visit.ts";

let known: Records | undefined;
const records = async (): Promise<Records> => {
  known ??= await findRecords(await visit("statistics", "/system/sessions"));
  return known;
};

describe("每一页：读屏无严重障碍，手机不横向滚动，英文无遗漏", () => {
  test.each(PLACES)("$name", async ({ account, path, refusals = [] }) => {
    const address = path(await records());
    const page = await visit(account, address, { refusals });
    await settled(page);
    expect(await page.locator("h1, .state-view").count()).toBeGreaterThan(0);
    expect(await barriersOn(page)).toEqual([]);

    await page.setViewportSize(SCREENS.phone);
    expect(await overflowOf(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);

    if (address === "/api") await page.goto("/api?language=en");
    else await page.getByRole("button", { name: "English" }).click();
    await settled(page);
    expect(await overflowOf(page)).toEqual([]);
    expect(await chineseLeftOn(page)).toEqual([]);
  });
});

describe("抽屉打开时也一样", () => {
  test.each([
    ["出处", "leader", "/cockpit", ".figure-opens"],
    ["收录文档", "statistics", "/documents", ".page-action button"],
    ["起草成绩单", "statistics", "/report-cards", ".page-action button"],
    ["按规则采纳", "statistics", "review", ".page-action button"],
    ["换岗位", "statistics", "/cockpit", ".shell-tools button >> nth=-1"],
    ["授予岗位", "security", "/system/people", "td .ant-btn:not([aria-disabled=true])"],
    ["载入通知", "system", "/system/calendar", ".page-action button"],
    ["新建部门", "system", "/system/zones", ".section-aside button"],
  ])("%s", async (_name, account, path, opener) => {
    const page = await visit(account, path === "review" ? `/review/${(await records()).waiting}` : path);
    await page.locator(opener).first().click();
    const drawer = page.getByRole("dialog");
    await drawer.waitFor();
    await settled(page);
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize(SCREENS.phone);
    expect(await overflowOf(page)).toEqual([]);
    expect(await drawer.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  });
});

describe("语言", () => {
  test("一键切换，刷新后仍是英文，页面语言随之声明", async () => {
    const page = await visit("leader", "/cockpit");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Cockpit" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Cockpit" }).waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { level: 1, name: "驾驶舱" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });
});
