import { randomBytes } from "node:crypto";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect, test } from "vitest";
import { DEMO_PASSWORD } from "../sample/zone.ts";
import { giveOpinion, promise, reuse, take, upload } from "./case-steps.ts";
import { choosePerson } from "./choose-person.ts";
import { ask, visit } from "./visit.ts";

/** The whole journey, with some thirty pages opened by twelve people: a minute alone, several beside all other journeys. */
const WITHIN_MS = 480_000;
/** An event is delivered behind the answer, by the worker. */
const DELIVERED_WITHIN_MS = 30_000;

type Own = { readonly id: string; readonly name: string; readonly mark: string };
type Project = { evidence: { kind: string; number: string; origin: string }[]; row: { stage: string } };

const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name }).first();
const open = (account: string, { id }: Own, tab = "") => visit(account, `/projects/${id}${tab === "" ? "" : `?tab=${tab}`}`);
const inStage = (page: Page, stage: string) => page.locator(".page-state", { hasText: `${stage}阶段` }).waitFor();

/** The sample zone stands on 2026-06-30: signed in May, supplied with land two weeks later, and all else on that day. */
async function register(): Promise<Own> {
  const mark = randomBytes(3).toString("hex");
  const name = `先进封装产线${mark}`;
  const page = await visit("promotion", "/projects/register");
  await page.getByLabel(/项目名称/).fill(name);
  await page.getByLabel(/企业全称/).fill("云岭芯曜微电子有限公司");
  await page.getByLabel(/计划总投资/).fill("60000");
  await page.getByLabel(/合同编号/).fill(`云高新招〔2026〕${mark}号`);
  await page.getByLabel("签约日期").fill("2026-05-06");
  await page.getByLabel("计划供地").fill("2026-05-29");
  await page.getByLabel("计划开工").fill("2026-06-30");
  await page.getByLabel("计划竣工").fill("2026-12-31");
  await page.getByLabel("计划投产").fill("2027-03-31");
  await page.getByLabel("地块或厂房编号").fill(`YL-${mark}`);
  await choosePerson(page, "责任人", "项目专班");
  await page.getByRole("button", { name: "登记项目" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await inStage(page, "签约");
  await region(page, "下一步").locator(".missing").getByText("缺土地出让合同或租赁合同").waitFor();
  return { id: page.url().split("/").at(-1) ?? "", name, mark };
}

/** Attaches what a move asks for, from the line of the move. */
async function attach(page: Page, { to, kind, number, on }: { to: string; kind: string; number: string; on?: string }): Promise<void> {
  await region(page, "下一步")
    .getByRole("listitem")
    .filter({ hasText: `转入${to}` })
    .getByRole("button", { name: "附上" })
    .click();
  const drawer = page.getByRole("dialog", { name: "附上凭证" });
  expect(await drawer.getByLabel("种类").inputValue()).toBe(kind);
  await drawer.getByLabel("文号").fill(number);
  if (on !== undefined) await drawer.getByLabel("日期").fill(on);
  await drawer.getByRole("button", { name: "附上凭证" }).click();
  await drawer.waitFor({ state: "detached" });
}

async function moveOn(page: Page, move: string, to: string, on?: string): Promise<void> {
  await region(page, "下一步").getByRole("button", { name: move, exact: true }).click();
  const drawer = page.getByRole("dialog", { name: `${move} · 转入${to}` });
  if (on !== undefined) await drawer.getByLabel("日期").fill(on);
  await drawer.getByRole("button", { name: move, exact: true }).click();
  await drawer.waitFor({ state: "detached" });
  await inStage(page, to);
}

async function formTaskForce(own: Own): Promise<void> {
  const page = await open("leader", own, "force");
  await region(page, "专班").getByRole("button", { name: "组建专班" }).click();
  const drawer = page.getByRole("dialog", { name: "组建专班" });
  await choosePerson(page, "牵头领导", "管委会领导");
  await drawer.getByRole("button", { name: "加一名成员" }).click();
  await choosePerson(page, "成员 1", "项目专班");
  await drawer.getByLabel("成员 1 的职责").fill("手续办理");
  await drawer.getByRole("button", { name: "保存" }).click();
  await drawer.waitFor({ state: "detached" });
}

/** The enterprise drafts an application for its own project; the materials follow what the form says. */
async function draft(own: Own, matter: string, answers: (page: Page) => Promise<void> = async () => undefined) {
  const page = await visit("enterprise", "/portal");
  await page.getByRole("link", { name: matter, exact: true }).click();
  await page.getByLabel("申请名称").fill(`${own.name}${matter}`);
  await page.getByRole("combobox", { name: "所属项目" }).fill(own.name);
  await page.locator(".ant-select-item-option", { hasText: own.name }).click();
  await answers(page);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await page.locator(".access-code").waitFor();
  return { page, id: new URL(page.url()).searchParams.get("case") ?? "" };
}

async function decide(account: string, id: string, number: string): Promise<void> {
  const page = await visit(account, `/approvals/${id}`);
  await take(page, "作出决定", async (drawer) => {
    await drawer.getByLabel("理由").fill("符合条件");
    await drawer.getByLabel("证照或文书编号").fill(number);
  });
  await page.locator(".page-state").getByText("已决定 · 准予").waitFor();
}

/** Without departments beside it: accepted, decided by the head, the last material brought, delivered. */
async function permit(own: Own): Promise<string> {
  const number = `云建施〔2026〕${own.mark}号`;
  const { page, id } = await draft(own, "建筑工程施工许可证", async (form) => {
    await form.getByLabel("合同价（万元）").fill("36000");
    for (const question of ["特殊建设工程", "租赁厂房改造"]) await form.getByLabel(question).selectOption({ label: "否" });
  });
  for (const material of ["申请表", "建设工程规划许可证", "施工合同", "质量安全措施"]) await upload(page, material);
  await promise(page, "告知承诺", "建设资金落实承诺", "告知承诺");
  await promise(page, "容缺后补", "农民工工资专户证明", "容缺后补");
  await take(page, "提交申请");

  const window = await visit("window", `/approvals/${id}`);
  await window
    .getByRole("link", { name: new RegExp(own.name) })
    .first()
    .waitFor();
  await take(window, "受理");
  await decide("approval-head", id, number);

  await window.reload();
  await window
    .locator(".next-moves")
    .getByText(/容缺材料未补：农民工工资专户证明/)
    .waitFor();
  await page.goto(`/portal/cases/${id}`);
  await upload(page, "农民工工资专户证明");
  await window.reload();
  await take(window, "送达");
  await window.locator(".page-state").getByText("已送达").waitFor();
  return number;
}

/** The sample has nobody who reviews for the science bureau: the security administrator gives somebody that post. */
async function archiveReviewer(mark: string): Promise<string> {
  const security = await visit("security", "/system/sessions");
  const { items } = await ask<{ items: { id: string; name: string }[] }>(security, "/api/system/departments");
  const username = `archive-${mark}`;
  const { id } = await ask<{ id: string }>(security, "/api/system/people", { username, name: "档案会审岗", password: DEMO_PASSWORD });
  const departmentId = items.find(({ name }) => name === "科技创新局")?.id;
  await ask(security, `/api/system/people/${id}/roles`, { role: "approval_window", departmentId });
  return username;
}

/** Four departments side by side, the window's own opinion after them, then the decision. */
async function acceptance(own: Own, permitNumber: string): Promise<string> {
  const number = `云联验〔2026〕${own.mark}号`;
  const { page, id } = await draft(own, "工程竣工联合验收");
  for (const material of ["申请表", "竣工验收报告", "联合测绘成果", "城建档案移交清单"]) await upload(page, material);
  await reuse(page, "建筑工程施工许可证", permitNumber);
  await take(page, "提交申请");

  const window = await visit("window", `/approvals/${id}`);
  await take(window, "受理");
  await take(window, "转入审查");
  const reviews = [
    ["planning", "规划核实"],
    ["construction", "消防验收"],
    ["construction", "人防验收"],
    [await archiveReviewer(own.mark), "档案验收"],
  ] as const;
  for (const [account, piece] of reviews) await giveOpinion(await visit(account, `/approvals/${id}`), piece, "验收合格。");
  await window.reload();
  await giveOpinion(window, "联合验收意见", "同意通过联合验收。");
  await decide("approval-head", id, number);
  await window.reload();
  await take(window, "送达");
  return number;
}

type Case = { readonly version: number };

/** The filing that the law asks for after the acceptance, and that the gate of the project looks at. Its steps were all clicked above. */
async function filing(own: Own, acceptanceNumber: string): Promise<string> {
  const resultNumber = `云竣备〔2026〕${own.mark}号`;
  const { page, id } = await draft(own, "工程竣工验收备案");
  for (const material of ["竣工验收备案表", "工程质量保修书"]) await upload(page, material);
  await reuse(page, "联合验收意见书", acceptanceNumber);
  await take(page, "提交申请");
  const steps = [
    ["window", "accept", {}],
    ["approval-head", "decide", { decision: "granted", reason: "材料齐全", resultNumber }],
    ["window", "deliver", { how: "electronic" }],
  ] as const;
  for (const [account, step, said] of steps) {
    const by = await visit(account, "/system/sessions");
    const { version } = await ask<Case>(by, `/api/approvals/cases/${id}`);
    await ask(by, `/api/approvals/cases/${id}/${step}`, { version, ...said });
  }
  await page.goto(`/portal/cases/${id}`);
  await page.locator(".published-done", { hasText: "送达" }).waitFor();
  return resultNumber;
}

/** What was delivered stands with the project as evidence, brought by the event and not by a person. */
async function broughtByEvent(page: Page, own: Own, kind: string, number: string): Promise<void> {
  const arrived = async () => (await ask<Project>(page, `/api/projects/${own.id}`)).evidence.filter((piece) => piece.number === number);
  await expect.poll(arrived, { timeout: DELIVERED_WITHIN_MS }).toMatchObject([{ kind }]);
  await page.goto(`/projects/${own.id}?tab=course`);
  await region(page, "凭证")
    .getByRole("row", { name: new RegExp(number) })
    .getByText("业务系统带入")
    .waitFor();
  await page.goto(`/projects/${own.id}`);
}

async function reportMonth(page: Page, own: Own): Promise<void> {
  await page.locator(".page-action").getByRole("link", { name: "上报月报" }).click();
  await page.getByLabel("当月完成投资（万元）").fill("1200");
  await page.getByLabel("形象进度").fill("设备基础施工完成");
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#9cc3e6" } })
    .jpeg()
    .toBuffer();
  await page.getByLabel("从相册选").setInputFiles([{ name: "现场.jpg", mimeType: "image/jpeg", buffer: photo }]);
  await page.getByLabel("第 1 张的说明").fill("设备基础");
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await page.getByText(`“${own.name}”2026年6月月报已上报`).waitFor();
  await page.goto(`/projects/${own.id}?tab=reports`);
  await region(page, "月报").getByText("设备基础施工完成").waitFor();
  await expect
    .poll(() =>
      region(page, "现场照片")
        .getByRole("img")
        .evaluateAll((all) => all.length),
    )
    .toBe(1);
}

async function coloured(page: Page, own: Own, why: string | RegExp): Promise<void> {
  await page.goto(`/projects/${own.id}`);
  await page.locator(".why-verdict").getByText(why).waitFor();
}

async function enterStatistics(own: Own): Promise<void> {
  const page = await open("statistics", own, "investment");
  const entry = region(page, "统计入库");
  await entry.getByText("尚未入库").waitFor();
  await entry.getByRole("button", { name: "登记入库" }).click();
  const drawer = page.getByRole("dialog", { name: "登记入库" });
  await drawer.getByLabel("统计项目代码").fill(`TJ-${own.mark}`);
  await drawer.getByRole("button", { name: "登记入库" }).click();
  await drawer.waitFor({ state: "detached" });
  await entry.getByText(`2026年6月30日（周二） 入库 · 统计项目代码 TJ-${own.mark}`).waitFor();
}

async function lookBack(own: Own): Promise<void> {
  const page = await open("leader", own, "course");
  const timeline = await region(page, "时间线").innerText();
  for (const said of [
    "签约",
    "供地",
    "开工",
    "竣工",
    "投产",
    `施工许可证 云建施〔2026〕${own.mark}号`,
    `竣工验收备案 云竣备〔2026〕${own.mark}号`,
  ])
    expect(timeline).toContain(said);
  await page.goto(`/approvals/chain/${own.id}`);
  const link = (name: string) => region(page, "明细").getByRole("row", { name: new RegExp(`^${name}`) });
  // Working days after the first day: 9 May 2026 is one, 19 June is not, by the notice of that year.
  for (const [name, days] of [
    ["签约→供地", "12"],
    ["供地→开工", "27"],
    ["开工→竣工", "0"],
    ["竣工→投产", "0"],
    ["建筑工程施工许可证", "0"],
    ["工程竣工联合验收", "0"],
    ["工程竣工验收备案", "0"],
  ] as const)
    expect(await link(name).getByRole("cell").nth(4).innerText(), name).toBe(days);
  await page.locator(".page-state", { hasText: /到“竣工→投产”用了 39 个工作日，计划 \d+ 个工作日，提前 \d+ 个工作日/ }).waitFor();
}

test(
  "一个项目从签约走到投产：许可和验收由企业申请、部门会审、领导决定、窗口送达，凭证自己到项目上",
  async () => {
    const own = await register();
    const force = await open("taskforce", own);
    await attach(force, { to: "供地", kind: "land-contract", number: `云地合〔2026〕${own.mark}号`, on: "2026-05-20" });
    await moveOn(force, "供地", "供地", "2026-05-21");
    await region(force, "下一步").locator(".missing").getByText("缺施工许可证").waitFor();
    await formTaskForce(own);

    const permitNumber = await permit(own);
    await broughtByEvent(force, own, "construction-permit", permitNumber);
    await coloured(force, own, /黄灯：.*2026年6月未报月报，无数据/);
    await coloured(force, own, /黄灯：.*本月应开工，尚未开工/);
    await moveOn(force, "开工", "建设");
    await reportMonth(force, own);
    await coloured(force, own, "蓝灯：已开工，尚未入库。");
    await enterStatistics(own);
    await coloured(force, own, "绿灯：各项都没有问题。");

    const filingNumber = await filing(own, await acceptance(own, permitNumber));
    await broughtByEvent(force, own, "acceptance", filingNumber);
    await moveOn(force, "竣工", "竣工");
    await attach(force, { to: "投产", kind: "output-proof", number: `首批产品出库单${own.mark}` });
    await moveOn(force, "投产", "投产");
    await lookBack(own);
  },
  WITHIN_MS,
);
