import { describe, expect, test } from "vitest";
import { barriersOn, overflowOf } from "./look-at.ts";
import { findRecords } from "./look-at-places.ts";
import { SCREENS, settled, visit } from "./visit.ts";

describe("抽屉打开时也一样", () => {
  test.each([
    ["出处", "leader", "/cockpit", ".figure-opens"],
    ["收录文档", "statistics", "/documents", ".page-action button"],
    ["起草成绩单", "statistics", "/report-cards", ".page-action button"],
    ["按规则采纳", "statistics", "review", ".page-action button"],
    ["换岗位", "statistics", "/cockpit", ".shell-tools button >> nth=-1"],
    ["授予岗位", "security", "/system/people", "td .ant-btn:not([aria-disabled=true])"],
    ["载入通知", "system", "/system/calendar", ".page-action button"],
    ["为什么是这个颜色", "leader", "/projects?level=municipal", ".wall-tile"],
    ["新建部门", "system", "/system/zones", ".section-aside button"],
    ["督办单", "leader", "/projects/supervision?kind=letter", "td .text-button"],
    ["产业链上的一个环节", "promotion", "/chain?view=table&q=封装测试", "td .text-button"],
    ["确认企业落位", "promotion", "/chain/placements", "td .ant-btn"],
    ["由企业库提出落位", "promotion", "/chain/placements", ".page-action button"],
    ["新建图谱版本", "promotion", "/chain/versions", ".page-action button"],
    ["强弱判定标准", "leader", "/chain?view=graph", ".chain-frame + p .text-button"],
    ["修改四色规则", "leader", "/projects/colour-rules", ".page-action button"],
    ["检索的更多条件", "promotion", "/registry", ".page-filters .ant-btn >> nth=-1"],
    ["登记企业", "promotion", "/registry", ".page-action button"],
    ["字段的来源", "enterprise", "/portal/enterprise", ".origin-opens"],
  ])("%s", async (_name, account, path, opener) => {
    const page = await visit(account, path === "review" ? `/review/${(await findRecords()).waiting}` : path);
    // Lists above the button have come: a button that moves between press and release is not pressed.
    await settled(page);
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
