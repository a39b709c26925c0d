import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor, Decision } from "#kernel/policy.ts";

type View = {
  readonly version: number;
  readonly row: { readonly stage: string; readonly startedOn: string | null };
  readonly next: readonly { readonly move: string; readonly missing: readonly string[]; readonly by: string; readonly ability: Decision }[];
  readonly milestones: readonly {
    readonly kind: string;
    readonly plannedOn: string | null;
    readonly daysLate: number | null;
    readonly history: readonly unknown[];
  }[];
  readonly dateRequests: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: string;
    readonly pushes: readonly unknown[];
    readonly decision: string | null;
  }[];
  readonly abilities: Readonly<Record<string, { readonly allowed: boolean }>>;
};

let at: TestProjects;
let promotion: Actor;
let force: Actor;
let head: Actor;
let leader: Actor;
let statistics: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  force = await at.person("task_force");
  head = await at.person("department_head");
  leader = await at.person("leadership");
  statistics = await at.person("statistics");
});
afterAll(() => at.database.close());

const open = (id: string, today?: string): Promise<View> => at.call(force, "openProject", { id }, today === undefined ? {} : { today });
const evidence = (id: string, kind: string, datedOn: string, today: string) =>
  at.call(force, "attachEvidence", { id, kind, datedOn, number: `号-${kind}-${id.slice(-6)}` }, { today });
async function move(id: string, name: string, on: string, more: Record<string, unknown> = {}) {
  const { version } = await open(id, on);
  const decided = ["suspend", "resume", "terminate"].includes(name);
  return at.call<{ project: View; warnings: string[] }>(
    decided ? leader : force,
    "moveProject",
    { id, version, move: name, on, ...more },
    { today: on },
  );
}

describe("从签约到投产", () => {
  test("每一步缺什么说什么，凭证齐了才转段；打印出的下一步写明等谁", async () => {
    const id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-03-02" as never }] }, "2025-03-10");
    const first = await open(id, "2025-04-01");
    expect(first.next.find(({ move: name }) => name === "supplyLand")).toEqual({
      move: "supplyLand",
      to: "LAND",
      by: "task_force",
      missing: ["missing:land-contract", "missing:parcel"],
      ability: { allowed: true },
    });
    const suspension = async (reader: Actor) =>
      (await at.call<View>(reader, "openProject", { id })).next.find(({ move: name }) => name === "suspend");
    expect((await suspension(force))?.ability).toEqual({ allowed: false, because: "missing-permission:projects.decide" });
    expect((await suspension(leader))?.ability).toEqual({ allowed: true });
    await expect(move(id, "supplyLand", "2025-04-01")).rejects.toMatchObject({ code: "projects.refused.missing:land-contract" });
    await evidence(id, "land-contract", "2025-04-01", "2025-04-01");
    const { version } = await open(id, "2025-04-01");
    await at.call(promotion, "editProject", { id, version, parcel: "A-12" }, { today: "2025-04-01" });
    expect((await move(id, "supplyLand", "2025-04-02")).project.row.stage).toBe("LAND");

    await evidence(id, "construction-permit", "2026-03-03", "2026-03-05");
    await expect(move(id, "startConstruction", "2026-03-05")).rejects.toMatchObject({ code: "projects.refused.missing:task-force" });
    await at.call(
      leader,
      "formTaskForce",
      { id, leadId: leader.id, members: [{ personId: force.id, duty: "手续办理" }] },
      { today: "2026-03-04" },
    );
    const started = await at.call<{ project: View; warnings: string[] }>(
      force,
      "moveProject",
      { id, version: (await open(id, "2026-03-05")).version, move: "startConstruction", on: "2026-03-02" },
      { today: "2026-03-05" },
    );
    expect([started.project.row.startedOn, started.warnings]).toEqual(["2026-03-02", ["start-before-permit"]]);

    await expect(move(id, "completeWorks", "2026-06-01")).rejects.toMatchObject({ code: "projects.refused.missing:acceptance" });
    await evidence(id, "acceptance", "2026-06-01", "2026-06-01");
    await expect(
      at.call(
        force,
        "moveProject",
        { id, version: (await open(id)).version, move: "completeWorks", on: "2026-01-01" },
        { today: "2026-06-02" },
      ),
    ).rejects.toMatchObject({ code: "projects.before-last-step" });
    await move(id, "completeWorks", "2026-06-02");
    await evidence(id, "output-proof", "2026-06-20", "2026-06-20");
    expect((await move(id, "startProduction", "2026-06-20")).project.row.stage).toBe("PRODUCING");
  });

  test("停建要决定和理由，复工回到原来的阶段；终止之后什么都不能再办", async () => {
    const id = await at.project(promotion, {}, "2025-03-10");
    await evidence(id, "suspension-decision", "2025-06-01", "2025-06-01");
    await expect(move(id, "suspend", "2025-06-01")).rejects.toMatchObject({ code: "projects.refused.missing:reason" });
    await move(id, "suspend", "2025-06-01", { reason: "资金未到位" });
    await expect(move(id, "resume", "2025-09-01")).rejects.toMatchObject({ code: "projects.refused.missing:restart-plan" });
    await evidence(id, "restart-plan", "2025-09-01", "2025-09-01");
    expect((await move(id, "resume", "2025-09-01")).project.row.stage).toBe("SIGNED");
    await evidence(id, "termination-decision", "2025-10-01", "2025-10-01");
    await evidence(id, "resources-recovered", "2025-10-01", "2025-10-01");
    const over = await move(id, "terminate", "2025-10-01", { reason: "企业撤资" });
    expect(over.project.abilities["requestDate"]?.allowed).toBe(false);
  });

  test("两人同时改：后到的一个被告知记录已变", async () => {
    const id = await at.project(promotion);
    const { version } = await open(id);
    await at.call(promotion, "editProject", { id, version, place: "甲路1号" });
    await expect(at.call(promotion, "editProject", { id, version, place: "乙路2号" })).rejects.toMatchObject({ code: "record.changed" });
  });
});

describe("改期", () => {
  const plan = [
    { kind: "start", plannedOn: "2026-03-02" },
    { kind: "complete", plannedOn: "2026-12-01" },
    { kind: "produce", plannedOn: "2027-02-01" },
  ] as never;

  test("先试算推迟什么，再申请，由另一人审定；每个旧日期都还在", async () => {
    const id = await at.project(promotion, { plan }, "2025-03-10");
    const trial = await at.call<{ days: number; pushes: unknown[]; problem: null }>(
      force,
      "tryDate",
      { id, kind: "start", to: "2026-04-01" },
      { today: "2026-02-01" },
    );
    expect(trial).toMatchObject({
      days: 30,
      pushes: [
        { kind: "complete", from: "2026-12-01", to: "2026-12-31" },
        { kind: "produce", from: "2027-02-01", to: "2027-03-03" },
      ],
      problem: null,
    });
    const asked = await at.call<View>(
      force,
      "requestDate",
      { id, kind: "start", to: "2026-04-01", reason: "图纸会审延后" },
      { today: "2026-02-01" },
    );
    const [request] = asked.dateRequests;
    await expect(
      at.call(force, "requestDate", { id, kind: "start", to: "2026-05-01", reason: "再推" }, { today: "2026-02-02" }),
    ).rejects.toMatchObject({
      code: "projects.request-open",
    });
    await expect(at.call(force, "decideDate", { requestId: request?.id, version: 1, grant: true, decision: "同意" })).rejects.toMatchObject(
      { kind: "forbidden" },
    );
    const granted = await at.call<View>(
      head,
      "decideDate",
      { requestId: request?.id, version: request?.version, grant: true, decision: "同意，抓紧" },
      { today: "2026-02-03" },
    );
    expect(granted.milestones.find(({ kind }) => kind === "start")).toMatchObject({
      plannedOn: "2026-04-01",
      history: [
        { plannedOn: "2026-03-02", effectiveOn: "2025-03-10", reason: null },
        { plannedOn: "2026-04-01", effectiveOn: "2026-02-03", reason: "图纸会审延后" },
      ],
    });
    expect(granted.milestones.find(({ kind }) => kind === "produce")?.plannedOn).toBe("2027-03-03");
    await expect(at.call(head, "decideDate", { requestId: request?.id, version: 2, grant: false, decision: "反悔" })).rejects.toMatchObject(
      {
        code: "projects.refused.request-decided",
      },
    );
  });

  test("申请人可以撤回，别人不能；撤回的还在列表里，之后可以另行申请，审定的不能再撤", async () => {
    const id = await at.project(promotion, { plan }, "2025-03-10");
    const ask = (to: string) =>
      at.call<View>(force, "requestDate", { id, kind: "start", to, reason: "图纸会审延后" }, { today: "2026-02-01" });
    const first = (await ask("2026-04-01")).dateRequests[0];
    const withdraw = (by: Actor, requestId: string | undefined, version: number | undefined) =>
      at.call<View>(by, "withdrawDateRequest", { requestId, version, reason: "日期填错" }, { today: "2026-02-02" });
    await expect(withdraw(head, first?.id, first?.version)).rejects.toMatchObject({
      code: "projects.refused.not-own-request",
      kind: "forbidden",
    });
    const after = await withdraw(force, first?.id, first?.version);
    expect(after.dateRequests).toMatchObject([
      { state: "WITHDRAWN", decidedOn: "2026-02-02", decidedBy: null, decision: "日期填错", abilities: { withdraw: { allowed: false } } },
    ]);
    expect(after.milestones.find(({ kind }) => kind === "start")?.plannedOn).toBe("2026-03-02");
    await expect(withdraw(force, first?.id, 2)).rejects.toMatchObject({ code: "projects.refused.request-decided", kind: "conflict" });
    await expect(at.call(head, "decideDate", { requestId: first?.id, version: 2, grant: true, decision: "同意" })).rejects.toMatchObject({
      code: "projects.refused.request-decided",
    });
    expect((await ask("2026-04-15")).dateRequests.map(({ state }) => state)).toEqual(["REQUESTED", "WITHDRAWN"]);
  });

  test("自己申请自己批：不行；提前到签约之前：不行", async () => {
    const id = await at.project(promotion, { plan }, "2025-03-10");
    const asked = await at.call<View>(
      head,
      "requestDate",
      { id, kind: "complete", to: "2026-11-01", reason: "提前" },
      { today: "2026-02-01" },
    );
    await expect(
      at.call(head, "decideDate", { requestId: asked.dateRequests[0]?.id, version: 1, grant: true, decision: "同意" }),
    ).rejects.toMatchObject({ code: "projects.refused.self-approval" });
    await expect(
      at.call(force, "requestDate", { id, kind: "start", to: "2024-01-01", reason: "笔误" }, { today: "2026-02-01" }),
    ).rejects.toMatchObject({
      code: "projects.order-of-dates",
    });
  });
});

describe("投资、四色与督办", () => {
  const months = Array.from({ length: 12 }, () => "5000000");

  test("handbook §4 的例子：缺口12点为黄，书面计划5个工作日内交，连续两月黄灯上报一次；补报之后转绿，历史不改", async () => {
    const id = await at.project(promotion, { leasedPlant: true }, "2025-03-10");
    await evidence(id, "construction-permit", "2025-12-01", "2025-12-30");
    await at.call(leader, "formTaskForce", { id, leadId: leader.id }, { today: "2025-12-30" });
    await move(id, "startConstruction", "2026-01-05");
    await at.call(statistics, "enterStatistics", { id, enteredOn: "2026-01-20", statCode: "TJ-1" }, { today: "2026-01-20" });
    await at.call(force, "setInvestmentPlan", { id, year: 2026, monthsYuan: months }, { today: "2026-01-20" });
    await expect(
      at.call(force, "setInvestmentPlan", { id, year: 2026, monthsYuan: months }, { today: "2026-02-01" }),
    ).rejects.toMatchObject({
      code: "projects.plan-reason",
    });
    await at.call(force, "reportMonth", { id, month: "2026-06", investedYuan: "22800000", progress: "主体封顶" }, { today: "2026-06-30" });
    const view = await at.call<{
      colour: string;
      dimensions: { zh: string; colour: string }[];
      history: { colour: string; asOf: string }[];
      supervision: { kind: string; dueOn: string; state: string }[];
    }>(leader, "projectColour", { id });
    expect(view.colour).toBe("yellow");
    expect(view.dimensions.find((one) => one.colour === "yellow")?.zh).toBe("进度缺口12个百分点");
    // Yellow since January for want of reports: the written plan was due then; yellow again a month later, it is escalated, once.
    expect(view.supervision.map(({ kind, dueOn, state }) => [kind, dueOn, state])).toEqual([
      ["escalation", null, "OPEN"],
      ["plan", "2026-01-12", "ISSUED"],
    ]);
    await at.call(leader, "recolour", {}, { today: "2026-06-30" });
    expect((await at.call<typeof view>(leader, "projectColour", { id })).supervision).toHaveLength(2);

    await expect(
      at.call(force, "reportMonth", { id, month: "2026-06", investedYuan: "30000000" }, { today: "2026-07-02" }),
    ).rejects.toMatchObject({ code: "projects.month-reported" });
    await at.call(
      force,
      "reportMonth",
      { id, month: "2026-06", investedYuan: "30000000", revisionReason: "漏计设备款" },
      { today: "2026-07-02" },
    );
    const later = await at.call<typeof view>(leader, "projectColour", { id }, { today: "2026-07-02" });
    expect(later.colour).toBe("green");
    expect(later.history.at(-1)).toMatchObject({ colour: "green", asOf: "2026-07-02" });
    const past = await at.call<typeof view>(leader, "projectColour", { id, asOf: "2026-06-30" }, { today: "2026-07-02" });
    expect(past.colour).toBe("yellow");
    const printed = await at.call<{ id: string; colour: string; reasons: string[] }[]>(leader, "colours", { asOf: "2026-06-30" });
    expect(printed.find((one) => one.id === id)).toMatchObject({ colour: "yellow", reasons: ["进度缺口12个百分点"] });
  });

  test("红灯：两个工作日内签发督办单，编号，五个工作日内回复，办结；误报说得清", async () => {
    const id = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-01-10" as never }] }, "2025-03-10");
    await at.call(leader, "recolour", {}, { today: "2026-06-30" });
    const read = () =>
      at.call<{
        colour: string;
        history: { ordinal: number; falseAlarm: { reason: string } | null }[];
        supervision: { id: string; kind: string; version: number; state: string; issueBy: string; number: string; dueOn: string }[];
      }>(leader, "projectColour", { id });
    const red = await read();
    expect(red.colour).toBe("red");
    const letter = red.supervision.find((one) => one.kind === "letter");
    expect(letter).toMatchObject({ state: "OPEN", issueBy: "2026-07-02" });
    const issued = await at.call<NonNullable<typeof letter>>(leader, "issueSupervision", {
      supervisionId: letter?.id,
      version: 1,
      text: "请三日内开工",
    });
    expect(issued).toMatchObject({ state: "ISSUED", number: "督办〔2026〕1号", dueOn: "2026-07-07" });
    await expect(at.call(leader, "issueSupervision", { supervisionId: letter?.id, version: 2, text: "再发" })).rejects.toMatchObject({
      code: "projects.refused.supervision-issued",
    });
    await at.call(force, "replySupervision", { supervisionId: letter?.id, version: 2, reply: "七月三日开工" });
    await at.call(leader, "closeSupervision", { supervisionId: letter?.id, version: 3, note: "已开工" });
    await at.call(leader, "sayFalseAlarm", { id, ordinal: red.history.at(-1)?.ordinal, reason: "计划日期录错" });
    expect((await read()).history.at(-1)?.falseAlarm?.reason).toBe("计划日期录错");
  });

  test("改了门槛：新版本只管以后的日子，谁改的、为什么都在；再算一遍什么也不多", async () => {
    const { items } = await at.call<{ items: { version: number; rule: { silence: string } }[] }>(leader, "listColourRules", {});
    const rule = { ...items.at(-1)?.rule, silence: "red" };
    await expect(at.call(leader, "setColourRule", { rule, effectiveOn: "2026-06-01", reason: "倒签" })).rejects.toMatchObject({
      code: "projects.rule-in-past",
    });
    await at.call(leader, "setColourRule", { rule, effectiveOn: "2026-07-01", reason: "不报即红" });
    const id = await at.project(promotion, {}, "2025-03-10");
    const on = async (asOf: string) =>
      await at.call<{ colour: string; ruleVersion: number }>(leader, "projectColour", { id, asOf }, { today: "2026-07-31" });
    expect(await on("2026-06-30")).toMatchObject({ colour: "yellow", ruleVersion: 1 });
    expect(await on("2026-07-31")).toMatchObject({ colour: "red", ruleVersion: 2 });
    await at.call(leader, "recolour", {}, { today: "2026-07-31" });
    expect(await at.call(leader, "recolour", {}, { today: "2026-07-31" })).toMatchObject({ changed: 0, opened: 0 });
  });

  test("累计超过总投资、未来的月份、签约之前的月份：各一句话", async () => {
    const id = await at.project(promotion, { plannedTotalYuan: "1000000" as never }, "2025-03-10");
    const report = (month: string, investedYuan: string) => at.call(force, "reportMonth", { id, month, investedYuan });
    await expect(report("2026-06", "1000001")).rejects.toMatchObject({ code: "projects.invested-above-total" });
    await expect(report("2026-07", "1")).rejects.toMatchObject({ code: "projects.month-in-future" });
    await expect(report("2025-02", "1")).rejects.toMatchObject({ code: "projects.month-before-signing" });
    await expect(at.call(force, "reportMonth", { id, month: "2026-06" })).rejects.toMatchObject({ code: "projects.empty-report" });
  });
});

describe("专班事项", () => {
  test("当天事情当天毕：未办结的写明理由顺延，次数看得见；问题上交留痕", async () => {
    const id = await at.project(promotion);
    const task = await at.call<{ id: string; version: number }>(force, "addTask", {
      id,
      kind: "calendar",
      title: "完成临电报装",
      ownerId: force.id,
      dueOn: "2026-06-30",
    });
    await expect(at.call(force, "rollTask", { taskId: task.id, version: 1, to: "2026-06-30", reason: "等变压器" })).rejects.toMatchObject({
      code: "projects.roll-forward",
    });
    const rolled = await at.call(force, "rollTask", { taskId: task.id, version: 1, to: "2026-07-01", reason: "等变压器" });
    expect(rolled).toMatchObject({ dueOn: "2026-07-01", rolled: 1 });
    const issue = await at.call<{ id: string }>(force, "addTask", {
      id,
      kind: "issue",
      title: "高压线未迁",
      ownerId: force.id,
      dueOn: "2026-07-15",
    });
    await at.call(force, "escalateIssue", { taskId: issue.id, version: 1, to: "leadership", reason: "涉及市级单位" });
    await at.call(force, "closeTask", { taskId: task.id, version: 2, note: "已通电" });
    const view = await at.call<{ log: { kind: string }[]; tasks: { level: string; state: string }[] }>(leader, "openTaskForce", { id });
    expect(view.log.map((line) => line.kind)).toEqual(["closed", "raised", "raised", "rolled"]);
    expect(view.tasks.map((one) => one.state).sort()).toEqual(["DONE", "OPEN"]);
  });
});

describe("导入", () => {
  const csv = (rows: readonly string[]): Uint8Array =>
    new TextEncoder().encode(["项目名称,企业,类别,计划总投资（万元）,合同编号,签约日期,计划开工,实际开工", ...rows].join("\n"));

  test("坏行各说一句，好行照收；先试一遍什么也不留；同一文件里重名也认得", async () => {
    const bytes = csv([
      "传感器产线一期,云岭甲公司,产业,60000,HT-9,2026-01-15,2026-03-01,2026-03-05",
      "传感器产线二期,云岭甲公司,产业,零,HT-10,2026-02-30,,",
      "传感器产线一期,云岭甲公司,产业,60000,HT-9,2026-01-15,,",
      "倒着来的项目,云岭乙公司,城市,500,HT-11,2026-05-01,,2026-04-01",
    ]);
    const dry = await at.call<{ imported: number; refused: number }>(
      promotion,
      "importProjects",
      { dryRun: true },
      { files: [{ name: "a.csv", bytes }] },
    );
    expect(dry).toMatchObject({ imported: 0, refused: 3 });
    const done = await at.call<{ imported: number; rows: { ok: boolean; problem: { zh: string } | null }[] }>(
      promotion,
      "importProjects",
      {},
      { files: [{ name: "a.csv", bytes }] },
    );
    expect(done.imported).toBe(1);
    expect(done.rows[1]?.problem?.zh).toMatch(/第 3 行“计划总投资（万元）”列.*第 3 行“签约日期”列/);
    expect(done.rows[2]?.problem?.zh).toMatch(/已由 .* 于 2026-06-30 登记/);
    expect(done.rows[3]?.problem?.zh).toContain("2026-04-01");
    const list = await at.call<{ items: { name: string; stage: string; startedOn: string }[]; total: number }>(leader, "listProjects", {
      q: "传感器 产线",
    });
    expect(list.items).toMatchObject([{ name: "传感器产线一期", stage: "BUILDING", startedOn: "2026-03-05" }]);
  });

  test("责任人、包联领导、责任部门按名登记；查无此人或同名几位的行单独退回，各说一句", async () => {
    const zone = at.database.zoneId;
    const [owner, twin, other] = [await at.person("task_force"), await at.person("task_force"), await at.person("task_force")];
    for (const [id, name] of [
      [owner.id, "赵专班"],
      [twin.id, "钱同名"],
      [other.id, "钱同名"],
    ])
      await at.database.tamper("update person set name = $2 where id = $1", [id, name]);
    await at.database.tamper("insert into department (zone_id, id, name) values ($1, gen_random_uuid(), '建设管理局')", [zone]);
    const head = "项目名称,企业,类别,计划总投资（万元）,合同编号,签约日期,责任人,责任部门,企业联系人,联系电话";
    const rows = [
      "有主的项目,云岭丙公司,产业,900,HT-20,2026-01-15,赵专班,建设管理局,周经理,13800000001",
      "没人的项目,云岭丙公司,产业,900,HT-21,2026-01-15,孙没有,,,",
      "两个人的项目,云岭丙公司,产业,900,HT-22,2026-01-15,钱同名,,,",
    ];
    const done = await at.call<{ imported: number; rows: { ok: boolean; problem: { zh: string } | null }[] }>(
      promotion,
      "importProjects",
      {},
      { files: [{ name: "o.csv", bytes: new TextEncoder().encode([head, ...rows].join("\n")) }] },
    );
    expect(done.imported).toBe(1);
    expect(done.rows[1]?.problem?.zh).toContain("没有叫“孙没有”的在岗人员");
    expect(done.rows[2]?.problem?.zh).toContain("几位叫“钱同名”");
    const { items } = await at.call<{ items: { id: string; owner: string }[] }>(leader, "listProjects", { q: "有主的项目" });
    expect(items).toMatchObject([{ owner: "赵专班" }]);
    const view = await at.call<{ department: string; contactName: string; contactPhone: string }>(leader, "openProject", {
      id: items[0]?.id,
    });
    expect(view).toMatchObject({ department: "建设管理局", contactName: "周**", contactPhone: expect.stringContaining("****") });
  });

  test("清单与比率按日计算，分子分母都打得开", async () => {
    const lists = await at.call<{
      counts: Record<string, number>;
      constructionRate: { withoutCompleted: { counted: string[]; numerator: number } };
    }>(leader, "projectLists", {});
    expect(lists.constructionRate.withoutCompleted.counted).toHaveLength(lists.constructionRate.withoutCompleted.numerator);
    const building = await at.call<{ total: number }>(leader, "listProjects", { list: "under-construction" });
    expect(building.total).toBe(lists.counts["under-construction"]);
  });

  test("模板填回去就能导入", async () => {
    const template = await at.call<{ bytes: Uint8Array }>(promotion, "projectsTemplate", {});
    await expect(
      at.call(promotion, "importProjects", { dryRun: true }, { files: [{ name: "t.xlsx", bytes: template.bytes }] }),
    ).resolves.toMatchObject({ imported: 0, refused: 0 });
  });
});

describe("导入投资计划与月报", () => {
  const head = [
    "项目",
    "计划年度",
    ...Array.from({ length: 12 }, (_, place) => `${place + 1}月计划（万元）`),
    "报送月份",
    "当月完成（万元）",
    "形象进度",
    "入库日期",
  ];
  const line = (project: string, given: Readonly<Record<string, string>>) =>
    head.map((name) => (name === "项目" ? project : (given[name] ?? ""))).join(",");
  const file = (rows: readonly string[]) => [{ name: "月报.csv", bytes: new TextEncoder().encode([head.join(","), ...rows].join("\n")) }];

  test("一张表里计划、月报、入库都行；坏行各说一句；同一月份再报须写明理由", async () => {
    const id = await at.project(promotion, { name: "储能电池一期" }, "2025-03-10");
    const plan = Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`${place + 1}月计划（万元）`, "100"]));
    const rows = [
      line("储能电池一期", { 计划年度: "2026", ...plan, 报送月份: "2026年6月", "当月完成（万元）": "650", 入库日期: "2026-02-01" }),
      line("没有这个项目", { 报送月份: "2026-06", "当月完成（万元）": "1" }),
      line("储能电池一期", {}),
      line("储能电池一期", { 报送月份: "2026-06", "当月完成（万元）": "700" }),
      line("储能电池一期", { 报送月份: "2026-13", "当月完成（万元）": "-5" }),
    ];
    const dry = await at.call<{ imported: number; refused: number }>(force, "importInvestment", { dryRun: true }, { files: file(rows) });
    expect(dry).toMatchObject({ imported: 0, refused: 4 });
    const done = await at.call<{ imported: number; rows: { problem: { zh: string } | null }[] }>(
      force,
      "importInvestment",
      {},
      { files: file(rows) },
    );
    expect(done.imported).toBe(1);
    expect(done.rows.map((row) => row.problem?.zh ?? "")).toEqual([
      "",
      "没有编号或名称为“没有这个项目”的项目。",
      "第 4 行：年度计划、月份和入库日期至少填一项。",
      "2026-06 已经报过；更正须写明理由，原报数保留。",
      expect.stringMatching(/第 6 行“报送月份”列：“2026-13”不符合要求.*第 6 行“当月完成（万元）”列/),
    ]);
    const view = await at.call<{ annualPlanYuan: string; statEnteredOn: string; completion: { denominator: string; ratePct: string }[] }>(
      leader,
      "projectInvestment",
      { id },
    );
    expect(view).toMatchObject({ annualPlanYuan: "12000000", statEnteredOn: "2026-02-01" });
    expect(view.completion.map((one) => [one.denominator, one.ratePct])).toEqual([
      ["annual", "54.17"],
      ["phased", "108.33"],
    ]);
    const again = file([line("储能电池一期", { 报送月份: "2026-06", "当月完成（万元）": "700" })]);
    expect(await at.call(force, "importInvestment", { revisionReason: "补计设备款" }, { files: again })).toMatchObject({ imported: 1 });
    const overview = await at.call<{ rows: { id: string; actualYuan: string }[] }>(leader, "investmentOverview", {});
    expect(overview.rows.find((row) => row.id === id)?.actualYuan).toBe("7000000");
  });
});
