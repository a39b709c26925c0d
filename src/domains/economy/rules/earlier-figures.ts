import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { isGrowthOnly } from "#domains/economy/rules/accepted-fact.ts";
import { calibreOf } from "#domains/economy/rules/calibre-of.ts";
import type { EarlierFigure } from "#domains/economy/rules/checks/check-input.ts";
import { joinSayings } from "#domains/economy/rules/join-facts.ts";
import { findMonths, type Months, sameMonths, startsYear, yearBefore, yearOfMonths } from "#domains/economy/rules/period-months.ts";
import { readShare } from "#domains/economy/rules/share-of-wider-region.ts";

/** An earlier level with the fact that says it. */
export type EarlierFact = EarlierFigure & { readonly observationId: string; readonly yoyPct: string | null };

type Placed = { readonly fact: AcceptedFact & { readonly code: string }; readonly months: Months; readonly when: EarlierFigure["when"] };

/** Undisputed earlier levels of the same region: within the year, a year before, and the end of last year. */
export function listEarlier(facts: readonly AcceptedFact[], months: Months | undefined): EarlierFact[] {
  if (months === undefined) return [];
  const groups = new Map<string, Placed[]>();
  for (const fact of facts) {
    const placed = place(fact, months);
    if (placed === undefined) continue;
    const key = `${placed.fact.code} ${placed.when} ${placed.months.first}-${placed.months.last}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  return [...groups.values()]
    .flatMap(undisputed)
    .sort((left, right) => left.code.localeCompare(right.code) || right.period.localeCompare(left.period));
}

function place(fact: AcceptedFact, months: Months): Placed | undefined {
  const { code } = fact;
  const own = fact.period === null ? undefined : findMonths(fact.period);
  if (own === undefined || code === null || calibreOf(fact) !== null || isGrowthOnly(fact) || readShare(fact) !== undefined)
    return undefined;
  const when = whenOf(own, months, fact.basis);
  return when === undefined ? undefined : { fact: { ...fact, code }, months: own, when };
}

function whenOf(own: Months, months: Months, basis: AcceptedFact["basis"]): EarlierFigure["when"] | undefined {
  const before = yearBefore(months);
  if (sameMonths(own, before)) return "last-year";
  if (basis === "point" && own.last === before.last) return "last-year";
  if (yearOfMonths(own) === yearOfMonths(months) && startsYear(own) && own.last < months.last && startsYear(months)) return "same-year";
  if (basis === "point" && own.last === yearOfMonths(months) * 12 - 1) return "last-year-end";
  return undefined;
}

function undisputed(group: readonly Placed[]): EarlierFact[] {
  const [agreement, ...others] = joinSayings(
    group.map(({ fact }) => ({ fact, value: fact.value, unit: fact.unit, approximation: fact.approximation })),
  );
  const [first] = group;
  if (agreement === undefined || first === undefined || others.length > 0) return [];
  const { facts, value, unit } = agreement[0];
  const [fact] = facts;
  return [
    {
      code: first.fact.code,
      period: fact.period ?? "",
      when: first.when,
      basis: fact.basis,
      value,
      unit,
      revised: fact.settledness === "revised",
      observationId: fact.observationId,
      yoyPct: fact.yoyPct,
    },
  ];
}
