import { sql } from "kysely";
import { v7 } from "uuid";
import { type LeadStage, leadStageWords } from "#domains/promotion/contract/lead.ts";
import { leadNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { addClaim } from "#domains/promotion/server/claim-lead.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { leadRulesOn, requirePool } from "#domains/promotion/server/lead-rules.ts";
import { appendOwnership, appendStep, namesOf, personId } from "#domains/promotion/server/lead-store.ts";
import { type ResolvedParty, resolveParty } from "#domains/promotion/server/resolve-party.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const registerLead: LeadHandlers["registerLead"] = async (draft, context) => {
  const { tx, actor, today } = context;
  if (draft.talkedOn !== undefined && draft.talkedOn > today)
    throw new AppError("promotion.date-in-future", "invalid", { date: draft.talkedOn, today });
  const rules = await leadRulesOn(tx, today);
  const pool = requirePool(rules, draft.pool ?? rules.pool.pools[0]?.code ?? "common");
  const party = await resolveParty(tx, draft);
  await oneAtATime(tx);
  const nameKey = leadNameKey(draft.projectName);
  await requireNew(tx, party, nameKey, draft.distinctReason);
  const ownerId = draft.toPool ? null : personId(actor.id);
  const id = v7();
  const code = await nextCode(tx, today);
  await tx
    .insertInto("promotion_lead")
    .values({
      zone_id: actor.zoneId,
      id,
      code,
      project_name: draft.projectName,
      name_key: nameKey,
      nature: draft.nature ?? "investment",
      party_kind: party.kind,
      party_name: party.name,
      party_identifier: party.identifier,
      party_country: party.country,
      party_key: party.key,
      enterprise_id: party.enterpriseId,
      investor_classes: draft.investorClasses ?? [],
      chain_node: draft.chainNode || null,
      industry: draft.industry ?? "",
      leading_industry: draft.leadingIndustry ?? false,
      channel: draft.channel,
      origin: draft.origin ?? "",
      amount_yuan: draft.amountYuan ?? null,
      summary: draft.summary ?? "",
      contact_name: draft.contactName ?? "",
      contact_phone: draft.contactPhone ?? "",
      department_id: actor.departmentId,
      owner_id: ownerId,
      owned_since: ownerId === null ? null : today,
      pool,
      stage_since: today,
      status_since: today,
      distinct_reason: draft.distinctReason ?? null,
      registered_on: today,
      registered_by: actor.id,
    })
    .execute();
  await appendStep(tx, id, {
    move: "register",
    fromStage: null,
    toStage: "TARGETED",
    fromStatus: null,
    toStatus: "ACTIVE",
    on: today,
    reason: draft.distinctReason ?? null,
    recordedOn: today,
  });
  await appendOwnership(tx, id, { change: "REGISTERED", fromId: null, toId: ownerId, pool, on: today, reason: "" });
  const claim =
    draft.talkedOn === undefined
      ? null
      : await addClaim(tx, { leadId: id, kind: "first-talk", team: "", talkedOn: draft.talkedOn, note: draft.origin ?? "" }, rules, today);
  await keepDue(tx, id, today);
  context.journal({
    subject: `lead:${id}`,
    after: { code, projectName: draft.projectName, party: party.name, partyKey: party.key, owner: ownerId, pool },
    detail: { distinctReason: draft.distinctReason ?? null },
  });
  await context.emit("promotion.lead-registered", { leadId: id, enterpriseId: party.enterpriseId });
  return { id, code, claim: claim?.state ?? null };
};

/** Registrations of a zone come one after the other: the second of two in the same moment is told of the first, and numbers run on. */
async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`promotion_lead ${actorOf(tx).zoneId}`}, 0))`.execute(tx);
}

/**
 * One project is counted once, however many teams or fairs bring it: the second who registers it learns of the first.
 */
export async function requireNew(
  tx: Tx,
  party: ResolvedParty,
  nameKey: string,
  distinctReason: string | undefined,
  self?: string,
): Promise<void> {
  const there = await tx
    .selectFrom("promotion_lead")
    .select(["id", "code", "stage", "registered_on", "registered_by"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("party_key", "=", party.key)
    .where("name_key", "=", nameKey)
    .where("status", "<>", "JOINED")
    .orderBy("id")
    .execute();
  const other = there.find(({ id }) => id !== self);
  if (other === undefined || distinctReason !== undefined) return;
  const names = await namesOf(tx, [other.registered_by]);
  throw new AppError("promotion.duplicate", "conflict", {
    by: names.get(other.registered_by) ?? "–",
    on: other.registered_on,
    code: other.code,
    id: other.id,
    stage: leadStageWords[other.stage as LeadStage].zh,
  });
}

/** `XS-2026-0007`: the year of the registration and a running number. */
async function nextCode(tx: Tx, today: LocalDate): Promise<string> {
  const start = `XS-${today.slice(0, 4)}-`;
  const last = await tx
    .selectFrom("promotion_lead")
    .select("code")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("code", "like", `${start}%`)
    .orderBy((by) => by.fn("length", ["code"]), "desc")
    .orderBy("code", "desc")
    .limit(1)
    .executeTakeFirst();
  const number = last === undefined ? 0 : Number(last.code.slice(start.length));
  return `${start}${String(number + 1).padStart(4, "0")}`;
}
