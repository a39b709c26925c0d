import { v7 } from "uuid";
import { deferralDue } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { listPieces } from "#domains/approvals/server/pieces.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { addWorkdays, type WorkCalendar } from "#kernel/work-calendar.ts";

/** A commitment is verified within this many workdays of acceptance. [P] */
export const VERIFY_WITHIN = 20;

/** With the acceptance what was promised begins to count: a commitment is to be verified, a deferred material is due. */
export async function openPromises(tx: Tx, row: CaseTableRow, on: LocalDate): Promise<void> {
  const course = await getCourse(tx, row);
  const calendar = await loadCalendar(tx);
  const due = deferralDue(course, calendar, on);
  const newest = new Map((await listPieces(tx, { caseId: row.id })).map((piece) => [piece.material_key, piece]));
  const verify = addWorkdays(calendar, on, VERIFY_WITHIN);
  for (const piece of newest.values()) {
    const shared = { zone_id: row.zone_id, id: v7(), case_id: row.id, enterprise_id: row.enterprise_id, material_key: piece.material_key };
    if (piece.how === "commitment") {
      await tx
        .insertInto("approval_commitment")
        .values({
          ...shared,
          text: piece.note,
          promised_on: piece.provided_on,
          verify_by: verify.day,
          verify_provisional: verify.provisional,
        })
        .execute();
    } else if (piece.how === "deferred" && due !== null) {
      await tx
        .insertInto("approval_deferral")
        .values({ ...shared, promised_on: piece.provided_on, due_on: due.day, due_provisional: due.provisional })
        .execute();
    }
  }
}

/** With each step, and on each day of a pause without an end: what is still owed is due when the limit of its case now ends. */
export async function reckonDeferralDues(
  tx: Tx,
  row: CaseTableRow,
  course: CaseCourse,
  calendar: WorkCalendar,
  on: LocalDate,
): Promise<void> {
  if (!course.deferrals.some(({ state }) => state === "OPEN")) return;
  const due = deferralDue(course, calendar, on);
  if (due === null) return;
  await tx
    .updateTable("approval_deferral")
    .set({ due_on: due.day, due_provisional: due.provisional })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("state", "=", "OPEN")
    .execute();
}
