import { addDays, daysBetween, type LocalDate, localDate } from "#kernel/local-date.ts";
import { dayKind, type ReckonedCount, type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

/** Workdays in `(from, to]`, or backwards, as `workdaysBetween` counts them, for thousands of spans over the same years: each day is looked at once. */
export type Spans = (from: LocalDate, to: LocalDate) => ReckonedCount;

/** Nearly everything lies between; what does not is counted by itself. */
const START = localDate("1989-12-31");
const LONGEST_DAYS = 40_600;

export function workdaySpans(calendar: WorkCalendar): Spans {
  const workdays: number[] = [0];
  const provisional: number[] = [0];
  const upTo = (place: number): void => {
    for (let next = workdays.length; next <= place; next += 1) {
      const kind = dayKind(calendar, addDays(START, next));
      workdays.push((workdays[next - 1] ?? 0) + (kind.workday ? 1 : 0));
      provisional.push((provisional[next - 1] ?? 0) + (kind.provisional ? 1 : 0));
    }
  };
  return (from, to) => {
    // `[to, from)`, negative, where `to` lies before: the days before both.
    const shift = to < from ? 1 : 0;
    const [first, last] = [daysBetween(START, from) - shift, daysBetween(START, to) - shift];
    if (Math.min(first, last) < 0 || Math.max(first, last) > LONGEST_DAYS) return workdaysBetween(calendar, from, to);
    if (shift === 1) {
      upTo(first);
      return { count: (workdays[last] ?? 0) - (workdays[first] ?? 0), provisional: (provisional[first] ?? 0) > (provisional[last] ?? 0) };
    }
    upTo(last);
    return {
      count: (workdays[last] ?? 0) - (workdays[first] ?? 0),
      provisional: (provisional[last] ?? 0) > (provisional[first] ?? 0),
    };
  };
}
