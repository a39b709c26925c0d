import { createHash } from "node:crypto";
import { sql } from "kysely";
import { findIndicator, type IndicatorCode } from "#domains/intelligence/contract/indicators.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Fact, ObservedFigure } from "#kernel/server/fact-shapes.ts";
import { decideFacts, listFacts, observeFacts } from "#kernel/server/facts.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** A figure that was computed from records of a domain, with those records as its proof. Decimals are exact strings in `unit`. */
export type ComputedFigure = Pick<ObservedFigure, "value" | "unit" | "basis"> &
  Partial<Pick<ObservedFigure, "yoyPct" | "growthBase" | "calibre">> & {
    readonly code: IndicatorCode;
    readonly region: string;
    readonly period: string;
    /** What was counted: `projects.under-construction`. One figure for each key and dataset counts at a time. */
    readonly dataset: string;
    readonly title: string;
    readonly rows: readonly { readonly id: string; readonly label: string }[];
  };

/** The named rule under which a computed figure counts: nobody types it, so nobody accepts it. */
const COMPUTED = "computed-from-rows";
const ruleOf = (dataset: string): string => `${COMPUTED}:${dataset}`;
const MOST = 10_000;

/**
 * Gives a figure computed from rows to the report card. The same figure from the same rows changes nothing;
 * another one takes the place of the earlier, which stays in history as withdrawn.
 * @returns the id of the observation that counts now.
 */
export async function reportFromRows(tx: Tx, figure: ComputedFigure): Promise<string> {
  const { code, region, period } = figure;
  const earlier = (await listFacts(tx, { code, region, period, status: ["accepted"] })).filter((fact) => isOf(fact, figure.dataset));
  const [id = ""] = (await keepFigures(tx, earlier, [figure])).ids;
  return id;
}

export type ReportedFigures = { readonly ids: readonly string[]; readonly changed: number; readonly withdrawn: number };

/** All figures that a domain computes for one region and period; what it computed before and does no more is withdrawn. */
export async function reportAllFromRows(
  tx: Tx,
  { region, period, domain, figures }: { region: string; period: string; domain: string; figures: readonly ComputedFigure[] },
): Promise<ReportedFigures> {
  const accepted = await listFacts(tx, { region, period, status: ["accepted"], limit: MOST });
  const own = accepted.filter((fact) => fact.origin === "rows" && fact.rule.startsWith(ruleOf(`${domain}.`)));
  return keepFigures(tx, own, figures);
}

const isOf = (fact: Fact, dataset: string): boolean => fact.origin === "rows" && fact.rule === ruleOf(dataset);

async function keepFigures(tx: Tx, earlier: readonly Fact[], figures: readonly ComputedFigure[]): Promise<ReportedFigures> {
  const digests = await digestsOf(
    tx,
    earlier.map((fact) => fact.id),
  );
  const standing = figures.map((figure) =>
    earlier.find(
      (fact) =>
        isOf(fact, figure.dataset) &&
        fact.code === figure.code &&
        fact.value === figure.value &&
        fact.unit === figure.unit &&
        digests.get(fact.id) === digestOf(figure.rows),
    ),
  );
  const kept = new Set(standing.flatMap((fact) => fact?.id ?? []));
  const outdated = earlier.filter((fact) => !kept.has(fact.id));
  await decideFacts(
    tx,
    outdated.map((fact) => ({ observationId: fact.id, decision: "withdraw", rule: fact.rule })),
  );
  const fresh = figures.filter((_, place) => standing[place] === undefined);
  const observed = await observeFacts(tx, fresh.map(observationOf));
  await decideFacts(
    tx,
    fresh.map((figure, place) => ({ observationId: observed[place] ?? "", decision: "accept", rule: ruleOf(figure.dataset) })),
  );
  let next = 0;
  const ids = standing.map((fact) => fact?.id ?? observed[next++] ?? "");
  return { ids, changed: fresh.length, withdrawn: outdated.length };
}

const observationOf = ({ dataset, title, rows, ...said }: ComputedFigure) => ({
  ...said,
  indicator: findIndicator(said.code)?.name.zh ?? said.code,
  scope: "region" as const,
  kind: "actual" as const,
  origin: "rows" as const,
  rule: ruleOf(dataset),
  confidence: 1,
  evidence:
    rows.length > 0
      ? rows.map((row) => ({ quote: row.label, locator: { dataset, title, row: row.id } }))
      : [{ quote: NOTHING, locator: { dataset, title } }],
});

/** What proves a zero: the list was looked at, and nothing stood in it. */
const NOTHING = "清单为空，计 0 行";

/** Rows and what they say, in their order, as one short text: thousands of rows are compared without being fetched. */
const digestOf = (rows: ComputedFigure["rows"]): string =>
  createHash("md5")
    .update((rows.length > 0 ? rows : [{ id: "", label: NOTHING }]).map((row) => `${row.id}\t${row.label}`).join("\n"))
    .digest("hex");

async function digestsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; digest: string }>`
    select observation_id id, md5(string_agg(coalesce(locator->>'row', '') || E'\t' || quote, E'\n' order by ordinal)) digest
    from fact_evidence where zone_id = ${actorOf(tx).zoneId}::uuid and observation_id = any(${ids}::uuid[])
    group by observation_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.digest]));
}
