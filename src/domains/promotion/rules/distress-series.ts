import type { StatementItem } from "#domains/promotion/contract/statement.ts";
import { type StatementHistory, statementOf } from "#domains/promotion/rules/distress-statements.ts";

/** One statement year with what went before it. */
export type YearWithPast = { readonly history: StatementHistory; readonly year: number };
/** A figure of the year, or of so many years before it. Null: cannot be said. */
export type Series = (given: YearWithPast, back?: number) => number | null;

export const item =
  (name: StatementItem): Series =>
  ({ history, year }, back = 0) =>
    statementOf(history, year - back)?.[name] ?? null;

/** Null when either is missing or the divisor is not positive: a ratio over nothing says nothing. */
export const over =
  (part: Series, whole: Series): Series =>
  (given, back = 0) => {
    const [above, below] = [part(given, back), whole(given, back)];
    return above === null || below === null || below <= 0 ? null : above / below;
  };
export const ratio = (part: StatementItem, whole: StatementItem): Series => over(item(part), item(whole));

/** The first that is known. */
export const orElse =
  (one: Series, other: Series): Series =>
  (given, back = 0) =>
    one(given, back) ?? other(given, back);

export const minus =
  (one: Series, other: Series): Series =>
  (given, back = 0) => {
    const [left, right] = [one(given, back), other(given, back)];
    return left === null || right === null ? null : left - right;
  };
export const earlier =
  (series: Series, years: number): Series =>
  (given, back = 0) =>
    series(given, back + years);
export const change = (series: Series, years: number): Series => minus(series, earlier(series, years));

const LARGEST_LOG = 3;
const inReach = (value: number): number => Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, value));

export const logOf =
  (series: Series): Series =>
  (given, back = 0) => {
    const value = series(given, back);
    return value === null || value <= 0 ? null : Math.log(value);
  };

/** Logarithm of the growth over so many years: a fall by half weighs as much as a doubling. What fell to nothing has fallen by the most. */
export const growth =
  (series: Series, years: number): Series =>
  (given, back = 0) => {
    const rate = over(series, earlier(series, years))(given, back);
    return rate === null ? null : rate <= 0 ? -LARGEST_LOG : inReach(Math.log(rate));
  };

const known = (series: Series, years: number, given: YearWithPast): readonly number[] =>
  Array.from({ length: years }, (_, back) => series(given, back)).filter((value) => value !== null);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A figure of the last so many years; null when fewer than `least` of them are known. */
const overYears =
  (series: Series, years: number, least: number, tell: (values: readonly number[]) => number): Series =>
  (given) => {
    const values = known(series, years, given);
    return values.length < least ? null : tell(values);
  };
export const meanOver = (series: Series, years: number): Series => overYears(series, years, Math.min(3, years - 1), mean);
export const leastOver = (series: Series, years: number): Series => overYears(series, years, 2, (values) => Math.min(...values));
export const sumOver = (series: Series, years: number, least: number): Series =>
  overYears(series, years, least, (values) => values.reduce((sum, value) => sum + value, 0));
export const negativesOver = (series: Series, years: number): Series =>
  overYears(series, years, 3, (values) => values.filter((value) => value < 0).length);
export const spreadOver = (series: Series, years: number): Series =>
  overYears(series, years, 3, (values) => {
    const middle = mean(values);
    return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  });

const LONGEST_MEMORY = 8;
const LEAST_MEMORY = 4;

/** 0 for a loss this year, 1 for one last year …; 8 when there was none in the last eight; null when too few of them are known to say so. */
export const yearsSinceNegative =
  (series: Series): Series =>
  (given) => {
    for (let back = 0; back < LONGEST_MEMORY; back += 1) {
      const value = series(given, back);
      if (value !== null && value < 0) return back;
    }
    return known(series, LONGEST_MEMORY, given).length < LEAST_MEMORY ? null : LONGEST_MEMORY;
  };
