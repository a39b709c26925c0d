import { v7 } from "uuid";
import type { ClaimKind } from "#domains/promotion/contract/lead.ts";
import type { LeadRules } from "#domains/promotion/contract/lead-rules.ts";
import { disputes, protectedUntil } from "#domains/promotion/rules/lead-pool.ts";
import { claimPolicy, leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { leadRulesOn } from "#domains/promotion/server/lead-rules.ts";
import {
  appendOwnership,
  getLead,
  lockLead,
  personId,
  requireVersion,
  subjectOf,
  updateLead,
} from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { claimViews, viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type NewClaim = {
  readonly leadId: string;
  readonly kind: ClaimKind;
  readonly team: string;
  readonly talkedOn: LocalDate;
  readonly note: string;
};

/** 首谈报备, or another team or fair that says the project is its own: it is counted once all the same. */
export const claimLead: PoolHandlers["claimLead"] = async ({ id, kind, team, talkedOn, note }, context) => {
  const { tx, actor, today } = context;
  // Two who register in the same moment come one after the other: the second sees what the first did.
  const row = await lockLead(tx, id);
  requireDecision(leadPolicy.claim(actor, subjectOf(row)));
  if (talkedOn > today) throw new AppError("promotion.date-in-future", "invalid", { date: talkedOn, today });
  if (kind === "fair" && team === "") throw new AppError("promotion.claim-by-fair", "invalid");
  const rules = await leadRulesOn(tx, today);
  const claim = await addClaim(tx, { leadId: id, kind, team, talkedOn, note }, rules, today);
  context.journal({ subject: `lead:${id}`, after: { claim: claim.id, kind, team: claim.team, talkedOn, state: claim.state } });
  await context.emit("promotion.lead-claimed", { leadId: id, claimId: claim.id, state: claim.state });
  return { claim: claim.state, lead: await viewLead(tx, id, today) };
};

type AddedClaim = { readonly id: string; readonly team: string; readonly state: "VALID" | "DISPUTED" };

/** Writes a claim; the first talk of a team stands unless another's does. @throws AppError `promotion.claimed-already` for one's own team. */
export async function addClaim(tx: Tx, claim: NewClaim, rules: LeadRules, today: LocalDate): Promise<AddedClaim> {
  const actor = actorOf(tx);
  const team = claim.team === "" ? await ownTeam(tx) : claim.team;
  const until = claim.kind === "first-talk" ? protectedUntil(claim.talkedOn, rules.pool) : null;
  const standing =
    claim.kind !== "first-talk"
      ? undefined
      : await tx
          .selectFrom("promotion_claim")
          .selectAll()
          .where("zone_id", "=", actor.zoneId)
          .where("lead_id", "=", claim.leadId)
          .where("kind", "=", "first-talk")
          .where("state", "=", "VALID")
          .executeTakeFirst();
  let against: string | null = null;
  if (standing !== undefined) {
    const first = {
      talkedOn: standing.talked_on as LocalDate,
      protectedUntil: (standing.protected_until ?? standing.talked_on) as LocalDate,
      departmentId: standing.department_id,
      by: standing.by,
    };
    if (disputes(first, actor, today)) against = standing.id;
    else if (today <= first.protectedUntil) throw new AppError("promotion.claimed-already", "conflict", { on: first.talkedOn });
    else await lapse(tx, standing.id);
  }
  const state = against === null ? "VALID" : "DISPUTED";
  const id = v7();
  await tx
    .insertInto("promotion_claim")
    .values({
      zone_id: actor.zoneId,
      id,
      lead_id: claim.leadId,
      kind: claim.kind,
      team,
      department_id: actor.departmentId,
      talked_on: claim.talkedOn,
      note: claim.note,
      state,
      against_id: against,
      protected_until: until,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  return { id, team, state };
}

async function ownTeam(tx: Tx): Promise<string> {
  const actor = actorOf(tx);
  if (actor.departmentId === null) return actor.name;
  const department = await tx
    .selectFrom("department")
    .select("name")
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", actor.departmentId)
    .executeTakeFirst();
  return department?.name ?? actor.name;
}

async function lapse(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable("promotion_claim")
    .set((by) => ({ state: "LAPSED", version: by("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .execute();
}

/** Neither of the two decides. Upheld, the lead goes to whoever talked first; the other's registration ends as refused. */
export const decideClaim: PoolHandlers["decideClaim"] = async ({ claimId, version, uphold, decision }, context) => {
  const { tx, actor, today } = context;
  const [view] = await claimViews(tx, { ids: [claimId] });
  if (view === undefined) throw new AppError("promotion.no-such-claim", "not-found");
  const lead = await lockLead(tx, view.lead.id);
  const claim = await tx
    .selectFrom("promotion_claim")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", claimId)
    .executeTakeFirstOrThrow();
  requireVersion(claim, version);
  const standing =
    claim.against_id === null
      ? undefined
      : await tx
          .selectFrom("promotion_claim")
          .selectAll()
          .where("zone_id", "=", actor.zoneId)
          .where("id", "=", claim.against_id)
          .executeTakeFirst();
  requireDecision(claimPolicy.decide(actor, { state: claim.state, by: claim.by, againstBy: standing?.by ?? null }));
  const decided = { decided_on: today, decided_by: actor.id, decided_by_name: actor.name, decision };
  const change = (id: string, state: string, seen: number) =>
    tx
      .updateTable("promotion_claim")
      .set({ ...decided, state, version: seen + 1 })
      .where("zone_id", "=", actor.zoneId)
      .where("id", "=", id)
      .execute();
  if (uphold && standing?.state === "VALID") await change(standing.id, "REFUSED", standing.version);
  await change(claimId, uphold ? "VALID" : "REFUSED", claim.version);
  const owner = uphold ? personId(claim.by) : null;
  if (owner !== null && owner !== lead.owner_id && lead.status === "ACTIVE") {
    await appendOwnership(tx, lead.id, {
      change: "AWARDED",
      fromId: lead.owner_id,
      toId: owner,
      pool: lead.pool,
      on: today,
      reason: decision,
    });
    await updateLead(tx, await getLead(tx, lead.id), { owner_id: owner, owned_since: today, department_id: claim.department_id });
    await keepDue(tx, lead.id, today);
  }
  context.journal({
    subject: `lead:${lead.id}`,
    before: { claim: claimId, state: "DISPUTED", owner: lead.owner_id },
    after: { claim: claimId, state: uphold ? "VALID" : "REFUSED", owner: owner ?? lead.owner_id },
    detail: { decision },
  });
  await context.emit("promotion.claim-decided", { leadId: lead.id, claimId, uphold });
  return viewLead(tx, lead.id, today);
};

export const listClaims: PoolHandlers["listClaims"] = async ({ state, kind, cursor, limit }, { tx, actor }) => {
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  let query = tx.selectFrom("promotion_claim").where("zone_id", "=", actor.zoneId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const ids = await query.select("id").orderBy("recorded_on", "desc").orderBy("id", "desc").offset(offset).limit(limit).execute();
  return {
    items: await claimViews(tx, { ids: ids.map(({ id }) => id) }),
    next: offset + ids.length < Number(total) ? String(offset + ids.length) : null,
    total: Number(total),
  };
};
