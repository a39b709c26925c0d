import { addDays, findLocalDate, type LocalDate, localDate, weekday } from "#kernel/local-date.ts";

const DAYS_OF_WEEK = 7;

/** `2026-06` → the Monday on or before its first day and the Sunday on or after its last: whole weeks. */
export function weeksOf(month: string): { readonly from: LocalDate; readonly to: LocalDate } {
  const first = localDate(`${month}-01`);
  const last = addDays(firstOf(nextMonth(month)), -1);
  return { from: addDays(first, -((weekday(first) + 6) % DAYS_OF_WEEK)), to: addDays(last, (DAYS_OF_WEEK - weekday(last)) % DAYS_OF_WEEK) };
}

export function nextMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, "0")}`;
}

export function previousMonth(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 1 ? `${year - 1}-12` : `${month.slice(0, 5)}${String(number - 1).padStart(2, "0")}`;
}

const firstOf = (month: string): LocalDate => localDate(`${month}-01`);

/** A month that can be shown; undefined for words that are none. */
export const findMonth = (text: string | undefined): string | undefined =>
  text !== undefined && /^(19|20)\d{2}-\d{2}$/.test(text) && findLocalDate(`${text}-01`) ? text : undefined;
