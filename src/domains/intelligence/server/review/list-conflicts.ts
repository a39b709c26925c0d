import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Conflict } from "#domains/intelligence/contract/intelligence-operations.ts";
import { conflictPolicy } from "#domains/intelligence/rules/intelligence-policy.ts";
import { opposedSides, type Told } from "#domains/intelligence/rules/review/one-breath.ts";
import type { Fact as PureFact } from "#kernel/fact.ts";
import { findConflicts } from "#kernel/fact-conflicts.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { Period } from "#kernel/period.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Fact } from "#kernel/server/fact-shapes.ts";
import { evidenceOf, listFacts } from "#kernel/server/facts.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type OpenConflict = {
  readonly id: string;
  readonly key: string;
  readonly facts: readonly Fact[];
  readonly sides: readonly (readonly string[])[];
};
export type ConflictScope = {
  readonly region?: string | undefined;
  readonly period?: string | undefined;
  readonly documentId?: string | undefined;
};

const MOST_FACTS = 10_000;

/** A conflict's name: short, printable, the same as long as its key is. */
const idOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 22);

/** Keys for which sources give different values, among what is proposed or accepted; what explains itself by rounding or 超 and 近 does not count. */
export async function findOpenConflicts(tx: Tx, scope: ConflictScope = {}): Promise<readonly OpenConflict[]> {
  const facts = await suspects(tx, scope);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const conflicts = findConflicts(facts.flatMap((fact) => pureFact(fact) ?? []));
  const told = await placesOf(
    tx,
    conflicts.flatMap(({ sides }) => sides.flatMap((side) => side.ids.flatMap((id) => byId.get(id) ?? []))),
  );
  return conflicts.flatMap(({ key, sides }) => {
    const opposed = opposedSides(
      sides.map((side) => side.ids),
      told,
    );
    if (opposed.length < 2) return [];
    return [{ id: idOf(key), key, sides: opposed, facts: opposed.flatMap((side) => side.flatMap((id) => byId.get(id) ?? [])) }];
  });
}

async function placesOf(tx: Tx, facts: readonly Fact[]): Promise<ReadonlyMap<string, Told>> {
  const evidence = await evidenceOf(
    tx,
    facts.map((fact) => fact.id),
  );
  return new Map(
    facts.map((fact) => {
      const pieces = evidence.get(fact.id) ?? [];
      const spans = pieces.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
      return [fact.id, { document: fact.originId, quote: pieces[0]?.quote ?? "", spans }] as const;
    }),
  );
}

/** Only groups with more than one value can conflict: the database picks them in one pass over the observations, the rules decide. */
async function suspects(tx: Tx, { region, period, documentId }: ConflictScope): Promise<readonly Fact[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id,
        min(value) over same <> max(value) over same or min(unit) over same <> max(unit) over same
          or min(coalesce(yoy_pct, 0)) over same <> max(coalesce(yoy_pct, 0)) over same as differs,
        ${documentId === undefined ? sql`true` : sql`bool_or(origin_id = ${documentId}::uuid) over same`} as concerns
      from fact_observation
      where zone_id = ${actorOf(tx).zoneId}::uuid and period is not null and region is not null
        ${region === undefined ? sql`` : sql`and region = ${region}`} ${period === undefined ? sql`` : sql`and period = ${period}`}
      window same as (partition by region, period, coalesce(code, indicator), scope, kind)) grouped
    where differs and concerns limit ${MOST_FACTS}`.execute(tx);
  if (rows.length === 0) return [];
  return listFacts(tx, { ids: rows.map((row) => row.id), status: ["proposed", "accepted"], limit: MOST_FACTS });
}

/** As the pure kernel knows a fact; one whose period is not in the notation takes no part in comparisons. */
function pureFact(fact: Fact): PureFact | undefined {
  const period = Period.nullable().safeParse(fact.period).data;
  if (period === undefined) return undefined;
  return {
    ...fact,
    value: fact.value as PureFact["value"],
    yoyPct: fact.yoyPct as PureFact["yoyPct"],
    period,
    status: fact.status === "accepted" ? "accepted" : "proposed",
    revision: "verified",
    recordedAt: fact.recordedAt as PureFact["recordedAt"],
    provenance: [{ source: fact.originId ?? fact.origin, quote: fact.id, spans: [], rule: fact.rule, confidence: fact.confidence }],
  };
}

/** Conflicts as they are shown: each side with its document and its words. */
export async function presentConflicts(tx: Tx, actor: Actor, conflicts: readonly OpenConflict[]): Promise<Conflict[]> {
  const facts = conflicts.flatMap((conflict) => conflict.facts);
  const evidence = await evidenceOf(
    tx,
    facts.map((fact) => fact.id),
  );
  const titles = await documentTitles(tx, facts);
  return conflicts.map((conflict) => {
    const [first] = conflict.facts;
    return {
      id: conflict.id,
      indicator: first?.indicator ?? "",
      code: first?.code ?? null,
      region: first?.region ?? null,
      period: first?.period ?? null,
      sides: conflict.facts.map((fact) => {
        const title = fact.originId === null ? undefined : titles.get(fact.originId);
        return {
          observationId: fact.id,
          value: fact.value,
          unit: fact.unit,
          documentId: title ? fact.originId : null,
          documentTitle: title?.title ?? fact.origin,
          quote: evidence.get(fact.id)?.[0]?.quote ?? "",
          published: (title?.published ?? null) as LocalDate | null,
          status: fact.status,
        };
      }),
      resolved: false,
      resolution: null,
      abilities: abilitiesOf(conflictPolicy, actor, { resolved: false }),
    };
  });
}

async function documentTitles(tx: Tx, facts: readonly Fact[]): Promise<ReadonlyMap<string, { title: string; published: string | null }>> {
  const ids = [...new Set(facts.flatMap((fact) => fact.originId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("document")
    .select(["id", "title", "published"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
