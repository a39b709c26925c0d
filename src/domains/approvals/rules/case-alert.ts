import type { CaseState } from "#domains/approvals/contract/case.ts";
import type { RunningDue } from "#domains/approvals/rules/case-clock.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

export type CaseAlert = "none" | "near" | "late" | "over";

/** From how many workdays before its due day a case is called near. Data: a zone may warn earlier. */
export type AlertRule = { readonly nearWorkdays: number; readonly source: string };
export const DEFAULT_ALERT: AlertRule = { nearWorkdays: 3, source: "[P] proposed default, handbook §0" };

/** The last due day that counts as near today. */
export const nearUntil = (rule: AlertRule, calendar: WorkCalendar, today: LocalDate): LocalDate =>
  addWorkdays(calendar, today, rule.nearWorkdays).day;

export type AlertSubject = {
  readonly state: CaseState;
  readonly due: RunningDue | null;
  /** Of a suspended case: the last day of its pause; null where no end is known. */
  readonly pausedUntil: LocalDate | null;
};

/** over: past the law; late: past the promise; near: due within the alert. Nothing is called late while the clock stands still. */
export function alertOf({ state, due, pausedUntil }: AlertSubject, near: LocalDate, today: LocalDate): CaseAlert {
  if (due === null) return "none";
  if (state === "SUSPENDED" && (pausedUntil === null || pausedUntil >= today)) return "none";
  if (today > due.legal) return "over";
  if (today > due.promised) return "late";
  return due.promised <= near ? "near" : "none";
}
