import type { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import { leadMoves } from "#domains/promotion/rules/lead-lifecycle.ts";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { appendStep, leadCase, lockLead, requireDay, requireVersion, subjectOf, updateLead } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { sendSigned } from "#domains/promotion/server/send-signed.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import { checkMove } from "#kernel/lifecycle.ts";

/** To the next stage, or back to negotiation, when the gates are open. Signing tells the register of projects, which opens the project. */
export const moveLead: LeadHandlers["moveLead"] = async (input, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(leadPolicy.move(actor, subjectOf(row)));
  const move = leadMoves[input.move];
  const reason = input.reason?.trim() || null;
  requireDecision(checkMove(move, { ...(await leadCase(tx, row)), reason }));
  requireDay(input.on, row.stage_since, today);
  const stage = row.stage as LeadStage;
  const status = row.status as LeadStatus;
  await appendStep(tx, row.id, {
    move: input.move,
    fromStage: stage,
    toStage: move.to,
    fromStatus: status,
    toStatus: status,
    on: input.on,
    reason,
    recordedOn: today,
  });
  await updateLead(tx, row, { stage: move.to, stage_since: input.on });
  await keepDue(tx, row.id, today);
  context.journal({
    subject: `lead:${row.id}`,
    before: { stage },
    after: { stage: move.to },
    detail: { move: input.move, on: input.on, reason },
  });
  await context.emit("promotion.lead-moved", { leadId: row.id, move: input.move, from: stage, to: move.to, on: input.on });
  if (input.move === "sign") await sendSigned(context, row.id, { category: input.category, project: input.project });
  return viewLead(tx, row.id, today);
};
