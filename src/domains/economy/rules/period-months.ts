/** The months that a period covers, counted from January of year 0, so that periods of different spelling compare: 2020H1 = 2020-01..2020-06. */
export type Months = { readonly first: number; readonly last: number };

const PERIOD = /^(\d{4})(?:(H[12])|(Q[1-4])(?:-Q([1-4]))?|-(\d{2})(?:\.\.(\d{4})-(\d{2}))?)?$/;

/** Undefined for anything that is not a dated period, `?H1` included. A day counts as its month. */
export function findMonths(period: string): Months | undefined {
  const found = PERIOD.exec(/^\d{4}-\d{2}-\d{2}$/.test(period) ? period.slice(0, 7) : period);
  if (found === null) return undefined;
  const [, year = "", half, quarter, toQuarter, month, toYear, toMonth] = found;
  const january = Number(year) * 12;
  if (half !== undefined) return half === "H1" ? { first: january, last: january + 5 } : { first: january + 6, last: january + 11 };
  if (quarter !== undefined) {
    const from = Number(quarter.slice(1));
    const to = toQuarter === undefined ? from : Number(toQuarter);
    return to < from ? undefined : { first: january + (from - 1) * 3, last: january + to * 3 - 1 };
  }
  if (month === undefined) return { first: january, last: january + 11 };
  const first = january + Number(month) - 1;
  const last = toYear === undefined ? first : Number(toYear) * 12 + Number(toMonth) - 1;
  return isMonth(month) && (toMonth === undefined || isMonth(toMonth)) && last >= first ? { first, last } : undefined;
}

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;

export const sameMonths = (left: Months, right: Months): boolean => left.first === right.first && left.last === right.last;
export const yearBefore = (months: Months): Months => ({ first: months.first - 12, last: months.last - 12 });
export const yearOfMonths = (months: Months): number => Math.floor(months.first / 12);
/** From January on, as cumulative figures are counted. */
export const startsYear = (months: Months): boolean => months.first % 12 === 0;

/** `2020年上半年`, `first half of 2020`; the spelling itself where it is none of the usual ones. */
export function sayPeriod(period: string, language: "zh" | "en"): string {
  const months = findMonths(period);
  if (months === undefined) return period;
  const year = yearOfMonths(months);
  const [first, length] = [months.first - year * 12 + 1, months.last - months.first + 1];
  const last = first + length - 1;
  const zh = language === "zh";
  if (first === 1 && length === 12) return zh ? `${year}年` : String(year);
  if (length === 6 && (first === 1 || first === 7))
    return zh ? `${year}年${first === 1 ? "上" : "下"}半年` : `${first === 1 ? "first" : "second"} half of ${year}`;
  if (length === 3 && first % 3 === 1) return zh ? `${year}年${"一二三四"[(first - 1) / 3]}季度` : `Q${(first + 2) / 3} ${year}`;
  if (first === 1 && length === 9) return zh ? `${year}年前三季度` : `first three quarters of ${year}`;
  if (length === 1) return zh ? `${year}年${first}月` : `${MONTHS_EN[first - 1]} ${year}`;
  return zh
    ? `${year}年${first}—${last > 12 ? `次年${last - 12}` : last}月`
    : `${MONTHS_EN[first - 1]}–${MONTHS_EN[(last - 1) % 12]} ${year}`;
}

const MONTHS_EN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
