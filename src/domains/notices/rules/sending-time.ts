import type { NoticeKind } from "#domains/notices/contract/notice-operations.ts";
import { addDays, type Instant, instantAt, localDateOf } from "#kernel/local-date.ts";
import { isWorkday, type WorkCalendar } from "#kernel/work-calendar.ts";

/** Office hours, Asia/Shanghai; outside of them messages wait. */
export const OFFICE_HOURS = { from: "08:30", until: "18:00" } as const;

/** What does not wait for the next morning: a letter of supervision runs from the hour that it was issued, a broken interface loses data. */
const URGENT: ReadonlySet<NoticeKind> = new Set(["supervision", "interface"]);

/** When a message of this kind may leave: now, or at the beginning of the next office hours by the work calendar. */
export function sendingTime(now: Instant, kind: NoticeKind, quiet: boolean, calendar: WorkCalendar): Instant {
  if (!quiet || URGENT.has(kind)) return now;
  let day = localDateOf(now);
  if (isWorkday(calendar, day)) {
    if (now < instantAt(day, OFFICE_HOURS.from)) return instantAt(day, OFFICE_HOURS.from);
    if (now < instantAt(day, OFFICE_HOURS.until)) return now;
  }
  do day = addDays(day, 1);
  while (!isWorkday(calendar, day));
  return instantAt(day, OFFICE_HOURS.from);
}
