import { sql } from "kysely";
import type { ReportCardContent, ReportCardState, ReportCardStep } from "#domains/economy/contract/report-card.ts";
import { isPublic } from "#domains/economy/rules/report-card-lifecycle.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

/** One edition with the card that it belongs to. */
export type EditionRow = {
  readonly id: string;
  readonly region: string;
  readonly period: string;
  readonly slug: string;
  readonly edition: number;
  readonly state: ReportCardState;
  readonly title: string;
  readonly titleEn: string;
  readonly signerName: string | null;
  readonly signerDepartment: string | null;
  readonly preliminary: boolean;
  readonly excluded: readonly string[];
  readonly content: ReportCardContent | null;
  readonly contentHash: string | null;
  readonly draftedBy: string;
  /** Everybody who changed the draft, each once. */
  readonly editors: readonly string[];
  readonly checkedBy: string | null;
  readonly publishedAt: string | null;
  readonly snapshotId: string | null;
  readonly updatedAt: string;
  readonly version: number;
};

const columns = [
  "c.id",
  "c.region",
  "c.period",
  "c.slug",
  "e.edition",
  "e.state",
  "e.title",
  "e.title_en as titleEn",
  "e.signer_name as signerName",
  "e.signer_department as signerDepartment",
  "e.preliminary",
  "e.excluded",
  "e.content",
  "e.content_hash as contentHash",
  "e.drafted_by as draftedBy",
  "e.editors",
  "e.checked_by as checkedBy",
  "e.published_at as publishedAt",
  "e.snapshot_id as snapshotId",
  "e.updated_at as updatedAt",
  "e.version",
] as const;

const editions = (tx: Tx) =>
  tx
    .selectFrom("report_card as c")
    .innerJoin("report_card_edition as e", (join) => join.onRef("e.zone_id", "=", "c.zone_id").onRef("e.card_id", "=", "c.id"))
    .select(columns)
    .where("c.zone_id", "=", actorOf(tx).zoneId);

const rowOf = (row: unknown): EditionRow => row as EditionRow;

/** The newest edition. @throws AppError `economy.no-such-card`. */
export async function getLatestEdition(tx: Tx, id: string): Promise<EditionRow> {
  const row = await editions(tx).where("c.id", "=", id).orderBy("e.edition", "desc").limit(1).executeTakeFirst();
  if (row === undefined) throw new AppError("economy.no-such-card", "not-found");
  return rowOf(row);
}

export async function findLatestEditionOf(tx: Tx, region: string, period: string): Promise<EditionRow | undefined> {
  const row = await editions(tx)
    .where("c.region", "=", region)
    .where("c.period", "=", period)
    .orderBy("e.edition", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : rowOf(row);
}

/** The edition that the public sees now, if any: the last one published, unless it was withdrawn; the one before it does not come back. */
export async function findLiveEdition(tx: Tx, id: string): Promise<EditionRow | undefined> {
  const row = await editions(tx)
    .where("c.id", "=", id)
    .where("e.snapshot_id", "is not", null)
    .orderBy("e.edition", "desc")
    .limit(1)
    .executeTakeFirst();
  const last = row === undefined ? undefined : rowOf(row);
  return last !== undefined && isPublic(last.state) ? last : undefined;
}

export type CardFilter = {
  readonly region: string | undefined;
  readonly state: ReportCardState | undefined;
  readonly limit: number;
  readonly cursor: string | undefined;
};

/** Newest editions, last touched first. The cursor is the last item's time and id. */
export async function listLatestEditions(
  tx: Tx,
  { region, state, limit, cursor }: CardFilter,
): Promise<{ readonly rows: readonly EditionRow[]; readonly next: string | null }> {
  const [at, id] = cursor?.split("|") ?? [];
  let query = editions(tx)
    .where("e.edition", "=", (inner) =>
      inner
        .selectFrom("report_card_edition as newest")
        .select((one) => one.fn.max("newest.edition").as("edition"))
        .whereRef("newest.zone_id", "=", "c.zone_id")
        .whereRef("newest.card_id", "=", "c.id"),
    )
    .orderBy("e.updated_at", "desc")
    .orderBy("c.id", "desc")
    .limit(limit + 1);
  if (region !== undefined) query = query.where("c.region", "=", region);
  if (state !== undefined) query = query.where("e.state", "=", state);
  if (at !== undefined && id !== undefined) query = query.where(sql<boolean>`(e.updated_at, c.id) < (${at}::timestamptz, ${id}::uuid)`);
  const rows = (await query.execute()).map(rowOf);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? `${last.updatedAt}|${last.id}` : null };
}

export type NewEdition = Pick<
  EditionRow,
  "id" | "edition" | "title" | "titleEn" | "signerName" | "signerDepartment" | "preliminary" | "excluded"
>;

export async function insertCard(tx: Tx, card: Pick<EditionRow, "id" | "region" | "period" | "slug">): Promise<void> {
  const { zoneId, id: by } = actorOf(tx);
  await tx
    .insertInto("report_card")
    .values({ ...card, zone_id: zoneId, created_at: recordedAt(tx), created_by: by })
    .execute();
}

export async function insertEdition(tx: Tx, edition: NewEdition): Promise<void> {
  const { zoneId, id: by } = actorOf(tx);
  await tx
    .insertInto("report_card_edition")
    .values({
      zone_id: zoneId,
      card_id: edition.id,
      edition: edition.edition,
      title: edition.title,
      title_en: edition.titleEn,
      signer_name: edition.signerName,
      signer_department: edition.signerDepartment,
      preliminary: edition.preliminary,
      excluded: [...edition.excluded],
      drafted_by: by,
      updated_at: recordedAt(tx),
    })
    .execute();
}

export type EditionChange = Partial<
  Pick<
    EditionRow,
    | "state"
    | "title"
    | "titleEn"
    | "signerName"
    | "signerDepartment"
    | "preliminary"
    | "excluded"
    | "editors"
    | "checkedBy"
    | "publishedAt"
    | "snapshotId"
    | "content"
    | "contentHash"
  >
>;

/** @throws AppError `record.changed` when somebody else was there first. */
export async function updateEdition(tx: Tx, row: EditionRow, change: EditionChange): Promise<EditionRow> {
  const next: EditionRow = { ...row, ...change, version: row.version + 1, updatedAt: recordedAt(tx) };
  const done = await tx
    .updateTable("report_card_edition")
    .set({
      state: next.state,
      title: next.title,
      title_en: next.titleEn,
      signer_name: next.signerName,
      signer_department: next.signerDepartment,
      preliminary: next.preliminary,
      excluded: [...next.excluded],
      editors: [...next.editors],
      checked_by: next.checkedBy,
      published_at: next.publishedAt,
      snapshot_id: next.snapshotId,
      content: next.content === null ? null : JSON.stringify(next.content),
      content_hash: next.contentHash,
      updated_at: next.updatedAt,
      version: next.version,
    })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("card_id", "=", row.id)
    .where("edition", "=", row.edition)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  return next;
}

/** @throws AppError `record.changed` when the caller saw an older version. */
export function requireVersion(row: EditionRow, seen: number): void {
  if (row.version !== seen) throw new AppError("record.changed", "conflict");
}

export async function appendStep(
  tx: Tx,
  id: string,
  step: Pick<ReportCardStep, "edition" | "move" | "from" | "to" | "reason" | "at">,
): Promise<void> {
  const actor = actorOf(tx);
  const last = await tx
    .selectFrom("report_card_step")
    .select((one) => one.fn.max("ordinal").as("ordinal"))
    .where("zone_id", "=", actor.zoneId)
    .where("card_id", "=", id)
    .executeTakeFirst();
  await tx
    .insertInto("report_card_step")
    .values({
      zone_id: actor.zoneId,
      card_id: id,
      ordinal: (last?.ordinal ?? 0) + 1,
      edition: step.edition,
      move: step.move,
      from_state: step.from,
      to_state: step.to,
      at: step.at,
      by: actor.id,
      by_name: actor.name,
      reason: step.reason,
    })
    .execute();
}

export async function listSteps(tx: Tx, id: string): Promise<ReportCardStep[]> {
  const rows = await tx
    .selectFrom("report_card_step")
    .select(["edition", "move", "from_state as from", "to_state as to", "at", "by", "by_name as byName", "reason"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("card_id", "=", id)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({
    ...row,
    at: row.at as Instant,
    from: row.from as ReportCardStep["from"],
    to: row.to as ReportCardStep["to"],
  }));
}
