import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Account, createTestServer, nobody, type TestServer } from "#apps/test-server.ts";
import { furnishApprovals, matter } from "#apps/test-zone-approvals.ts";
import { furnishProject } from "#apps/test-zone-project.ts";
import type { CaseView } from "#domains/approvals/contract/case.ts";
import { caseOperations } from "#domains/approvals/contract/case-operations.ts";
import { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { registerOperations } from "#domains/projects/contract/register-operations.ts";
import { localDate } from "#kernel/local-date.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

const { draftCase, submitCase, acceptCase, pauseCase, resumeCase, openCase, decideCase, deliverCase, publicStatus, listMyCases } =
  caseOperations;
const d = localDate;

let at: TestServer;
let window: Account;
let head: Account;
let owner: Account;

beforeAll(async () => {
  at = await createTestServer();
  window = at.account("approval_window");
  head = at.account("department_head");
  owner = at.account("enterprise");
  await live("2026-01-05");
  const ordinary = matter("ordinary", {
    promised: null,
    pauses: [{ reason: "专家评审", most: null, source: "行政许可法第四十五条" }],
    result: { name: { zh: "施工许可证", en: "construction permit" }, evidence: "construction-permit", validMonths: null },
  });
  await at.done(
    head,
    matterOperations.setMatter,
    { matter: ordinary, effectiveOn: d("2026-01-05"), reason: "首次发布" },
    { key: "ordinary" },
  );
});
afterAll(() => at.close());

/** The zone lives on this day. */
async function live(day: string): Promise<void> {
  await at.database.tamper("update zone set business_date = $1 where id = $2", [day, at.database.zoneId]);
  at.runtime.signIn.forget();
}
let keys = 0;
const key = () => {
  keys += 1;
  return { key: `key-${keys}` };
};
async function accepted(projectId?: string): Promise<CaseView> {
  const filer = projectId === undefined ? owner : at.account("liaison");
  const draft = { matterCode: "ordinary", title: "一号厂房", ...(projectId === undefined ? {} : { projectId, enterprise: "第1企业" }) };
  const { case: drafted } = await at.done(filer, draftCase, draft, key());
  const submitted = await at.done(filer, submitCase, { id: drafted.row.id, version: drafted.version }, key());
  return at.done(window, acceptCase, { id: drafted.row.id, version: submitted.version }, key());
}

describe("审批", () => {
  test("手册算例：2 月 9 日受理的 3 月 13 日到期，中止 2 月 25 日至 3 月 3 日后 3 月 23 日到期", async () => {
    await live("2026-02-09");
    let seen = await accepted();
    expect(seen.row.clock).toMatchObject({ legalDueOn: "2026-03-13", unit: "workday", legalProvisional: false });
    await live("2026-02-25");
    const { id } = seen.row;
    const pause = { id, version: seen.version, reason: "专家评审", from: d("2026-02-25"), to: d("2026-03-03"), notice: "告知书1号" };
    seen = await at.done(window, pauseCase, pause, key());
    expect(seen.row).toMatchObject({ state: "SUSPENDED", clock: { elapsed: 6, state: "paused" } });
    await live("2026-03-04");
    seen = await at.done(window, resumeCase, { id, version: seen.version, lastDay: d("2026-03-03") }, key());
    expect(seen.row.clock).toMatchObject({ legalDueOn: "2026-03-23" });
  });

  test("送达的许可成为项目的凭证", async () => {
    // The meeting that a furnished project has been to is held on the day of the clock.
    await at.database.tamper("update zone set business_date = null where id = $1", [at.database.zoneId]);
    at.runtime.signIn.forget();
    const project = await furnishProject(at, "first");
    await live("2026-03-04");
    const seen = await accepted(project.id);
    expect(seen.row.project).toMatchObject({ id: project.id, code: project.code });
    const decision = { id: seen.row.id, version: seen.version, decision: "granted" as const, reason: "合规", resultNumber: "SG-2026-9" };
    const decided = await at.done(head, decideCase, decision, key());
    await at.done(window, deliverCase, { id: seen.row.id, version: decided.version, how: "counter" }, key());
    await at.worker.drain();
    const { evidence } = await at.done(at.account("task_force"), registerOperations.openProject, { id: project.id });
    expect(evidence.filter(({ number }) => number === "SG-2026-9")).toMatchObject([{ kind: "construction-permit", datedOn: "2026-03-04" }]);
  });

  test("放假通知在平台载入：各园区暂定的期限都重算，去掉暂定，历史写明是自动步骤", async () => {
    await live("2026-12-20");
    const seen = await accepted();
    const before = await at.done(window, openCase, { id: seen.row.id });
    expect(before.row.clock).toMatchObject({ legalProvisional: true });
    const days = [
      "2027-01-01",
      "2027-02-05",
      "2027-02-08",
      "2027-02-09",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
      "2027-01-11",
    ];
    await at.database.tamper(
      "insert into calendar_notice (year, source, days_off, extra_workdays, loaded_by) values (2027, '国办发明电〔2026〕测试号', $1, '{}', 'test')",
      [days],
    );
    await at.database.uow.run(at.database.actor("system_administrator", { zoneId: SYSTEM_ZONE_ID }), {}, (tx) =>
      emitEvent(tx, "calendar.loaded", { year: 2027 }),
    );
    await at.worker.drain();
    const after = await at.done(window, openCase, { id: seen.row.id });
    expect(after.row.clock).toMatchObject({ legalProvisional: false });
    expect(after.row.clock?.legalDueOn).not.toBe(before.row.clock?.legalDueOn);
    expect(after.steps.at(-1)).toMatchObject({ move: "recompute", automatic: "放假通知载入后重新计算期限", by: "园枢", to: "ACCEPTED" });
    const [row] = await at.database.tamper("select legal_due_on::text due, due_provisional from approval_case where id = $1", [
      seen.row.id,
    ]);
    expect(row).toEqual({ due: after.row.clock?.legalDueOn, due_provisional: false });
    // Told once more, nothing is due to change.
    await at.database.uow.run(at.database.actor("system_administrator", { zoneId: SYSTEM_ZONE_ID }), {}, (tx) =>
      emitEvent(tx, "calendar.loaded", { year: 2027 }),
    );
    await at.worker.drain();
    expect((await at.done(window, openCase, { id: seen.row.id })).version).toBe(after.version);
  });

  test("公开页凭编号和查询码；错一样都是同一句话，看不出错在哪里", async () => {
    const { number, code } = await furnishApprovals(at, "second", (await furnishProject(at, "second")).id);
    const look = (given: object) => at.call(nobody, publicStatus, { zone: "second", number, code, ...given });
    expect((await look({})).status).toBe(200);
    const wrong = await Promise.all([look({ code: "AAAA-AAAA-AAAA" }), look({ number: "BJ-2001-000001" }), look({ zone: "first" })]);
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(wrong.map(({ text }) => text)).size).toBe(1);
  });

  test("别家企业的账号看不见：打开是没有，列表是空", async () => {
    const seen = await accepted();
    const rival = at.account("enterprise", "first", "other");
    expect((await at.call(rival, openCase, { id: seen.row.id })).status).toBe(404);
    expect((await at.done(rival, listMyCases, {})).items).toEqual([]);
    expect((await at.done(owner, listMyCases, {})).items.map(({ id }) => id)).toContain(seen.row.id);
  });
});
