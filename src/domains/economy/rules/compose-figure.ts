import type { Comparison, FigureConflict, LastYear, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type AcceptedFact, isGrowthOnly, plainWords } from "#domains/economy/rules/accepted-fact.ts";
import { calibreOf } from "#domains/economy/rules/calibre-of.ts";
import type { WiderFigure } from "#domains/economy/rules/checks/check-input.ts";
import { impliedGrowth } from "#domains/economy/rules/checks/comparison-arithmetic.ts";
import type { EarlierFact } from "#domains/economy/rules/earlier-figures.ts";
import { type Agreement, conflictOf, factsOf, joinSayings, type Saying, sourcesOf } from "#domains/economy/rules/join-facts.ts";
import { readShare, WIDER_NAMES } from "#domains/economy/rules/share-of-wider-region.ts";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";

export type FigureContext = {
  readonly region: string;
  readonly period: string;
  readonly wider: readonly WiderFigure[];
  readonly earlier: readonly EarlierFact[];
};

/** Never both: a disputed figure is left out until a person decides. */
export type ComposedFigure = { readonly figure: ReportCardFigure | undefined; readonly conflict: FigureConflict | undefined };

/** Facts of one key become one figure: identical ones joined with all their provenance, level and growth merged. */
export function composeFigure(id: string, facts: readonly AcceptedFact[], context: FigureContext): ComposedFigure {
  const levels = joinSayings(
    facts
      .filter((fact) => !isGrowthOnly(fact))
      .map((fact) => ({ fact, value: fact.value, unit: fact.unit, approximation: fact.approximation })),
  );
  const growths = joinSayings(sameBase(facts).map(growthOf));
  const [first] = facts;
  if (first === undefined) return { figure: undefined, conflict: undefined };
  const name = nameOf(id, first);
  if (levels.length > 1) return { figure: undefined, conflict: conflictOf(id, first.code, name.zh, "level", levels) };
  if (growths.length > 1) return { figure: undefined, conflict: conflictOf(id, first.code, name.zh, "growth", growths) };
  const [level, growth] = [levels[0], growths[0]];
  const said = (level ?? growth)?.[0].facts[0];
  return { figure: said && figureOf(id, name, said, level, growth, context), conflict: undefined };
}

const growthOf = (fact: AcceptedFact): Saying => ({
  fact,
  value: fact.yoyPct ?? fact.value,
  unit: "%",
  approximation: isGrowthOnly(fact) ? fact.approximation : "exact",
});

/** Growth on last year and growth on the end of last year are two statements: the first kind is shown where there is one. */
function sameBase(facts: readonly AcceptedFact[]): readonly AcceptedFact[] {
  const growing = facts.filter((fact) => fact.yoyPct !== null || isGrowthOnly(fact));
  const baseOf = (fact: AcceptedFact) => fact.growthBase ?? "last-year";
  for (const base of ["last-year", "last-year-end", "last-period"] as const) {
    const found = growing.filter((fact) => baseOf(fact) === base);
    if (found.length > 0) return found;
  }
  return [];
}

/** A key that is just a code has the official name; any other is called as the source calls it. */
function nameOf(id: string, fact: AcceptedFact): { readonly zh: string; readonly en: string | null } {
  const indicator = findIndicator(id.split("@")[0] ?? id);
  if (indicator !== undefined) return { zh: indicator.name.zh, en: indicator.name.en };
  const share = readShare(fact);
  const of = share?.code === undefined ? undefined : findIndicator(share.code);
  const en = share === undefined || of === undefined ? null : `${of.name.en}, share of ${WIDER_NAMES[share.of].en}`;
  return { zh: plainWords(fact.indicator), en };
}

function figureOf(
  id: string,
  name: { readonly zh: string; readonly en: string | null },
  said: AcceptedFact,
  level: Agreement | undefined,
  growth: Agreement | undefined,
  context: FigureContext,
): ReportCardFigure {
  const joined = uniqueFacts([...factsOf(level), ...factsOf(growth)]);
  const lead = joined[0] ?? said;
  const yoyPct = growth?.[0].value ?? null;
  return {
    id,
    code: said.code,
    indicator: name.zh,
    indicatorEn: name.en,
    value: level?.[0].value ?? null,
    unit: level?.[0].unit ?? null,
    yoyPct,
    growthBase: growth === undefined ? null : (growth[0].facts[0].growthBase ?? "last-year"),
    approximation: (level ?? growth)?.[0].approximation ?? "exact",
    basis: said.basis,
    calibre: calibreOf(said),
    settledness: said.settledness,
    period: context.period,
    region: context.region,
    comparisons: comparisonsOf(said.code, joined, yoyPct, context),
    lastYear: lastYearOf(id, context),
    sources: sourcesOf(joined),
    observationId: lead.observationId,
    observationIds: joined.map((fact) => fact.observationId),
    status: "accepted",
  };
}

function uniqueFacts(facts: readonly AcceptedFact[]): readonly AcceptedFact[] {
  return [...new Map(facts.map((fact) => [fact.observationId, fact])).values()];
}

/** Stated points first, then what the wider region itself published. */
function comparisonsOf(code: string | null, facts: readonly AcceptedFact[], yoyPct: string | null, context: FigureContext): Comparison[] {
  const stated = new Map<string, Comparison>();
  for (const { comparison } of facts) {
    if (comparison === null || stated.has(comparison.with)) continue;
    const region = context.wider.find((one) => one.with === comparison.with)?.region ?? null;
    const growthPct = yoyPct === null ? undefined : impliedGrowth(yoyPct, comparison.points);
    stated.set(comparison.with, {
      with: comparison.with,
      region,
      points: comparison.points,
      growthPct: growthPct ?? null,
      origin: "stated",
    });
  }
  const published = context.wider
    .filter((one) => one.code === code && one.yoyPct !== null && !stated.has(one.with))
    .map((one): Comparison => {
      const points = yoyPct === null || one.yoyPct === null ? undefined : impliedGrowth(yoyPct, one.yoyPct);
      return { with: one.with, region: one.region, points: points ?? null, growthPct: one.yoyPct, origin: "fact" };
    });
  return [...stated.values(), ...published];
}

function lastYearOf(id: string, { earlier }: FigureContext): LastYear | null {
  const found = earlier.find((one) => one.code === id && one.when === "last-year");
  if (found === undefined) return null;
  return { period: found.period, value: found.value, unit: found.unit, yoyPct: found.yoyPct, observationId: found.observationId };
}
