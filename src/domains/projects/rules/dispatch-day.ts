import { addDays, type LocalDate, weekday } from "#kernel/local-date.ts";
import { dayKind, firstWorkdayFrom, type WorkCalendar } from "#kernel/work-calendar.ts";

/** Tuesday, until a zone sets its own: our default. 1 is Monday. */
export const DEFAULT_WEEKDAY = 2;
const WEEK = 7;

export type ProposedDay = {
  readonly heldOn: LocalDate;
  readonly provisional: boolean;
  /** The weekday itself, where it is a day of rest, and the holiday that makes it one. */
  readonly movedFrom: LocalDate | null;
  readonly holiday: string | null;
};

/** The first such weekday from `from` on; on a day of rest the meeting moves to the next working day. */
export function proposeDay(calendar: WorkCalendar, day: number, from: LocalDate): ProposedDay {
  const due = addDays(from, (day - weekday(from) + WEEK) % WEEK);
  const held = firstWorkdayFrom(calendar, due);
  const moved = held.day !== due;
  return {
    heldOn: held.day,
    provisional: held.provisional,
    movedFrom: moved ? due : null,
    holiday: moved ? dayKind(calendar, due).holiday : null,
  };
}
