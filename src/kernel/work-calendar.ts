import { addDays, type LocalDate, localDate, weekday, yearOf } from "#kernel/local-date.ts";
import type { Notice } from "#kernel/work-notice.ts";

/** What the loaded yearly notices say; a pure value: loading another notice makes another calendar. */
export type WorkCalendar = {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlyMap<LocalDate, string>;
  readonly makeUp: ReadonlyMap<LocalDate, string>;
};

export type DayKind = {
  readonly workday: boolean;
  /** The holiday for which it is off or made up; null on plain weekdays and weekends. */
  readonly holiday: string | null;
  /** The notice that decides on this day is not loaded: computed by weekdays and fixed holidays. */
  readonly provisional: boolean;
};

/** A later notice of the same year (a correction during the year) goes over the earlier one. */
export function workCalendar(notices: readonly Notice[]): WorkCalendar {
  const off = new Map<LocalDate, string>();
  const makeUp = new Map<LocalDate, string>();
  for (const { days } of notices) {
    for (const { date, name, off: isOff } of days) {
      (isOff ? makeUp : off).delete(date);
      (isOff ? off : makeUp).set(date, name);
    }
  }
  return { years: new Set(notices.map(({ year }) => year)), off, makeUp };
}

/** Holidays whose date the law itself fixes. `source`: 全国年节及纪念日放假办法, as in force from 2025-01-01. */
export const FIXED_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ["01-01", "元旦"],
  ["05-01", "劳动节"],
  ["05-02", "劳动节"],
  ["10-01", "国庆节"],
  ["10-02", "国庆节"],
  ["10-03", "国庆节"],
]);

/** Notices reach back into the last three days of the year before, for New Year (so in 2007, 2008, 2012, 2019, 2023). */
const NEXT_NOTICE_BEGINS = "12-29";

const isWeekend = (day: LocalDate): boolean => weekday(day) === 0 || weekday(day) === 6;

function isProvisional(calendar: WorkCalendar, day: LocalDate): boolean {
  const year = yearOf(day);
  return !calendar.years.has(year) || (day.slice(5) >= NEXT_NOTICE_BEGINS && !calendar.years.has(year + 1));
}

export function dayKind(calendar: WorkCalendar, day: LocalDate): DayKind {
  const makeUp = calendar.makeUp.get(day);
  if (makeUp !== undefined) return { workday: true, holiday: makeUp, provisional: false };
  const off = calendar.off.get(day);
  if (off !== undefined) return { workday: false, holiday: off, provisional: false };
  const provisional = isProvisional(calendar, day);
  const fixed = calendar.years.has(yearOf(day)) ? undefined : FIXED_HOLIDAYS.get(day.slice(5));
  return { workday: fixed === undefined && !isWeekend(day), holiday: fixed ?? null, provisional };
}

export const isWorkday = (calendar: WorkCalendar, day: LocalDate): boolean => dayKind(calendar, day).workday;

/** A date that was computed; `provisional` when a day on the way to it rests on a notice that is not loaded. Compute it again when it is. */
export type ReckonedDay = { readonly day: LocalDate; readonly provisional: boolean };
export type ReckonedCount = { readonly count: number; readonly provisional: boolean };

/** The `count`-th workday after `start` (before it when negative); `start` itself is day 0 (handbook §0: day 1 is the day after the event). */
export function addWorkdays(calendar: WorkCalendar, start: LocalDate, count: number): ReckonedDay {
  const step = count < 0 ? -1 : 1;
  let day = start;
  let provisional = false;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    const kind = dayKind(calendar, day);
    provisional ||= kind.provisional;
    if (kind.workday) left -= 1;
  }
  return { day, provisional };
}

/** Workdays in `(from, to]`; in `[to, from)`, negative, when `to` lies before. */
export function workdaysBetween(calendar: WorkCalendar, from: LocalDate, to: LocalDate): ReckonedCount {
  const backwards = to < from;
  const [first, last] = backwards ? [to, addDays(from, -1)] : [addDays(from, 1), to];
  let count = 0;
  let provisional = false;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day);
    provisional ||= kind.provisional;
    if (kind.workday) count += 1;
  }
  return { count: backwards ? 0 - count : count, provisional };
}

/** The day itself when it is a workday, otherwise the next one: where a limit in calendar days ends on a rest day (民法典第二百零三条). */
export function firstWorkdayFrom(calendar: WorkCalendar, start: LocalDate): ReckonedDay {
  const kind = dayKind(calendar, start);
  return kind.workday ? { day: start, provisional: kind.provisional } : addWorkdays(calendar, start, 1);
}

export const workdaysInYear = (calendar: WorkCalendar, year: number): ReckonedCount =>
  workdaysBetween(calendar, localDate(`${year - 1}-12-31`), localDate(`${year}-12-31`));
