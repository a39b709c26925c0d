import { readCaseClock } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import type { Pause } from "#kernel/clock.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { type WorkCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

/** A pause is entered when it begins, or within this many workdays: the applicant has the notice in hand by then. [P] */
export const ENTERED_WITHIN = 5;

export type PauseEntryProblem =
  | { readonly because: "pause-after-limit" | "pause-before-promise"; readonly due: LocalDate }
  | { readonly because: "pause-entered-late"; readonly from: LocalDate; readonly most: number };

/** What is entered afterwards mends no limit that has run out: neither a pause of an overdue case, nor one from before a broken promise. */
export function pauseEntryProblem(
  course: CaseCourse,
  pause: Pick<Pause, "from">,
  calendar: WorkCalendar,
  today: LocalDate,
): PauseEntryProblem | undefined {
  const reading = readCaseClock(course, calendar, today);
  if (reading?.late === true) return { because: "pause-after-limit", due: reading.legal.day };
  if (reading?.promised && reading.promiseBroken && pause.from <= reading.promised.day)
    return { because: "pause-before-promise", due: reading.promised.day };
  return workdaysBetween(calendar, pause.from, today).count > ENTERED_WITHIN
    ? { because: "pause-entered-late", from: pause.from, most: ENTERED_WITHIN }
    : undefined;
}
