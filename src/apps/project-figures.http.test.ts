import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, type TestServer } from "#apps/test-server.ts";
import { economyOperations } from "#domains/economy/contract/economy-operations.ts";
import { intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { investmentOperations } from "#domains/projects/contract/investment-operations.ts";
import { conflictOperations } from "#domains/projects/contract/register-conflict.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { statedCompletionOperations } from "#domains/projects/contract/stated-completion.ts";
import { localDate } from "#kernel/local-date.ts";
import { investmentSheet, projectSheet, sampleProjects } from "../../sample/projects.ts";

const { importProjects, projectLists, listProjects, openProject, moveProject, attachEvidence } = registerOperations;
const { importInvestment } = investmentOperations;
const { reportProjects, reportCard, importFacts } = economyOperations;
const { ingestText, openReview, decide, listConflicts, figureRows, figureSource, withdrawDocument } = intelligenceOperations;
const { listStatedCompletions, chooseReading } = statedCompletionOperations;
const { listRegisterConflicts, resolveRegisterConflict } = conflictOperations;

const TODAY = localDate("2026-06-30");
const REGION = "云岭高新区";
const LONG_BEFORE = localDate("2020-01-01");

let at: TestServer;
let statistics: Account;
let force: Account;
let leader: Account;

beforeAll(async () => {
  at = await createTestServer();
  // The zone lives on the day of the articles, as the sample zone does.
  await at.database.tamper("update zone set business_date = $2, region = $3 where id = $1", [at.database.zoneId, TODAY, REGION]);
  statistics = at.account("statistics");
  force = at.account("task_force");
  leader = at.account("leadership");
  // The sheet names who answers for each project, as the sample zone calls them.
  const officials = [
    ["task_force", "项目专班"],
    ["promotion", "招商岗"],
    ["leadership", "管委会领导"],
  ] as const;
  for (const [role, name] of officials)
    await at.database.tamper("update person set name = $2 where id = $1", [at.account(role).personId, name]);
  for (const department of ["建设管理局", "招商合作局"])
    await at.database.tamper("insert into department (zone_id, id, name) values ($1, gen_random_uuid(), $2)", [
      at.database.zoneId,
      department,
    ]);
  await at.done(at.account("promotion"), importProjects, {}, { key: "projects", files: [projectSheet(LONG_BEFORE, TODAY)] });
  await at.done(force, importInvestment, {}, { key: "months", files: [investmentSheet(6, [LONG_BEFORE, TODAY], TODAY)] });
  await settle();
});
afterAll(() => at.close());

/** Jobs that wait until a burst of events has passed need not wait here. */
async function settle(): Promise<void> {
  await at.worker.drain();
  await at.database.tamper("update job set run_after = now() where state = 'queued'");
  await at.worker.drain();
}

type Row = Readonly<Record<string, unknown>>;
const facts = (status = "accepted"): Promise<readonly Row[]> =>
  at.database.tamper(
    `select id, code, calibre, value::text, unit, period, basis, region from fact_current
     where zone_id = $1 and origin = 'rows' and status = $2 order by code, calibre nulls first`,
    [at.database.zoneId, status],
  );
const fact = async (code: string, calibre: string | null = null) =>
  (await facts()).find((row) => row["code"] === code && row["calibre"] === calibre);

async function read(text: string): Promise<string> {
  const { documents } = await at.done(statistics, ingestText, { text, title: text.slice(0, 20) }, { key: text.slice(0, 40) });
  await at.worker.drain();
  const id = documents[0]?.id ?? "";
  const desk = await at.done(statistics, openReview, { id });
  const decisions = desk.proposals.map((proposal) => ({ proposalId: proposal.id, decision: "accept" as const }));
  await at.done(statistics, decide, { documentId: id, decisions }, { key: id });
  await settle();
  return id;
}

describe("报道的数字由导入的台账复算", () => {
  test("376个计划、在建197个、完工4个：52.4%与53.5%", async () => {
    const lists = await at.done(force, projectLists, {});
    expect(lists.planned).toBe(376);
    expect(lists.counts).toMatchObject({ "under-construction": 197, completed: 4 });
    expect(lists.constructionRate.withoutCompleted).toMatchObject({ numerator: 197, denominator: 376, ratePct: "52.39" });
    expect(lists.constructionRate.withCompleted).toMatchObject({ numerator: 201, denominator: 376, ratePct: "53.46" });
    const zone = await at.done(force, projectLists, { level: "zone" });
    expect(zone.constructionRate.withoutCompleted).toMatchObject({ numerator: 39, denominator: 60, ratePct: "65" });
    const city = await at.done(force, projectLists, { level: "municipal" });
    expect(city.constructionRate.withoutCompleted).toMatchObject({ numerator: 33, denominator: 55, ratePct: "60" });
  });
});

describe("台账的数字进成绩单，由数据行证明", () => {
  test("导入之后自己算出，一次：每个数一条，期间、口径、单位齐全", async () => {
    expect(await fact("planned-projects")).toMatchObject({ value: "376", period: "2026H1", region: REGION, basis: "cumulative" });
    expect(await fact("projects-building")).toMatchObject({ value: "197", unit: "个" });
    expect(await fact("projects-building", "含完工")).toMatchObject({ value: "201" });
    expect(await fact("building-rate")).toMatchObject({ value: "52.39", unit: "%" });
    expect(await fact("building-rate", "含完工")).toMatchObject({ value: "53.46" });
    expect(await fact("key-building-rate", "区级")).toMatchObject({ value: "65" });
    expect(await fact("key-building-rate", "市级")).toMatchObject({ value: "60" });
    const [before, withdrawn] = [await facts(), await facts("withdrawn")];
    const again = await at.done(statistics, reportProjects, {});
    expect(again).toEqual({ region: REGION, periods: [{ period: "2026H1", figures: before.length, changed: 0 }] });
    expect(await facts()).toEqual(before);
    expect(await facts("withdrawn")).toEqual(withdrawn);
    // Two imports and what they recoloured told of themselves several times; a burst has one job, and on a slow machine an import outlasts its burst.
    const [jobs] = await at.database.tamper("select count(*)::int n from job where kind = 'economy.report-projects' and state = 'done'");
    expect(jobs?.["n"]).toBeLessThanOrEqual(4);
  });

  test("成绩单上的数能打开到项目：先带一些行，其余按页取，每行指到项目页", async () => {
    const card = await at.done(statistics, reportCard, { region: REGION, period: "2026H1" });
    const building = card.figures.find((figure) => figure.code === "projects-building");
    expect(building).toMatchObject({ value: 197, source: { document: "在建项目（不含完工）" } });
    const observationId = String((await fact("projects-building"))?.["id"]);
    const first = await at.done(statistics, figureRows, { observationId, limit: 150 });
    const rest = await at.done(statistics, figureRows, { observationId, limit: 150, cursor: first.next ?? "" });
    expect([first.items.length, rest.items.length, rest.next, first.total]).toEqual([150, 47, null, 197]);
    expect(new Set([...first.items, ...rest.items].map((row) => row.id)).size).toBe(197);
    const opened = await at.done(force, openProject, { id: first.items[0]?.id ?? "" });
    expect(first.items[0]).toMatchObject({ label: `${opened.row.code} ${opened.row.name}：建设`, dataset: "projects.building" });
    expect(await at.done(statistics, figureSource, { observationId })).toMatchObject({
      rows: 197,
      documentTitle: "在建项目（不含完工）",
      quote: "",
    });
  });

  test("从表格导入的数据也打得开它的那一行", async () => {
    const csv = "指标,地区,期间,数值,单位\n社会消费品零售总额,云岭高新区,2024H1,66.8,亿元\n";
    await at.done(statistics, importFacts, {}, { files: [{ name: "主要指标.csv", bytes: Buffer.from(csv) }] });
    await settle();
    const [row] = await at.database.tamper(
      "select id from fact_observation where zone_id = $1 and origin = 'spreadsheet' and indicator = '社会消费品零售总额'",
      [at.database.zoneId],
    );
    const rows = await at.done(statistics, figureRows, { observationId: String(row?.["id"]), limit: 10 });
    expect(rows).toMatchObject({ total: 1, next: null, items: [{ id: "2", label: expect.stringContaining("社会消费品零售总额") }] });
  });

  test("台账变了，只有变了的数换新，旧的留在历史里；统计岗可随时自己更新，别的岗位不能", async () => {
    const untouched = (await fact("key-projects", "市级"))?.["id"];
    const { items } = await at.done(force, listProjects, { stage: "BUILDING", level: "ordinary", limit: 1 });
    const [project] = items;
    const id = project?.id ?? "";
    const step = async (move: "suspend" | "resume", kind: "suspension-decision" | "restart-plan") => {
      await at.done(force, attachEvidence, { id, kind, datedOn: TODAY, number: "1" }, { key: kind, files: [] });
      const { version } = await at.done(force, openProject, { id });
      await at.done(leader, moveProject, { id, version, move, on: TODAY, reason: "资金不到位" }, { key: move });
      await settle();
    };
    await step("suspend", "suspension-decision");
    expect(await fact("projects-building")).toMatchObject({ value: "196" });
    expect(await fact("planned-projects")).toMatchObject({ value: "375" });
    expect((await fact("key-projects", "市级"))?.["id"]).toBe(untouched);
    const gone = await facts("withdrawn");
    expect(gone.find((row) => row["code"] === "projects-building" && row["calibre"] === null)).toMatchObject({ value: "197" });
    await step("resume", "restart-plan");
    expect(await fact("projects-building")).toMatchObject({ value: "197" });
    expect(await at.refused(force, reportProjects, {})).toMatchObject({ status: 403 });
  });
});

describe("文档与台账不一致", () => {
  test("文章说在建190个，台账197个：按同一规则成为冲突；说376个的不是", async () => {
    await read(`${REGION}项目建设半年报\n\n2026-07-02　来源：岚州日报\n\n2026年上半年，${REGION}计划建设项目376个，在建190个。\n`);
    const { items } = await at.done(statistics, listConflicts, { region: REGION, resolved: false });
    expect(items.map((conflict) => [conflict.code, conflict.sides.map((side) => side.value).sort()])).toEqual([
      ["projects-building", ["190", "197"]],
    ]);
    const card = await at.done(statistics, reportCard, { region: REGION, period: "2026H1" });
    expect(card.conflicts.map((conflict) => conflict.values)).toEqual([["197个", "190个"]]);
    expect(card.figures.find((figure) => figure.code === "planned-projects")).toMatchObject({ value: 376 });
  });

  test("点名的项目：总投资、阶段与台账不符，带原句成为待核实；裁定之后再登一遍不再提", async () => {
    const one = sampleProjects().find((project) => project.startedOn !== null && project.completedOn === null);
    if (one === undefined) throw new Error("no project is being built");
    const said = (one.total + 20_000) / 10_000;
    const article = (paper: string) =>
      `${one.name.slice(0, 6)}一线见闻\n\n2026-06-28　来源：${paper}\n\n近日，${REGION}${one.enterprise}总投资${said}亿元的${one.name}竣工投产。\n`;
    const document = await read(article("岚州日报"));
    const open = await at.done(force, listRegisterConflicts, { state: "OPEN" });
    expect(
      open.items.map((conflict) => [conflict.field, conflict.said, conflict.registered, conflict.project.name, conflict.document.id]),
    ).toEqual([
      ["stage", "投产", "BUILDING", one.name, document],
      ["amount", `${one.total + 20_000}0000`, `${one.total}0000`, one.name, document],
    ]);
    expect(open.items[1]?.quote).toContain("亿元");
    const [stage, amount] = open.items;
    if (!stage || !amount) throw new Error("nothing was found");
    expect(await at.done(force, listRegisterConflicts, { projectId: amount.project.id })).toMatchObject({ total: 2 });

    const settle = (conflict: typeof stage, resolution: "KEPT_REGISTER" | "CORRECTED" | "NOT_THE_SAME", by = force) =>
      at.call(by, resolveRegisterConflict, { conflictId: conflict.id, version: conflict.version, resolution, reason: "已向专班核实" });
    expect((await settle(stage, "CORRECTED")).text).toContain("projects.register-unchanged");
    expect((await settle(stage, "KEPT_REGISTER", statistics)).status).toBe(403);
    expect((await settle(stage, "KEPT_REGISTER")).status).toBe(200);
    expect((await settle(stage, "KEPT_REGISTER")).status).toBe(409);
    const corrected = await settle(amount, "CORRECTED");
    expect(JSON.parse(corrected.text)).toMatchObject({ state: "CORRECTED", decidedBy: force.name, reason: "已向专班核实" });
    const { row } = await at.done(force, openProject, { id: amount.project.id });
    expect(row.plannedTotalYuan).toBe(`${one.total + 20_000}0000`);

    await read(article("高新周刊"));
    expect((await at.done(force, listRegisterConflicts, { state: "OPEN" })).items).toEqual([]);
  });

  test("文档撤回，没裁定的不一致随之消除", async () => {
    // The news leaves the number out of a name: of several that differ by it alone, none is meant for certain.
    const bare = (name: string) => name.replace(/（.*）$/u, "");
    const all = sampleProjects();
    const one = all.find(
      (project) => project.startedOn === null && all.filter((other) => bare(other.name) === bare(project.name)).length === 1,
    );
    if (one === undefined) throw new Error("no project waits");
    const document = await read(
      `${one.name.slice(0, 6)}工地\n\n2026-06-29　来源：岚州日报\n\n${REGION}${one.enterprise}的${one.name}已开工建设，总投资${one.total / 10_000}亿元。\n`,
    );
    const of = async () => (await at.done(force, listRegisterConflicts, {})).items.filter((conflict) => conflict.document.id === document);
    expect((await of()).map((conflict) => [conflict.field, conflict.said, conflict.state])).toEqual([
      ["stage", expect.any(String), "OPEN"],
    ]);
    const desk = await at.done(statistics, openReview, { id: document });
    await at.done(statistics, withdrawDocument, { id: document, reason: "原报更正", version: desk.document.version });
    await settle();
    expect((await of()).map((conflict) => conflict.state)).toEqual(["WITHDRAWN"]);
  });
});

describe("文档里分不清的完成率：两种读法都留着", () => {
  /** The amounts and the percentage as a paper of 2024 gave them; the sentence around them is ours. */
  const article = `${REGION}重点项目年终盘点\n\n2024-02-02　来源：岚州日报\n\n2023年，${REGION}投资较快增长，17个省市重点项目完成投资94.06亿元、超年度计划投资143.91%。\n`;
  const all = async () => (await at.done(force, listStatedCompletions, {})).items;
  const written = () => at.database.tamper("select 1 from fact_current where rule = 'projects.stated-completion' and status = 'accepted'");

  test("采纳后列出两种读法和推出的计划；认定前不进成绩单，认定后用所选的，改判留痕", async () => {
    expect(await all()).toEqual([]);
    await read(article);
    const [item] = await all();
    expect(item).toMatchObject({
      state: "NEEDS_REVIEW",
      subject: "省市重点项目",
      period: "2023",
      actualYuan: "9406000000",
      readings: [
        { reading: "rate", planYuan: "6536029462.86" },
        { reading: "exceeds-by", planYuan: "3856340453.45" },
      ],
      abilities: { choose: { allowed: true } },
    });
    expect(item?.sentence.zh).toContain("65.36亿元；或超出计划143.91%，则年度计划为38.56亿元。待核实。");
    const rates = async () => {
      const card = await at.done(statistics, reportCard, { region: REGION, period: "2023" });
      return card.figures.filter((figure) => figure.unit === "%").map((figure) => [figure.code, figure.value]);
    };
    expect(await rates()).toEqual([]);

    const choose = { statementId: item?.id ?? "", version: item?.version ?? 0 };
    expect(await at.refused(statistics, chooseReading, { ...choose, reading: "rate", reason: "经核实" })).toMatchObject({ status: 403 });
    const settled = await at.done(force, chooseReading, { ...choose, reading: "rate", reason: "向发改局核实，计划65.36亿元" });
    expect(settled).toMatchObject({
      state: "SETTLED",
      chosen: "rate",
      decisions: [{ reading: "rate", reason: "向发改局核实，计划65.36亿元" }],
    });
    expect(await rates()).toEqual([["investment-completion", 143.91]]);
    expect(await at.refused(force, chooseReading, { ...choose, reading: "rate", reason: "再点一次" })).toMatchObject({ status: 409 });

    const revised = await at.done(force, chooseReading, {
      ...choose,
      version: settled.version,
      reading: "exceeds-by",
      reason: "计划文件为38.56亿元",
    });
    expect(revised.decisions.map(({ reading }) => reading)).toEqual(["rate", "exceeds-by"]);
    expect(await rates()).toEqual([["investment-completion", 243.91]]);
    const entries = await at.database.tamper("select 1 from journal_entry where operation = 'projects.chooseReading'");
    expect(entries).toHaveLength(2);
  });

  test("文档撤回：说法随之撤回，认定写下的数一并撤回", async () => {
    const [item] = await all();
    const document = item?.document.id ?? "";
    const { document: row } = await at.done(statistics, openReview, { id: document });
    expect(await written()).toHaveLength(2);
    await at.done(statistics, withdrawDocument, { id: document, reason: "发错了文件", version: row.version });
    await settle();
    expect((await all()).map(({ state, chosen, decisions }) => [state, chosen, decisions.length])).toEqual([["WITHDRAWN", null, 2]]);
    expect(await written()).toEqual([]);
  });
});
