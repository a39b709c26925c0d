import { z } from "zod";
import { AppError } from "#kernel/app-error.ts";
import { addDays, daysBetween, type LocalDate, localDate } from "#kernel/local-date.ts";

/**
 * The months that a figure is about, in one canonical spelling, so that equal periods are equal strings:
 * `2023`, `2020H1`, `2022Q1`, `2016Q1-Q3`, `2021-06`, `2021-01..2021-07`, `2016..2020`; `?H1`, `?-06`, `?-01..?-05`, `?` when the year is not known.
 * January to June is `2021H1` however it was written.
 */
export const Period = z
  .string()
  .max(20)
  .refine((text) => readPeriod(text) !== undefined, { error: "period.not-a-period" })
  .overwrite(canonical)
  .brand<"Period">();
export type Period = z.infer<typeof Period>;

/** Cumulative from the start of the year, one month or quarter alone, or a level on a day. */
export type PeriodBasis = "cumulative" | "single" | "point";

/** First and last month, 1–12; `year` is null when not known. `toYear` differs from `year` only in periods of several years. */
export type Months = { readonly year: number | null; readonly from: number; readonly toYear: number | null; readonly to: number };

const SHAPES = {
  year: /^(\d{4}|\?)$/,
  half: /^(\d{4}|\?)H([12])$/,
  quarters: /^(\d{4}|\?)Q([1-4])(?:-Q?([1-4]))?$/,
  month: /^(\d{4}|\?)-(\d{2})$/,
  months: /^(\d{4}|\?)-(\d{2})\.\.(\d{4}|\?)-(\d{2})$/,
  years: /^(\d{4})\.\.(\d{4})$/,
} as const;

const yearIn = (text: string | undefined): number | null => (text === undefined || text === "?" ? null : Number(text));

function readPeriod(text: string): Months | undefined {
  const found = readShape(text);
  if (found === undefined || found.from < 1 || found.from > 12 || found.to < 1 || found.to > 12) return undefined;
  if ((found.year === null) !== (found.toYear === null)) return undefined;
  return monthNumber(found.toYear, found.to) < monthNumber(found.year, found.from) ? undefined : found;
}

function readShape(text: string): Months | undefined {
  const within = (year: string | undefined, from: number, to: number): Months => ({ year: yearIn(year), from, toYear: yearIn(year), to });
  const year = SHAPES.year.exec(text);
  if (year) return within(year[1], 1, 12);
  const half = SHAPES.half.exec(text);
  if (half) return half[2] === "1" ? within(half[1], 1, 6) : within(half[1], 7, 12);
  const quarters = SHAPES.quarters.exec(text);
  if (quarters) return within(quarters[1], Number(quarters[2]) * 3 - 2, Number(quarters[3] ?? quarters[2]) * 3);
  const month = SHAPES.month.exec(text);
  if (month) return within(month[1], Number(month[2]), Number(month[2]));
  const months = SHAPES.months.exec(text);
  if (months) return { year: yearIn(months[1]), from: Number(months[2]), toYear: yearIn(months[3]), to: Number(months[4]) };
  const years = SHAPES.years.exec(text);
  return years ? { year: yearIn(years[1]), from: 1, toYear: yearIn(years[2]), to: 12 } : undefined;
}

const monthNumber = (year: number | null, month: number): number => (year ?? 0) * 12 + month;

function canonical(text: string): string {
  const months = readPeriod(text);
  return months === undefined ? text : spell(months);
}

const QUARTER_SPANS: Readonly<Record<string, string>> = {
  "1-12": "",
  "1-6": "H1",
  "7-12": "H2",
  "1-3": "Q1",
  "4-6": "Q2",
  "7-9": "Q3",
  "10-12": "Q4",
  "1-9": "Q1-Q3",
  "4-12": "Q2-Q4",
  "4-9": "Q2-Q3",
};
const two = (month: number): string => String(month).padStart(2, "0");
const four = (year: number | null): string => (year === null ? "?" : String(year).padStart(4, "0"));

function spell({ year, from, toYear, to }: Months): string {
  if (year !== toYear)
    return from === 1 && to === 12 ? `${four(year)}..${four(toYear)}` : `${four(year)}-${two(from)}..${four(toYear)}-${two(to)}`;
  const span = QUARTER_SPANS[`${from}-${to}`];
  if (span !== undefined) return `${four(year)}${span}`;
  return from === to ? `${four(year)}-${two(from)}` : `${four(year)}-${two(from)}..${four(year)}-${two(to)}`;
}

export const findPeriod = (text: string): Period | undefined => {
  const months = text.length <= 20 ? readPeriod(text) : undefined;
  return months && (spell(months) as Period);
};

/** @throws AppError `period.not-a-period`. */
export function period(text: string): Period {
  const found = findPeriod(text);
  if (found === undefined) throw new AppError("period.not-a-period", "invalid", { text: text.slice(0, 40) });
  return found;
}

/** The months from `from` to `to` of one year, or of `year` to `toYear`. @throws AppError for months that make no period. */
export const periodOfMonths = (year: number | null, from: number, to: number, toYear: number | null = year): Period =>
  period(`${four(year)}-${two(from)}..${four(toYear)}-${two(to)}`);

export function monthsOf(value: Period): Months {
  const months = readPeriod(value);
  if (months === undefined) throw new AppError("period.not-a-period", "invalid", { text: value });
  return months;
}

export const hasYear = (value: Period): boolean => !value.startsWith("?");

/** First day; undefined when the year is not known. */
export function startDay(value: Period): LocalDate | undefined {
  const { year, from } = monthsOf(value);
  return year === null ? undefined : localDate(`${four(year)}-${two(from)}-01`);
}

/** Last day; undefined when the year is not known. */
export function endDay(value: Period): LocalDate | undefined {
  const { toYear, to } = monthsOf(value);
  if (toYear === null) return undefined;
  const next = to === 12 ? `${four(toYear + 1)}-01-01` : `${four(toYear)}-${two(to + 1)}-01`;
  return addDays(localDate(next), -1);
}

export function lengthInMonths(value: Period): number {
  const { year, from, toYear, to } = monthsOf(value);
  return monthNumber(toYear, to) - monthNumber(year, from) + 1;
}

/** Undefined when the year is not known: February cannot be counted. */
export function lengthInDays(value: Period): number | undefined {
  const [start, end] = [startDay(value), endDay(value)];
  return start === undefined || end === undefined ? undefined : daysBetween(start, end) + 1;
}

/** In the order of their ends, longer ones later; periods without a year come first. */
export function comparePeriods(left: Period, right: Period): number {
  const [one, other] = [monthsOf(left), monthsOf(right)];
  const ends = monthNumber(one.toYear, one.to) - monthNumber(other.toYear, other.to);
  return Math.sign(ends === 0 ? monthNumber(other.year, other.from) - monthNumber(one.year, one.from) : ends);
}

/** Are all months of `inner` within `outer`? Undefined when one of the years is not known. */
export function containsPeriod(outer: Period, inner: Period): boolean | undefined {
  if (!hasYear(outer) || !hasYear(inner)) return undefined;
  const [one, other] = [monthsOf(outer), monthsOf(inner)];
  return (
    monthNumber(one.year, one.from) <= monthNumber(other.year, other.from) &&
    monthNumber(other.toYear, other.to) <= monthNumber(one.toYear, one.to)
  );
}

/** Could both name the same months? `?H1` and `2023H1` could. */
export function periodsAgree(left: Period, right: Period): boolean {
  if (hasYear(left) && hasYear(right)) return left === right;
  const [one, other] = [monthsOf(left), monthsOf(right)];
  return one.from === other.from && one.to === other.to && one.year === one.toYear && other.year === other.toYear;
}

/** `?H1` in 2023 is `2023H1`; a period that has its year keeps it. */
export function withYear(value: Period, year: number): Period {
  const { from, to } = monthsOf(value);
  return hasYear(value) ? value : periodOfMonths(year, from, to);
}

/** The same months `count` years later (earlier when negative); without a year it stays as it is. */
export function shiftYears(value: Period, count: number): Period {
  const { year, from, toYear, to } = monthsOf(value);
  return year === null || toYear === null ? value : periodOfMonths(year + count, from, to, toYear + count);
}

export const samePeriodLastYear = (value: Period): Period => shiftYears(value, -1);

/** The period of equal length that ends just before (上月, 上季度, 上年). Undefined without a year. */
export function previousPeriod(value: Period): Period | undefined {
  const { year, from, toYear, to } = monthsOf(value);
  if (year === null || toYear === null) return undefined;
  const length = lengthInMonths(value);
  const [first, last] = [monthNumber(year, from) - length, monthNumber(toYear, to) - length];
  return periodOfMonths(yearOfMonth(first), first - yearOfMonth(first) * 12, last - yearOfMonth(last) * 12, yearOfMonth(last));
}

const yearOfMonth = (number: number): number => Math.floor((number - 1) / 12);

/** From January to the period's last month: what "cumulative" means. */
export function yearToDate(value: Period): Period {
  const { toYear, to } = monthsOf(value);
  return periodOfMonths(toYear, 1, to);
}

/** Does it begin in January and stay within one year, as cumulative figures do? */
export function isYearToDate(value: Period): boolean {
  const { year, from, toYear } = monthsOf(value);
  return from === 1 && year === toYear;
}

/** The period's last month alone: the month of a level "at the end of". */
export function lastMonth(value: Period): Period {
  const { toYear, to } = monthsOf(value);
  return periodOfMonths(toYear, to, to);
}
