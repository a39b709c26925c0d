import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LEAD_PROJECT_COURSE, LEAD_PROJECT_REFUSED } from "#domains/promotion/contract/lead-event.ts";
import type { PromisesView } from "#domains/promotion/contract/promise-operations.ts";
import { promotionPlugin } from "#domains/promotion/server/plugin.ts";
import { createTestPromotion, type Officers, type TestPromotion } from "#domains/promotion/server/test-promotion.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { startWorker, type Worker } from "#kernel/server/worker.ts";

let at: TestPromotion;
let who: Officers;
let worker: Worker;

beforeAll(async () => {
  at = await createTestPromotion();
  who = await at.officers();
  // What comes by event is known on the zone's own day.
  await at.database.tamper("update zone set business_date = '2026-06-30' where id = $1", [at.database.zoneId]);
  worker = await startWorker({
    workerUrl: at.database.workerUrl,
    unitOfWork: at.database.uow,
    store: at.store,
    jobs: promotionPlugin.jobs ?? {},
    subscribers: promotionPlugin.subscribers ?? {},
    pollMs: 20,
  });
});
afterAll(async () => {
  await worker.close();
  await at.database.close();
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "成了",
    (error: { readonly code?: string }) => error.code ?? String(error),
  );
const tell = async (kind: string, payload: Readonly<Record<string, unknown>>) => {
  await at.database.uow.run(who.officer, {}, (tx) => emitEvent(tx, kind, payload));
  await worker.drain();
};
const PROJECT = "0199c000-0000-7000-8000-00000000aaaa";
const course = (lead: string, given: Readonly<Record<string, unknown>> = {}) => ({
  lead,
  projectId: PROJECT,
  code: "XM-2026-0001",
  stage: { code: "SIGNED", zh: "签约", en: "Signed" },
  on: "2026-06-30",
  startedOn: null,
  producedOn: null,
  investedByYear: [],
  asOf: "2026-06-30",
  told: "2026-07-01T01:00:00.000Z",
  ...given,
});
const promisesOf = async (id: string) =>
  (await at.call<{ promises: PromisesView | null }>(who.leader, "openPromises", { id })).promises as PromisesView;

describe("承诺登记", () => {
  test("空的、没有达产年、投产早于开工、年份重复、将来的日期：都拒绝", async () => {
    const { id } = await at.lead(who.officer);
    const set = (given: Readonly<Record<string, unknown>>) =>
      codeOf(at.call(who.officer, "setPromises", { id, promisedOn: "2026-06-30", investment: [], ...given }));
    expect(await set({})).toBe("promotion.promise-empty");
    expect(await set({ taxYuan: "1000" })).toBe("promotion.full-year");
    expect(await set({ startOn: "2026-10-01", produceOn: "2026-09-30" })).toBe("promotion.promise-order");
    expect(await set({ jobs: 10, fullYear: 2028, promisedOn: "2026-07-01" })).toBe("promotion.date-in-future");
    const year = { year: 2026, yuan: "1" };
    expect(await set({ investment: [year, year] })).toBe("input.invalid");
    expect(await set({ investment: [year] })).toBe("成了");
  });

  test("变更须有理由，原来的留着；过去的一天看的是当时的承诺", async () => {
    const { row } = await at.leadAt(who, "SIGNED", {}, "2026-05-20");
    const change = { id: row.id, promisedOn: "2026-06-20", investment: [{ year: 2026, yuan: "150000000" }] };
    expect(await codeOf(at.call(who.officer, "setPromises", change))).toBe("promotion.promise-reason");
    const after = await at.call<PromisesView>(who.officer, "setPromises", { ...change, reason: "补充协议一" });
    expect([after.revision, after.totalYuan]).toEqual([2, "150000000"]);
    expect(after.history.map(({ revision, reason }) => [revision, reason])).toEqual([
      [1, ""],
      [2, "补充协议一"],
    ]);
    const before = await at.call<{ promises: PromisesView }>(who.leader, "openPromises", { id: row.id, asOf: "2026-06-01" });
    expect(before.promises).toMatchObject({ revision: 1, totalYuan: "200000000" });
  });
});

describe("实际随项目库而来", () => {
  test("立项即关联；月报和阶段成为实际；晚到的旧消息、重复的消息不改；撤回的年份随之撤回", async () => {
    const { row } = await at.leadAt(who, "SIGNED");
    await tell(LEAD_PROJECT_COURSE, course(row.id));
    let view = await at.call(who.officer, "openLead", { id: row.id });
    expect(view.project).toMatchObject({ id: PROJECT, code: "XM-2026-0001", stage: { zh: "签约" } });
    expect(view.next[0]?.missing).toEqual(["missing:landing-proof"]);

    const building = course(row.id, {
      stage: { code: "BUILDING", zh: "建设", en: "Building" },
      startedOn: "2026-06-30",
      investedByYear: [{ year: 2026, yuan: "50000000" }],
      told: "2026-07-03T01:00:00.000Z",
    });
    await tell(LEAD_PROJECT_COURSE, building);
    await tell(LEAD_PROJECT_COURSE, building);
    await tell(LEAD_PROJECT_COURSE, course(row.id, { told: "2026-07-02T01:00:00.000Z" }));
    const lines = (await promisesOf(row.id)).lines;
    expect(lines.find(({ metric }) => metric === "investment")).toMatchObject({
      actual: "50000000",
      pct: "25",
      state: "running",
      origin: "projects",
    });
    expect(lines.find(({ metric }) => metric === "start")).toMatchObject({ actualOn: "2026-06-30", state: "kept", daysLate: -93 });
    expect(await at.database.tamper("select count(*)::int n from promotion_actual where lead_id = $1", [row.id])).toEqual([{ n: 2 }]);
    view = await at.call(who.officer, "openLead", { id: row.id });
    expect(view.evidence.filter(({ kind }) => kind === "project-progress")).toHaveLength(1);
    expect(view.next[0]?.missing).toEqual([]);
    const landed = await at.call(who.officer, "moveLead", { id: row.id, move: "land", on: "2026-06-30", version: view.row.version });
    expect(landed.row.stage).toBe("LANDED");

    await tell(LEAD_PROJECT_COURSE, { ...building, investedByYear: [], told: "2026-07-04T01:00:00.000Z" });
    expect((await promisesOf(row.id)).lines.find(({ metric }) => metric === "investment")?.actual).toBeNull();
  });

  test("别的项目、没有的线索、不成样子的消息：不改什么，记下来", async () => {
    const { row } = await at.leadAt(who, "SIGNED");
    await tell(LEAD_PROJECT_COURSE, course(row.id));
    await tell(
      LEAD_PROJECT_COURSE,
      course(row.id, { projectId: "0199c000-0000-7000-8000-00000000bbbb", code: "XM-2026-0002", told: "2026-07-09T01:00:00.000Z" }),
    );
    await tell(LEAD_PROJECT_COURSE, course("0199c000-0000-7000-8000-00000000cccc"));
    await tell(LEAD_PROJECT_COURSE, { lead: row.id, code: 7 });
    expect((await at.call(who.officer, "openLead", { id: row.id })).project?.code).toBe("XM-2026-0001");
    expect(await at.database.tamper("select 1 from journal_entry where operation = 'promotion.event-refused'")).toHaveLength(1);
    expect(await at.database.tamper("select kind from outbox where delivered_at is null")).toEqual([]);
  });

  test("项目库未予立项：线索上写明原因，改过再送", async () => {
    const { row } = await at.leadAt(who, "SIGNED");
    await tell(LEAD_PROJECT_REFUSED, {
      lead: row.id,
      code: "projects.registered-already",
      params: {},
      zh: "已由某人登记",
      en: "Registered already",
    });
    const seen = await at.call(who.officer, "openLead", { id: row.id });
    expect(seen.projectProblem).toEqual({ zh: "已由某人登记", en: "Registered already" });
    const sent = await at.call(who.officer, "sendLeadToRegister", { id: row.id, version: seen.row.version, project: "XM-2025-0007" });
    expect(sent.projectProblem).toBeNull();
    const events = await at.database.tamper(
      "select payload from outbox where kind = 'promotion.lead-signed' and payload ->> 'lead' = $1 order by id",
      [row.id],
    );
    expect(events.map(({ payload }) => (payload as { project?: string }).project)).toEqual([undefined, "XM-2025-0007"]);
    await tell(LEAD_PROJECT_COURSE, course(row.id));
    const there = await at.call(who.officer, "openLead", { id: row.id });
    expect(await codeOf(at.call(who.officer, "sendLeadToRegister", { id: row.id, version: there.row.version }))).toBe(
      "promotion.project-there",
    );
  });
});

describe("手工登记的实际", () => {
  test("项目库管的不用手填；没承诺的、没到的年份、该填日期的填了数：拒绝", async () => {
    const { row } = await at.leadAt(who, "SIGNED");
    const record = (given: Readonly<Record<string, unknown>>) =>
      codeOf(at.call(who.officer, "recordActual", { id: row.id, note: "季度核对", ...given }));
    expect(await record({ metric: "investment", year: 2026, amount: "1000" })).toBe("成了");
    await tell(LEAD_PROJECT_COURSE, course(row.id));
    expect(await record({ metric: "investment", year: 2026, amount: "1000" })).toBe("promotion.actual-from-projects");
    expect(await record({ metric: "jobs", year: 2026, amount: "10" })).toBe("promotion.actual-not-promised");
    expect(await record({ metric: "tax", year: 2027, amount: "10" })).toBe("promotion.year-in-future");
    expect(await record({ metric: "land", on: "2026-06-30" })).toBe("promotion.actual-amount");
    const unsigned = await at.lead(who.officer);
    expect(
      await codeOf(at.call(who.officer, "recordActual", { id: unsigned.id, metric: "jobs", year: 2026, amount: "1", note: "早了" })),
    ).toBe("promotion.refused.not-signed-yet");
  });
});

describe("台账", () => {
  test("逐项和合计；只看未兑现的；导出一行一项", async () => {
    const { row } = await at.leadAt(who, "SIGNED", { projectName: "台账样例项目" }, "2025-03-10");
    await at.call(who.officer, "setPromises", {
      id: row.id,
      promisedOn: "2025-03-10",
      reason: "细化",
      investment: [
        { year: 2025, yuan: "100000000" },
        { year: 2026, yuan: "200000000" },
      ],
      startOn: "2025-06-01",
    });
    const ledger = await at.call<{ items: PromisesView[]; totals: { metric: string; noData: number }[]; total: number }>(
      who.leader,
      "promiseLedger",
      {
        q: "台账样例",
        broken: true,
      },
    );
    expect(ledger.items.map(({ lead }) => lead.id)).toEqual([row.id]);
    expect(ledger.items[0]).toMatchObject({ kept: 0, broken: 2 });
    expect(ledger.totals.find(({ metric }) => metric === "investment")).toMatchObject({ noData: 1 });
    const past = await at.call<{ total: number }>(who.leader, "promiseLedger", { q: "台账样例", asOf: "2025-01-01" });
    expect(past.total).toBe(0);
    const file = await at.call<{ bytes: Uint8Array }>(who.leader, "exportPromises", { format: "csv" });
    const own = new TextDecoder()
      .decode(file.bytes)
      .split("\r\n")
      .filter((line) => line.includes("台账样例"));
    expect(own).toHaveLength(3);
  });
});

describe("离岗交接", () => {
  test("线索随项目交给同一位同事；对方不做招商的，退回线索池；流失的不动", async () => {
    const leaving = await at.person("promotion", "招商五部");
    const clerk = await at.person("leadership");
    const kept = await at.lead(leaving);
    const lost = await at.lead(leaving);
    const { row } = await at.call(leaving, "openLead", { id: lost.id });
    await at.call(leaving, "changeLeadStatus", {
      id: lost.id,
      version: row.version,
      change: "lose",
      on: "2026-06-30",
      reason: "落户外地",
      lostReason: "elsewhere",
    });
    await tell("projects.handed-over", { fromId: leaving.id, toId: who.second.id, on: "2026-06-30", reason: "轮岗" });
    const moved = await at.call(who.leader, "openLead", { id: kept.id });
    expect([moved.row.ownerId, moved.row.department]).toEqual([who.second.id, "招商二部"]);
    expect(moved.ownership.at(-1)).toMatchObject({ change: "ASSIGNED", to: who.second.name, reason: "轮岗", automatic: true });
    expect((await at.call(who.leader, "openLead", { id: lost.id })).row.ownerId).toBe(leaving.id);
    await tell("projects.handed-over", { fromId: who.second.id, toId: clerk.id, on: "2026-06-30", reason: "调离" });
    const pooled = await at.call(who.leader, "openLead", { id: kept.id });
    expect([pooled.row.ownerId, pooled.ownership.at(-1)?.change]).toEqual([null, "RELEASED"]);
  });
});
