import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { NewObservation } from "#kernel/server/fact-shapes.ts";
import { correctFacts, decideFacts, evidenceOf, listFacts, observeFacts, provenanceOf } from "#kernel/server/facts.ts";
import { createTestDatabase, type TestDatabase } from "#kernel/server/test-database.ts";

let database: TestDatabase;
let officer: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  officer = database.actor("statistics");
});
afterAll(() => database.close());
const run = <T>(work: (tx: Tx) => Promise<T>, actor = officer) => database.uow.run(actor, {}, work);

const exports881: NewObservation = {
  indicator: "出口总值",
  code: "exports",
  value: "881.70",
  unit: "亿元",
  period: "2020H1",
  basis: "cumulative",
  region: "重庆高新区",
  yoyPct: "5.5",
  origin: "document",
  originId: randomUUID(),
  article: 0,
  rule: "value-then-growth",
  confidence: 0.93,
  evidence: [
    { quote: "出口881.7亿元", start: 120, end: 129 },
    { quote: "增长5.5%", start: 140, end: 146 },
  ],
};
const observe = async (given: Partial<NewObservation> = {}) =>
  (await run((tx) => observeFacts(tx, [{ ...exports881, ...given }])))[0] ?? "";
const factOf = async (id: string) => (await run((tx) => listFacts(tx, { ids: [id] })))[0];

describe("观测、证据、裁定", () => {
  test("记下的就是原样：小数不丢零，出处多段按序", async () => {
    const id = await observe();
    expect(await factOf(id)).toMatchObject({
      value: "881.70",
      unit: "亿元",
      yoyPct: "5.5",
      confidence: 0.93,
      status: "proposed",
      decisions: 0,
      recordedBy: officer.id,
    });
    const evidence = await run((tx) => evidenceOf(tx, [id]));
    expect(evidence.get(id)?.map((one) => one.quote)).toEqual(["出口881.7亿元", "增长5.5%"]);
  });

  test("更正：原观测留着，新观测带着原证据立即采纳，来路查得到", async () => {
    const id = await observe();
    const [corrected = ""] = await run((tx) =>
      correctFacts(tx, [{ observationId: id, changes: { value: "8817", period: "2020" }, reason: "认错了期" }]),
    );
    expect(await factOf(id)).toMatchObject({ value: "881.70", status: "corrected", correctedBy: corrected, reason: "认错了期" });
    expect(await factOf(corrected)).toMatchObject({
      value: "8817",
      unit: "亿元",
      period: "2020",
      status: "accepted",
      corrects: id,
      confidence: 1,
    });
    const provenance = await run((tx) => provenanceOf(tx, corrected));
    expect(provenance.evidence).toHaveLength(2);
    expect(provenance.corrected.map((fact) => fact.id)).toEqual([id]);
    expect(provenance.history).toMatchObject([{ decision: "accept", decidedBy: officer.id }]);
  });

  test.each([
    ["accept", "accepted"],
    ["reject", "rejected"],
    ["withdraw", "withdrawn"],
  ] as const)("%s → %s，之后不能再裁定一次", async (decision, status) => {
    const id = await observe();
    await run((tx) => decideFacts(tx, [{ observationId: id, decision, rule: "high-confidence", reason: "r" }]));
    expect(await factOf(id)).toMatchObject({ status, decisions: 1, decisionRule: "high-confidence", reason: "r" });
    await expect(run((tx) => decideFacts(tx, [{ observationId: id, decision }]))).rejects.toMatchObject({
      code: "fact.already-decided",
      params: { status },
    });
  });

  test("撤回的不能重开；驳回的可以", async () => {
    const [withdrawn, rejected] = [await observe(), await observe()];
    await run((tx) =>
      decideFacts(tx, [
        { observationId: withdrawn, decision: "withdraw" },
        { observationId: rejected, decision: "reject" },
      ]),
    );
    await expect(run((tx) => decideFacts(tx, [{ observationId: withdrawn, decision: "reopen" }]))).rejects.toMatchObject({
      code: "fact.already-decided",
    });
    await run((tx) => decideFacts(tx, [{ observationId: rejected, decision: "reopen" }]));
    expect(await factOf(rejected)).toMatchObject({ status: "proposed", decisions: 2 });
  });

  test("看过之后别人动过：按所见的次数拒绝", async () => {
    const id = await observe();
    await run((tx) => decideFacts(tx, [{ observationId: id, decision: "reject", seen: 0 }]));
    await run((tx) => decideFacts(tx, [{ observationId: id, decision: "reopen" }]));
    await expect(run((tx) => decideFacts(tx, [{ observationId: id, decision: "accept", seen: 0 }]))).rejects.toMatchObject({
      code: "fact.already-decided",
    });
  });

  test("两人同时裁定同一条：恰好一人成功", async () => {
    const id = await observe();
    const attempts = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        run((tx) => decideFacts(tx, [{ observationId: id, decision: "accept" }]), database.actor("statistics")),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === "fulfilled")).toHaveLength(1);
    for (const attempt of attempts)
      if (attempt.status === "rejected") expect(attempt.reason).toMatchObject({ code: "fact.already-decided" });
  });

  test("一批里有一条不行，整批不作数", async () => {
    const [good, bad] = [await observe(), await observe()];
    await run((tx) => decideFacts(tx, [{ observationId: bad, decision: "accept" }]));
    await expect(
      run((tx) =>
        decideFacts(tx, [
          { observationId: good, decision: "accept" },
          { observationId: bad, decision: "accept" },
        ]),
      ),
    ).rejects.toMatchObject({ code: "fact.already-decided" });
    expect(await factOf(good)).toMatchObject({ status: "proposed" });
    await expect(run((tx) => decideFacts(tx, [{ observationId: randomUUID(), decision: "accept" }]))).rejects.toMatchObject({
      code: "fact.unknown",
      kind: "not-found",
    });
  });
});

describe("查询", () => {
  test("按过去某刻所记：之后的裁定与观测不算", async () => {
    const originId = randomUUID();
    const id = await observe({ originId });
    const then = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await run((tx) => decideFacts(tx, [{ observationId: id, decision: "accept" }]));
    await observe({ originId });
    const statuses = async (recordedUntil?: string) =>
      (await run((tx) => listFacts(tx, { originId, ...(recordedUntil ? { recordedUntil } : {}) }))).map((fact) => fact.status);
    expect(await statuses(then)).toEqual(["proposed"]);
    expect(await statuses()).toEqual(["accepted", "proposed"]);
  });

  test("筛选与翻页；视图给出同样的现状", async () => {
    const originId = randomUUID();
    const ids = await run((tx) =>
      observeFacts(
        tx,
        Array.from({ length: 1200 }, (_, place) => ({ ...exports881, originId, code: place % 2 ? "exports" : "imports", evidence: [] })),
      ),
    );
    await run((tx) =>
      decideFacts(
        tx,
        ids.slice(0, 700).map((observationId) => ({ observationId, decision: "accept" as const })),
      ),
    );
    const accepted = await run((tx) => listFacts(tx, { originId, code: "imports", status: ["accepted"], limit: 200 }));
    expect(accepted).toHaveLength(200);
    const next = await run((tx) =>
      listFacts(tx, { originId, code: "imports", status: ["accepted"], limit: 200, after: accepted.at(-1)?.id ?? "" }),
    );
    expect(next).toHaveLength(150);
    const inView = await run((tx) =>
      tx
        .selectFrom("fact_current")
        .select((eb) => eb.fn.countAll<string>().as("n"))
        .where("origin_id", "=", originId)
        .where("status", "=", "accepted")
        .executeTakeFirstOrThrow(),
    );
    expect(Number(inView.n)).toBe(700);
  });

  test("别的园区看不见，也裁定不了", async () => {
    const id = await observe();
    const foreigner = database.actor("statistics", { zoneId: database.otherZoneId });
    expect(await run((tx) => listFacts(tx, { ids: [id] }), foreigner)).toEqual([]);
    await expect(run((tx) => decideFacts(tx, [{ observationId: id, decision: "accept" }]), foreigner)).rejects.toMatchObject({
      code: "fact.unknown",
    });
  });
});
