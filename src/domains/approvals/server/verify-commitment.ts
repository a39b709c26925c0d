import { AUTOMATIC } from "#domains/approvals/rules/case-lifecycle.ts";
import { type CommitmentMove, commitmentMoves, commitmentPolicy } from "#domains/approvals/rules/promises.ts";
import { requireVersion } from "#domains/approvals/server/case-store.ts";
import {
  courseOfCommitment,
  exclude,
  getCommitment,
  subjectOfCommitment,
  updateCommitment,
} from "#domains/approvals/server/commitment-store.ts";
import { moveCase, noteStep } from "#domains/approvals/server/move-case.ts";
import type { PromiseHandlers } from "#domains/approvals/server/promise-handlers.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { viewCase } from "#domains/approvals/server/view-case.ts";
import { checkMove } from "#kernel/lifecycle.ts";

/** True; false, to be corrected by a day; or corrected since. A false promise excludes the applicant from promising until its credit is repaired. */
export const verifyCommitment: PromiseHandlers["verifyCommitment"] = async (input, context) => {
  const { tx, today, actor } = context;
  const found = await getCommitment(tx, input.commitmentId);
  requireVersion(found.row, input.version);
  requireDecision(commitmentPolicy.verify(actor, subjectOfCommitment(found)));
  const move: CommitmentMove = input.finding;
  const { correctBy } = input;
  requireDecision(
    checkMove(commitmentMoves[move], await courseOfCommitment(tx, found, { on: today, ...(move === "false" ? { correctBy } : {}) })),
  );
  const { to } = commitmentMoves[move];
  await updateCommitment(tx, found.row, {
    state: to,
    finding: input.note,
    found_on: today,
    found_by: actor.id,
    ...(move === "false" ? { correct_by: correctBy ?? null } : {}),
  });
  if (move === "false") await exclude(tx, found, today, input.note);
  await noteStep(tx, found.of, "verifyCommitment", {
    on: today,
    note: input.note,
    detail: { commitment: found.row.id, material: found.row.material_key, finding: move, correctBy: correctBy ?? null },
  });
  context.journal({
    subject: `case:${found.of.id}`,
    before: { commitment: found.row.id, state: found.row.state },
    after: { commitment: found.row.id, state: to, correctBy: correctBy ?? null },
    detail: { note: input.note },
  });
  await context.emit("approvals.commitment-verified", { commitmentId: found.row.id, caseId: found.of.id, finding: move });
  return viewCase(tx, found.of.id, today);
};

/** What a false promise brought is revoked, by the head, not by whoever found it false, and when the time to put it right is over. */
export const revokeResult: PromiseHandlers["revokeResult"] = async (input, context) => {
  const { tx, today, actor } = context;
  const found = await getCommitment(tx, input.commitmentId);
  requireVersion(found.row, input.version);
  requireDecision(commitmentPolicy.revoke(actor, subjectOfCommitment(found)));
  requireDecision(checkMove(commitmentMoves.revoke, await courseOfCommitment(tx, found, { on: today })));
  await updateCommitment(tx, found.row, { state: "REVOKED" });
  await tx
    .updateTable("approval_result")
    .set({ revoked_on: today, revoked_because: input.reason })
    .where("zone_id", "=", found.of.zone_id)
    .where("case_id", "=", found.of.id)
    .execute();
  await exclude(tx, found, today, input.reason);
  const noted = await noteStep(tx, found.of, "revokeResult", { on: today, note: input.reason, detail: { commitment: found.row.id } });
  if (noted.state === "DECIDED") await moveCase(tx, noted, "annul", { on: today, automatic: AUTOMATIC.annul });
  context.journal({
    subject: `case:${found.of.id}`,
    before: { commitment: found.row.id, state: found.row.state },
    after: { commitment: found.row.id, state: "REVOKED", revokedOn: today },
    detail: { reason: input.reason },
  });
  await context.emit("approvals.result-revoked", { caseId: found.of.id, projectId: found.of.project_id, on: today, because: input.reason });
  return viewCase(tx, found.of.id, today);
};
