import { casePolicy, reviewPolicy } from "#domains/approvals/rules/approval-policy.ts";
import { readNodeClock } from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse, ReviewRecord, ReviewState } from "#domains/approvals/rules/case-course.ts";
import { nodesToOpen } from "#domains/approvals/rules/review-graph.ts";
import { authorOf, type CaseTableRow, findDepartments, getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { moveCase, noteStep } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export const startReview: CaseHandlers["startReview"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.startReview(context.actor, subjectOf(row)));
  const { matter } = await getCourse(tx, row);
  const reviews = opened(
    matter.reviews,
    matter.reviews.map(({ key, department }) => ({ node: key, department, state: "waiting", openedOn: null, closedOn: null })),
    today,
  );
  await moveCase(tx, row, "startReview", { on: today, brings: () => ({ reviews }) });
  const departments = await findDepartments(
    tx,
    matter.reviews.map(({ department }) => department),
  );
  if (reviews.length > 0)
    await tx
      .insertInto("approval_review")
      .values(
        reviews.map((review) => ({
          zone_id: row.zone_id,
          case_id: row.id,
          node: review.node,
          enterprise_id: row.enterprise_id,
          department_id: departments.get(review.department) ?? null,
          department_name: review.department,
          state: review.state,
          opened_on: review.openedOn,
        })),
      )
      .execute();
  await reckonReviewDues(tx, row, today);
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "REVIEWING" } });
  return viewCase(tx, row.id, today);
};

export const giveOpinion: CaseHandlers["giveOpinion"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  const review = await tx
    .selectFrom("approval_review")
    .select(["state", "department_id"])
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("node", "=", input.node)
    .executeTakeFirst();
  if (review === undefined) throw new AppError("approvals.no-such-node", "not-found", { node: input.node });
  const { state, applicantId } = subjectOf(row);
  requireDecision(
    reviewPolicy.giveOpinion(context.actor, {
      state,
      node: review.state as ReviewState,
      departmentId: review.department_id,
      applicantId,
    }),
  );
  const outcome = input.agree ? "agreed" : "objected";
  await closeReview(tx, row, input.node, { state: outcome, opinion: input.opinion, on: today });
  context.journal({ subject: `case:${row.id}`, after: { node: input.node, state: outcome }, detail: { opinion: input.opinion } });
  return viewCase(tx, row.id, today);
};

type Closing = {
  readonly state: "agreed" | "objected" | "silent";
  readonly opinion: string | null;
  readonly on: LocalDate;
  /** The rule that reads silence as no objection; null where the department spoke. */
  readonly automatic?: string;
};

/** Closes one review and opens those that waited for it. It decides nothing: an objection is for the head to weigh. */
export async function closeReview(tx: Tx, row: CaseTableRow, node: string, closing: Closing): Promise<CaseTableRow> {
  const { matter, reviews } = await getCourse(tx, row);
  if (reviews.find((review) => review.node === node)?.state !== "open")
    throw new AppError("approvals.review-not-open", "conflict", { node });
  const closed = reviews.map((review) => (review.node === node ? { ...review, state: closing.state, closedOn: closing.on } : review));
  const after = opened(matter.reviews, closed, closing.on);
  const begun = after.filter(({ node: key, state }) => state === "open" && reviews.find((one) => one.node === key)?.state === "waiting");
  const updated = await noteStep(tx, row, closing.automatic === undefined ? "giveOpinion" : "silentOpinion", {
    on: closing.on,
    note: matter.reviews.find(({ key }) => key === node)?.name.zh,
    automatic: closing.automatic,
    detail: { node, state: closing.state, opened: begun.map((review) => review.node) },
    brings: () => ({ reviews: after }),
  });
  const by = authorOf(tx, closing.automatic);
  await tx
    .updateTable("approval_review")
    .set({ state: closing.state, closed_on: closing.on, opinion: closing.opinion, by: by.id, by_name: by.name })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("node", "=", node)
    .execute();
  for (const review of begun)
    await tx
      .updateTable("approval_review")
      .set({ state: "open", opened_on: closing.on })
      .where("zone_id", "=", row.zone_id)
      .where("case_id", "=", row.id)
      .where("node", "=", review.node)
      .execute();
  await reckonReviewDues(tx, updated, closing.on);
  return updated;
}

/** Those whose turn it is are open from this day. */
function opened(nodes: CaseCourse["matter"]["reviews"], reviews: readonly ReviewRecord[], on: LocalDate): readonly ReviewRecord[] {
  const begin = new Set(nodesToOpen(nodes, new Map(reviews.map(({ node, state }) => [node, state]))));
  return reviews.map((review) => (begin.has(review.node) ? { ...review, state: "open" as const, openedOn: on } : review));
}

/** Until when each open review is due, as it stands on a day: kept for the clocks that look for silence. */
export async function reckonReviewDues(tx: Tx, row: CaseTableRow, on: LocalDate, known?: WorkCalendar): Promise<void> {
  const course = await getCourse(tx, row);
  const calendar = known ?? (await loadCalendar(tx));
  for (const review of course.reviews) {
    const node = course.matter.reviews.find(({ key }) => key === review.node);
    if (node === undefined || review.state !== "open") continue;
    const clock = readNodeClock(node, review, course, calendar, on);
    if (clock === null) continue;
    await tx
      .updateTable("approval_review")
      .set({ due_on: clock.legal.day, due_provisional: clock.legal.provisional })
      .where("zone_id", "=", row.zone_id)
      .where("case_id", "=", row.id)
      .where("node", "=", review.node)
      .execute();
  }
}
