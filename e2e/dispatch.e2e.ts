import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { ask, settled, visit } from "./visit.ts";

type Meetings = { items: { id: string; heldOn: string; state: string }[] };
type Resolutions = { items: { id: string; code: string; text: string; state: string; daysLate: number }[] };

const RESOLVED = "本周内完成基坑监测补点";
const DUE_BEFORE_NEXT = "七月上旬完成第三方检测";

/** The meeting of the zone's own day. */
async function today(page: Page): Promise<string> {
  const { items } = await ask<Meetings>(page, "/api/projects/dispatch/meetings");
  const found = items.find((one) => one.heldOn === "2026-06-30");
  if (!found) throw new Error("no meeting today");
  return found.id;
}

async function choose(page: Page, label: string, name: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  const box = dialog.getByRole("combobox", { name: label });
  await box.click();
  await box.fill(name);
  await page.locator(".ant-select-item-option", { hasText: name }).first().click();
}

/** A week of dispatch; each test is the next person's part. */
describe("一周调度", () => {
  test("会前：议程自己生成，每一项写明缘由；红灯在前，逾期的议定事项自己回来", async () => {
    const page = await visit("leader", "/dispatch");
    await page.locator(".page-state", { hasText: "下一次：2026年6月30日" }).waitFor();
    await page.getByRole("link", { name: "打开议程" }).click();
    await page.getByRole("heading", { level: 1, name: "2026年第3次调度会" }).waitFor();
    const red = page.getByRole("region", { name: "红灯项目" });
    expect(await red.locator(".agenda-item").first().innerText()).toMatch(/红灯（自20\d\d年\d+月\d+日（周.）起）：/);
    const overdue = page.getByRole("region", { name: "逾期议定事项" });
    await overdue.getByText("组织参建单位编制赶工计划，逐周核验").waitFor();
    expect(await overdue.innerText()).toMatch(/应于2026年6月26日（周五）办结，已逾期4天/);
    const groups = await page.locator(".agenda-group h3").allInnerTexts();
    expect(groups.findIndex((text) => text.startsWith("红灯"))).toBeLessThan(groups.findIndex((text) => text.startsWith("逾期议定")));
  });

  test("专班把一项缓议，须写理由，仍看得见；然后召开", async () => {
    const page = await visit("taskforce", "/dispatch");
    await page.goto(`/dispatch/${await today(page)}`);
    const yellow = page.getByRole("region", { name: "黄灯项目", exact: true }).locator(".agenda-item").first();
    const title = await yellow.locator(".agenda-title a").innerText();
    await yellow.getByRole("button", { name: /^缓议/ }).click();
    const drawer = page.getByRole("dialog", { name: "缓议" });
    await drawer.getByLabel(/理由/).fill("企业周三提交整改计划");
    await drawer.getByRole("button", { name: "缓议", exact: true }).click();
    await drawer.waitFor({ state: "detached" });
    const out = page.getByRole("region", { name: /缓议和不上会/ });
    await out.getByText(title).waitFor();
    await out.getByText("项目专班：企业周三提交整改计划").waitFor();

    await page.getByRole("button", { name: "召开", exact: true }).click();
    await page.getByRole("dialog", { name: "召开" }).getByRole("button", { name: "召开", exact: true }).click();
    await page.locator(".page-state", { hasText: "已召开，纪要待审定" }).waitFor();
    await page.getByText("2026年6月30日（周二） 召开时定稿").waitFor();
  });

  test("讨论一项，议定两事：有责任人、部门和期限", async () => {
    const page = await visit("taskforce", "/dispatch");
    await page.goto(`/dispatch/${await today(page)}`);
    await page.getByRole("region", { name: "红灯项目" }).getByRole("button", { name: /^记录/ }).first().click();
    const drawer = page.getByRole("dialog", { name: "讨论与议定" });
    await drawer.getByLabel("讨论情况").fill("监测数据不全，施工单位承诺补点。");
    await drawer.getByRole("button", { name: "保存讨论情况" }).click();
    await drawer.getByRole("button", { name: "保存讨论情况" }).and(page.locator(":disabled")).waitFor();
    for (const [text, due] of [
      [RESOLVED, "2026-07-03"],
      [DUE_BEFORE_NEXT, "2026-07-06"],
    ] as const) {
      await drawer.getByLabel(/^议定事项/).fill(text);
      await choose(page, "责任人", "项目专班");
      await drawer.getByLabel(/^办结期限/).fill(due);
      await drawer.getByRole("button", { name: "登记议定事项" }).click();
      await drawer.locator(".agenda-resolutions", { hasText: text }).waitFor();
    }
    await page.keyboard.press("Escape");
    await page.locator(".agenda-notes", { hasText: "监测数据不全" }).waitFor();
  });

  test("登记出席，起草纪要；起草人不能自己审定", async () => {
    const page = await visit("head", "/dispatch");
    await page.goto(`/dispatch/${await today(page)}`);
    const write = page.getByRole("button", { name: "起草纪要送审" });
    expect(await write.getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("region", { name: /^出席/ }).getByRole("button", { name: "登记出席" }).click();
    const drawer = page.getByRole("dialog", { name: "登记出席" });
    await drawer.getByRole("button", { name: "登记出席" }).click();
    await drawer.waitFor({ state: "detached" });
    await write.click();
    const minutes = page.getByRole("dialog", { name: "起草纪要送审" });
    await minutes.getByLabel("其他要求").fill("请按期反馈。");
    await minutes.getByRole("button", { name: "起草纪要送审" }).click();
    await minutes.waitFor({ state: "detached" });
    const approve = page.getByRole("region", { name: "会议纪要" }).getByRole("button", { name: "审定", exact: true });
    expect(await approve.getAttribute("aria-disabled")).toBe("true");
    await approve.focus();
    await page.getByRole("tooltip").getByText("起草纪要的人不能自己审定").first().waitFor();
  });

  test("领导审定；Word 和 PDF 都取得到", async () => {
    const page = await visit("leader", "/dispatch");
    await page.goto(`/dispatch/${await today(page)}`);
    await page.getByRole("region", { name: "会议纪要" }).getByRole("button", { name: "审定", exact: true }).click();
    const drawer = page.getByRole("dialog", { name: /审定/ });
    await drawer.getByLabel("审定意见").fill("同意印发");
    await drawer.getByRole("button", { name: "审定", exact: true }).click();
    await page.locator(".page-state", { hasText: "纪要已审定" }).waitFor();
    for (const [format, start] of [
      ["DOCX", "PK"],
      ["PDF", "%PDF-"],
    ] as const) {
      const link = page.getByRole("region", { name: "会议纪要" }).getByRole("link", { name: `第 1 版 ${format}` });
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.headers()["content-disposition"]).toContain("attachment");
      const body = await answer.body();
      expect(body.subarray(0, start.length).toString()).toBe(start);
      expect(body.length).toBeGreaterThan(20_000);
    }
  });

  test("责任人凭证据办结；旁人的按钮写明为什么不行", async () => {
    const other = await visit("promotion", "/dispatch/resolutions");
    await other.getByRole("row", { name: new RegExp(RESOLVED) }).click();
    const refused = other.getByRole("dialog").getByRole("button", { name: "办结", exact: true });
    await refused.focus();
    await other.getByRole("tooltip").getByText("只有责任人、专班领导或会议主持人可以办结").waitFor();

    const page = await visit("taskforce", "/dispatch/resolutions?mine=1");
    await page.getByRole("row", { name: new RegExp(RESOLVED) }).click();
    await page.getByRole("dialog").getByRole("button", { name: "办结", exact: true }).click();
    const drawer = page.getByRole("dialog", { name: "办结议定事项" });
    await drawer.getByLabel(/办结凭证/).fill("补点完成，监测周报已报建管局");
    await drawer
      .locator("input[type=file]")
      .setInputFiles({ name: "监测周报.txt", mimeType: "text/plain", buffer: Buffer.from("监测周报") });
    await drawer.getByRole("button", { name: "办结", exact: true }).click();
    await drawer.waitFor({ state: "detached" });
    const { items } = await ask<Resolutions>(page, "/api/projects/dispatch/resolutions?state=DONE&limit=100");
    const done = items.find(({ text }) => text === RESOLVED);
    const file = await page.request.get(`/api/projects/dispatch/resolutions/${done?.id}/file`);
    expect(await file.text()).toBe("监测周报");
  });

  test("下一次议程：会前到期的、逾期的自己上来，办结的不再来", async () => {
    const page = await visit("taskforce", "/dispatch");
    await page.locator(".page-state", { hasText: "还没有安排下一次；按例会日是 2026年7月7日（周二）" }).waitFor();
    await page.getByRole("button", { name: "安排调度会" }).click();
    const drawer = page.getByRole("dialog", { name: "安排调度会" });
    await choose(page, "主持人", "管委会领导");
    await drawer.getByLabel(/地点/).fill("管委会一号楼三楼会议室");
    await drawer.getByRole("button", { name: "安排调度会" }).click();
    await page.getByRole("heading", { level: 1, name: "2026年第4次调度会" }).waitFor();
    await settled(page);
    const overdue = await page.getByRole("region", { name: "逾期议定事项" }).innerText();
    expect(overdue).toMatch(/组织参建单位编制赶工计划，逐周核验/);
    expect(overdue).toMatch(new RegExp(`${DUE_BEFORE_NEXT}[\\s\\S]*2026年7月6日（周一）会前到期，尚未办结`));
    expect(overdue).not.toContain(RESOLVED);
  });
});

describe("卡点问题与工作量", () => {
  test("跨项目看卡点：按层级筛选，打开看得到经过", async () => {
    const page = await visit("leader", "/dispatch?tab=issues&state=all");
    await page.getByLabel("层级").selectOption({ label: "管委会领导" });
    await expect.poll(() => page.url()).toContain("level=leadership");
    await page.getByRole("row", { name: /地块内高压线未迁改/ }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByText(/专班 → 部门，迁改费用分担未定/).waitFor();
    await drawer.getByText(/部门 → 管委会领导，涉及市级电力企业/).waitFor();
  });

  test("工作量按姓名排，可以只看一个部门", async () => {
    const page = await visit("head", "/dispatch/workload");
    await page.getByRole("row", { name: /项目专班/ }).waitFor();
    await page.getByLabel("部门").selectOption({ label: "建设管理局" });
    await page.getByRole("row", { name: /店小二/ }).waitFor({ state: "detached" });
    await page.getByRole("row", { name: /项目专班.*建设管理局/ }).waitFor();
    for (const row of await page.locator("tbody tr").allInnerTexts()) expect(row).toContain("建设管理局");
  });
});
