import { describe, expect, test } from "vitest";
import { settled, visit } from "./visit.ts";

const WORK = ["驾驶舱", "我的工作", "文档", "审核", "冲突", "订阅源", "词库", "成绩单", "指标", "指标数据", "缺项与冲突"];
/** Whoever is of the committee finds the projects. */
const PROJECTS = [
  "四色墙",
  "三张清单",
  "甘特图",
  "建设日历",
  "地图",
  "督办",
  "四色规则",
  "投资",
  "与文档不一致",
  "调度会",
  "议定事项",
  "工作量",
];
/** Whoever of the committee looks at approvals sees these; the portal only who may file. */
const APPROVALS = ["审批工作台", "卡在谁那里", "承诺与容缺", "一件事", "全链条用时", "事项库"];
const OWN = ["工作日历", "后台任务", "我的登录"];

describe("各岗位看到的菜单", () => {
  test.each([
    [
      "leader",
      [
        "驾驶舱",
        "我的工作",
        "文档",
        "冲突",
        "订阅源",
        "词库",
        "成绩单",
        "指标",
        "指标数据",
        "缺项与冲突",
        "人员与岗位",
        "园区与部门",
        "离岗交接",
        ...PROJECTS,
        ...APPROVALS,
        ...OWN,
      ],
    ],
    ["statistics", [...WORK, ...PROJECTS, ...APPROVALS, ...OWN]],
    ["promotion", [...WORK, ...PROJECTS, ...APPROVALS, ...OWN]],
    ["enterprise", ["办事与进度", ...OWN]],
    ["bank", OWN],
    ["expert", OWN],
    ["carrier", OWN],
    ["system", ["人员与岗位", "园区与部门", "离岗交接", ...OWN]],
    ["security", ["人员与岗位", "园区与部门", ...OWN]],
    ["audit", ["人员与岗位", "园区与部门", "操作日志", ...OWN]],
  ])("%s", async (account, expected) => {
    const page = await visit(account, "/system/sessions");
    await settled(page);
    const shown = await page.getByRole("navigation", { name: "主导航" }).getByRole("link").allInnerTexts();
    expect(new Set(shown)).toEqual(new Set(expected));
  });

  test.each(["enterprise", "bank", "carrier"])("%s 直接输入地址也看不到园区的工作数据，接口同样拒绝", async (account) => {
    const page = await visit(account, "/cockpit");
    await page.getByText("当前角色不能查看这里").waitFor();
    for (const path of ["/documents", "/facts", "/report-cards", "/approvals", "/system/people", "/system/journal"]) {
      await page.goto(path);
      await page.getByText("当前角色不能查看这里").waitFor();
    }
    for (const path of [
      "/api/workbench/cockpit",
      "/api/intelligence/documents",
      "/api/intelligence/conflicts",
      "/api/economy/facts",
      "/api/economy/report-cards",
      "/api/approvals/cases",
      "/api/system/people",
      "/api/system/journal",
    ])
      expect((await page.request.get(path)).status(), path).toBe(403);
  });

  test("手机上菜单收起，点开可走，走到后又收起", async () => {
    const page = await visit("statistics", "/cockpit", { screen: "phone" });
    await settled(page);
    const documents = page.getByRole("navigation").getByRole("link", { name: "文档", exact: true });
    expect(await documents.isVisible()).toBe(false);
    await page.getByRole("button", { name: /菜单/ }).click();
    await documents.click();
    await page.getByRole("heading", { level: 1, name: "文档" }).waitFor();
    await expect.poll(() => documents.isVisible()).toBe(false);
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
