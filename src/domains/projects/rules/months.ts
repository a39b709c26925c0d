import { add, type Decimal, divide, whole } from "#kernel/decimal.ts";
import { addDays, daysBetween, findLocalDate, type LocalDate } from "#kernel/local-date.ts";

/** `2026-06`. */
export type Month = string;

export const monthOf = (day: LocalDate): Month => day.slice(0, 7);

/** Whole calendar months from one month to another: `2026-03` to `2026-06` is 3. */
export const monthsBetween = (from: Month, to: Month): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));

/** Months that have passed since a day: 15 March to 14 April is 0, to 15 April 1. */
export function wholeMonthsSince(from: LocalDate, to: LocalDate): number {
  const months = monthsBetween(monthOf(from), monthOf(to));
  return to.slice(8) < from.slice(8) && !isLastOfMonth(to) ? months - 1 : months;
}

/** The same with what is over of the next month as a part of one: 15 March to 30 April is 1.48. To two places, and never 0 when a day is over. */
export function monthsSince(from: LocalDate, to: LocalDate): Decimal {
  const months = wholeMonthsSince(from, to);
  const days = daysBetween(dayAfterMonths(from, months), to);
  return days <= 0 ? whole(months) : add(whole(months), divide(whole(days), whole(LONGEST_MONTH), 2));
}

const LONGEST_MONTH = 31;

/** The same day of a later month, or its last day where it is shorter. */
function dayAfterMonths(from: LocalDate, months: number): LocalDate {
  let month = monthOf(from);
  for (let step = 0; step < months; step += 1) month = nextMonth(month);
  return findLocalDate(`${month}-${from.slice(8)}`) ?? lastDayOf(month);
}

/** The newest month that is over on a day: on 30 June it is June, on 29 June it is May. Cutoffs are monthly (handbook §4). */
export function lastClosedMonth(asOf: LocalDate): Month {
  // Asked for thousands of projects with one day.
  if (lastAsked.asOf !== asOf) lastAsked = { asOf, month: isLastOfMonth(asOf) ? monthOf(asOf) : previousMonth(monthOf(asOf)) };
  return lastAsked.month;
}
let lastAsked: { readonly asOf: string; readonly month: Month } = { asOf: "", month: "" };

export const isLastOfMonth = (day: LocalDate): boolean => monthOf(addDays(day, 1)) !== monthOf(day);

export function previousMonth(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

/** @throws RangeError for something that is not a month. */
export function lastDayOf(month: Month): LocalDate {
  const following = nextMonth(month);
  const first = findLocalDate(`${following}-01`);
  if (first === undefined) throw new RangeError(`not a month: ${month}`);
  return addDays(first, -1);
}

export function nextMonth(month: Month): Month {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
