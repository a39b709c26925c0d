import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import { CITY_SERIES, type Flow, type Rate, type RegionSeries, SEASONS, type Stock, SUMS, ZONE_SERIES } from "./indicator-series.ts";
import { seededNumbers } from "./seeded-numbers.ts";

export const SAMPLE_SEED = 20_260_630;

/** One row as the spreadsheet of the statistics office has it. A growth published alone stands in `value` and `yoyPct`, its unit is `%`. */
export type SampleFact = {
  readonly indicator: string;
  readonly code: string;
  readonly region: string;
  readonly period: string;
  readonly basis: "cumulative" | "single" | "point";
  readonly value: string;
  readonly unit: string;
  readonly yoyPct: string | null;
};

/** Published cumulative levels by month, as whole numbers of the last published digit. */
type Published = {
  readonly code: string;
  readonly unit: string;
  readonly places: number;
  readonly levels: ReadonlyMap<string, bigint>;
  readonly ahead: number;
};

const FIRST_YEAR = 2023;
const LAST = { year: 2026, month: 6 } as const;
const monthKey = (year: number, month: number): string => `${year}-${month}`;

/** `dividend / divisor` to the nearest whole number, halves away from nought. */
function divideRound(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}

function printScaled(value: bigint, places: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = String(value < 0n ? -value : value).padStart(places + 1, "0");
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const monthsUpTo = (year: number): number => (year === LAST.year ? LAST.month : 12);
const years = [FIRST_YEAR, 2024, 2025, LAST.year] as const;

/** The level of a year, then of its months by season and a little chance, summed up from January and rounded as it is published. */
function growFlow(seed: number, region: string, flow: Flow): Published {
  const chance = seededNumbers(seed, `${region}/${flow.code}`);
  const ahead = flow.real ? chance.between(2, 6) : 0;
  const levels = new Map<string, bigint>();
  // Hundredths of the unit, with four more digits so that no month is rounded before it is summed.
  let annual = BigInt(flow.base) * 10_000n;
  for (const year of years) {
    if (year > FIRST_YEAR) annual = divideRound(annual * BigInt(10_000 + (flow.growth[year - 2024] ?? 0)), 10_000n);
    let sum = 0n;
    for (let month = 1; month <= monthsUpTo(year); month += 1) {
      const share = BigInt(SEASONS[flow.season][month - 1] ?? 0);
      sum += divideRound(annual * share * BigInt(10_000 + chance.between(-60, 60)), 10_000_000n);
      levels.set(monthKey(year, month), divideRound(sum, 10n ** BigInt(6 - flow.places)));
    }
  }
  return { code: flow.code, unit: flow.unit, places: flow.places, levels, ahead };
}

function sumOf(whole: (typeof SUMS)[number], parts: readonly Published[]): Published | undefined {
  const own = whole.parts.flatMap((code) => parts.find((part) => part.code === code) ?? []);
  const [first] = own;
  if (first === undefined || own.length !== whole.parts.length) return undefined;
  const levels = new Map([...first.levels.keys()].map((key) => [key, own.reduce((sum, part) => sum + (part.levels.get(key) ?? 0n), 0n)]));
  const largest = own.reduce((left, right) => ((left.levels.get("2025-12") ?? 0n) > (right.levels.get("2025-12") ?? 0n) ? left : right));
  return { code: whole.code, unit: first.unit, places: first.places, levels, ahead: whole.real ? largest.ahead : 0 };
}

/** Growth on the same months of last year in tenths of a per cent, by the published levels; at constant prices it runs ahead of them. */
function growthTenths({ levels, ahead }: Pick<Published, "levels" | "ahead">, year: number, month: number): bigint | undefined {
  const now = levels.get(monthKey(year, month));
  const before = levels.get(monthKey(year - 1, month));
  if (now === undefined || before === undefined || before === 0n) return undefined;
  return divideRound((now - before) * 1000n, before) + BigInt(ahead);
}

const nameOf = (code: string): string => findIndicator(code)?.name.zh ?? code;

/** January to the month, in the canonical spelling of periods. */
function cumulativePeriod(year: number, month: number): string {
  if (month === 1) return `${year}-01`;
  const named: Readonly<Record<number, string>> = { 3: "Q1", 6: "H1", 9: "Q1-Q3", 12: "" };
  return named[month] === undefined ? `${year}-01..${year}-${String(month).padStart(2, "0")}` : `${year}${named[month]}`;
}

const monthPeriod = (year: number, month: number): string => `${year}-${String(month).padStart(2, "0")}`;

type Place = { readonly region: string; readonly year: number; readonly month: number };

function cumulativeFact(series: Published, { region, year, month }: Place): SampleFact[] {
  const level = series.levels.get(monthKey(year, month));
  if (level === undefined) return [];
  const growth = growthTenths(series, year, month);
  return [
    {
      indicator: nameOf(series.code),
      code: series.code,
      region,
      period: cumulativePeriod(year, month),
      basis: "cumulative",
      value: printScaled(level, series.places),
      unit: series.unit,
      yoyPct: growth === undefined ? null : printScaled(growth, 1),
    },
  ];
}

/** The month alone is the difference of two cumulative levels. */
function singleFact(series: Published, { region, year, month }: Place): SampleFact[] {
  const singles = new Map(
    [year, year - 1].map((one) => [
      monthKey(one, month),
      (series.levels.get(monthKey(one, month)) ?? 0n) - (month === 1 ? 0n : (series.levels.get(monthKey(one, month - 1)) ?? 0n)),
    ]),
  );
  const growth = growthTenths({ levels: singles, ahead: 0 }, year, month);
  return [
    {
      indicator: nameOf(series.code),
      code: series.code,
      region,
      period: monthPeriod(year, month),
      basis: "single",
      value: printScaled(singles.get(monthKey(year, month)) ?? 0n, series.places),
      unit: series.unit,
      yoyPct: growth === undefined ? null : printScaled(growth, 1),
    },
  ];
}

/** Growth published alone wanders around its mean, a little every month. */
function growRate(seed: number, region: string, rate: Rate): ReadonlyMap<string, bigint> {
  const chance = seededNumbers(seed, `${region}/${rate.code}`);
  const tenths = new Map<string, bigint>();
  let lean = chance.between(-6, 6);
  for (const year of years.slice(1)) {
    const mean = rate.mean[year - 2024] ?? 0;
    for (let month = 1; month <= monthsUpTo(year); month += 1) {
      lean = Math.max(-14, Math.min(14, lean + chance.between(-4, 4)));
      tenths.set(monthKey(year, month), BigInt(mean + lean));
    }
  }
  return tenths;
}

function rateFact(code: string, tenths: ReadonlyMap<string, bigint>, { region, year, month }: Place): SampleFact[] {
  const growth = tenths.get(monthKey(year, month));
  if (growth === undefined) return [];
  const value = printScaled(growth, 1);
  return [
    { indicator: nameOf(code), code, region, period: cumulativePeriod(year, month), basis: "cumulative", value, unit: "%", yoyPct: value },
  ];
}

function growStock(seed: number, region: string, stock: Stock): Published {
  const chance = seededNumbers(seed, `${region}/${stock.code}`);
  const levels = new Map<string, bigint>();
  let level = BigInt(stock.base);
  for (const year of years)
    for (let month = 1; month <= monthsUpTo(year); month += 1) {
      level += BigInt(chance.between(stock.adds[0], stock.adds[1]));
      levels.set(monthKey(year, month), stock.scale === 100 ? divideRound(level, 10n) : level);
    }
  return { code: stock.code, unit: stock.unit, places: stock.scale === 100 ? 1 : 0, levels, ahead: 0 };
}

function stockFact(series: Published, { region, year, month }: Place): SampleFact[] {
  return cumulativeFact(series, { region, year, month }).map((fact) => ({ ...fact, period: monthPeriod(year, month), basis: "point" }));
}

/** Reported for every month beside the quarters: the meter and the customs are read monthly. */
const MONTHLY_SINGLE = new Set(["industrial-electricity"]);
const MONTHLY_CUMULATIVE = new Set(["exports", "imports", "trade", "industrial-va", "fixed-investment"]);

function factsOf(seed: number, { region, flows, rates, stocks }: RegionSeries, year: number, month: number): SampleFact[] {
  const grown = flows.map((flow) => growFlow(seed, region, flow));
  const published = [...SUMS.flatMap((whole) => sumOf(whole, grown) ?? []), ...grown];
  const place = { region, year, month };
  const closes = month % 3 === 0;
  // Customs and investment report January and February together.
  const monthly = (code: string): boolean => closes || (month > 1 && MONTHLY_CUMULATIVE.has(code));
  return [
    ...published.flatMap((series) => (monthly(series.code) ? cumulativeFact(series, place) : [])),
    ...published.flatMap((series) => (MONTHLY_SINGLE.has(series.code) ? singleFact(series, place) : [])),
    ...rates.flatMap((rate) => (monthly(rate.code) ? rateFact(rate.code, growRate(seed, region, rate), place) : [])),
    ...stocks.flatMap((stock) => (closes ? stockFact(growStock(seed, region, stock), place) : [])),
  ];
}

type Month = { readonly year: number; readonly month: number };

function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let place = from.year * 12 + from.month - 1; place <= to.year * 12 + to.month - 1; place += 1)
    months.push({ year: Math.floor(place / 12), month: (place % 12) + 1 });
  return months;
}

function facts(seed: number, from: Month, to: Month): SampleFact[] {
  return [ZONE_SERIES, CITY_SERIES].flatMap((series) =>
    monthsBetween(from, to).flatMap(({ year, month }) => factsOf(seed, series, year, month)),
  );
}

/** What the statistics office imports: eight quarters, 2024H1 to 2026Q1, of the zone and its city, and the months that are reported between them. */
export const sampleFacts = (seed: number = SAMPLE_SEED): readonly SampleFact[] =>
  facts(seed, { year: 2024, month: 6 }, { year: 2026, month: 3 });

/** What the documents of the second quarter of 2026 report and no spreadsheet has yet. */
export const sampleFactsToCome = (seed: number = SAMPLE_SEED): readonly SampleFact[] =>
  facts(seed, { year: 2026, month: 4 }, { year: 2026, month: 6 });

/** The rows of one year, as one spreadsheet. */
export const sampleFactsOfYear = (year: number, seed: number = SAMPLE_SEED): readonly SampleFact[] =>
  sampleFacts(seed).filter((fact) => fact.period.startsWith(String(year)));
