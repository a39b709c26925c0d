import type { z } from "zod";
import type { ReviewView } from "#domains/approvals/contract/case.ts";
import { reviewPolicy } from "#domains/approvals/rules/approval-policy.ts";
import { readNodeClock } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse, ReviewState } from "#domains/approvals/rules/case-course.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

/** The nodes of the matter's graph with how each stands; what a department wrote stays inside the committee. */
export async function reviewViews(
  tx: Tx,
  row: CaseTableRow,
  course: CaseCourse,
  calendar: WorkCalendar,
  today: LocalDate,
): Promise<z.input<typeof ReviewView>[]> {
  const actor = actorOf(tx);
  const inside = actor.role !== "enterprise";
  const rows = new Map(
    (await tx.selectFrom("approval_review").selectAll().where("zone_id", "=", row.zone_id).where("case_id", "=", row.id).execute()).map(
      (review) => [review.node, review],
    ),
  );
  return course.matter.reviews.map((node) => {
    const review = rows.get(node.key);
    const state = (review?.state ?? "waiting") as ReviewState;
    const openedOn = (review?.opened_on ?? null) as LocalDate | null;
    const closedOn = (review?.closed_on ?? null) as LocalDate | null;
    const clock = readNodeClock(node, { openedOn, closedOn }, course, calendar, today);
    return {
      key: node.key,
      name: node.name,
      department: node.department,
      after: [...node.after],
      state,
      openedOn,
      dueOn: clock?.legal.day ?? null,
      dueProvisional: clock?.legal.provisional ?? false,
      closedOn,
      opinion: inside ? (review?.opinion ?? null) : null,
      by: inside ? (review?.by_name ?? null) : null,
      daysLate: clock?.late ? 0 - clock.remaining : 0,
      abilities: abilitiesOf(reviewPolicy, actor, {
        state: course.state,
        node: state,
        departmentId: review?.department_id ?? null,
        applicantId: row.applicant_id,
      }),
    };
  });
}
