import type { TaskKind } from "#domains/projects/contract/task-force-operations.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { firstWorkdayFrom, isWorkday, type WorkCalendar } from "#kernel/work-calendar.ts";

/** Why a day cannot be: a code of contract/project-texts.ts with what its sentence names. */
export type DayProblem = {
  readonly code:
    | "projects.not-same-day"
    | "projects.due-in-past"
    | "projects.not-a-workday"
    | "projects.roll-forward"
    | "projects.roll-to-past";
  readonly params: Readonly<Record<string, string>>;
};

export type TaskDay = { readonly kind: TaskKind; readonly dueOn: LocalDate };

/**
 * 当天事情当天毕 (issue 3 §2): an item of the project calendar belongs to one day, today or a working day to come. Whoever works on a day off
 * may enter what is done on it; nobody is asked to. A duty has a limit, which may fall on any day that is not over; an issue may be
 * entered when its limit is past.
 */
export function checkNewDay({ kind, dueOn }: TaskDay, today: LocalDate, calendar: WorkCalendar): DayProblem | undefined {
  if (kind === "issue") return undefined;
  if (kind === "duty") return dueOn < today ? { code: "projects.due-in-past", params: { due: dueOn, day: today } } : undefined;
  if (dueOn < today) return { code: "projects.not-same-day", params: { due: dueOn, day: today } };
  return dueOn === today ? undefined : checkWorkday(dueOn, calendar);
}

/** Rolled over to a later day, never into the past: what was not finished on its day is moved on today or not at all. */
export function checkRoll({ dueOn }: TaskDay, to: LocalDate, today: LocalDate, calendar: WorkCalendar): DayProblem | undefined {
  if (to <= dueOn) return { code: "projects.roll-forward", params: { to, due: dueOn } };
  if (to < today) return { code: "projects.roll-to-past", params: { to, day: today } };
  return checkWorkday(to, calendar);
}

function checkWorkday(day: LocalDate, calendar: WorkCalendar): DayProblem | undefined {
  if (isWorkday(calendar, day)) return undefined;
  return { code: "projects.not-a-workday", params: { day, next: firstWorkdayFrom(calendar, day).day } };
}
