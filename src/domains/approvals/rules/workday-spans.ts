import { addDays, daysBetween, type LocalDate, localDate } from "#kernel/local-date.ts";
import { dayKind, type ReckonedCount, type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

/** Workdays in `(from, to]`, as `workdaysBetween` counts them, for thousands of spans over the same years: each day is looked at once. */
export type Spans = (from: LocalDate, to: LocalDate) => ReckonedCount;

const START = localDate("2015-01-01");
const LONGEST_DAYS = 36_525;

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
    const [first, last] = [daysBetween(START, from), daysBetween(START, to)];
    if (first < 0 || last < first || last > LONGEST_DAYS) return workdaysBetween(calendar, from, to);
    upTo(last);
    return {
      count: (workdays[last] ?? 0) - (workdays[first] ?? 0),
      provisional: (provisional[last] ?? 0) > (provisional[first] ?? 0),
    };
  };
}
