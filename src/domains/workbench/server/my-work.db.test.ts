import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import { workbenchPlugin } from "#domains/workbench/server/plugin.ts";
import { localDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Work = Record<"late" | "now" | "coming" | "whenever", { kind: string; opens: string; title: string; daysLate: number }[]>;
let at: TestProjects;
const DEPARTMENT = randomUUID();
const OTHER_DEPARTMENT = randomUUID();

const look = (actor: Actor): Promise<Work> =>
  at.database.uow.run(actor, { readOnly: true }, async (tx) =>
    workbenchPlugin.handlers["myWork"]?.({}, { tx, actor, today: localDate("2026-06-30") } as OperationContext),
  ) as Promise<Work>;
const holding = (actor: Actor, departmentId: string | null, ...permissions: readonly string[]): Actor => ({
  ...actor,
  departmentId,
  permissions: new Set([...actor.permissions, ...permissions]),
});

beforeAll(async () => {
  at = await createTestProjects();
  for (const [id, name] of [
    [DEPARTMENT, "审批局"],
    [OTHER_DEPARTMENT, "建设局"],
  ])
    await at.database.tamper("insert into department (zone_id, id, name) values ($1, $2, $3)", [at.database.zoneId, id, name]);
});
afterAll(() => at.database.close());

test("谁的事进谁的队列：本人的事项、本部门的件；别人的和别的部门的一件不见", async () => {
  const promotion = await at.person("promotion");
  const force = await at.person("task_force");
  const other = await at.person("task_force");
  const project = await at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-09-01" as never }] });
  await at.call(
    force,
    "addTask",
    { id: project, kind: "duty", title: "协调供电", ownerId: force.id, dueOn: "2026-06-25" },
    { today: "2026-06-20" },
  );
  await at.call(force, "addTask", { id: project, kind: "issue", title: "高压线未迁", ownerId: other.id, dueOn: "2026-07-25" });
  await at.call(force, "requestDate", { id: project, kind: "start", to: "2026-12-01", reason: "图纸未出" });
  const mine = await look(force);
  expect(mine.late).toMatchObject([{ kind: "task", opens: project, title: "协调供电", daysLate: 5 }]);
  expect(mine.coming).toEqual([]);
  expect((await look(other)).coming.map((item) => item.kind)).toEqual(["issue"]);
  const head = await at.person("department_head");
  expect((await look(head)).whenever).toMatchObject([{ kind: "date-request", opens: project, title: "图纸未出" }]);
});

test("待受理、待意见、待决定各在其人：申请人自己和受理人不见自己的件", async () => {
  const zone = at.database.zoneId;
  const window = await at.person("approval_window");
  const head = await at.person("department_head");
  await at.database.tamper(
    "insert into approval_matter (zone_id, code, version, effective_on, content, reason, changed_on, by, by_name) values ($1, 'permit', 1, '2020-01-01', '{}', '初版', '2020-01-01', 'x', 'x')",
    [zone],
  );
  const add = async (state: string, title: string, applicant: string, acceptedBy: string | null) => {
    const id = randomUUID();
    await at.database.tamper(
      `insert into approval_case (zone_id, id, number, matter_code, matter_version, department_id, enterprise_name, title, access_hash, state, applicant_id, accepted_by, drafted_on, promised_due_on)
       values ($1, $2, $3, 'permit', 1, $4, '某企业', $5, 'x', $6, $7, $8, '2026-05-01', '2026-07-02')`,
      [zone, id, id.slice(0, 8), DEPARTMENT, title, state, applicant, acceptedBy],
    );
    return id;
  };
  await add("SUBMITTED", "新件", "x", null);
  await add("SUBMITTED", "自己代填的件", window.id, null);
  const reviewing = await add("REVIEWING", "会签中的件", "x", window.id);
  await add("REVIEWING", "会签完的件", "x", window.id);
  await add("REVIEWING", "负责人受理的件", "x", head.id);
  await at.database.tamper(
    "insert into approval_review (zone_id, case_id, node, department_id, department_name, state, opened_on, due_on) values ($1, $2, 'build', $3, '建设局', 'open', '2026-06-20', '2026-06-29')",
    [zone, reviewing, OTHER_DEPARTMENT],
  );
  const titles = (work: Work) =>
    [...work.late, ...work.now, ...work.coming, ...work.whenever].map((item) => `${item.kind} ${item.title}`).sort();
  expect(titles(await look(holding(window, DEPARTMENT, "approvals.handle", "approvals.review")))).toEqual(["case-accept 新件"]);
  expect(titles(await look(holding(window, OTHER_DEPARTMENT, "approvals.handle", "approvals.review")))).toEqual(["case-review 会签中的件"]);
  const decides = await look(holding(head, DEPARTMENT, "approvals.decide"));
  expect(titles(decides).filter((line) => line.startsWith("case"))).toEqual(["case-decide 会签完的件"]);
});

test("待签发的督办：领导看全区的，部门负责人只看本部门项目的", async () => {
  const promotion = await at.person("promotion");
  const [leader, head] = [await at.person("leadership"), await at.person("department_head")];
  const red = () => at.project(promotion, { plan: [{ kind: "start", plannedOn: "2026-01-10" as never }] });
  const [own, others, nobodys] = [await red(), await red(), await red()];
  const give = (id: string, department: string) =>
    at.database.tamper("update project set department_id = $2 where id = $1", [id, department]);
  await give(own, DEPARTMENT);
  await give(others, OTHER_DEPARTMENT);
  await at.call(leader, "recolour", {});
  const toIssue = async (actor: Actor) => {
    const work = await look(actor);
    return [...work.late, ...work.now, ...work.coming].flatMap((item) => (item.kind === "supervision-issue" ? [item.opens] : [])).sort();
  };
  expect(await toIssue(leader)).toEqual([own, others, nobodys].sort());
  expect(await toIssue(holding(head, DEPARTMENT))).toEqual([own]);
  expect(await toIssue(holding(head, OTHER_DEPARTMENT))).toEqual([others]);
  expect(await toIssue(holding(head, null))).toEqual([]);
});

test("没有这项权限就不去找；本机管理员没有自己的队列", async () => {
  const bank = await at.person("bank");
  expect(await look(bank)).toMatchObject({ late: [], now: [], coming: [], whenever: [] });
  const admin = {
    ...at.database.actor("leadership"),
    id: "local-administrator",
    permissions: new Set(["approvals.handle", "projects.report"]),
  };
  expect(await look(admin)).toMatchObject({ late: [], now: [], coming: [], whenever: [] });
});
