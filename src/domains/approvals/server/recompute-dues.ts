import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { AUTOMATIC } from "#domains/approvals/rules/case-lifecycle.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { loadCourses } from "#domains/approvals/server/load-courses.ts";
import { noteStep, reckoned } from "#domains/approvals/server/move-case.ts";
import { reckonDeferralDues, VERIFY_WITHIN } from "#domains/approvals/server/open-promises.ts";
import { reckonReviewDues } from "#domains/approvals/server/review-case.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

/** Limits that run on the calendar; the day in a supplement notice was said by the window and stays. */
const RUNNING = ["SUBMITTED", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"] as const;
const AT_ONCE = 500;

/** A notice was loaded: what was provisional becomes certain, what rested on an earlier notice is reckoned anew, and the history says why. */
export const recomputeDues: EventSubscriber = {
  kind: "calendar.loaded",
  everyZone: true,
  handle: async (_, tx) => {
    const today = await businessDayOf(tx);
    const changed = await recompute(tx, today);
    if (changed.length > 0)
      appendToJournal(tx, { operation: "approvals.recompute", subject: "cases", after: { changed: changed.length }, items: changed });
  },
};

type Changed = { readonly number: string; readonly before: string | null; readonly after: string | null };

async function recompute(tx: Tx, today: LocalDate): Promise<readonly Changed[]> {
  const calendar = await loadCalendar(tx);
  const changed: Changed[] = [];
  for (let after = ""; ; ) {
    const rows = await nextRows(tx, after);
    const courses = await loadCourses(tx, rows);
    for (const row of rows) {
      const course = courses.get(row.id);
      if (course === undefined) continue;
      await recomputePromises(tx, row, course, calendar, today);
      await reckonReviewDues(tx, row, today, calendar);
      const now = reckoned(course, calendar, today);
      if (isSame(row, now)) continue;
      const last = course.steps.at(-1)?.on;
      const on = last !== undefined && last > today ? last : today;
      await noteStep(tx, row, "recompute", {
        on,
        automatic: AUTOMATIC.recompute,
        detail: { before: row.promised_due_on, after: now.promised_due_on ?? null },
      });
      changed.push({ number: row.number, before: row.promised_due_on, after: now.promised_due_on ?? null });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return changed;
    after = last.number;
  }
}

const nextRows = (tx: Tx, after: string): Promise<CaseTableRow[]> =>
  tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "in", RUNNING)
    .where("number", ">", after)
    .orderBy("number")
    .limit(AT_ONCE)
    .execute();

/** The due day of a pause without an end moves by itself; there only the mark counts. */
function isSame(row: CaseTableRow, now: ReturnType<typeof reckoned>): boolean {
  if (row.due_provisional !== now.due_provisional) return false;
  if (row.state === "SUSPENDED" && row.paused_until === null) return true;
  return row.legal_due_on === now.legal_due_on && row.promised_due_on === now.promised_due_on;
}

async function recomputePromises(tx: Tx, row: CaseTableRow, course: CaseCourse, calendar: WorkCalendar, today: LocalDate): Promise<void> {
  if (course.acceptedOn === null) return;
  const verify = addWorkdays(calendar, course.acceptedOn, VERIFY_WITHIN);
  await tx
    .updateTable("approval_commitment")
    .set({ verify_by: verify.day, verify_provisional: verify.provisional })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("state", "=", "PENDING")
    .where("verify_provisional", "=", true)
    .execute();
  await reckonDeferralDues(tx, row, course, calendar, today);
}
