import { sql } from "kysely";
import { v7 } from "uuid";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { type FactRow, factOf, rowOf } from "#kernel/server/fact-rows.ts";
import type {
  Fact,
  FactCorrection,
  FactDecision,
  FactEvidence,
  FactFilter,
  FactProvenance,
  NewObservation,
} from "#kernel/server/fact-shapes.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

const ROWS_A_STATEMENT = 500;
const MOST_LISTED = 10_000;

/** Records what sources said, with their evidence. Nothing counts before it is decided. @returns the ids, in order. */
export async function observeFacts(tx: Tx, observations: readonly NewObservation[]): Promise<readonly string[]> {
  return insertObservations(
    tx,
    observations.map((observation) => ({ ...observation, corrects: null })),
  );
}

async function insertObservations(
  tx: Tx,
  observations: readonly (NewObservation & { readonly corrects: string | null })[],
): Promise<readonly string[]> {
  const { zoneId, id: recordedBy } = actorOf(tx);
  const at = recordedAt(tx);
  const identified = observations.map((observation) => ({ ...observation, id: observation.id ?? v7() }));
  for (const part of parts(identified)) {
    await tx
      .insertInto("fact_observation")
      .values(part.map((observation) => rowOf(observation, zoneId, recordedBy, at)))
      .execute();
  }
  const evidence = identified.flatMap((observation) =>
    observation.evidence.map(({ quote, start = null, end = null, locator = null }, ordinal) => ({
      zone_id: zoneId,
      observation_id: observation.id,
      ordinal,
      quote,
      span_start: start,
      span_end: end,
      locator: locator === null ? null : JSON.stringify(locator),
      enterprise_id: observation.enterpriseId ?? null,
    })),
  );
  for (const part of parts(evidence)) await tx.insertInto("fact_evidence").values(part).execute();
  return identified.map(({ id }) => id);
}

/** Which present status lets which decision through; whatever else was found there is somebody else's decision. */
const ALLOWED = {
  accept: ["proposed"],
  reject: ["proposed"],
  correct: ["proposed", "accepted"],
  withdraw: ["proposed", "accepted", "rejected"],
  reopen: ["accepted", "rejected"],
} as const satisfies Record<string, readonly Fact["status"][]>;

/** @throws AppError `fact.unknown`, `fact.already-decided`; then none of them is decided. */
export async function decideFacts(tx: Tx, decisions: readonly FactDecision[]): Promise<void> {
  const facts = await factsById(
    tx,
    decisions.map((decision) => decision.observationId),
  );
  const rows = decisions.map((given) =>
    decisionRow(tx, requireDecidable(facts, given.observationId, given.decision, given.seen), { ...given, correctionId: null }),
  );
  await insertDecisions(tx, rows);
}

/** Records what it should have been, beside what the source was read as, and accepts that. @returns the ids of the corrections, in order. */
export async function correctFacts(tx: Tx, corrections: readonly FactCorrection[]): Promise<readonly string[]> {
  const facts = await factsById(
    tx,
    corrections.map((correction) => correction.observationId),
  );
  const evidence = await evidenceOf(tx, [...facts.keys()]);
  const pairs = corrections.map((given) => ({ given, fact: requireDecidable(facts, given.observationId, "correct", given.seen) }));
  const ids = await insertObservations(
    tx,
    pairs.map(({ given, fact }) => ({
      ...fact,
      ...given.changes,
      id: v7(),
      confidence: 1,
      corrects: fact.id,
      evidence: evidence.get(fact.id) ?? [],
    })),
  );
  const corrected = pairs.map(({ given, fact }, place) =>
    decisionRow(tx, fact, {
      decision: "correct",
      correctionId: ids[place] ?? null,
      ...(given.reason === undefined ? {} : { reason: given.reason }),
    }),
  );
  const accepted = pairs.map(({ fact }, place) =>
    decisionRow(tx, { ...fact, id: ids[place] ?? "", decisions: 0 }, { decision: "accept", correctionId: null }),
  );
  await insertDecisions(tx, [...corrected, ...accepted]);
  return ids;
}

function requireDecidable(facts: ReadonlyMap<string, Fact>, id: string, decision: keyof typeof ALLOWED, seen: number | undefined): Fact {
  const fact = facts.get(id);
  if (!fact) throw new AppError("fact.unknown", "not-found", { id });
  const allowed: readonly Fact["status"][] = ALLOWED[decision];
  if (!allowed.includes(fact.status) || (seen !== undefined && seen !== fact.decisions))
    throw new AppError("fact.already-decided", "conflict", { id, status: fact.status });
  return fact;
}

type DecisionToKeep = { readonly decision: string; readonly correctionId: string | null; readonly rule?: string; readonly reason?: string };
const decisionRow = (tx: Tx, fact: Fact, { decision, correctionId, rule, reason }: DecisionToKeep) => ({
  zone_id: actorOf(tx).zoneId,
  observation_id: fact.id,
  ordinal: fact.decisions + 1,
  decision,
  correction_id: correctionId,
  decided_by: actorOf(tx).id,
  rule: rule ?? null,
  reason: reason ?? null,
  enterprise_id: fact.enterpriseId,
  decided_at: recordedAt(tx),
});

/** The ordinal is the key: of two reviewers who decide at the same moment, the second inserts nothing and is told so. */
async function insertDecisions(tx: Tx, rows: readonly ReturnType<typeof decisionRow>[]): Promise<void> {
  for (const part of parts(rows)) {
    const kept = await tx
      .insertInto("fact_decision")
      .values(part)
      .onConflict((on) => on.doNothing())
      .returning("observation_id")
      .execute();
    const lost = part.find((row) => !kept.some((one) => one.observation_id === row.observation_id));
    if (lost) throw new AppError("fact.already-decided", "conflict", { id: lost.observation_id, status: "?" });
  }
}

async function factsById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Fact>> {
  const facts = new Map<string, Fact>();
  for (const part of parts(ids)) for (const fact of await listFacts(tx, { ids: part, limit: MOST_LISTED })) facts.set(fact.id, fact);
  return facts;
}

/** Figures with their present status, or their status as recorded until an instant. Sorted by id, which is the order of recording. */
export async function listFacts(tx: Tx, filter: FactFilter): Promise<readonly Fact[]> {
  const { ids, originId, region, period, code, status, recordedUntil, after } = filter;
  const conditions = [
    sql`o.zone_id = ${actorOf(tx).zoneId}::uuid`,
    ...(ids ? [sql`o.id = any(${ids}::uuid[])`] : []),
    ...(originId === undefined ? [] : [sql`o.origin_id = ${originId}::uuid`]),
    ...(region === undefined ? [] : [sql`o.region = ${region}`]),
    ...(period === undefined ? [] : [sql`o.period = ${period}`]),
    ...(code === undefined ? [] : [sql`o.code = ${code}`]),
    ...(recordedUntil === undefined ? [] : [sql`o.recorded_at <= ${recordedUntil}::timestamptz`]),
    ...(after === undefined ? [] : [sql`o.id > ${after}::uuid`]),
    ...(status
      ? [
          sql`case d.decision when 'accept' then 'accepted' when 'reject' then 'rejected' when 'correct' then 'corrected'
      when 'withdraw' then 'withdrawn' else 'proposed' end = any(${status}::text[])`,
        ]
      : []),
  ];
  const { rows } = await sql<FactRow>`
    select o.*, d.decision, d.ordinal, d.correction_id, d.decided_by, d.decided_at, d.rule as decision_rule, d.reason
    from fact_observation o
    left join lateral (
      select * from fact_decision x where x.zone_id = o.zone_id and x.observation_id = o.id
      ${recordedUntil === undefined ? sql`` : sql`and x.decided_at <= ${recordedUntil}::timestamptz`}
      order by x.ordinal desc limit 1
    ) d on true
    where ${sql.join(conditions, sql` and `)} order by o.id limit ${Math.min(filter.limit ?? 1000, MOST_LISTED)}`.execute(tx);
  return rows.map(factOf);
}

/** Everything that a figure rests on. @throws AppError `fact.unknown`. */
export async function provenanceOf(tx: Tx, observationId: string): Promise<FactProvenance> {
  const fact = (await factsById(tx, [observationId])).get(observationId);
  if (!fact) throw new AppError("fact.unknown", "not-found", { id: observationId });
  const corrected: Fact[] = [];
  for (let next = fact.corrects; next !== null; ) {
    const earlier: Fact | undefined = (await factsById(tx, [next])).get(next);
    if (!earlier) break;
    corrected.push(earlier);
    next = earlier.corrects;
  }
  const history = await tx
    .selectFrom("fact_decision")
    .select(["decision", "decided_by as decidedBy", "decided_at as decidedAt", "rule", "reason", "correction_id as correctionId"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("observation_id", "=", observationId)
    .orderBy("ordinal")
    .execute();
  return { fact, evidence: (await evidenceOf(tx, [observationId])).get(observationId) ?? [], history, corrected };
}

/** The evidence of many figures at once. */
export async function evidenceOf(tx: Tx, observationIds: readonly string[]): Promise<ReadonlyMap<string, readonly FactEvidence[]>> {
  const found = new Map<string, FactEvidence[]>();
  if (observationIds.length === 0) return found;
  const rows = await tx
    .selectFrom("fact_evidence")
    .select(["observation_id", "quote", "span_start as start", "span_end as end", "locator"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("observation_id", "=", sql<string>`any(${observationIds}::uuid[])`)
    .orderBy("observation_id")
    .orderBy("ordinal")
    .execute();
  for (const { observation_id, ...evidence } of rows) {
    const pieces = found.get(observation_id);
    if (pieces === undefined) found.set(observation_id, [evidence]);
    else pieces.push(evidence);
  }
  return found;
}

/** The evidence of many figures, of each the first pieces only: thousands of rows may prove one. */
export async function firstEvidenceOf(
  tx: Tx,
  observationIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly FactEvidence[]>> {
  const found = new Map<string, FactEvidence[]>();
  if (observationIds.length === 0) return found;
  const { rows } = await sql<FactEvidence & { observation_id: string }>`
    select observation_id, quote, span_start as start, span_end as "end", locator from fact_evidence
    where zone_id = ${actorOf(tx).zoneId}::uuid and observation_id = any(${observationIds}::uuid[]) and ordinal < ${most}
    order by observation_id, ordinal`.execute(tx);
  for (const { observation_id, ...evidence } of rows) {
    const pieces = found.get(observation_id);
    if (pieces === undefined) found.set(observation_id, [evidence]);
    else pieces.push(evidence);
  }
  return found;
}

/** How many pieces of evidence figures have. */
export async function countEvidence(tx: Tx, observationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (observationIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; pieces: number }>`
    select observation_id id, count(*)::int pieces from fact_evidence
    where zone_id = ${actorOf(tx).zoneId}::uuid and observation_id = any(${observationIds}::uuid[]) group by observation_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.pieces]));
}

function* parts<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) yield rows.slice(start, start + ROWS_A_STATEMENT);
}
