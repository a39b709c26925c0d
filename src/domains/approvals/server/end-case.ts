import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";

/** The ways out without a decision; each with its reason. */
const ending =
  (move: "withdraw" | "terminate" | "refuseToAccept"): CaseHandlers[`${"withdraw" | "terminate"}Case`] =>
  async (input, context) => {
    const { tx, today } = context;
    const row = await getCase(tx, input.id);
    requireVersion(row, input.version);
    requireDecision(casePolicy[move](context.actor, await subjectFor(tx, row, today)));
    const ended = await moveCase(tx, row, move, { on: today, note: input.reason });
    context.journal({
      subject: `case:${row.id}`,
      before: { state: row.state },
      after: { state: ended.state },
      detail: { move, reason: input.reason },
    });
    return viewCase(tx, row.id, today);
  };

export const withdrawCase: CaseHandlers["withdrawCase"] = ending("withdraw");
export const terminateCase: CaseHandlers["terminateCase"] = ending("terminate");
export const refuseToAccept: CaseHandlers["refuseToAccept"] = ending("refuseToAccept");
