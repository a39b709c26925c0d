import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, isWorkday, type WorkCalendar } from "#kernel/work-calendar.ts";

/** Time in working days: each has a cell of its own, days off lie on the line between two cells. */
export type WorkdayAxis = {
  readonly days: readonly LocalDate[];
  /** In cells from the left: where a day begins, its middle, and its end. Days beyond the axis lie on its edge. */
  readonly begin: (day: LocalDate) => number;
  readonly middle: (day: LocalDate) => number;
  readonly end: (day: LocalDate) => number;
};

const LEAST_CELLS = 5;

export function workdayAxis(calendar: WorkCalendar, first: LocalDate, last: LocalDate): WorkdayAxis {
  const least = addWorkdays(calendar, addDays(first, -1), LEAST_CELLS).day;
  const until = last < least ? least : last;
  const days: LocalDate[] = [];
  for (let day = first; day <= until; day = addDays(day, 1)) if (isWorkday(calendar, day)) days.push(day);
  const begin = (day: LocalDate): number => firstPlace(days, (candidate) => candidate >= day);
  const end = (day: LocalDate): number => firstPlace(days, (candidate) => candidate > day);
  return { days, begin, end, middle: (day) => (begin(day) + end(day)) / 2 };
}

/** Days stand in order, so that the first which fits is found by halving. */
function firstPlace(days: readonly LocalDate[], fits: (day: LocalDate) => boolean): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day !== undefined && fits(day)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const STEPS = [1, 2, 5, 10, 20, 40, 60, 120, 240, 500] as const;

/** Places of the labelled days: as many as have room, always at the same distance. */
export function ticksOf(
  axis: WorkdayAxis,
  cellWidth: number,
  room: number,
): readonly { readonly place: number; readonly day: LocalDate }[] {
  const step = STEPS.find((candidate) => candidate * cellWidth >= room) ?? 500;
  return axis.days.flatMap((day, place) => (place % step === 0 ? [{ place, day }] : []));
}
