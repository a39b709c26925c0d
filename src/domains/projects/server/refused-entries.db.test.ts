import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { Actor } from "#kernel/policy.ts";

let at: TestProjects;
let promotion: Actor;
let taskForce: Actor;
let head: Actor;
let leader: Actor;
let liaison: Actor;
let statistics: Actor;

beforeAll(async () => {
  at = await createTestProjects();
  promotion = await at.person("promotion");
  taskForce = await at.person("task_force");
  head = await at.person("department_head");
  leader = await at.person("leadership");
  liaison = await at.person("liaison");
  statistics = await at.person("statistics");
});
afterAll(() => at.database.close());

type Opened = { readonly row: { readonly code: string; readonly name: string }; readonly version: number };
const open = (id: string) => at.call<Opened>(head, "openProject", { id });

describe("一个项目不能登记两次", () => {
  const USCC = "91500000MAXX000157";
  test.each([
    ["企业名称写了空格", { enterprise: "岚州 丙丁有限公司" }],
    ["企业名称用了全角括号", { enterprise: "岚州丙丁有限公司（）" }],
    ["企业另有写法，信用代码相同", { enterprise: "岚州丙丁公司", uscc: USCC }],
  ])("%s", async (_, written) => {
    const name = `重复登记${_}`;
    await at.project(promotion, { name, enterprise: "岚州丙丁有限公司", uscc: USCC });
    await expect(at.project(promotion, { name, ...written })).rejects.toMatchObject({ code: "projects.registered-already" });
  });

  test("另一家企业的同名项目可以登记", async () => {
    await at.project(promotion, { name: "同名项目", enterprise: "岚州丙丁有限公司" });
    await expect(at.project(promotion, { name: "同名项目", enterprise: "岚州戊己有限公司" })).resolves.toBeTypeOf("string");
  });

  test("改名改成同一企业已有的项目：不能改；保持原名修改别的可以", async () => {
    await at.project(promotion, { name: "已有的产线", enterprise: "岚州庚辛有限公司" });
    const id = await at.project(promotion, { name: "新的产线", enterprise: "岚州庚辛有限公司" });
    const { version } = await open(id);
    const edit = (said: object) => at.call(promotion, "editProject", { id, version, ...said });
    await expect(edit({ name: "已有的产线项目" })).rejects.toMatchObject({ code: "projects.registered-already" });
    await expect(edit({ place: "科创一路 8 号" })).resolves.toMatchObject({ row: { name: "新的产线" } });
  });

  test("同一节点写了两个计划日期", async () => {
    const plan = [
      { kind: "start", plannedOn: "2026-08-01" as never },
      { kind: "start", plannedOn: "2026-09-01" as never },
    ] as const;
    await expect(at.project(promotion, { plan: [...plan] })).rejects.toMatchObject({ code: "projects.plan-kind-twice" });
  });
});

describe("总投资不能改得比已完成、已计划的少", () => {
  test("少于累计完成、少于年度计划不行，不少于可以，且颜色重算", async () => {
    const id = await at.project(promotion, { plannedTotalYuan: "100000000" as never });
    const months = Array.from({ length: 12 }, () => "5000000");
    await at.call(taskForce, "setInvestmentPlan", { id, year: 2026, monthsYuan: months, reason: "" });
    await at.call(taskForce, "reportMonth", { id, month: "2026-04", investedYuan: "70000000" });
    const { version } = await open(id);
    const edit = (plannedTotalYuan: string) => at.call(promotion, "editProject", { id, version, plannedTotalYuan });
    await expect(edit("69999999.99")).rejects.toMatchObject({ code: "projects.invested-above-total" });
    await expect(edit("70000000")).resolves.toMatchObject({ row: { plannedTotalYuan: "70000000" } });
    const other = await at.project(promotion, { plannedTotalYuan: "100000000" as never });
    await at.call(taskForce, "setInvestmentPlan", { id: other, year: 2026, monthsYuan: months, reason: "" });
    const { version: second } = await open(other);
    await expect(at.call(promotion, "editProject", { id: other, version: second, plannedTotalYuan: "59000000" })).rejects.toMatchObject({
      code: "projects.plan-above-total",
    });
  });
});

describe("凭证", () => {
  const attach = (id: string, number: string, note = "") =>
    at.call(taskForce, "attachEvidence", { id, kind: "construction-permit", number, datedOn: "2026-05-01", note });
  test("施工许可证编号已附在别的项目上：拒绝并说明在哪个项目；说明中写明可以", async () => {
    const [one, other] = [await at.project(promotion), await at.project(promotion)];
    await attach(one, "施许〔2026〕9号");
    const { row } = await open(one);
    await expect(attach(other, "施许〔2026〕9号")).rejects.toMatchObject({
      code: "projects.evidence-elsewhere",
      params: { code: row.code, number: "施许〔2026〕9号" },
    });
    await expect(attach(other, "施许〔2026〕9号", "与一期同证")).resolves.toBeDefined();
    await expect(attach(other, "")).rejects.toMatchObject({ code: "projects.evidence-number" });
  });

  test("程序不是凭证：按内容认，不按后缀", async () => {
    const id = await at.project(promotion);
    const program = new Uint8Array([0x4d, 0x5a, ...Array.from({ length: 200 }, () => 0)]);
    const call = at.call(
      taskForce,
      "attachEvidence",
      { id, kind: "other", datedOn: "2026-05-01" },
      { files: [{ name: "发票.pdf", bytes: program }] },
    );
    await expect(call).rejects.toMatchObject({ code: "file.type-refused" });
  });
});

describe("事项", () => {
  const add = (id: string, given: object) =>
    at.call<{ id: string; version: number }>(taskForce, "addTask", {
      id,
      title: "完成临电报装",
      ownerId: taskForce.id,
      dueOn: "2026-07-10",
      ...given,
    });

  test("职责的期限不能已经过去；问题可以补记，不早于签约；都不在看不到的将来", async () => {
    const id = await at.project(promotion);
    await expect(add(id, { kind: "duty", dueOn: "2026-06-29" })).rejects.toMatchObject({ code: "projects.due-in-past" });
    await expect(add(id, { kind: "duty", dueOn: "2026-06-30" })).resolves.toBeDefined();
    await expect(add(id, { kind: "issue", dueOn: "2026-06-01" })).resolves.toBeDefined();
    await expect(add(id, { kind: "issue", dueOn: "2025-03-09" })).rejects.toMatchObject({ code: "projects.before-last-step" });
    for (const kind of ["duty", "issue"])
      await expect(add(id, { kind, dueOn: "9999-12-31" })).rejects.toMatchObject({ code: "input.invalid" });
  });

  test("店小二办结自己的事项，不办结别人的；日历事项不上交", async () => {
    const id = await at.project(promotion);
    const others = await add(id, { kind: "duty" });
    const own = await add(id, { kind: "duty", ownerId: liaison.id });
    const item = await add(id, { kind: "calendar", dueOn: "2026-06-30" });
    const close = (task: { id: string; version: number }) =>
      at.call(liaison, "closeTask", { taskId: task.id, version: task.version, note: "已经办好" });
    await expect(close(others)).rejects.toMatchObject({ code: "projects.refused.not-own-task", kind: "forbidden" });
    await expect(close(own)).resolves.toMatchObject({ state: "DONE" });
    await expect(
      at.call(taskForce, "escalateIssue", { taskId: item.id, version: item.version, to: "leadership", reason: "长期未决" }),
    ).rejects.toMatchObject({ code: "projects.refused.only-issues" });
  });

  test("已终止的项目不再组建专班、登记事项、入库", async () => {
    const id = await at.project(promotion);
    await at.database.tamper("update project set stage = 'TERMINATED' where id = $1", [id]);
    const refused = { code: "projects.refused.wrong-state:TERMINATED" };
    await expect(add(id, { kind: "duty" })).rejects.toMatchObject(refused);
    await expect(at.call(leader, "formTaskForce", { id, leadId: head.id, members: [] })).rejects.toMatchObject(refused);
    await expect(at.call(statistics, "enterStatistics", { id, enteredOn: "2026-06-01", statCode: "1" })).rejects.toMatchObject(refused);
  });
});
