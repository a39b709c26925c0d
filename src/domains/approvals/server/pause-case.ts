import { v7 } from "uuid";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { clockRecordOf, clockRuleOf, latestEnd } from "#domains/approvals/rules/case-clock.ts";
import { type CaseCourse, suspendedFrom } from "#domains/approvals/rules/case-course.ts";
import { resumeMove } from "#domains/approvals/rules/case-lifecycle.ts";
import { pauseEntryProblem } from "#domains/approvals/rules/pause-entry.ts";
import { type CaseTableRow, getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { reckonReviewDues } from "#domains/approvals/server/review-case.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import { checkPause, type Pause } from "#kernel/clock.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export const pauseCase: CaseHandlers["pauseCase"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.pause(actor, subjectOf(row)));
  const pause: Pause = { reason: input.reason, from: input.from, to: input.to ?? null, notice: input.notice };
  requirePause(await getCourse(tx, row), pause, await loadCalendar(tx), today);
  const paused = await moveCase(tx, row, "pause", {
    on: today,
    note: `${input.reason}（${input.notice}）`,
    detail: { reason: input.reason, from: input.from, to: input.to ?? null, notice: input.notice },
    brings: ({ pauses }) => ({ pauses: [...pauses, pause] }),
  });
  await tx
    .insertInto("approval_pause")
    .values({
      zone_id: row.zone_id,
      id: v7(),
      case_id: row.id,
      enterprise_id: row.enterprise_id,
      reason: input.reason,
      from_day: input.from,
      to_day: input.to ?? null,
      notice: input.notice,
      by: actor.id,
    })
    .execute();
  // Entered after it ended: the clock runs again already.
  if (pause.to !== null && pause.to < today) await resume(tx, paused, pause.to, { on: today });
  else await reckonReviewDues(tx, paused, today);
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "SUSPENDED", ...pause } });
  return viewCase(tx, row.id, today);
};

/** The law knows no maximum for most reasons; an end further away than this is a slip of the pen. [P] */
const LONGEST_PAUSE_DAYS = 730;

/**
 * @throws AppError `clock.pause-…`, `approvals.date-in-future`, `approvals.pause-after-limit`, `approvals.pause-before-promise`, `approvals.pause-entered-late`,
 * `approvals.pause-too-far`, `approvals.pause-too-long`
 */
function requirePause(course: CaseCourse, pause: Pause, calendar: WorkCalendar, today: LocalDate): void {
  const { acceptedOn, matter } = course;
  if (acceptedOn === null) throw new Error("a case without acceptance has no clock to stop");
  const problem = checkPause(clockRuleOf(matter), clockRecordOf(course, acceptedOn), pause);
  if (problem !== undefined)
    throw new AppError(problem.because, problem.because === "clock.pause-overlaps" ? "conflict" : "invalid", {
      reason: pause.reason,
      from: pause.from,
      to: pause.to,
      startedOn: acceptedOn,
    });
  if (pause.from > today) throw new AppError("approvals.date-in-future", "invalid", { date: pause.from, today });
  const late = pauseEntryProblem(course, pause, calendar, today);
  if (late !== undefined) throw new AppError(`approvals.${late.because}`, "conflict", late);
  if (pause.to !== null && pause.to > addDays(pause.from, LONGEST_PAUSE_DAYS))
    throw new AppError("approvals.pause-too-far", "invalid", {
      to: pause.to,
      from: pause.from,
      latest: addDays(pause.from, LONGEST_PAUSE_DAYS),
    });
  const latest = latestEnd(matter, pause, calendar);
  if (latest === null || pause.to === null || pause.to <= latest) return;
  const most = matter.pauses.find(({ reason }) => reason === pause.reason)?.most ?? 0;
  throw new AppError("approvals.pause-too-long", "invalid", { reason: pause.reason, most, to: pause.to, latest });
}

export const resumeCase: CaseHandlers["resumeCase"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.resume(context.actor, subjectOf(row)));
  const { lastDay } = input;
  if (lastDay > today) throw new AppError("approvals.date-in-future", "invalid", { date: lastDay, today });
  const resumed = await resume(tx, row, lastDay, { on: today });
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: resumed.state, lastDay } });
  return viewCase(tx, row.id, today);
};

/** The clock runs again from the day after `lastDay`; the pause never grows beyond what the applicant was told. */
export async function resume(
  tx: Tx,
  row: CaseTableRow,
  lastDay: LocalDate,
  { on, automatic }: { readonly on: LocalDate; readonly automatic?: string },
): Promise<CaseTableRow> {
  const pause = await tx
    .selectFrom("approval_pause")
    .select(["id", "from_day", "to_day"])
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .orderBy("from_day", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (pause === undefined) throw new AppError("approvals.no-pause", "conflict");
  if (lastDay < pause.from_day) throw new AppError("approvals.resume-before-start", "invalid", { lastDay, from: pause.from_day });
  if (pause.to_day !== null && lastDay > pause.to_day)
    throw new AppError("approvals.resume-too-late", "invalid", { lastDay, to: pause.to_day });
  const course = await getCourse(tx, row);
  const resumed = await moveCase(tx, row, resumeMove(suspendedFrom(course)), {
    on,
    automatic,
    detail: { lastDay },
    brings: ({ pauses }) => ({ pauses: pauses.map((one, place) => (place === pauses.length - 1 ? { ...one, to: lastDay } : one)) }),
  });
  await tx.updateTable("approval_pause").set({ to_day: lastDay }).where("zone_id", "=", row.zone_id).where("id", "=", pause.id).execute();
  await reckonReviewDues(tx, resumed, on);
  return resumed;
}
