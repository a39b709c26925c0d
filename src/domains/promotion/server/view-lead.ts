import type { z } from "zod";
import type {
  Channel,
  ClaimKind,
  ClaimState,
  InteractionKind,
  InvestorClass,
  LeadEvidenceKind,
  LeadNature,
  LeadStage,
  LeadStatus,
  LostReason,
  PartyKind,
} from "#domains/promotion/contract/lead.ts";
import type { ClaimView, LeadClockName, LeadRow, LeadView } from "#domains/promotion/contract/lead-view.ts";
import { forwardMove, leadMoves, NEEDS_SECOND } from "#domains/promotion/rules/lead-lifecycle.ts";
import { claimPolicy, leadEvidencePolicy, leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { standingOf } from "#domains/promotion/server/keep-due.ts";
import { leadRulesOn, poolName } from "#domains/promotion/server/lead-rules.ts";
import { getLead, type LeadTableRow, leadCase, namesOf, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { decimal } from "#kernel/decimal.ts";
import { missingFor } from "#kernel/lifecycle.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.input<typeof LeadView>;

/** A lead with everything that happened to it, and to those that were joined to it. */
export async function viewLead(tx: Tx, id: string, today: LocalDate): Promise<View> {
  const row = await getLead(tx, id);
  const actor = actorOf(tx);
  const joined = await tx
    .selectFrom("promotion_lead")
    .select(["id", "code", "project_name", "party_name"])
    .where("zone_id", "=", row.zone_id)
    .where("joined_to", "=", id)
    .orderBy("code")
    .execute();
  const into =
    row.joined_to === null
      ? undefined
      : await tx
          .selectFrom("promotion_lead")
          .select(["id", "code"])
          .where("zone_id", "=", row.zone_id)
          .where("id", "=", row.joined_to)
          .executeTakeFirst();
  const [rules, subject, standing] = [await leadRulesOn(tx, today), await leadCase(tx, row), await standingOf(tx, row, today)];
  const registrar = await namesOf(tx, [row.registered_by]);
  const [shown] = await rowViews(tx, [row], today);
  if (shown === undefined) throw new Error(`lead ${id} has no row`);
  const project = row.project_stage as { readonly zh: string; readonly en: string; readonly asOf: string } | null;
  return {
    row: shown,
    identifier: row.party_identifier,
    country: row.party_country,
    enterpriseId: row.enterprise_id,
    investorClasses: row.investor_classes as InvestorClass[],
    origin: row.origin,
    summary: row.summary,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    departmentId: row.department_id,
    poolName: poolName(rules, row.pool),
    lostReason: row.lost_reason as LostReason | null,
    answeredOn: row.answered_on as LocalDate | null,
    judged:
      row.judged_on === null ? null : { on: row.judged_on as LocalDate, worthwhile: row.worthwhile ?? false, judgement: row.judgement },
    toldOn: row.told_on as LocalDate | null,
    joinedTo: into ?? null,
    joined: joined.map((one) => ({ id: one.id, code: one.code, projectName: one.project_name, party: one.party_name })),
    distinctReason: row.distinct_reason,
    project:
      row.project_id === null || project === null
        ? null
        : { id: row.project_id, code: row.project_code ?? "", stage: project, asOf: project.asOf as LocalDate },
    projectProblem: row.project_problem as { zh: string; en: string } | null,
    registeredOn: row.registered_on as LocalDate,
    registeredBy: registrar.get(row.registered_by) ?? "–",
    clocks: [...standing.clocks],
    silence: standing.silence,
    steps: await stepsOf(tx, row),
    interactions: await interactionsOf(tx, row, joined),
    evidence: await evidenceOf(tx, row),
    claims: await claimViews(tx, { leadIds: [id, ...joined.map((one) => one.id)] }),
    ownership: await ownershipOf(tx, row),
    next: Object.entries(leadMoves)
      .filter(([, move]) => (move.from as readonly string[]).includes(row.stage))
      .map(([name, move]) => ({
        move: name,
        to: move.to,
        by: move.by,
        missing: missingFor(move, subject).filter((code) => code !== "missing:reason"),
      }))
      .sort((one, other) => Number(other.move === forwardMove(subject.state)) - Number(one.move === forwardMove(subject.state))),
    abilities: abilitiesOf(leadPolicy, actor, subjectOf(row)),
  };
}

/** Lines of lists, in the order given. */
export async function rowViews(tx: Tx, rows: readonly LeadTableRow[], today: LocalDate): Promise<z.input<typeof LeadRow>[]> {
  const names = await namesOf(
    tx,
    rows.map(({ owner_id }) => owner_id),
  );
  const departments = new Map(
    (await tx.selectFrom("department").select(["id", "name"]).where("zone_id", "=", actorOf(tx).zoneId).execute()).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    projectName: row.project_name,
    party: row.party_name,
    partyKind: row.party_kind as PartyKind,
    nature: row.nature as LeadNature,
    industry: row.industry,
    leadingIndustry: row.leading_industry,
    chainNode: row.chain_node,
    channel: row.channel as Channel,
    amountYuan: row.amount_yuan === null ? null : decimal(row.amount_yuan),
    stage: row.stage as LeadStage,
    status: row.status as LeadStatus,
    stageSince: row.stage_since as LocalDate,
    ownerId: row.owner_id,
    owner: row.owner_id === null ? null : (names.get(row.owner_id) ?? "–"),
    department: row.department_id === null ? null : (departments.get(row.department_id) ?? null),
    pool: row.pool,
    touchedOn: row.touched_on as LocalDate | null,
    due:
      row.due_on === null || row.due_kind === null || row.status !== "ACTIVE"
        ? null
        : {
            name: row.due_kind as LeadClockName,
            on: row.due_on as LocalDate,
            late: row.due_on < today,
            provisional: row.due_provisional,
          },
    version: row.version,
  }));
}

async function stepsOf(tx: Tx, row: LeadTableRow): Promise<View["steps"]> {
  const steps = await tx
    .selectFrom("promotion_lead_step")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "=", row.id)
    .orderBy("ordinal")
    .execute();
  return steps.map((step) => ({
    move: step.move,
    fromStage: step.from_stage as LeadStage | null,
    toStage: step.to_stage as LeadStage,
    fromStatus: step.from_status as LeadStatus | null,
    toStatus: step.to_status as LeadStatus,
    on: step.happened_on as LocalDate,
    reason: step.reason,
    automatic: step.automatic,
    recordedAt: step.recorded_at as Instant,
    by: step.by_name,
  }));
}

/** Entries of the lead and of those joined to it, newest first. */
async function interactionsOf(
  tx: Tx,
  row: LeadTableRow,
  joined: readonly { readonly id: string; readonly code: string }[],
): Promise<View["interactions"]> {
  const codes = new Map(joined.map(({ id, code }) => [id, code]));
  const entries = await tx
    .selectFrom("promotion_interaction")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "in", [row.id, ...codes.keys()])
    .orderBy("held_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind as InteractionKind,
    on: entry.held_on as LocalDate,
    place: entry.place,
    ours: entry.ours,
    theirs: entry.theirs,
    learnt: entry.learnt,
    nextStep: entry.next_step,
    nextOn: entry.next_on as LocalDate | null,
    ofLead: codes.get(entry.lead_id) ?? null,
    recordedAt: entry.recorded_at as Instant,
    by: entry.by_name,
  }));
}

async function evidenceOf(tx: Tx, row: LeadTableRow): Promise<View["evidence"]> {
  const actor = actorOf(tx);
  const pieces = await tx
    .selectFrom("promotion_evidence")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "=", row.id)
    .orderBy("dated_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return pieces.map((piece) => {
    const needsSecond = NEEDS_SECOND.includes(piece.kind as LeadEvidenceKind);
    return {
      id: piece.id,
      kind: piece.kind as LeadEvidenceKind,
      number: piece.number,
      datedOn: piece.dated_on as LocalDate,
      note: piece.note,
      fileName: piece.file_name,
      origin: piece.origin,
      by: piece.by_name,
      recordedAt: piece.recorded_at as Instant,
      confirmed:
        piece.confirmed_on === null
          ? null
          : { on: piece.confirmed_on as LocalDate, by: piece.confirmed_by_name ?? "–", note: piece.confirmation ?? "" },
      needsSecond,
      version: piece.version,
      abilities: abilitiesOf(leadEvidencePolicy, actor, { by: piece.by, confirmed: piece.confirmed_on !== null, needsSecond }),
    };
  });
}

async function ownershipOf(tx: Tx, row: LeadTableRow): Promise<View["ownership"]> {
  const changes = await tx
    .selectFrom("promotion_ownership")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("lead_id", "=", row.id)
    .orderBy("ordinal")
    .execute();
  const names = await namesOf(
    tx,
    changes.flatMap(({ from_id, to_id }) => [from_id, to_id]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? "–"));
  return changes.map((change) => ({
    change: change.change as View["ownership"][number]["change"],
    from: nameOf(change.from_id),
    to: nameOf(change.to_id),
    on: change.happened_on as LocalDate,
    reason: change.reason,
    automatic: change.automatic,
    by: change.by_name,
  }));
}

type ClaimChoice = { readonly leadIds: readonly string[] } | { readonly ids: readonly string[] };

/** Claims with the first talk that each stands against, newest first. */
export async function claimViews(tx: Tx, choice: ClaimChoice): Promise<z.input<typeof ClaimView>[]> {
  const actor = actorOf(tx);
  const chosen = "ids" in choice ? choice.ids : choice.leadIds;
  if (chosen.length === 0) return [];
  const rows = await tx
    .selectFrom("promotion_claim as claim")
    .innerJoin("promotion_lead as lead", (join) => join.onRef("lead.zone_id", "=", "claim.zone_id").onRef("lead.id", "=", "claim.lead_id"))
    .leftJoin("promotion_claim as other", (join) =>
      join.onRef("other.zone_id", "=", "claim.zone_id").onRef("other.id", "=", "claim.against_id"),
    )
    .selectAll("claim")
    .select(["lead.code", "lead.project_name", "lead.party_name"])
    .select(["other.team as other_team", "other.by as other_by", "other.by_name as other_by_name", "other.talked_on as other_talked_on"])
    .where("claim.zone_id", "=", actor.zoneId)
    .where("ids" in choice ? "claim.id" : "claim.lead_id", "in", [...chosen])
    .orderBy("claim.recorded_on", "desc")
    .orderBy("claim.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lead: { id: row.lead_id, code: row.code, projectName: row.project_name, party: row.party_name },
    kind: row.kind as ClaimKind,
    team: row.team,
    talkedOn: row.talked_on as LocalDate,
    note: row.note,
    state: row.state as ClaimState,
    protectedUntil: row.protected_until as LocalDate | null,
    against:
      row.other_team === null ? null : { team: row.other_team, by: row.other_by_name ?? "–", talkedOn: row.other_talked_on as LocalDate },
    by: row.by_name,
    recordedOn: row.recorded_on as LocalDate,
    decidedOn: row.decided_on as LocalDate | null,
    decidedBy: row.decided_by_name,
    decision: row.decision,
    version: row.version,
    abilities: abilitiesOf(claimPolicy, actor, { state: row.state, by: row.by, againstBy: row.other_by }),
  }));
}
