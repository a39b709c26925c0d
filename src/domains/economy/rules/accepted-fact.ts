import type { FigureSource, Settledness } from "#domains/economy/contract/report-card.ts";
import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { findDecimal } from "#kernel/decimal.ts";

/** A fact as it stands now: accepted, corrections applied, with where it came from. */
export type AcceptedFact = Pick<
  Figure,
  | "indicator"
  | "code"
  | "value"
  | "unit"
  | "approximation"
  | "period"
  | "basis"
  | "region"
  | "yoyPct"
  | "growthBase"
  | "comparison"
  | "scope"
  | "kind"
> & {
  readonly observationId: string;
  readonly calibre: string | null;
  readonly settledness: Settledness;
  readonly source: FigureSource;
};

/** Only the growth was published: value and growth are the same number of per cent. */
export function isGrowthOnly(fact: Pick<AcceptedFact, "value" | "unit" | "yoyPct" | "indicator">): boolean {
  if (fact.unit !== "%" && fact.unit !== "％") return false;
  if (/(增速|增长率|增幅|涨幅)$/.test(fact.indicator)) return true;
  return fact.yoyPct !== null && findDecimal(fact.yoyPct) === findDecimal(fact.value);
}

/** The words of an indicator without those that say "growth of it", without brackets' kinds and spaces. */
export const plainWords = (indicator: string): string =>
  indicator
    .replace(/\s+/g, "")
    .replace(/（/g, "(")
    .replace(/）/g, ")")
    .replace(/(?:同比)?(?:增速|增长率|增幅|涨幅|增长)$/, "");

/** Names of regions compare without spaces and without the difference of full and half brackets. */
export const plainRegion = (region: string): string => region.replace(/\s+/g, "").replace(/（/g, "(").replace(/）/g, ")");
