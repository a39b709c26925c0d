import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import { absolute, add, compare, type Decimal, divide, multiply, subtract } from "#kernel/decimal.ts";
import { findPeriod, monthsOf } from "#kernel/period.ts";
import { SAMPLE_SEED, type SampleFact, sampleFacts, sampleFactsOfYear, sampleFactsToCome } from "./indicators.ts";

const ZONE = "云岭高新区";
const CITY = "岚州市";
const decimal = (value: string): Decimal => value as Decimal;

/** What `value` must not exceed, by code; the parts of the checks of the report card and of the statistical report forms. */
const WHOLES: readonly (readonly [part: string, whole: string])[] = [
  ["exports", "trade"],
  ["imports", "trade"],
  ["finance-va", "tertiary-va"],
  ["hightech-output", "industrial-output"],
  ["emerging-output", "industrial-output"],
  ["above-limit-retail", "retail-sales"],
  ["software-revenue", "service-revenue"],
  ["industrial-electricity", "electricity"],
  ["new-market-entities", "market-entities"],
  ["enterprises", "market-entities"],
  ["industrial-firms", "enterprises"],
  ["hightech-firms", "enterprises"],
  ["tech-smes", "enterprises"],
  ["capital-arrived", "contract-investment"],
];

const lastMonth = (period: string): number => {
  const { toYear, to } = monthsOf(findPeriod(period) ?? neverAPeriod(period));
  return (toYear ?? 0) * 12 + to - 1;
};
function neverAPeriod(period: string): never {
  throw new Error(`not a period: ${period}`);
}
const all = (seed?: number): readonly SampleFact[] => [...sampleFacts(seed), ...sampleFactsToCome(seed)];
const keyOf = (fact: SampleFact): string => `${fact.region} ${fact.code} ${fact.basis} ${fact.period}`;

/** Asserts what every seed must give. */
function expectCoherent(facts: readonly SampleFact[]): void {
  const levels = facts.filter((fact) => fact.unit !== "%");
  const byKey = new Map(levels.map((fact) => [keyOf(fact), fact]));
  const at = (fact: SampleFact, code: string): SampleFact | undefined =>
    levels.find(
      (one) =>
        one.code === code && one.region === fact.region && one.basis !== "single" && lastMonth(one.period) === lastMonth(fact.period),
    );
  for (const fact of levels) {
    if (fact.basis === "single") continue;
    if (fact.code === "trade")
      expect(add(decimal(at(fact, "exports")?.value ?? "0"), decimal(at(fact, "imports")?.value ?? "0"))).toBe(
        add(decimal(fact.value), decimal("0")),
      );
    for (const [part, whole] of WHOLES) {
      if (part !== fact.code) continue;
      const total = at(fact, whole);
      if (total !== undefined)
        expect(compare(decimal(fact.value), decimal(total.value)), `${keyOf(fact)} ≤ ${whole}`).toBeLessThanOrEqual(0);
    }
    const city = byKey.get(keyOf({ ...fact, region: CITY }));
    if (fact.region === ZONE && city !== undefined) expect(compare(decimal(fact.value), decimal(city.value))).toBeLessThan(0);
  }
  expectNeverFalling(levels);
  expectGrowthByLevels(levels);
}

function expectNeverFalling(levels: readonly SampleFact[]): void {
  const series = Map.groupBy(
    levels.filter((fact) => fact.basis !== "single"),
    (fact) => `${fact.region} ${fact.code} ${fact.basis === "point" ? "" : Math.floor(lastMonth(fact.period) / 12)}`,
  );
  for (const facts of series.values()) {
    const ordered = [...facts].sort((left, right) => lastMonth(left.period) - lastMonth(right.period));
    ordered.forEach((fact, place) => {
      const before = ordered[place - 1];
      if (before !== undefined) expect(compare(decimal(before.value), decimal(fact.value)), keyOf(fact)).toBeLessThanOrEqual(0);
    });
  }
}

/** At constant prices growth runs up to 0.6 points ahead of the levels; otherwise it is theirs, rounded. */
function expectGrowthByLevels(levels: readonly SampleFact[]): void {
  const byPlace = new Map(levels.map((fact) => [`${fact.region} ${fact.code} ${fact.basis} ${lastMonth(fact.period)}`, fact]));
  for (const fact of levels) {
    const before = byPlace.get(`${fact.region} ${fact.code} ${fact.basis} ${lastMonth(fact.period) - 12}`);
    if (before === undefined || fact.yoyPct === null) continue;
    const ratio = subtract(divide(multiply(decimal(fact.value), decimal("100")), decimal(before.value), 4), decimal("100"));
    const ahead = subtract(decimal(fact.yoyPct), ratio);
    const allowed = /-va$|^gdp$/.test(fact.code) ? "0.7" : "0.0501";
    expect(compare(absolute(ahead), decimal(allowed)), `${keyOf(fact)}: ${fact.yoyPct} beside ${ratio}`).toBeLessThanOrEqual(0);
  }
}

describe("样例指标", () => {
  test("the same seed gives the same rows, another seed others", () => {
    expect(JSON.stringify(sampleFacts(SAMPLE_SEED))).toBe(JSON.stringify(sampleFacts()));
    expect(JSON.stringify(sampleFacts(1))).not.toBe(JSON.stringify(sampleFacts(2)));
  });

  test("进出口等于出口加进口，分项不大于总项，累计不下降，增速与总量相符", () => {
    expectCoherent(all());
  });

  test("…whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        expectCoherent(all(seed));
      }),
      { numRuns: 12, seed: 6 },
    );
  });

  test("三次产业增加值之和为地区生产总值", () => {
    const gdp = sampleFacts().filter((fact) => fact.code === "gdp");
    expect(gdp.length).toBe(16);
    for (const fact of gdp) {
      const parts = ["primary-va", "secondary-va", "tertiary-va"].map((code) =>
        decimal(sampleFacts().find((one) => one.code === code && one.region === fact.region && one.period === fact.period)?.value ?? "0"),
      );
      expect(parts.reduce(add)).toBe(add(decimal(fact.value), decimal("0")));
    }
  });

  test("every row names a catalogue indicator, a canonical period and an exact decimal", () => {
    for (const fact of all()) {
      expect(findIndicator(fact.code)?.name.zh).toBe(fact.indicator);
      expect(findPeriod(fact.period)).toBe(fact.period);
      expect(fact.value).toMatch(/^-?\d+(\.\d{1,2})?$/);
      if (fact.yoyPct !== null) expect(fact.yoyPct).toMatch(/^-?\d+\.\d$/);
      if (fact.unit === "%") expect(fact.value).toBe(fact.yoyPct);
    }
    expect(new Set(all().map(keyOf)).size).toBe(all().length);
  });

  test("two years of quarters and more than 25 indicators are imported; 2026H1 waits for the documents", () => {
    const zone = sampleFacts().filter((fact) => fact.region === ZONE);
    expect(new Set(zone.map((fact) => fact.code)).size).toBeGreaterThanOrEqual(25);
    const quarters = zone.filter((fact) => fact.code === "gdp").map((fact) => fact.period);
    expect(quarters).toEqual(["2024H1", "2024Q1-Q3", "2024", "2025Q1", "2025H1", "2025Q1-Q3", "2025", "2026Q1"]);
    expect(sampleFacts().some((fact) => fact.period === "2026H1")).toBe(false);
    expect([2024, 2025, 2026].map((year) => sampleFactsOfYear(year).length).reduce((sum, count) => sum + count)).toBe(sampleFacts().length);
  });
});
