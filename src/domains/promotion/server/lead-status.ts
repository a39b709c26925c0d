import type { LeadStage, LeadStatus, LostReason } from "#domains/promotion/contract/lead.ts";
import { type StatusMove, statusMoves } from "#domains/promotion/rules/lead-lifecycle.ts";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import {
  addEvidence,
  appendStep,
  type LeadTableRow,
  lockLead,
  requireDay,
  requireVersion,
  subjectOf,
  updateLead,
} from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type StatusChange = {
  readonly move: StatusMove;
  readonly on: LocalDate;
  readonly reason: string;
  readonly lostReason?: LostReason | null;
  readonly joinedTo?: string;
  readonly automatic?: boolean;
};

/** Writes a change of status with its step; the gates are looked at here, whoever asks. @throws AppError `promotion.refused.…` */
export async function changeStatus(tx: Tx, row: LeadTableRow, change: StatusChange, today: LocalDate): Promise<LeadStatus> {
  const move = statusMoves[change.move];
  const from = row.status as LeadStatus;
  const stage = row.stage as LeadStage;
  const lostReason = change.move === "lose" ? (change.lostReason ?? null) : null;
  if (!(move.from as readonly string[]).includes(from)) requireDecision({ allowed: false, because: `wrong-status:${from}` });
  requireDecision(checkMove(move, { state: from, stage, reason: change.reason, lostReason }));
  await appendStep(tx, row.id, {
    move: change.move,
    fromStage: stage,
    toStage: stage,
    fromStatus: from,
    toStatus: move.to,
    on: change.on,
    reason: change.reason,
    recordedOn: today,
    automatic: change.automatic ?? false,
  });
  await updateLead(tx, row, {
    status: move.to,
    status_since: change.on,
    lost_reason: lostReason,
    joined_to: change.joinedTo ?? null,
  });
  await keepDue(tx, row.id, today);
  return move.to;
}

const POLICY = { park: leadPolicy.park, resume: leadPolicy.resume, lose: leadPolicy.lose } as const;

export const changeLeadStatus: LeadHandlers["changeLeadStatus"] = async (input, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(POLICY[input.change](actor, subjectOf(row)));
  if (input.change === "lose" && input.lostReason === undefined) throw new AppError("promotion.lost-reason", "invalid");
  requireDay(input.on, row.status_since, today);
  const to = await changeStatus(
    tx,
    row,
    { move: input.change, on: input.on, reason: input.reason, lostReason: input.lostReason ?? null },
    today,
  );
  context.journal({
    subject: `lead:${row.id}`,
    before: { status: row.status },
    after: { status: to, lostReason: input.lostReason ?? null },
    detail: { on: input.on, reason: input.reason },
  });
  await context.emit("promotion.lead-status", { leadId: row.id, from: row.status, to, on: input.on });
  return viewLead(tx, row.id, today);
};

/** Leadership or a head of department: the yes that signing needs, the no that ends the lead, or the taking up of one that was ended. */
export const decideLead: LeadHandlers["decideLead"] = async (input, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(leadPolicy.decide(actor, subjectOf(row)));
  requireDay(input.on, input.decision === "approve" ? row.stage_since : row.status_since, today);
  if (input.decision === "approve") {
    if (row.status !== "ACTIVE") requireDecision({ allowed: false, because: `wrong-status:${row.status}` });
    if (row.stage !== "DECISION") requireDecision({ allowed: false, because: `not-at-decision:${row.stage}` });
    await addEvidence(tx, {
      leadId: row.id,
      kind: "decision",
      number: input.number,
      datedOn: input.on,
      note: input.reason,
      file: null,
      origin: "decision",
      recordedOn: today,
    });
    await updateLead(tx, row, {});
  } else {
    await changeStatus(tx, row, { move: input.decision, on: input.on, reason: input.reason }, today);
  }
  context.journal({
    subject: `lead:${row.id}`,
    before: { stage: row.stage, status: row.status },
    after: { decision: input.decision, number: input.number },
    detail: { on: input.on, reason: input.reason },
  });
  await context.emit("promotion.lead-decided", { leadId: row.id, decision: input.decision, on: input.on });
  return viewLead(tx, row.id, today);
};
