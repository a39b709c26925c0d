import { randomBytes, randomInt } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { completeUscc, organisationCheck } from "../src/kernel/uscc.ts";
import { ask, settled, visit } from "./visit.ts";

/** Seven people and some twenty pages: a minute and a half alone, several beside all other journeys. */
const WITHIN_MS = 480_000;
/** Documents are read and events are delivered behind the answer, by the worker. */
const DELIVERED_WITHIN_MS = 60_000;
const GAP = "灵巧手与末端";

type Own = { readonly mark: string; readonly name: string; readonly code: string; readonly id: string; readonly resident: string };
type Row = { readonly id: string; readonly name: string };
type Lead = { readonly row: { readonly code: string; readonly version: number }; readonly project: { readonly id: string } | null };
type Screened = { readonly items: readonly { readonly rank: number; readonly enterprise: Row }[] };

const section = (page: Page, name: string | RegExp): Locator => page.getByRole("region", { name }).first();

/** Fills a drawer by its labels, sends it and waits until it is gone. */
async function fill(page: Page, title: string | RegExp, fields: Readonly<Record<string, string>>, send: string): Promise<void> {
  const drawer = page.getByRole("dialog", { name: title });
  for (const [label, text] of Object.entries(fields)) await drawer.getByLabel(label, { exact: false }).first().fill(text);
  await drawer.getByRole("button", { name: send, exact: true }).click();
  await drawer.waitFor({ state: "detached" });
}

/** An enterprise of this try alone: who makes what the zone lacks, supplies a resident, and competes with another. */
async function registerEnterprise(page: Page): Promise<Own> {
  const mark = randomBytes(3).toString("hex");
  const name = `岭东灵犀${mark}机器人有限公司`;
  const eight = String(randomInt(10_000_000, 99_999_999));
  const code = completeUscc(`91310000${eight}${organisationCheck(eight)}`);
  const { id } = await ask<{ id: string }>(page, "/api/registry/enterprises", {
    identifier: code,
    name,
    classCode: "C3491",
    regionCode: "310115",
    foundedOn: "2018-03-01",
    capitalYuan: "180000000",
    products: ["灵巧手", "电动夹爪"],
    source: "公示系统",
    asOf: "2026-06-20",
  });
  const { items } = await ask<{ items: { enterprise: Row }[] }>(page, "/api/registry/book?kind=resident&limit=2");
  const [supplied, rival] = items.map(({ enterprise }) => enterprise);
  const tie = { kind: "supply", strength: 90, evidence: "年度框架采购合同", asOf: "2026-05-01" };
  await ask(page, `/api/registry/enterprises/${id}/ties`, { ...tie, toId: supplied?.id });
  await ask(page, `/api/registry/enterprises/${id}/ties`, { ...tie, toId: rival?.id, evidence: "零星采购" });
  await ask(page, `/api/registry/enterprises/${id}/ties`, { kind: "competitor", toId: rival?.id, evidence: "同类产品招标中互为对手" });
  return { mark, name, code, id, resident: supplied?.name ?? "" };
}

/** A paper names its project; a statistician accepts what was found, and it counts as a sign of expansion. */
async function readPaper({ mark, name, id }: Own): Promise<void> {
  const page = await visit("statistics", "/system/sessions");
  const text = `灵巧手企业西进布局（${mark}）\n\n${name}计划投资6亿元建设灵巧手西南生产基地项目，已完成可行性研究。`;
  const { documents } = await ask<{ documents: { id: string }[] }>(page, "/api/intelligence/documents/text", {
    text,
    published: "2026-06-24",
  });
  const at = `/api/intelligence/documents/${documents[0]?.id}`;
  type Desk = { document: { state: string }; proposals: { id: string; type: string }[] };
  await expect.poll(async () => (await ask<Desk>(page, at)).document.state, { timeout: DELIVERED_WITHIN_MS }).toBe("review");
  const { proposals } = await ask<Desk>(page, at);
  const decisions = proposals.map(({ id: proposalId }) => ({ proposalId, decision: "accept" }));
  await ask(page, `${at}/decisions`, { decisions });
  const officer = await visit("promotion", "/system/sessions");
  const signs = () => ask<{ items: { kind: string }[] }>(officer, `/api/promotion/signals?enterpriseId=${id}`);
  await expect.poll(async () => (await signs()).items, { timeout: DELIVERED_WITHIN_MS }).toMatchObject([{ kind: "document-project" }]);
}

/** From the gap to its screening; every term says what it rests on, and what is missing is a range. */
async function screen(page: Page, own: Own): Promise<number> {
  await page.goto("/chain/gaps?action=gap_fill");
  await page.getByRole("button", { name: GAP, exact: true }).click();
  const place = page.getByRole("dialog", { name: GAP });
  await place.getByText("缺", { exact: true }).first().waitFor();
  await place.getByRole("link", { name: "筛选目标" }).click();
  await page.locator(".page-state", { hasText: `${GAP}（缺）` }).waitFor();
  const node = new URL(page.url()).searchParams.get("node");
  const { items } = await ask<Screened>(page, `/api/promotion/screening?node=${node}&fitFrom=1&limit=100`);
  const rank = items.find(({ enterprise }) => enterprise.id === own.id)?.rank ?? 0;
  expect(rank).toBeGreaterThan(0);

  await page.getByRole("button", { name: own.name, exact: true }).click();
  const opened = page.getByRole("dialog", { name: own.name });
  const term = (name: string) =>
    opened
      .getByRole("listitem")
      .filter({ has: page.getByText(name, { exact: true }) })
      .first();
  await term("产业链契合").getByText("主行业 C3491，同一小类").waitFor();
  await term("产业链契合").getByText("产品“灵巧手”").waitFor();
  await term("成长性").getByText("0–20 分").waitFor();
  await term("成长性").getByText("近年营业收入增长没有登记").waitFor();
  await term("扩张信号")
    .getByText(/^文件所载项目：.*西南生产基地/)
    .waitFor();
  await term("扩张信号")
    .getByRole("link", { name: /灵巧手企业西进布局/ })
    .waitFor();
  await term("关联度")
    .getByText(new RegExp(`^向.*${own.resident}供货`))
    .waitFor();
  await opened.getByRole("button", { name: "关闭" }).click();
  await section(page, "排除的企业").getByText("已是在园企业").first().waitFor();
  return rank;
}

/** The list is locked as ranked, and the target gets an owner and a class. */
async function lockAndAssign(page: Page, { mark, name }: Own, rank: number): Promise<void> {
  await page.getByRole("button", { name: "锁定清单" }).click();
  await fill(page, "锁定目标企业清单", { 清单名称: `灵巧手补链清单${mark}`, 取前几家: String(rank) }, "锁定清单");
  await page.getByRole("heading", { name: `灵巧手补链清单${mark}` }).waitFor();
  await page.getByRole("button", { name, exact: true }).click();
  const target = page.getByRole("dialog", { name, exact: true });
  await target.getByRole("button", { name: "分派与类别" }).click();
  const assign = page.getByRole("dialog", { name: /^分派与类别/ });
  await assign.getByRole("combobox").fill("招商岗");
  await page.locator(".ant-select-item-option", { hasText: "招商岗" }).first().click();
  await assign.getByLabel("行业前三").check();
  await assign.getByRole("button", { name: "分派与类别" }).click();
  await target.getByText("招商岗 分派").waitFor();
}

/** Who should call whom, with the evidence of the tie; not over a competitor. */
async function introduce(page: Page, own: Own): Promise<void> {
  const list = page.url();
  await page.getByRole("dialog", { name: own.name, exact: true }).getByRole("link", { name: "引荐路径" }).click();
  await page.getByText(new RegExp(`^请.*${own.resident}直接联系${own.name}：${own.name}向${own.resident}供货。$`)).waitFor();
  await page.getByText(/年度框架采购合同/).waitFor();
  await page.getByText(/存在竞争或纠纷没有采用/).waitFor();
  expect(await page.getByText("零星采购").count()).toBe(0);
  await page.getByRole("img", { name: /引荐关系图/ }).waitFor();
  await page.goto(list);
}

/** The target becomes a lead of its owner's. */
async function openLead(page: Page, own: Own): Promise<string> {
  const target = page.getByRole("dialog", { name: own.name, exact: true });
  await target.getByRole("button", { name: "转为线索" }).click();
  await fill(page, /^转为线索/, { 项目名称: `灵巧手西南基地${own.mark}` }, "转为线索");
  await page.getByRole("heading", { name: `灵巧手西南基地${own.mark}`, level: 1 }).waitFor();
  return page.url().split("/").at(-1) ?? "";
}

const openAt = async (page: Page, id: string): Promise<Locator> => {
  await page.goto(`/promotion/leads/${id}`);
  await settled(page);
  return section(page, "下一步");
};

async function move(page: Page, name: string): Promise<void> {
  await section(page, "下一步").getByRole("button", { name, exact: true }).click();
  await fill(page, new RegExp(`^${name} · `), {}, name);
}

/** Brings what a move lacks, from the line of the move. */
async function bring(
  page: Page,
  missing: string,
  button: "登记" | "附上",
  drawer: string,
  fields: Readonly<Record<string, string>>,
  send: string,
) {
  const line = section(page, "下一步").locator(".lead-missing > span", { hasText: missing });
  await line.getByRole("button", { name: button, exact: true }).click();
  await fill(page, drawer, fields, send);
  await line.waitFor({ state: "detached" });
}

async function negotiate(page: Page, id: string): Promise<void> {
  await openAt(page, id);
  await bring(page, "尚无对接记录", "登记", "记录对接", { 了解到什么: "需要洁净厂房五千平方米，年内开工" }, "记录对接");
  await move(page, "建立接触");
  await bring(page, "尚未研判", "登记", "研判", { 依据: "补齐灵巧手短板" }, "研判");
  await bring(page, "缺需求摸排", "附上", "附上材料", { 文号: "需求-1" }, "附上");
  await move(page, "转入在谈");
  await page.getByRole("button", { name: "修改", exact: true }).click();
  await fill(page, "修改线索", { "意向投资额（万元）": "60000" }, "保存");
}

/** The plan: what promises money to one enterprise is refused with its words, and the writer cannot make the review. */
async function writePlan(own: Own, id: string): Promise<void> {
  const page = await visit("promotion", `/promotion/dossier/${id}`, { refusals: [400] });
  const known = section(page, "平台已有");
  await known.getByText("1.8 亿元").first().waitFor();
  await known.getByText("需要洁净厂房五千平方米", { exact: false }).waitFor();
  await page.getByRole("button", { name: "起草专案" }).click();
  const form = page.getByRole("dialog", { name: "起草专案" });
  await form.getByLabel("企业情况").fill("灵巧手整机企业，拟建西南生产基地。");
  await form.getByLabel("产业链契合").fill("补齐灵巧手环节。");
  await form.getByLabel("支持条件").fill("没有附加条件，给予一次性奖励伍佰万元。");
  await form.getByRole("button", { name: "保存草稿" }).click();
  await form
    .getByRole("alert")
    .getByText(/支持条件.*奖励伍佰万元/)
    .waitFor();
  await form.getByLabel("支持条件").fill("凡符合条件的企业均可申报，按文件执行；提供全程帮办代办。");
  await form.getByLabel("拟要求承诺").fill("固定资产投资6亿元，年内开工。");
  await form.getByRole("button", { name: "加一条条款" }).click();
  await form.getByLabel("政策文件").fill("岚州市促进先进制造业发展办法");
  await form.getByLabel("条款", { exact: true }).fill("第十二条");
  await form.getByRole("button", { name: "保存草稿" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByText("空间载体模块启用前", { exact: false }).waitFor();
  await page.getByText("政策模块启用前", { exact: false }).first().waitFor();
  await section(page, "引荐路径")
    .getByText(new RegExp(`${own.resident}直接联系${own.name}`))
    .waitFor();
  const review = section(page, "公平竞争审查");
  await review.getByRole("button", { name: "提交复核" }).click();
  await review.getByRole("button", { name: "复核", exact: true }).focus();
  await review.getByText("登记人不能自己确认").first().waitFor();
}

/** A second person makes the review and takes the plan along; the lead goes on. */
async function reviewPlan(page: Page, id: string): Promise<void> {
  const second = await visit("promotion-2", `/promotion/dossier/${id}`);
  await section(second, "公平竞争审查").getByRole("button", { name: "复核", exact: true }).click();
  await fill(second, "复核", { 复核意见: "只引用普遍适用条款" }, "通过");
  await section(second, "公平竞争审查").getByText("只引用普遍适用条款", { exact: false }).waitFor();
  for (const [format, magic] of [
    ["Word", "PK"],
    ["PDF", "%PDF"],
  ] as const) {
    const address = await section(second, "公平竞争审查").getByRole("link", { name: format }).getAttribute("href");
    const file = await (await second.request.get(address ?? "")).body();
    expect([file.subarray(0, magic.length).toString(), file.length > 5_000]).toEqual([magic, true]);
  }
  await openAt(page, id);
  await move(page, "形成专案");
  await move(page, "启动尽调");
}

/** Three sound years, a memo with a condition, and a second person who passes it. */
async function diligence(page: Page, own: Own, id: string): Promise<void> {
  const heads = ["企业", "年度", "营业收入（万元）", "净利润（万元）", "总资产（万元）", "总负债（万元）", "来源"];
  const years = [2023, 2024, 2025].map((year, at) => [own.code, year, 40_000 + 6_000 * at, 3_600, 60_000, 27_000, `${year}年度审计报告`]);
  await page.goto("/promotion/statements");
  const buffer = Buffer.from(`\ufeff${[heads, ...years].map((row) => row.join(",")).join("\r\n")}\r\n`, "utf8");
  await page.locator("input[type=file]").setInputFiles([{ name: `报表${own.mark}.csv`, mimeType: "text/csv", buffer }]);
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await expect.poll(() => page.getByRole("row", { name: new RegExp(own.name) }).count()).toBe(3);

  await page.goto(`/promotion/diligence/${id}`);
  await page.locator(".page-state", { hasText: "3 年报表" }).waitFor();
  const memo = section(page, "风险评估意见");
  await memo.getByRole("button", { name: "起草意见" }).click();
  const form = page.getByRole("dialog", { name: "起草意见" });
  await form.getByLabel("评估意见").fill("三年盈利，资产负债率不足五成；现金流未提供，按节点附条件引进。");
  // Whatever the red lines ask for, and the milestones in any case.
  for (const field of await form.locator(".field", { hasText: "红线要求" }).locator("textarea").all())
    await field.fill("按红线要求写入合同");
  await form.getByLabel("按节点兑现", { exact: false }).fill("按开工、投产节点兑现");
  await form.getByRole("button", { name: "登记", exact: true }).click();
  await form.waitFor({ state: "detached" });
  await memo.getByRole("button", { name: "提交复核" }).click();
  await memo.getByRole("button", { name: "复核", exact: true }).waitFor();
  const second = await visit("promotion-2", `/promotion/diligence/${id}`);
  await section(second, "风险评估意见").getByRole("button", { name: "复核", exact: true }).click();
  await fill(second, "复核", { 复核意见: "同意附条件" }, "通过");
  await openAt(page, id);
  await move(page, "提请决策");
}

/** The leader decides; contract and promises are entered, and signing opens the project. */
async function sign(page: Page, { mark }: Own, id: string): Promise<string> {
  const leader = await visit("leader", `/promotion/leads/${id}`);
  await settled(leader);
  await bring(leader, "缺决策意见", "登记", "决策", { 理由: "同意引进" }, "同意签约");
  await openAt(page, id);
  await bring(page, "缺正式合同", "登记", "登记合同", { 合同编号: `云高新招〔2026〕${mark}号` }, "登记合同");
  await bring(
    page,
    "缺承诺登记",
    "登记",
    "登记承诺",
    {
      "2026 年投资": "20000",
      开工日期: "2026-10-01",
      达产年份: "2028",
      投产日期: "2027-06-30",
      "年税收（万元）": "3000",
      "就业（人）": "260",
    },
    "登记承诺",
  );
  await section(page, "合同").getByText(`云高新招〔2026〕${mark}号`).waitFor();
  await move(page, "签约");
  const project = async () => (await ask<Lead>(page, `/api/promotion/leads/${id}`)).project?.id;
  await expect.poll(project, { timeout: DELIVERED_WITHIN_MS }).toBeDefined();
  await page.reload();
  await page.getByRole("link", { name: /XM-2026-\d{4} · 签约/ }).click();
  await page.getByRole("heading", { name: `灵巧手西南基地${mark}`, level: 1 }).waitFor();
  return page.url().split("/").at(-1)?.split("?")[0] ?? "";
}

/** What the task force reports of the project stands in the ledger by itself, beside what was promised. */
async function keepPromise(own: Own, id: string, project: string): Promise<void> {
  const force = await visit("taskforce", `/projects/${project}`);
  await force.locator(".page-action").getByRole("link", { name: "上报月报" }).click();
  await force.getByLabel("当月完成投资（万元）").fill("1200");
  await force.getByLabel("形象进度").fill("完成前期勘察");
  await force.getByRole("button", { name: "上报", exact: true }).click();
  await force.getByText(/6月月报已上报/).waitFor();
  const leader = await visit("leader", "/system/sessions");
  type Lines = { promises: { lines: { metric: string; year: number | null; promised: string | null; actual: string | null }[] } | null };
  const investment = async () =>
    (await ask<Lines>(leader, `/api/promotion/leads/${id}/promises`)).promises?.lines.find(
      ({ metric, year }) => metric === "investment" && year === 2026,
    );
  await expect.poll(investment, { timeout: DELIVERED_WITHIN_MS }).toMatchObject({ promised: "200000000", actual: "12000000" });
  await leader.goto(`/promotion/leads/${id}`);
  await section(leader, "承诺与兑现")
    .getByText(/项目库 2026/)
    .first()
    .waitFor();
  await leader.goto("/promotion/promises");
  await leader.getByText(`灵巧手西南基地${own.mark}`, { exact: false }).first().waitFor();
}

test(
  "从短板到承诺：筛选、锁定、引荐、线索、专案、尽调、决策、合同、签约，项目立项，实际进承诺台账",
  async () => {
    const page = await visit("promotion", "/system/sessions");
    const own = await registerEnterprise(page);
    await readPaper(own);
    await lockAndAssign(page, own, await screen(page, own));
    await introduce(page, own);
    const lead = await openLead(page, own);
    await negotiate(page, lead);
    await writePlan(own, lead);
    await reviewPlan(page, lead);
    await diligence(page, own, lead);
    await keepPromise(own, lead, await sign(page, own, lead));
  },
  WITHIN_MS,
);
