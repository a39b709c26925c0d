import { lastDayOf, monthOf, nextMonth } from "#domains/projects/rules/months.ts";
import { addDays, daysBetween, type LocalDate } from "#kernel/local-date.ts";

/** So far back every missed day is looked at; of the time before that only the cutoffs, which are the ends of months (handbook §4). */
const EACH_DAY = 31;
const MOST_CUTOFFS = 12;

/**
 * The days between the last on which all colours were computed and today, when no server ran. A colour that changed on one of them is to
 * carry that day: "how long at red" counts from it. After a longer break single days no longer matter to anybody, the monthly cutoffs do,
 * and a bound keeps the start after a year's rest short.
 */
export function missedDays(last: LocalDate | undefined, today: LocalDate): readonly LocalDate[] {
  if (last === undefined || last >= today) return [];
  const near = addDays(today, -EACH_DAY);
  const cutoffs: LocalDate[] = [];
  let end = lastDayOf(monthOf(last));
  while (end < near) {
    if (end > last) cutoffs.push(end);
    end = lastDayOf(nextMonth(monthOf(end)));
  }
  const first = last >= near ? addDays(last, 1) : near;
  const days = Array.from({ length: Math.max(0, daysBetween(first, today)) }, (_, place) => addDays(first, place));
  return [...cutoffs.slice(-MOST_CUTOFFS), ...days];
}
