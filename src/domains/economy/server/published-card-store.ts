import { type ArtefactKind, ReportCard } from "#domains/economy/contract/report-card.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Language } from "#kernel/texts.ts";

const KIND = "report-card";

export type Artefact = {
  readonly format: ArtefactKind;
  readonly language: Language;
  readonly name: string;
  readonly mime: string;
  readonly hash: string;
  readonly size: number;
};

export type Snapshot = {
  readonly id: string;
  readonly slug: string;
  readonly edition: number;
  readonly publishedAt: Instant;
  readonly card: ReportCard;
  readonly artefacts: readonly Artefact[];
};

export async function insertSnapshot(tx: Tx, snapshot: Snapshot): Promise<void> {
  const { zoneId, id: by } = actorOf(tx);
  await tx
    .insertInto("published_snapshot")
    .values({
      zone_id: zoneId,
      id: snapshot.id,
      kind: KIND,
      slug: snapshot.slug,
      version: snapshot.edition,
      published_at: snapshot.publishedAt,
      published_by: by,
      content: JSON.stringify(snapshot.card),
      artefacts: JSON.stringify(snapshot.artefacts),
    })
    .execute();
}

export async function insertWithdrawal(tx: Tx, snapshotId: string, at: Instant, reason: string): Promise<void> {
  const { zoneId, id: by } = actorOf(tx);
  await tx.insertInto("published_withdrawal").values({ zone_id: zoneId, snapshot_id: snapshotId, at, withdrawn_by: by, reason }).execute();
}

/** A snapshot as the public may read it: of a withdrawn one only that, when and why. */
export type PublicReading = {
  readonly id: string;
  readonly slug: string;
  readonly edition: number;
  readonly publishedAt: Instant;
  readonly card: ReportCard | null;
  readonly artefacts: readonly Artefact[];
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
};

const readingColumns = ["id", "slug", "version", "published_at", "content", "artefacts", "withdrawn_at", "withdrawn_because"] as const;
type ReadingRow = {
  id: string | null;
  slug: string | null;
  version: number | null;
  published_at: string | null;
  content: unknown;
  artefacts: unknown;
  withdrawn_at: string | null;
  withdrawn_because: string | null;
};

const readingOf = (row: ReadingRow): PublicReading => ({
  id: row.id ?? "",
  slug: row.slug ?? "",
  edition: row.version ?? 0,
  publishedAt: row.published_at as Instant,
  card: row.content === null ? null : ReportCard.parse(row.content),
  artefacts: (row.artefacts ?? []) as readonly Artefact[],
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at as Instant, reason: row.withdrawn_because ?? "" },
});

/** All editions of one card, newest first, through the door that the anonymous reader has. */
export async function listPublicEditions(tx: Tx, slug: string): Promise<readonly PublicReading[]> {
  const rows = await tx
    .selectFrom("published_reading")
    .select(readingColumns)
    .where("kind", "=", KIND)
    .where("slug", "=", slug)
    .orderBy("version", "desc")
    .execute();
  return rows.map(readingOf);
}

/** The newest edition of every card of the zone, newest publication first. */
export async function listPublicCards(tx: Tx): Promise<readonly PublicReading[]> {
  const rows = await tx
    .selectFrom("published_reading")
    .select(readingColumns)
    .where("kind", "=", KIND)
    .distinctOn("slug")
    .orderBy("slug")
    .orderBy("version", "desc")
    .limit(500)
    .execute();
  return rows.map(readingOf).sort((left, right) => right.publishedAt.localeCompare(left.publishedAt));
}

/** For the committee, which may read what was public at a past instant although it was withdrawn since. */
export async function listSnapshots(tx: Tx, slug: string): Promise<readonly PublicReading[]> {
  const rows = await tx
    .selectFrom("published_snapshot as s")
    .leftJoin("published_withdrawal as w", (join) => join.onRef("w.zone_id", "=", "s.zone_id").onRef("w.snapshot_id", "=", "s.id"))
    .select([
      "s.id",
      "s.slug",
      "s.version",
      "s.published_at",
      "s.content",
      "s.artefacts",
      "w.at as withdrawn_at",
      "w.reason as withdrawn_because",
    ])
    .where("s.zone_id", "=", actorOf(tx).zoneId)
    .where("s.kind", "=", KIND)
    .where("s.slug", "=", slug)
    .orderBy("s.version", "desc")
    .execute();
  return rows.map(readingOf);
}
