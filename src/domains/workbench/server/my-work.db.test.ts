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

const look = (actor: Actor, today = "2026-06-30"): Promise<Work> =>
  at.database.uow.run(actor, { readOnly: true }, async (tx) =>
    workbenchPlugin.handlers["myWork"]?.({}, { tx, actor, today: localDate(today) } as OperationContext),
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

const all = (work: Work) => [...work.late, ...work.now, ...work.coming, ...work.whenever];
const kindsOf = (work: Work, ...kinds: readonly string[]) =>
  all(work)
    .filter((item) => kinds.includes(item.kind))
    .map((item) => `${item.kind} ${item.title}`)
    .sort();

test("月报未报：本人的在报项目，刚结束的一个月；报了的、新签约的、别人的不列", async () => {
  const promotion = await at.person("promotion");
  const force = await at.person("task_force");
  const owned = await at.project(promotion, { ownerId: force.id });
  const reported = await at.project(promotion, { ownerId: force.id });
  const later = await at.project(promotion, { ownerId: force.id, signedOn: localDate("2026-06-20") });
  await at.project(promotion, {});
  await at.database.tamper(
    "insert into project_report (zone_id, id, project_id, month, reported_on, by, by_name) values ($1, $2, $3, '2026-06-01', '2026-06-30', 'x', 'x')",
    [at.database.zoneId, randomUUID(), reported],
  );
  const due = (work: Work) => all(work).filter(({ kind }) => kind === "month-report");
  const opened = (work: Work) => due(work).map((item) => item.opens);
  expect(opened(await look(force)).sort()).toEqual([owned, later].sort());
  // A day earlier June is not over: May is due, in which the later one was not signed yet.
  const before = await look(force, "2026-06-29");
  expect(opened(before).sort()).toEqual([owned, reported].sort());
  expect(due(before).every((item) => item.daysLate === 29)).toBe(true);
});

test("调度会：本人的议定事项、别人写的待审纪要；已办结的、自己写的不列", async () => {
  const zone = at.database.zoneId;
  const head = await at.person("department_head");
  const meeting = randomUUID();
  const item = randomUUID();
  const add = (statement: string, values: readonly unknown[]) => at.database.tamper(statement, [zone, ...values]);
  await add(
    "insert into dispatch_meeting (zone_id, id, year, number, held_on, starts_at, mode, place, chair_id, state) values ($1, $2, 2026, 26, '2026-06-23', '09:00', 'place', '三楼', $3, 'CONVENED')",
    [meeting, head.id],
  );
  await add(
    "insert into dispatch_agenda_item (zone_id, id, meeting_id, ordinal, item_key, source, title, reason_zh, reason_en, also, change) values ($1, $2, $3, 1, 'red:x', 'red', '甲项目', 'x', 'x', '[]', 'keep')",
    [item, meeting],
  );
  const resolve = (number: number, text: string, owner: string, state: string) =>
    add(
      `insert into dispatch_resolution (zone_id, id, meeting_id, item_id, number, text, owner_id, due_on, state, made_on, closed_on, closing_text)
       values ($1, $2, $3, $4, $5, $6, $7, '2026-06-26', $8, '2026-06-23', case $8 when 'OPEN' then null else date '2026-06-25' end, case $8 when 'OPEN' then null else 'x' end)`,
      [randomUUID(), meeting, item, number, text, owner, state],
    );
  const owner = await at.person("liaison");
  await resolve(1, "送电方案报批", owner.id, "OPEN");
  await resolve(2, "已办结的", owner.id, "DONE");
  await resolve(3, "负责人的", head.id, "OPEN");
  expect(kindsOf(await look(owner), "resolution", "minutes-review")).toEqual(["resolution 送电方案报批"]);
  const write = (edition: number, by: string) =>
    add(
      "insert into dispatch_minutes (zone_id, meeting_id, edition, content, written_on, written_by, written_by_name) values ($1, $2, $3, '{}', '2026-06-24', $4, 'x')",
      [meeting, edition, by],
    );
  await write(1, owner.id);
  await write(2, head.id);
  expect(kindsOf(await look(head), "minutes-review")).toEqual(["minutes-review 2026年第26次调度会纪要"]);
});

test("与文档不一致：本人的项目才列；裁定了的不列", async () => {
  const promotion = await at.person("promotion");
  const force = await at.person("task_force");
  const mine = await at.project(promotion, { ownerId: force.id });
  const other = await at.project(promotion, {});
  const contradict = (project: string, title: string, state: string) =>
    at.database.tamper(
      `insert into project_register_conflict (zone_id, id, project_id, finding_id, document_id, document_title, field, said, registered, quote, found_on, state, decided_by)
       values ($1, $2, $3, $4, $5, $6, 'stage', 'BUILDING', 'SIGNED', 'x', '2026-06-20', $7, case $7 when 'OPEN' then null else 'x' end)`,
      [at.database.zoneId, randomUUID(), project, randomUUID(), randomUUID(), title, state],
    );
  await contradict(mine, "本人项目的报道", "OPEN");
  await contradict(mine, "裁定过的报道", "KEPT_REGISTER");
  await contradict(other, "别人项目的报道", "OPEN");
  expect(kindsOf(await look(force), "register-conflict")).toEqual(["register-conflict 本人项目的报道"]);
});

test("审批：补正、容缺归代填人和帮办人，整改归本部门窗口，逾期未整改归负责人而不归核查人，转入审查、恢复计时、补偿归窗口", async () => {
  const zone = at.database.zoneId;
  const add = (statement: string, values: readonly unknown[]) => at.database.tamper(statement, [zone, ...values]);
  const material = [{ key: "plan", name: { zh: "管理制度", en: "rules" } }];
  await add(
    "insert into approval_matter (zone_id, code, version, effective_on, content, reason, changed_on, by, by_name) values ($1, 'staffing', 1, '2020-01-01', $2, '初版', '2020-01-01', 'x', 'x')",
    [JSON.stringify({ materials: material })],
  );
  const file = async (state: string, title: string, applicant: string, more: { waits?: string; paused?: string; granted?: true } = {}) => {
    const id = randomUUID();
    await add(
      `insert into approval_case (zone_id, id, number, matter_code, matter_version, department_id, enterprise_name, title, access_hash, state, applicant_id, drafted_on, promised_due_on, waits_for, paused_until, decision, decided_on)
       values ($1, $2, $3, 'staffing', 1, $4, '某企业', $5, 'x', $6, $7, '2026-05-01', '2026-07-02', $8, $9, $10, $11)`,
      [
        id,
        id.slice(0, 12),
        OTHER_DEPARTMENT,
        title,
        state,
        applicant,
        more.waits ?? "applicant",
        more.paused ?? null,
        more.granted ? "granted" : null,
        more.granted ? "2026-06-01" : null,
      ],
    );
    return id;
  };
  const counter = await at.person("approval_window");
  const helper = await at.person("liaison");
  const supplement = await file("SUPPLEMENT", "待补正的件", counter.id);
  await add(
    "insert into approval_supplement (zone_id, case_id, noticed_on, items, due_on, by) values ($1, $2, '2026-06-20', '{补章}', '2026-06-28', 'x')",
    [supplement],
  );
  const deferred = await file("ACCEPTED", "容缺的件", "somebody", { waits: "window" });
  await add(
    "insert into approval_deferral (zone_id, id, case_id, material_key, promised_on, due_on) values ($1, $2, $3, 'plan', '2026-06-01', '2026-07-01')",
    [randomUUID(), deferred],
  );
  await add(
    "insert into approval_assist (zone_id, id, case_id, helper_id, helper_name, authorisation, from_day, to_day) values ($1, $2, $3, $4, 'x', '授权书', '2026-06-01', '2026-06-30')",
    [randomUUID(), deferred, helper.id],
  );
  await file("SUSPENDED", "评审中的件", "somebody", { waits: "window", paused: "2026-07-10" });
  await file("ACCEPTED", "没有会签、等决定的件", "somebody", { waits: "head" });
  const delivered = await file("DELIVERED", "承诺不实的件", "somebody", { granted: true });
  const finder = await at.person("department_head");
  await add(
    "insert into approval_commitment (zone_id, id, case_id, material_key, text, promised_on, verify_by, state, correct_by, found_by) values ($1, $2, $3, 'plan', 'x', '2026-05-01', '2026-06-10', 'FALSE', '2026-06-25', $4)",
    [randomUUID(), delivered, finder.id],
  );
  await add(
    "insert into approval_package_definition (zone_id, code, version, effective_on, content, reason, changed_on, by, by_name) values ($1, 'rename', 1, '2020-01-01', '{}', '初版', '2020-01-01', 'x', 'x')",
    [],
  );
  const pack = randomUUID();
  await add(
    "insert into approval_package (zone_id, id, number, code, definition_version, enterprise_name, title, access_hash, state, applicant_id) values ($1, $2, 'YJS-1', 'rename', 1, '某企业', '更名', 'x', 'COMPENSATING', 'somebody')",
    [pack],
  );
  await add(
    "insert into approval_compensation (zone_id, id, package_id, failed_matter, matter_code, text_zh, text_en, opened_on) values ($1, $2, $3, 'bank', 'seal', '通知银行另约', 'x', '2026-06-20')",
    [randomUUID(), pack],
  );

  const permitted = (actor: Actor, ...permissions: readonly string[]) => holding(actor, OTHER_DEPARTMENT, ...permissions);
  expect(kindsOf(await look(permitted(counter, "approvals.apply")), "case-supplement", "deferral")).toEqual(["case-supplement 待补正的件"]);
  expect(kindsOf(await look(permitted(helper, "approvals.apply")), "case-supplement", "deferral")).toEqual([
    "deferral 管理制度（容缺的件）",
  ]);
  expect(kindsOf(await look(permitted(helper, "approvals.apply"), "2026-07-01"), "deferral")).toEqual([]);
  const window = permitted(await at.person("approval_window"), "approvals.handle", "approvals.verify");
  expect(kindsOf(await look(window), "case-start", "case-resume", "correction", "revoke", "compensation")).toEqual([
    "case-resume 评审中的件",
    "case-start 容缺的件",
    "compensation 通知银行另约",
    "correction 管理制度（承诺不实的件）",
  ]);
  const elsewhere = holding(await at.person("approval_window"), DEPARTMENT, "approvals.handle", "approvals.verify");
  expect(kindsOf(await look(elsewhere), "case-start", "case-resume", "correction", "revoke")).toEqual([]);
  const decides = permitted(await at.person("department_head"), "approvals.decide");
  expect(kindsOf(await look(decides), "revoke", "case-decide")).toEqual([
    "case-decide 没有会签、等决定的件",
    "revoke 管理制度（承诺不实的件）",
  ]);
  expect(kindsOf(await look(permitted(finder, "approvals.decide")), "revoke")).toEqual([]);
  expect(kindsOf(await look(decides, "2026-06-25"), "revoke")).toEqual([]);
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
