import { findIndicator, type IndicatorCode } from "#domains/intelligence/contract/indicators.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { ObservedFigure } from "#kernel/server/fact-shapes.ts";
import { decideFacts, evidenceOf, listFacts, observeFacts } from "#kernel/server/facts.ts";

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

/**
 * Gives a figure computed from rows to the report card. The same figure from the same rows changes nothing;
 * another one takes the place of the earlier, which stays in history as withdrawn.
 * @returns the id of the observation that counts now.
 */
export async function reportFromRows(tx: Tx, figure: ComputedFigure): Promise<string> {
  const { dataset, title, rows, code, region, period, ...said } = figure;
  const rule = `${COMPUTED}:${dataset}`;
  const earlier = (await listFacts(tx, { code, region, period, status: ["accepted"] })).filter(
    (fact) => fact.origin === "rows" && fact.rule === rule,
  );
  const evidence = await evidenceOf(
    tx,
    earlier.map((fact) => fact.id),
  );
  const rowIds = rows.map((row) => row.id).join("\n");
  const same = earlier.find(
    (fact) =>
      fact.value === said.value &&
      fact.unit === said.unit &&
      (evidence.get(fact.id) ?? []).map((piece) => (piece.locator as { row?: string }).row).join("\n") === rowIds,
  );
  if (same) return same.id;
  await decideFacts(
    tx,
    earlier.map((fact) => ({ observationId: fact.id, decision: "withdraw", rule })),
  );
  const [id = ""] = await observeFacts(tx, [
    {
      ...said,
      code,
      region,
      period,
      indicator: findIndicator(code)?.name.zh ?? code,
      scope: "region",
      kind: "actual",
      origin: "rows",
      rule,
      confidence: 1,
      evidence: rows.map((row) => ({ quote: row.label, locator: { dataset, title, row: row.id } })),
    },
  ]);
  await decideFacts(tx, [{ observationId: id, decision: "accept", rule }]);
  return id;
}
