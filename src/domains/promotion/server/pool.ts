import type { LeadPoolRules } from "#domains/promotion/contract/lead-rules.ts";
import { mayPick, type Picker } from "#domains/promotion/rules/lead-pool.ts";
import { leadPolicy, promotionGrants } from "#domains/promotion/rules/promotion-policy.ts";
import { chooseLeads, offsetOf } from "#domains/promotion/server/choose-leads.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { leadRulesOn, requirePool } from "#domains/promotion/server/lead-rules.ts";
import {
  appendOwnership,
  type LeadTableRow,
  lockLead,
  namesOf,
  personId,
  requireVersion,
  subjectOf,
  updateLead,
} from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { rowViews, viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { all, holds } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** How many the actor picked today and holds now. */
async function pickerOf(tx: Tx, today: LocalDate): Promise<Picker> {
  const actor = actorOf(tx);
  const own = personId(actor.id);
  if (own === null) return { id: actor.id, pickedToday: 0, held: 0 };
  const picked = await tx
    .selectFrom("promotion_ownership")
    .select((by) => by.fn.countAll<string>().as("count"))
    .where("zone_id", "=", actor.zoneId)
    .where("to_id", "=", own)
    .where("change", "=", "PICKED")
    .where("happened_on", "=", today)
    .executeTakeFirstOrThrow();
  const held = await tx
    .selectFrom("promotion_lead")
    .select((by) => by.fn.countAll<string>().as("count"))
    .where("zone_id", "=", actor.zoneId)
    .where("owner_id", "=", own)
    .where("status", "=", "ACTIVE")
    // What is signed is looked after by its project.
    .where("stage", "not in", ["SIGNED", "LANDED"])
    .executeTakeFirstOrThrow();
  return { id: own, pickedToday: Number(picked.count), held: Number(held.count) };
}

type Previous = { readonly ownerId: string; readonly until: LocalDate };

/** Who had these leads last, and until when. */
async function previousOwners(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Previous>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_ownership")
    .select(["lead_id", "from_id", "happened_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "in", [...ids])
    .where("from_id", "is not", null)
    .orderBy("ordinal")
    .execute();
  return new Map(
    rows.flatMap((row) => (row.from_id === null ? [] : [[row.lead_id, { ownerId: row.from_id, until: row.happened_on as LocalDate }]])),
  );
}

const pickCase = (row: LeadTableRow, previous: Previous | undefined) => ({
  status: subjectOf(row).status,
  ownerId: row.owner_id,
  previousOwnerId: previous?.ownerId ?? null,
  previousUntil: previous?.until ?? null,
});

/** Two officers who pick one lead in the same moment: the row is locked, the second learns who was first. */
export const pickLead: PoolHandlers["pickLead"] = async ({ id }, context) => {
  const { tx, actor, today } = context;
  const own = personId(actor.id);
  if (own === null) throw new AppError("promotion.no-such-officer", "invalid");
  // One's own picks come one after the other too, or two at a time would go past the day's limit.
  await tx.selectFrom("person").select("id").where("zone_id", "=", actor.zoneId).where("id", "=", own).forUpdate().executeTakeFirst();
  const row = await lockLead(tx, id);
  if (row.owner_id !== null && row.owner_id !== own) {
    const names = await namesOf(tx, [row.owner_id]);
    throw new AppError("promotion.taken", "conflict", { name: names.get(row.owner_id) ?? "–", on: row.owned_since });
  }
  const { pool } = await leadRulesOn(tx, today);
  const previous = (await previousOwners(tx, [id])).get(id);
  requireDecision(mayPick(pickCase(row, previous), await pickerOf(tx, today), pool, today));
  await appendOwnership(tx, id, { change: "PICKED", fromId: null, toId: own, pool: row.pool, on: today, reason: "" });
  await updateLead(tx, row, { owner_id: own, owned_since: today, department_id: actor.departmentId });
  await keepDue(tx, id, today);
  context.journal({ subject: `lead:${id}`, before: { owner: null }, after: { owner: own } });
  await context.emit("promotion.lead-picked", { leadId: id, ownerId: own });
  return viewLead(tx, id, today);
};

export const releaseLead: PoolHandlers["releaseLead"] = async ({ id, version, reason, pool }, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, id);
  requireVersion(row, version);
  requireDecision(leadPolicy.release(actor, subjectOf(row)));
  if (row.owner_id === null) requireDecision({ allowed: false, because: "missing:owner" });
  const into = requirePool(await leadRulesOn(tx, today), pool ?? row.pool);
  await appendOwnership(tx, id, { change: "RELEASED", fromId: row.owner_id, toId: null, pool: into, on: today, reason });
  await updateLead(tx, row, { owner_id: null, owned_since: null, pool: into });
  await keepDue(tx, id, today);
  context.journal({ subject: `lead:${id}`, before: { owner: row.owner_id }, after: { owner: null, pool: into }, detail: { reason } });
  await context.emit("promotion.lead-released", { leadId: id, pool: into });
  return viewLead(tx, id, today);
};

export const assignLead: PoolHandlers["assignLead"] = async ({ id, version, ownerId, reason }, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, id);
  requireVersion(row, version);
  requireDecision(leadPolicy.assign(actor, subjectOf(row)));
  const officer = (await officersOn(tx, today)).find((one) => one.id === ownerId);
  if (officer === undefined) throw new AppError("promotion.no-such-officer", "not-found");
  await appendOwnership(tx, id, { change: "ASSIGNED", fromId: row.owner_id, toId: ownerId, pool: row.pool, on: today, reason });
  await updateLead(tx, row, { owner_id: ownerId, owned_since: today, department_id: officer.departmentId });
  await keepDue(tx, id, today);
  context.journal({ subject: `lead:${id}`, before: { owner: row.owner_id }, after: { owner: ownerId }, detail: { reason } });
  await context.emit("promotion.lead-assigned", { leadId: id, ownerId });
  return viewLead(tx, id, today);
};

export const leadPools: PoolHandlers["leadPools"] = async (_, { tx, actor, today }) => {
  const { pool } = await leadRulesOn(tx, today);
  const counts = await tx
    .selectFrom("promotion_lead")
    .select(["pool", (by) => by.fn.countAll<string>().as("count")])
    .where("zone_id", "=", actor.zoneId)
    .where("owner_id", "is", null)
    .where("status", "=", "ACTIVE")
    .groupBy("pool")
    .execute();
  const picker = await pickerOf(tx, today);
  return {
    pools: pool.pools.map(({ code, name }) => ({ code, name, count: Number(counts.find((one) => one.pool === code)?.count ?? 0) })),
    perDay: pool.perDay,
    pickedToday: picker.pickedToday,
    mostHeld: pool.mostHeld,
    held: picker.held,
  };
};

export const listPool: PoolHandlers["listPool"] = async ({ pool, q, cursor, limit }, { tx, actor, today }) => {
  const offset = offsetOf(cursor);
  let query = chooseLeads(tx, { q, pooled: true }, today);
  if (pool !== undefined) query = query.where("pool", "=", pool);
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy("registered_on", "desc").orderBy("id", "desc").offset(offset).limit(limit).execute();
  const [rules, picker] = [await leadRulesOn(tx, today), await pickerOf(tx, today)];
  const previous = await previousOwners(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(
    tx,
    [...previous.values()].map(({ ownerId }) => ownerId),
  );
  const views = await rowViews(tx, rows, today);
  return {
    items: rows.flatMap((row, place) => {
      const view = views[place];
      if (view === undefined) return [];
      const before = previous.get(row.id);
      const pick = all(holds(actor, "promotion.work"), mayPick(pickCase(row, before), picker, rules.pool as LeadPoolRules, today));
      return [
        {
          row: view,
          since: (before?.until ?? row.registered_on) as LocalDate,
          previousOwner: before === undefined ? null : (names.get(before.ownerId) ?? "–"),
          abilities: { pick },
        },
      ];
    }),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
  };
};

type OfficerRow = { readonly id: string; readonly name: string; readonly departmentId: string | null; readonly department: string | null };

/** Who holds a post on a day that may work on leads; the department is that of the oldest such post. */
export async function officersOn(tx: Tx, today: LocalDate): Promise<readonly OfficerRow[]> {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("membership as post", (join) => join.onRef("post.zone_id", "=", "person.zone_id").onRef("post.person_id", "=", "person.id"))
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "post.zone_id").onRef("department.id", "=", "post.department_id"),
    )
    .select(["person.id", "person.name", "post.department_id", "department.name as department"])
    .where("person.zone_id", "=", actorOf(tx).zoneId)
    .where("person.enterprise_id", "is", null)
    .where("person.left_at", "is", null)
    .where("post.role", "in", [...promotionGrants["promotion.work"]])
    .where("post.revoked_at", "is", null)
    .where("post.valid_from", "<=", today)
    .where((by) => by.or([by("post.valid_to", "is", null), by("post.valid_to", ">=", today)]))
    .orderBy("post.granted_at")
    .orderBy("post.id")
    .execute();
  const found = [...Map.groupBy(rows, (row) => row.id).values()].flatMap(([first]) =>
    first === undefined ? [] : [{ id: first.id, name: first.name, departmentId: first.department_id, department: first.department }],
  );
  return found.sort((one, other) => one.name.localeCompare(other.name, "zh-CN") || (one.id < other.id ? -1 : 1));
}

export const listOfficers: PoolHandlers["listOfficers"] = async (_, { tx, actor, today }) => {
  const held = await tx
    .selectFrom("promotion_lead")
    .select(["owner_id", (by) => by.fn.countAll<string>().as("count")])
    .where("zone_id", "=", actor.zoneId)
    .where("owner_id", "is not", null)
    .where("status", "=", "ACTIVE")
    .groupBy("owner_id")
    .execute();
  const counts = new Map(held.map((one) => [one.owner_id, Number(one.count)]));
  return {
    items: (await officersOn(tx, today)).map(({ id, name, department }) => ({ id, name, department, held: counts.get(id) ?? 0 })),
  };
};
