import { createHash } from "node:crypto";
import { z } from "zod";
import { EXPECTED_BY_DEFAULT } from "#domains/economy/contract/indicator-metadata.ts";
import type { ReportCardContent } from "#domains/economy/contract/report-card.ts";
import { composeReportCard } from "#domains/economy/rules/compose-report-card.ts";
import { findMonths, yearOfMonths } from "#domains/economy/rules/period-months.ts";
import { loadAcceptedFacts } from "#domains/economy/server/load-facts.ts";
import { findRegionRelations, spellings } from "#domains/economy/server/region-relations.ts";
import { IndicatorCode } from "#domains/intelligence/contract/indicators.ts";
import { ambiguousObservations } from "#domains/projects/server/api.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Name of the zone's setting: which indicators its card has to show. */
export const EXPECTED_SETTING = "economy.expected-indicators";

/** What a card of this region and period would say now, from the facts accepted so far. */
export async function composeCurrentCard(
  tx: Tx,
  region: string,
  period: string,
  excluded: readonly string[] = [],
): Promise<ReportCardContent> {
  const months = findMonths(period);
  const { names, wider, related } = await findRegionRelations(tx, region);
  const around = spellings([...wider.map((one) => one.region), ...related]);
  const facts = months === undefined ? [] : await loadAcceptedFacts(tx, [...names, ...around], yearOfMonths(months));
  // “超年度计划投资143.91%” may be a rate or what goes beyond it: the card takes the reading that a person chose, never the words (handbook §4).
  const ambiguous = await ambiguousObservations(tx);
  const certain = facts.filter((fact) => !ambiguous.has(fact.observationId));
  return composeReportCard({ region, names, period, facts: certain, expected: await loadExpected(tx), wider, related, excluded });
}

export async function loadExpected(tx: Tx): Promise<readonly string[]> {
  const row = await tx
    .selectFrom("setting")
    .select("value")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("name", "=", EXPECTED_SETTING)
    .executeTakeFirst();
  return z.array(IndicatorCode).safeParse(row?.value).data ?? EXPECTED_BY_DEFAULT;
}

/** What the figures rest on and say; wording and titles do not make a card stale. */
export function fingerprintOf({ figures, conflicts }: ReportCardContent): string {
  const said = {
    figures: figures.map(({ id, value, unit, yoyPct, observationIds }) => ({
      id,
      value,
      unit,
      yoyPct,
      observationIds: [...observationIds].sort(),
    })),
    conflicts: conflicts.map(({ key, sides }) => ({ key, values: sides.map((side) => `${side.value} ${side.unit}`).sort() })),
  };
  return createHash("sha256").update(canonicalJson(said)).digest("hex");
}
