import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";

/** Once and complete: everything that is missing, in one notice. A second one is refused by the gate, and by the key of the table. */
export const noticeSupplement: CaseHandlers["noticeSupplement"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.noticeSupplement(actor, subjectOf(row)));
  if (input.dueOn !== undefined && input.dueOn <= today)
    throw new AppError("approvals.due-in-past", "invalid", { due: input.dueOn, today });
  await moveCase(tx, row, "noticeSupplement", {
    on: today,
    note: input.items.join("；"),
    brings: () => ({ supplement: { noticedOn: today, dueOn: input.dueOn ?? null, answeredOn: null } }),
  });
  await tx
    .insertInto("approval_supplement")
    .values({
      zone_id: row.zone_id,
      case_id: row.id,
      enterprise_id: row.enterprise_id,
      noticed_on: today,
      items: [...input.items],
      due_on: input.dueOn ?? null,
      by: actor.id,
    })
    .execute();
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "SUPPLEMENT", items: input.items } });
  return viewCase(tx, row.id, today);
};

export const answerSupplement: CaseHandlers["answerSupplement"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.answerSupplement(context.actor, await subjectFor(tx, row, today)));
  await moveCase(tx, row, "answerSupplement", {
    on: today,
    note: input.note,
    brings: ({ supplement }) => ({ supplement: supplement === null ? null : { ...supplement, answeredOn: today } }),
  });
  await tx
    .updateTable("approval_supplement")
    .set({ answered_on: today, answer: input.note })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .execute();
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "SUBMITTED", answeredOn: today } });
  return viewCase(tx, row.id, today);
};
