import { findPeriod, hasYear, monthsOf } from "#kernel/period.ts";

/** The months that a period covers, counted from January of year 0, so that they compare and subtract. */
export type Months = { readonly first: number; readonly last: number };

/** Undefined for anything that is not a dated period, `?H1` included. */
export function findMonths(text: string): Months | undefined {
  const period = findPeriod(text);
  if (period === undefined || !hasYear(period)) return undefined;
  const { year, from, toYear, to } = monthsOf(period);
  return { first: (year ?? 0) * 12 + from - 1, last: (toYear ?? 0) * 12 + to - 1 };
}

export const sameMonths = (left: Months, right: Months): boolean => left.first === right.first && left.last === right.last;
export const yearBefore = (months: Months): Months => ({ first: months.first - 12, last: months.last - 12 });
export const yearOfMonths = (months: Months): number => Math.floor(months.first / 12);
/** From January on, as cumulative figures are counted. */
export const startsYear = (months: Months): boolean => months.first % 12 === 0;
