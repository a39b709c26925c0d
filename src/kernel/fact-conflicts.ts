import { compatible } from "#kernel/approximation.ts";
import { absolute, compare, type Decimal, divide, larger, multiply, ONE, placesOf, shift, subtract, ZERO } from "#kernel/decimal.ts";
import type { Fact, FactSource } from "#kernel/fact.ts";
import { type FactKey, factKey, factQuantity } from "#kernel/fact-key.ts";
import { baseAmount } from "#kernel/quantity.ts";

export type JoinedFact = {
  readonly key: FactKey;
  readonly fact: Fact;
  readonly provenance: readonly FactSource[];
  readonly ids: readonly string[];
};

/** Computed once for a fact, however often it is compared: a figure that a thousand documents repeat is one group. */
function once(compute: (fact: Fact) => Decimal): (fact: Fact) => Decimal {
  const known = new WeakMap<Fact, Decimal>();
  return (fact) => {
    const found = known.get(fact);
    if (found !== undefined) return found;
    const computed = compute(fact);
    known.set(fact, computed);
    return computed;
  };
}

const amountOf = once((fact) => baseAmount(factQuantity(fact)));

const halfDigit = (value: Decimal): Decimal => shift("5" as Decimal, -placesOf(value) - 1);

/** Half of the last digit that was written, in the base unit: what rounding may hide. */
const roundingOf = once((fact) => {
  const scale = fact.value === ZERO ? ONE : divide(amountOf(fact), fact.value, 12);
  return multiply(halfDigit(fact.value), absolute(scale));
});

/** One thing said twice is one fact with both places: same key, same amount whatever its unit, same approximation, and no contradicting growth. */
export function joinFacts(facts: readonly Fact[]): readonly JoinedFact[] {
  const joined: { key: FactKey; fact: Fact; members: Fact[] }[] = [];
  const byKey = new Map<FactKey, (typeof joined)[number][]>();
  for (const fact of [...facts].sort(fullestFirst)) {
    const key = factKey(fact);
    const homes = byKey.get(key) ?? [];
    const home = homes.find((candidate) => identical(candidate.fact, fact));
    if (home !== undefined) home.members.push(fact);
    else {
      const made = { key, fact, members: [fact] };
      joined.push(made);
      byKey.set(key, [...homes, made]);
    }
  }
  return joined.map(({ key, fact, members }) => ({ key, fact, provenance: allProvenance(members), ids: members.map(({ id }) => id) }));
}

const identical = (left: Fact, right: Fact): boolean =>
  amountOf(left) === amountOf(right) &&
  left.approximation === right.approximation &&
  left.revision === right.revision &&
  (right.yoyPct === null || left.yoyPct === right.yoyPct);

/** Those that state a growth come first, so that the others join them; then by place in time and by id, so that the order given does not matter. */
function fullestFirst(left: Fact, right: Fact): number {
  const growth = (left.yoyPct === null ? 1 : 0) - (right.yoyPct === null ? 1 : 0);
  return growth || byText(left.recordedAt, right.recordedAt) || byText(left.id, right.id);
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Every place once, however often it was read. */
function allProvenance(facts: readonly Fact[]): readonly FactSource[] {
  const places = new Map<string, FactSource>();
  for (const { provenance } of facts) {
    for (const place of provenance) {
      const name = JSON.stringify([place.source, place.spans, place.quote]);
      if (!places.has(name)) places.set(name, place);
    }
  }
  return [...places.values()];
}

/** Facts that can all be true at once, the most exact first. */
export type ConflictSide = {
  readonly value: Decimal;
  readonly unit: string;
  readonly yoyPct: Decimal | null;
  readonly ids: readonly string[];
  readonly provenance: readonly FactSource[];
};
/** `about`: the figures differ, or only the growth said with them. */
export type FactConflict = { readonly key: FactKey; readonly about: "value" | "growth"; readonly sides: readonly ConflictSide[] };

/**
 * Different values for one key, each side with all its sources. "超200家" and 203 do not conflict, nor do 882亿 and 881.7亿, which rounding explains.
 * A rejected fact takes no part; a preliminary figure gives way to a verified or revised one.
 */
export function findConflicts(facts: readonly Fact[]): readonly FactConflict[] {
  const groups = new Map<FactKey, Fact[]>();
  for (const fact of facts) {
    if (fact.status === "rejected" || fact.period === null) continue;
    const key = factKey(fact);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  return [...groups].flatMap(([key, group]) => conflictsOf(key, newest(group)));
}

const REVISIONS = ["preliminary", "verified", "revised"] as const;
function newest(facts: readonly Fact[]): readonly Fact[] {
  const best = Math.max(...facts.map(({ revision }) => REVISIONS.indexOf(revision)));
  return facts.filter(({ revision }) => REVISIONS.indexOf(revision) === best);
}

function conflictsOf(key: FactKey, facts: readonly Fact[]): readonly FactConflict[] {
  const byValue = sidesOf(facts, agreeInValue);
  if (byValue.length > 1) return [{ key, about: "value", sides: byValue }];
  const withGrowth = facts.filter(({ yoyPct }) => yoyPct !== null);
  const byGrowth = sidesOf(withGrowth, agreeInGrowth);
  return byGrowth.length > 1 ? [{ key, about: "growth", sides: byGrowth }] : [];
}

function sidesOf(facts: readonly Fact[], agree: (left: Fact, right: Fact) => boolean): readonly ConflictSide[] {
  const sides: [Fact, ...Fact[]][] = [];
  for (const fact of [...facts].sort(mostExactFirst)) {
    const side = sides.find(([first]) => agree(first, fact));
    if (side === undefined) sides.push([fact]);
    else side.push(fact);
  }
  return sides.map((side) => ({
    value: side[0].value,
    unit: side[0].unit,
    yoyPct: side[0].yoyPct,
    ids: side.map(({ id }) => id),
    provenance: allProvenance(side),
  }));
}

const mostExactFirst = (left: Fact, right: Fact): number =>
  (left.approximation === "exact" ? 0 : 1) - (right.approximation === "exact" ? 0 : 1) ||
  compare(roundingOf(left), roundingOf(right)) ||
  byText(left.recordedAt, right.recordedAt) ||
  byText(left.id, right.id);

function agreeInValue(left: Fact, right: Fact): boolean {
  const [one, other] = [amountOf(left), amountOf(right)];
  if (compare(absolute(subtract(one, other)), larger(roundingOf(left), roundingOf(right))) <= 0) return true;
  return compatible({ value: one, approximation: left.approximation }, { value: other, approximation: right.approximation });
}

function agreeInGrowth(left: Fact, right: Fact): boolean {
  if (left.yoyPct === null || right.yoyPct === null || left.growthBase !== right.growthBase) return true;
  return compare(absolute(subtract(left.yoyPct, right.yoyPct)), larger(halfDigit(left.yoyPct), halfDigit(right.yoyPct))) <= 0;
}
