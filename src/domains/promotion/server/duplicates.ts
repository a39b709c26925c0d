import { v7 } from "uuid";
import { type Comparable, findDuplicates } from "#domains/promotion/rules/lead-duplicates.ts";
import { partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { leadPolicy, promotionPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { changeStatus } from "#domains/promotion/server/lead-status.ts";
import { getLead, type LeadTableRow, lockLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { rowViews, viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The surest first; a person works through them, so more than these is another day's list. */
const MOST_PAIRS = 200;

const comparable = (row: LeadTableRow): Comparable & { readonly row: LeadTableRow } => ({
  id: row.id,
  nameKey: row.name_key,
  partyKey: row.party_key,
  partyNameKey: partyNameKey(row.party_name),
  party: row.party_name,
  projectName: row.project_name,
  row,
});

export const listDuplicates: PoolHandlers["listDuplicates"] = async (_, { tx, actor, today }) => {
  const rows = await tx
    .selectFrom("promotion_lead")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("status", "in", ["ACTIVE", "PARKED"])
    .orderBy("code")
    .execute();
  const apart = await tx.selectFrom("promotion_distinct").select(["one_id", "other_id"]).where("zone_id", "=", actor.zoneId).execute();
  const kept = new Set(apart.map((pair) => `${pair.one_id} ${pair.other_id}`));
  const isApart = (one: string, other: string) => kept.has(one < other ? `${one} ${other}` : `${other} ${one}`);
  const pairs = findDuplicates(rows.map(comparable), isApart).slice(0, MOST_PAIRS);
  const views = new Map(
    (
      await rowViews(tx, [...new Map(pairs.flatMap(({ one, other }) => [one.row, other.row]).map((row) => [row.id, row])).values()], today)
    ).map((view) => [view.id, view]),
  );
  return {
    items: pairs.flatMap(({ one, other, likeness }) => {
      const [left, right] = [views.get(one.id), views.get(other.id)];
      return left && right ? [{ one: left, other: right, score: likeness.score, reasons: [...likeness.reasons] }] : [];
    }),
    abilities: abilitiesOf({ join: promotionPolicy.join }, actor, null),
  };
};

/**
 * The same project, registered twice: the one is joined to the other, by a person and with the reason. Its entries are shown with the other's,
 * its team becomes a claim of it, and it is counted nowhere any more.
 */
export const joinLeads: PoolHandlers["joinLeads"] = async ({ id, version, intoId, reason }, context) => {
  const { tx, actor, today } = context;
  if (id === intoId) throw new AppError("promotion.join-itself", "invalid");
  // Locked in the order of their ids: two who join in opposite directions do not wait for each other for ever.
  const [first, second] = id < intoId ? [id, intoId] : [intoId, id];
  const locked = [await lockLead(tx, first), await lockLead(tx, second)];
  const row = locked.find((one) => one.id === id) as LeadTableRow;
  const into = locked.find((one) => one.id === intoId) as LeadTableRow;
  requireVersion(row, version);
  requireDecision(leadPolicy.join(actor, subjectOf(row)));
  if (into.status === "JOINED") throw new AppError("promotion.join-chain", "conflict", { code: into.code });
  await requireOneContract(tx, id, intoId);
  await changeStatus(tx, row, { move: "join", on: today, reason, joinedTo: intoId }, today);
  // Leads that were joined to this one follow it: nothing hangs on what is itself joined.
  await tx
    .updateTable("promotion_lead")
    .set({ joined_to: intoId })
    .where("zone_id", "=", actor.zoneId)
    .where("joined_to", "=", id)
    .execute();
  await tx
    .updateTable("promotion_claim")
    .set((by) => ({ lead_id: intoId, state: "REFUSED", decision: reason, decided_on: today, version: by("version", "+", 1) }))
    .where("zone_id", "=", actor.zoneId)
    .where("lead_id", "=", id)
    .where("kind", "=", "first-talk")
    .where("state", "in", ["VALID", "DISPUTED"])
    .execute();
  await addTeamClaim(context, row, intoId);
  context.journal({
    subject: `lead:${id}`,
    before: { status: row.status },
    after: { status: "JOINED", into: into.code },
    detail: { reason },
  });
  await context.emit("promotion.leads-joined", { leadId: id, intoId });
  return viewLead(tx, intoId, today);
};

/** Two teams entered the contract of one project under two numbers: joined, its money would be counted twice. */
async function requireOneContract(tx: Tx, id: string, intoId: string): Promise<void> {
  const formal = await tx
    .selectFrom("promotion_contract as contract")
    .innerJoin("promotion_lead as lead", (join) =>
      join.onRef("lead.zone_id", "=", "contract.zone_id").onRef("lead.id", "=", "contract.lead_id"),
    )
    .select(["contract.number", (by) => by.fn.coalesce("lead.joined_to", "lead.id").as("project")])
    .where("contract.zone_id", "=", actorOf(tx).zoneId)
    .where("contract.kind", "=", "formal")
    .where("contract.state", "=", "SIGNED")
    .where((by) => by.or([by("lead.id", "in", [id, intoId]), by("lead.joined_to", "in", [id, intoId])]))
    .orderBy("contract.number")
    .execute();
  if (new Set(formal.map(({ project }) => project)).size > 1)
    throw new AppError("promotion.join-two-contracts", "conflict", { numbers: formal.map(({ number }) => number) });
}

async function addTeamClaim({ tx, today }: Parameters<PoolHandlers["joinLeads"]>[1], row: LeadTableRow, intoId: string): Promise<void> {
  const actor = actorOf(tx);
  const department =
    row.department_id === null
      ? undefined
      : await tx
          .selectFrom("department")
          .select("name")
          .where("zone_id", "=", actor.zoneId)
          .where("id", "=", row.department_id)
          .executeTakeFirst();
  await tx
    .insertInto("promotion_claim")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      lead_id: intoId,
      kind: "team",
      team: department?.name ?? row.code,
      department_id: row.department_id,
      talked_on: row.registered_on,
      note: `${row.code} ${row.project_name}`,
      state: "VALID",
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export const keepApart: PoolHandlers["keepApart"] = async ({ id, otherId, reason }, context) => {
  const { tx, actor, today } = context;
  if (id === otherId) throw new AppError("promotion.join-itself", "invalid");
  await getLead(tx, id);
  await getLead(tx, otherId);
  const [one, other] = id < otherId ? [id, otherId] : [otherId, id];
  await tx
    .insertInto("promotion_distinct")
    .values({
      zone_id: actor.zoneId,
      one_id: one,
      other_id: other,
      reason,
      decided_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .onConflict((conflict) => conflict.columns(["zone_id", "one_id", "other_id"]).doNothing())
    .execute();
  context.journal({ subject: `lead:${id}`, after: { apartFrom: otherId }, detail: { reason } });
  return { decidedOn: today };
};
