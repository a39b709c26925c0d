import { v7 } from "uuid";
import { ownerKey } from "#domains/promotion/rules/owner-key.ts";
import { diligencePolicy } from "#domains/promotion/rules/paper-policy.ts";
import { viewDiligence } from "#domains/promotion/server/diligence/view-diligence.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, type LeadTableRow, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

async function leadToEnter(tx: Tx, id: string): Promise<LeadTableRow> {
  const lead = await getLead(tx, id);
  requireDecision(diligencePolicy.enter(actorOf(tx), { lead: subjectOf(lead), open: false }));
  return lead;
}

function requirePast(on: LocalDate, today: LocalDate): void {
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
}

function requireOther(one: string, other: string): void {
  if (ownerKey(one) === ownerKey(other)) throw new AppError("promotion.same-enterprise", "invalid", { name: other });
}

export const enterHolding: DiligenceHandlers["enterHolding"] = async (
  { id, holder, held, sharePct, evidence, from, to, source },
  context,
) => {
  const { tx, actor, today } = context;
  await leadToEnter(tx, id);
  requireOther(holder, held);
  if (from !== undefined) requirePast(from, today);
  if (from !== undefined && to !== undefined && to < from) throw new AppError("promotion.before-holding", "invalid", { date: to, from });
  const holdingId = v7();
  await tx
    .insertInto("diligence_holding")
    .values({
      zone_id: actor.zoneId,
      id: holdingId,
      holder_key: ownerKey(holder),
      holder_name: holder,
      held_key: ownerKey(held),
      held_name: held,
      share_pct: sharePct,
      evidence: evidence === "" ? null : evidence,
      from_on: from ?? null,
      to_on: to ?? null,
      source,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: `lead:${id}`, after: { holding: holdingId, holder, held, sharePct, source } });
  await context.emit("promotion.holding-entered", { leadId: id, holdingId });
  return viewDiligence(tx, id, today);
};

/** It stays on record with its last day: a parentage is looked at as of a day. */
export const endHolding: DiligenceHandlers["endHolding"] = async ({ id, holdingId, version, on }, context) => {
  const { tx, actor, today } = context;
  await leadToEnter(tx, id);
  requirePast(on, today);
  const row = await tx
    .selectFrom("diligence_holding")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", holdingId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-holding", "not-found");
  requireVersion(row, version);
  if (row.from_on !== null && on < row.from_on) throw new AppError("promotion.before-holding", "invalid", { date: on, from: row.from_on });
  const { numUpdatedRows } = await tx
    .updateTable("diligence_holding")
    .set({ to_on: on, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", holdingId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  context.journal({ subject: `lead:${id}`, before: { to: row.to_on }, after: { holding: holdingId, to: on } });
  await context.emit("promotion.holding-ended", { leadId: id, holdingId, on });
  return viewDiligence(tx, id, today);
};

export const claimParent: DiligenceHandlers["claimParent"] = async ({ id, parent, on, source }, context) => {
  const { tx, actor, today } = context;
  const lead = await leadToEnter(tx, id);
  requirePast(on, today);
  requireOther(parent, lead.party_name);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("diligence_parent_claim")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      lead_id: id,
      parent_key: ownerKey(parent),
      parent_name: parent,
      claimed_on: on,
      source,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .onConflict((conflict) => conflict.columns(["zone_id", "lead_id", "parent_key"]).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError("promotion.parent-claimed", "conflict", { parent });
  context.journal({ subject: `lead:${id}`, after: { claimedParent: parent, on, source } });
  await context.emit("promotion.parent-claimed", { leadId: id });
  return viewDiligence(tx, id, today);
};

/** A public statement of the alleged parent: it decides, whatever the holdings say. */
export const enterDenial: DiligenceHandlers["enterDenial"] = async ({ id, parent, on, evidence }, context) => {
  const { tx, actor, today } = context;
  const lead = await leadToEnter(tx, id);
  requirePast(on, today);
  requireOther(parent, lead.party_name);
  await tx
    .insertInto("diligence_denial")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      parent_key: ownerKey(parent),
      parent_name: parent,
      party_key: ownerKey(lead.party_name),
      party_name: lead.party_name,
      denied_on: on,
      evidence,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: `lead:${id}`, after: { deniedBy: parent, on, evidence } });
  await context.emit("promotion.parent-denied", { leadId: id });
  return viewDiligence(tx, id, today);
};
