import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** The day as of which is looked, today without one. What is not yet cannot be looked at. @throws AppError `approvals.as-of-future` */
export function dayAsked(asked: LocalDate | undefined, today: LocalDate): LocalDate {
  if (asked !== undefined && asked > today) throw new AppError("approvals.as-of-future", "invalid", { date: asked, today });
  return asked ?? today;
}
