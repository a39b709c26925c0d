import { countFamily } from "#kernel/count.ts";
import type { Fact } from "#kernel/fact.ts";
import { hasYear, isYearToDate, lengthInMonths } from "#kernel/period.ts";
import { plainScript } from "#kernel/plain-script.ts";
import type { Quantity } from "#kernel/quantity.ts";
import { quantityOf } from "#kernel/quantity.ts";

export type FactKey = string;

/** The quantity of a fact; a unit that we do not know stays a measure of its own. */
export function factQuantity({ value, unit }: Pick<Fact, "value" | "unit">): Quantity {
  const known = quantityOf(value, unit, { anyUnit: true });
  return known.ok ? known.value : { kind: "measure", amount: value, unit };
}

/**
 * Facts of one key speak of the same thing: indicator by code or words, region, period, basis, calibre, scope, actual or target, and sort of quantity
 * (a level in 元 and a growth in % are two). Without a year, only facts of one source can be told to mean the same period.
 */
export function factKey(fact: Fact): FactKey {
  const dated = fact.period !== null && hasYear(fact.period);
  return JSON.stringify([
    fact.code ?? plainIndicator(fact.indicator),
    fact.region === null ? null : plainName(fact.region),
    fact.period,
    basisOf(fact),
    fact.calibre === null ? null : plainName(fact.calibre),
    fact.scope,
    fact.kind,
    sortOf(factQuantity(fact)),
    dated ? null : (fact.provenance[0]?.source ?? null),
  ]);
}

const plainName = (name: string): string => plainScript(name).replace(/\s/g, "");

/** Words that say only that it is a growth, a total or a number: the quantity says so already. */
const plainIndicator = (indicator: string): string =>
  plainName(indicator)
    .replace(/(?:同比)?(?:增速|增长率|增幅|增长)$/, "")
    .replace(/(?:总额|总数|数量|数)$/, "");

/** A basis that was not stated is the usual one of its period: from January on cumulative, otherwise alone. */
function basisOf({ basis, period }: Fact): string {
  if (basis !== "unknown" || period === null) return basis;
  return isYearToDate(period) && lengthInMonths(period) > 1 ? "cumulative" : "single";
}

/** Measure words for the same things (家, 户, 个) are one sort; 家次 counts events and stays apart. */
function sortOf(quantity: Quantity): string {
  if (quantity.kind === "count")
    return ["家", "个", "项"].includes(countFamily(quantity.unit)) ? "count" : `count:${countFamily(quantity.unit)}`;
  if (quantity.kind === "number") return "count";
  return quantity.kind === "money" || quantity.kind === "measure" ? `${quantity.kind}:${quantity.unit}` : quantity.kind;
}
