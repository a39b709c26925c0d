import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";

/** Incomplete papers may be submitted: the window then says once, and completely, what is missing. */
export const submitCase: CaseHandlers["submitCase"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.submit(context.actor, await subjectFor(tx, row, today)));
  await moveCase(tx, row, "submit", { on: today });
  context.journal({ subject: `case:${row.id}`, before: { state: row.state }, after: { state: "SUBMITTED", submittedOn: today } });
  return viewCase(tx, row.id, today);
};
