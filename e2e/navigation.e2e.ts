import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { settled, visit } from "./visit.ts";

const WORK = ["驾驶舱", "我的工作", "文档", "审核", "冲突", "订阅源", "词库", "成绩单", "指标", "指标数据", "缺项与冲突", "开放数据"];
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
/** The register of enterprises and the chain are the committee's; an enterprise sees its own entry. */
const REGISTER = ["企业库", "产业链图谱", "补链强链延链", "企业落位", "图谱版本"];
const TARGETS = [
  "企业库",
  "产业链图谱",
  "补链强链延链",
  "筛选目标",
  "引荐路径",
  "目标清单",
  "企业动态",
  "企业落位",
  "图谱版本",
  "在区企业预警",
];
const PROMOTION = ["招商看板", "线索清单", "线索池", "首谈与查重", "招商漏斗", "合同与到位", "承诺台账", "招商规则", "红线与预警规则"];
const OWN = ["工作日历", "后台任务", "我的账号", "接口令牌"];

const folded = (page: Page) => page.getByRole("navigation", { name: "主导航" }).getByRole("button", { expanded: false });

async function unfoldAll(page: Page): Promise<void> {
  while ((await folded(page).count()) > 0) await folded(page).first().click();
}

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
        "开放数据",
        "人员与岗位",
        "园区与部门",
        "离岗交接",
        ...TARGETS,
        ...PROMOTION,
        ...PROJECTS,
        ...APPROVALS,
        "授权代办",
        ...OWN,
      ],
    ],
    ["statistics", [...WORK, ...REGISTER, ...PROJECTS, ...APPROVALS, "授权代办", ...OWN]],
    ["promotion", [...WORK, ...TARGETS, ...PROMOTION, ...PROJECTS, ...APPROVALS, "授权代办", ...OWN]],
    ["enterprise", ["办事与进度", "本企业信息", ...OWN]],
    ["bank", OWN],
    ["expert", OWN],
    ["carrier", OWN],
    ["system", ["人员与岗位", "园区与部门", "离岗交接", "事件推送", "群机器人", ...OWN]],
    ["security", ["人员与岗位", "园区与部门", "日志签名", "登录锁定", ...OWN]],
    ["audit", ["人员与岗位", "园区与部门", "操作日志", "日志签名", "保存期限", ...OWN]],
  ])("%s", async (account, expected) => {
    const page = await visit(account, "/system/sessions");
    await settled(page);
    await unfoldAll(page);
    const shown = await page.getByRole("navigation", { name: "主导航" }).getByRole("link").allInnerTexts();
    expect(new Set(shown)).toEqual(new Set(expected));
  });

  test.each(["enterprise", "bank", "carrier"])("%s 直接输入地址也看不到园区的工作数据，接口同样拒绝", async (account) => {
    const page = await visit(account, "/cockpit");
    await page.getByText("当前角色不能查看这里").waitFor();
    for (const path of ["/documents", "/facts", "/report-cards", "/approvals", "/registry", "/system/people", "/system/journal"]) {
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
      "/api/registry/enterprises",
      "/api/system/people",
      "/api/system/journal",
    ])
      expect((await page.request.get(path)).status(), path).toBe(403);
  });

  test("分组可以收起：先开本岗位日常的一组，身在哪组哪组开；打开过的下次还开着，键盘可用", async () => {
    const page = await visit("leader", "/cockpit");
    await settled(page);
    const nav = page.getByRole("navigation", { name: "主导航" });
    const heading = (name: string) => nav.getByRole("button", { name, exact: true });
    const link = (name: string) => nav.getByRole("link", { name, exact: true });
    await link("驾驶舱").waitFor();
    await link("四色墙").waitFor();
    for (const name of ["情报", "审批", "经济运行", "系统"]) expect(await heading(name).getAttribute("aria-expanded")).toBe("false");
    expect(await link("成绩单").isVisible()).toBe(false);

    await heading("经济运行").focus();
    await page.keyboard.press("Enter");
    await link("成绩单").waitFor();
    expect(await heading("经济运行").getAttribute("aria-expanded")).toBe("true");
    await heading("项目").click();
    await page.reload();
    await settled(page);
    await link("成绩单").waitFor();
    expect(await link("四色墙").isVisible()).toBe(false);

    await page.goto("/projects/lists");
    await link("四色墙").waitFor();
    await page.goto("/documents");
    await link("冲突").waitFor();
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
