import type { CaseState } from "#domains/approvals/contract/case.ts";
import { pausedUntil, runningDue } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { gatesOf } from "#domains/approvals/rules/case-gates.ts";
import { type CaseMove, type CaseStay, caseMoves, caseStays, datesOf } from "#domains/approvals/rules/case-lifecycle.ts";
import { waitingOf } from "#domains/approvals/rules/who-is-blocking.ts";
import { appendStep, type CaseChange, type CaseTableRow, updateCase } from "#domains/approvals/server/case-store.ts";
import { keepStatus } from "#domains/approvals/server/keep-status.ts";
import { type CourseParts, courseOf, getCourse } from "#domains/approvals/server/load-courses.ts";
import { reckonDeferralDues } from "#domains/approvals/server/open-promises.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { refuse } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export type StepGiven = {
  readonly on: LocalDate;
  readonly note?: string | null | undefined;
  /** The rule by which the platform takes the step by itself (`AUTOMATIC`). */
  readonly automatic?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  /** What else changes in the case's row with the step. */
  readonly change?: CaseChange | undefined;
  /** What the step brings beside the row (a pause, reviews, a notice): the gates look at the course before it, the due days at the course after it. */
  readonly brings?: ((course: CaseCourse) => Partial<CourseParts>) | undefined;
};

/**
 * Moves a case to its next state: gates, step, row with what it waits for and is due, copy for the public, event `approvals.moved`.
 * @throws AppError `approvals.refused.…` when a gate is closed, `approvals.before-last-step`, `record.changed`
 */
export async function moveCase(tx: Tx, row: CaseTableRow, move: CaseMove, given: StepGiven): Promise<CaseTableRow> {
  const course = await getCourse(tx, row);
  const calendar = await loadCalendar(tx);
  requireDecision(checkMove(caseMoves[move], gatesOf(course, calendar, given.on, given.change?.decision === "granted")));
  const { to } = caseMoves[move];
  return record(tx, row, course, calendar, { ...given, move, to, change: { ...stampsOf(move, course, given.on), ...given.change } });
}

/** A step that leaves the state as it is, in the same manner. */
export async function noteStep(tx: Tx, row: CaseTableRow, stay: CaseStay, given: StepGiven): Promise<CaseTableRow> {
  const course = await getCourse(tx, row);
  const from: readonly CaseState[] = caseStays[stay].from;
  if (!from.includes(course.state)) requireDecision(refuse(`wrong-state:${course.state}`));
  return record(tx, row, course, await loadCalendar(tx), { ...given, move: stay, to: course.state });
}

function stampsOf(move: CaseMove, course: CaseCourse, on: LocalDate): CaseChange {
  const { submittedOn, acceptedOn, decidedOn, deliveredOn, endedOn } = datesOf(move, course, on);
  const stamps = {
    submitted_on: submittedOn,
    accepted_on: acceptedOn,
    decided_on: decidedOn,
    delivered_on: deliveredOn,
    ended_on: endedOn,
  };
  const set = Object.fromEntries(Object.entries(stamps).filter(([, day]) => day !== undefined));
  return move === "deemRenewed" ? { ...set, decision: "granted" } : set;
}

type Recorded = StepGiven & { readonly move: string; readonly to: CaseState };

async function record(tx: Tx, row: CaseTableRow, course: CaseCourse, calendar: WorkCalendar, step: Recorded): Promise<CaseTableRow> {
  const last = course.steps.at(-1);
  if (last !== undefined && step.on < last.on)
    throw new AppError("approvals.before-last-step", "conflict", { date: step.on, last: last.on });
  const from = course.state;
  const steps = [...course.steps, { move: step.move, from, to: step.to, on: step.on, automatic: step.automatic ?? null }];
  const parts = { ...course, ...step.brings?.(course), steps };
  const planned = courseOf({ ...row, ...step.change, state: step.to }, course.matter, parts);
  const updated = await updateCase(tx, row, { ...step.change, ...reckoned(planned, calendar, step.on), state: step.to });
  await reckonDeferralDues(tx, updated, planned, calendar, step.on);
  // After the row: of two who act in one moment the second waits here, and is told that the case was changed.
  const ordinal = await appendStep(tx, row, { ...step, from });
  await keepStatus(tx, updated, courseOf(updated, course.matter, parts), { ordinal, calendar, asOf: step.on });
  await emitEvent(tx, "approvals.moved", {
    caseId: row.id,
    packageId: row.package_id,
    projectId: row.project_id,
    move: step.move,
    from,
    to: step.to,
    on: step.on,
  });
  return updated;
}

/** What the desk sorts, filters and counts by, as it stands on a day. */
export function reckoned(course: CaseCourse, calendar: WorkCalendar, asOf: LocalDate): CaseChange {
  const due = runningDue(course, calendar, asOf);
  const { who, since } = waitingOf(course, calendar, asOf);
  return {
    legal_due_on: due?.legal ?? null,
    promised_due_on: due?.promised ?? null,
    due_provisional: due?.provisional ?? false,
    paused_until: pausedUntil(course, calendar),
    waits_for: who,
    waits_since: since,
  };
}
