import type { Statement, StatementItem } from "#domains/promotion/contract/statement.ts";
import { type MissingItem, RatioName, type RatioReading, ratioWords } from "#domains/promotion/contract/statement-ratios.ts";
import { add, compare, type Decimal, divide, isNegative, multiply, subtract, ZERO } from "#kernel/decimal.ts";

const HUNDRED = "100" as Decimal;
const PLACES = 4;
/** Fewer say nothing about an industry, and would show a single competitor's figures. */
export const FEWEST_PEERS = 5;

/** Dividend and divisor of a ratio, made from named items of the year and of the year before. */
type Formula = {
  readonly now: readonly StatementItem[];
  readonly before: readonly StatementItem[];
  readonly parts: (now: Items, before: Items) => { readonly over: Decimal; readonly under: Decimal };
};
type Items = (item: StatementItem) => Decimal;

const quotient = (over: StatementItem, under: StatementItem): Formula => ({
  now: [over, under],
  before: [],
  parts: (now) => ({ over: now(over), under: now(under) }),
});
const growth = (item: StatementItem): Formula => ({
  now: [item],
  before: [item],
  parts: (now, before) => ({ over: subtract(now(item), before(item)), under: before(item) }),
});

const formulas: Readonly<Record<RatioName, Formula>> = {
  "debt-ratio": quotient("liabilities", "assets"),
  "current-ratio": quotient("currentAssets", "currentLiabilities"),
  "return-on-assets": quotient("netProfit", "assets"),
  "return-on-equity": quotient("netProfit", "equity"),
  "net-margin": quotient("netProfit", "revenue"),
  "operating-margin": quotient("operatingProfit", "revenue"),
  "asset-turnover": quotient("revenue", "assets"),
  "cash-to-profit": quotient("operatingCash", "netProfit"),
  "cash-to-current-liabilities": quotient("operatingCash", "currentLiabilities"),
  "one-off-share": {
    now: ["netProfit", "deductedProfit"],
    before: [],
    parts: (now) => ({ over: subtract(now("netProfit"), now("deductedProfit")), under: now("netProfit") }),
  },
  "revenue-growth": growth("revenue"),
  "profit-growth": growth("netProfit"),
  "asset-growth": growth("assets"),
};

/** The parts of a ratio before they are divided, so that a threshold can be held against them to any digit. */
export type RatioParts =
  | { readonly kind: "parts"; readonly over: Decimal; readonly under: Decimal }
  | { readonly kind: "missing"; readonly missing: readonly MissingItem[] }
  | { readonly kind: "undefined" };

export function ratioParts(ratio: RatioName, statements: readonly Statement[], year: number): RatioParts {
  const { now, before, parts } = formulas[ratio];
  const missing = [...missingOf(statements, year, now), ...missingOf(statements, year - 1, before)];
  if (missing.length > 0) return { kind: "missing", missing };
  const { over, under } = parts(itemsOf(statements, year), itemsOf(statements, year - 1));
  return compare(under, ZERO) > 0 ? { kind: "parts", over, under } : { kind: "undefined" };
}

const missingOf = (statements: readonly Statement[], year: number, items: readonly StatementItem[]): readonly MissingItem[] => {
  const statement = statements.find((one) => one.year === year);
  return items.filter((item) => (statement?.[item] ?? null) === null).map((item) => ({ item, year }));
};
const itemsOf = (statements: readonly Statement[], year: number): Items => {
  const statement = statements.find((one) => one.year === year);
  return (item) => statement?.[item] ?? ZERO;
};

/** To four places; undefined where there is no figure to print. */
export function ratioValue(ratio: RatioName, statements: readonly Statement[], year: number, places = PLACES): Decimal | undefined {
  const parts = ratioParts(ratio, statements, year);
  if (parts.kind !== "parts") return undefined;
  const over = ratioWords[ratio].unit === "percent" ? multiply(parts.over, HUNDRED) : parts.over;
  return divide(over, parts.under, places);
}

/** An industry's median of one year with the number of enterprises that had the figure. */
export type Median = { readonly value: Decimal; readonly peers: number };
export type IndustryMedians = ReadonlyMap<string, Median>;
const keyOf = (ratio: RatioName, year: number): string => `${ratio} ${year}`;

/** Each peer is the statements of one enterprise; those without the figure are not counted, and never as zero. */
export function industryMedians(peers: readonly (readonly Statement[])[], years: readonly number[]): IndustryMedians {
  const medians = new Map<string, Median>();
  for (const year of years) {
    for (const ratio of RatioName.options) {
      const values = peers.map((statements) => ratioValue(ratio, statements, year)).filter((value) => value !== undefined);
      if (values.length >= FEWEST_PEERS) medians.set(keyOf(ratio, year), { value: medianOf(values), peers: values.length });
    }
  }
  return medians;
}

function medianOf(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted(compare);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? ZERO;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? ZERO, upper), "2" as Decimal, PLACES + 1);
}

/** Every ratio of every year that was filed, newest year first, beside the industry's median where one is known. */
export function readRatios(statements: readonly Statement[], medians: IndustryMedians = new Map()): readonly RatioReading[] {
  const years = [...new Set(statements.map(({ year }) => year))].sort((one, other) => other - one);
  return years.flatMap((year) => RatioName.options.map((ratio) => readRatio(ratio, statements, year, medians.get(keyOf(ratio, year)))));
}

function readRatio(ratio: RatioName, statements: readonly Statement[], year: number, median: Median | undefined): RatioReading {
  const parts = ratioParts(ratio, statements, year);
  const value = ratioValue(ratio, statements, year) ?? null;
  return {
    ratio,
    year,
    value,
    missing: parts.kind === "missing" ? [...parts.missing] : [],
    undefinedRatio: parts.kind === "undefined",
    median: median?.value ?? null,
    peers: median?.peers ?? 0,
    against: value === null || median === undefined ? null : standing(ratio, subtract(value, median.value)),
  };
}

function standing(ratio: RatioName, gap: Decimal): RatioReading["against"] {
  const { better } = ratioWords[ratio];
  if (better === "neither") return null;
  if (gap === ZERO) return "level";
  return isNegative(gap) === (better === "lower") ? "better" : "worse";
}
