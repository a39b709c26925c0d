import type { MatterResult } from "#domains/approvals/contract/matter.ts";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { type CaseTableRow, getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

/** Hands the result over. The register of projects hears of what it proves there. */
export const deliverCase: CaseHandlers["deliverCase"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.deliver(context.actor, subjectOf(row)));
  const on = input.on ?? today;
  if (on > today) throw new AppError("approvals.date-in-future", "invalid", { date: on, today });
  const { matter } = await getCourse(tx, row);
  await moveCase(tx, row, "deliver", { on, detail: { how: input.how } });
  await tx
    .updateTable("approval_result")
    .set({ delivered_on: on, delivered_how: input.how })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .execute();
  await tellProjects(tx, row, matter.result);
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "DELIVERED", on, how: input.how } });
  return viewCase(tx, row.id, today);
};

/** A permit that was delivered is evidence of the project that it was asked for. */
async function tellProjects(tx: Tx, row: CaseTableRow, result: MatterResult | null): Promise<void> {
  if (row.decision !== "granted" || row.project_id === null || result?.evidence === undefined) return;
  const kept = await tx
    .selectFrom("approval_result")
    .select(["number", "dated_on"])
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .executeTakeFirst();
  if (kept === undefined) return;
  await emitEvent(tx, "approvals.result-delivered", {
    projectId: row.project_id,
    evidenceKind: result.evidence,
    number: kept.number,
    datedOn: kept.dated_on,
    caseId: row.id,
    title: `${result.name.zh}（${row.number} ${row.title}）`.slice(0, 200),
  });
}
