import { type Selectable, sql } from "kysely";
import { v7 } from "uuid";
import type { ContractKind } from "#domains/promotion/contract/contract.ts";
import type { LeadEvidenceKind, LeadNature, LeadStage, LeadStatus, PartyKind } from "#domains/promotion/contract/lead.ts";
import { type LeadCase, NEEDS_SECOND } from "#domains/promotion/rules/lead-lifecycle.ts";
import { AppError } from "#kernel/app-error.ts";
import { decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type LeadTableRow = Selectable<DB["promotion_lead"]>;

export async function getLead(tx: Tx, id: string): Promise<LeadTableRow> {
  const row = await leadQuery(tx, id).executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-lead", "not-found");
  return row;
}

/** The same, held until the end of the transaction: whoever comes in the same moment waits and then sees what was done. */
export async function lockLead(tx: Tx, id: string): Promise<LeadTableRow> {
  const row = await leadQuery(tx, id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-lead", "not-found");
  return row;
}

const leadQuery = (tx: Tx, id: string) =>
  tx.selectFrom("promotion_lead").selectAll().where("zone_id", "=", actorOf(tx).zoneId).where("id", "=", id);

/** @throws AppError `record.changed` when somebody else changed it since the caller looked. */
export function requireVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new AppError("record.changed", "conflict");
}

/** Not in the future, and not before what went before it. */
export function requireDay(day: LocalDate, last: string, today: LocalDate): void {
  if (day > today) throw new AppError("promotion.date-in-future", "invalid", { date: day, today });
  if (day < last) throw new AppError("promotion.before-registration", "invalid", { date: day, last });
}

export type LeadChange = Partial<Omit<LeadTableRow, "zone_id" | "id" | "version" | "changed_at" | "project_stage" | "project_problem">> & {
  readonly project_stage?: string | null;
  readonly project_problem?: string | null;
};

export async function updateLead(tx: Tx, row: Pick<LeadTableRow, "zone_id" | "id" | "version">, change: LeadChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("promotion_lead")
    .set({ ...change, version: row.version + 1, changed_at: recordedAt(tx) })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

export type NewLeadStep = {
  readonly move: string;
  readonly fromStage: LeadStage | null;
  readonly toStage: LeadStage;
  readonly fromStatus: LeadStatus | null;
  readonly toStatus: LeadStatus;
  readonly on: LocalDate;
  readonly reason: string | null;
  readonly recordedOn: LocalDate;
  readonly automatic?: boolean;
};

export async function appendStep(tx: Tx, leadId: string, step: NewLeadStep): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("promotion_lead_step")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("lead_id", "=", leadId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("promotion_lead_step")
    .values({
      zone_id: actor.zoneId,
      lead_id: leadId,
      ordinal: (last ?? 0) + 1,
      move: step.move,
      from_stage: step.fromStage,
      to_stage: step.toStage,
      from_status: step.fromStatus,
      to_status: step.toStatus,
      happened_on: step.on,
      reason: step.reason,
      automatic: step.automatic ?? false,
      recorded_on: step.recordedOn,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export type OwnershipChange = "REGISTERED" | "PICKED" | "ASSIGNED" | "RELEASED" | "RECYCLED" | "AWARDED";
export type NewOwnership = {
  readonly change: OwnershipChange;
  readonly fromId: string | null;
  readonly toId: string | null;
  readonly pool: string;
  readonly on: LocalDate;
  readonly reason: string;
  readonly automatic?: boolean;
};

export async function appendOwnership(tx: Tx, leadId: string, change: NewOwnership): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("promotion_ownership")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("lead_id", "=", leadId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("promotion_ownership")
    .values({
      zone_id: actor.zoneId,
      lead_id: leadId,
      ordinal: (last ?? 0) + 1,
      change: change.change,
      from_id: change.fromId,
      to_id: change.toId,
      pool: change.pool,
      happened_on: change.on,
      reason: change.reason,
      automatic: change.automatic ?? false,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export type NewLeadEvidence = {
  readonly leadId: string;
  readonly kind: LeadEvidenceKind;
  readonly number: string;
  readonly datedOn: LocalDate;
  readonly note: string;
  readonly file: { readonly hash: string; readonly name: string } | null;
  /** `hand`, `decision`, or the event of the domain that it comes from. */
  readonly origin: string;
  readonly recordedOn: LocalDate;
};

/** @returns the id of the piece of evidence. */
export async function addEvidence(tx: Tx, piece: NewLeadEvidence): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("promotion_evidence")
    .values({
      zone_id: actor.zoneId,
      id,
      lead_id: piece.leadId,
      kind: piece.kind,
      number: piece.number,
      dated_on: piece.datedOn,
      note: piece.note,
      file_hash: piece.file?.hash ?? null,
      file_name: piece.file?.name ?? null,
      origin: piece.origin,
      recorded_on: piece.recordedOn,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  return id;
}

/** People's names by id; ids of nobody of the zone, such as the platform, are not among them. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id): id is string => id !== null && UUID.test(id)))];
  if (asked.length === 0) return new Map();
  const rows = await tx
    .selectFrom("person")
    .select(["id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", asked)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** The id of whoever acts when it is a person of the zone; the local administrator and the platform own no leads. */
export const personId = (id: string): string | null => (UUID.test(id) ? id : null);

type Counted = { readonly interactions: number; readonly contracts: readonly ContractKind[]; readonly promised: boolean };

/** What the gates of these leads look at, by lead: three queries for however many. */
export async function leadCases(tx: Tx, rows: readonly LeadTableRow[]): Promise<ReadonlyMap<string, LeadCase>> {
  if (rows.length === 0) return new Map();
  const zone = actorOf(tx).zoneId;
  const ids = rows.map(({ id }) => id);
  const evidence = await tx
    .selectFrom("promotion_evidence")
    .select(["lead_id", "kind", "confirmed_on"])
    .where("zone_id", "=", zone)
    .where("lead_id", "in", ids)
    .execute();
  const counted = await sql<{ lead_id: string; interactions: number; promised: boolean; contracts: string[] }>`
    select lead.id lead_id,
      (select count(*)::int from promotion_interaction entry where entry.zone_id = lead.zone_id and entry.lead_id = lead.id) interactions,
      exists (select from promotion_promise promise where promise.zone_id = lead.zone_id and promise.lead_id = lead.id) promised,
      array(select contract.kind from promotion_contract contract where contract.zone_id = lead.zone_id and contract.lead_id = lead.id and contract.state = 'SIGNED') contracts
    from promotion_lead lead where lead.zone_id = ${zone}::uuid and lead.id = any(${ids}::uuid[])`.execute(tx);
  const counts = new Map<string, Counted>(counted.rows.map((row) => [row.lead_id, { ...row, contracts: row.contracts as ContractKind[] }]));
  const pieces = Map.groupBy(evidence, (piece) => piece.lead_id);
  return new Map(rows.map((row): [string, LeadCase] => [row.id, caseOf(row, counts.get(row.id), (pieces.get(row.id) ?? []).map(pieceOf))]));
}

const pieceOf = (piece: { readonly kind: string; readonly confirmed_on: string | null }) => ({
  kind: piece.kind as LeadEvidenceKind,
  confirmed: piece.confirmed_on !== null || !NEEDS_SECOND.includes(piece.kind as LeadEvidenceKind),
});

const caseOf = (row: LeadTableRow, counted: Counted | undefined, evidence: LeadCase["evidence"]): LeadCase => ({
  state: row.stage as LeadStage,
  status: row.status as LeadStatus,
  nature: row.nature as LeadNature,
  partyKind: row.party_kind as PartyKind,
  ownerId: row.owner_id,
  amountYuan: row.amount_yuan === null ? null : decimal(row.amount_yuan),
  interactions: counted?.interactions ?? 0,
  worthwhile: row.worthwhile,
  evidence,
  contracts: counted?.contracts ?? [],
  promised: counted?.promised ?? false,
  projectId: row.project_id,
  reason: null,
});

export async function leadCase(tx: Tx, row: LeadTableRow): Promise<LeadCase> {
  const found = (await leadCases(tx, [row])).get(row.id);
  if (found === undefined) throw new Error(`lead ${row.id} has no case`);
  return found;
}

export const subjectOf = (row: LeadTableRow) => ({
  stage: row.stage as LeadStage,
  status: row.status as LeadStatus,
  ownerId: row.owner_id,
});
