import { sql } from "kysely";
import type { DocumentRow, DocumentState } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentPolicy } from "#domains/intelligence/rules/intelligence-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

export const documentRows = (tx: Tx) => tx.selectFrom("document").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
export type StoredDocument = Awaited<ReturnType<ReturnType<typeof documentRows>["execute"]>>[number];

export async function getDocument(tx: Tx, id: string): Promise<StoredDocument> {
  const row = await documentRows(tx).where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("record.not-found", "not-found");
  return row;
}

type Counts = { total: number; open: number; accepted: number; rejected: number };

/** How many findings each document proposed, and what became of them. */
async function countProposals(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>();
  if (ids.length === 0) return counts;
  const { rows } = await sql<{ id: string; status: string; n: string }>`
    select id, status, sum(n) n from (
      select origin_id id, status, count(*) n from fact_current where zone_id = ${actorOf(tx).zoneId}::uuid and origin_id = any(${ids}::uuid[]) and corrects is null group by 1, 2
      union all
      select document_id, status, count(*) from finding_current where zone_id = ${actorOf(tx).zoneId}::uuid and document_id = any(${ids}::uuid[]) and corrects is null group by 1, 2) c
    group by 1, 2`.execute(tx);
  for (const { id, status, n } of rows) {
    const count = counts.get(id) ?? { total: 0, open: 0, accepted: 0, rejected: 0 };
    count.total += Number(n);
    if (status === "proposed") count.open += Number(n);
    if (status === "accepted" || status === "corrected") count.accepted += Number(n);
    if (status === "rejected") count.rejected += Number(n);
    counts.set(id, count);
  }
  return counts;
}

async function countStories(tx: Tx, storyIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (storyIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("document")
    .select((is) => ["story_id", is.fn.countAll<string>().as("n")])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("story_id", "in", [...storyIds])
    .where("state", "!=", "withdrawn")
    .groupBy("story_id")
    .execute();
  return new Map(rows.flatMap((row) => (row.story_id ? [[row.story_id, Number(row.n)] as const] : [])));
}

/** Documents as they are shown, with what the actor may do with each. */
export async function presentDocuments(tx: Tx, actor: Actor, rows: readonly StoredDocument[]): Promise<DocumentRow[]> {
  const counts = await countProposals(
    tx,
    rows.map((row) => row.id),
  );
  const stories = await countStories(
    tx,
    rows.flatMap((row) => row.story_id ?? []),
  );
  return rows.map((row) => {
    const state = row.state as DocumentState;
    return {
      id: row.id,
      title: row.title,
      origin: row.origin as DocumentRow["origin"],
      address: row.address,
      medium: row.medium,
      published: row.published as LocalDate | null,
      receivedAt: row.received_at as Instant,
      state,
      message: row.message as Text | null,
      regions: row.regions,
      proposals: counts.get(row.id) ?? { total: 0, open: 0, accepted: 0, rejected: 0 },
      storyId: row.story_id,
      storySize: row.story_id ? (stories.get(row.story_id) ?? 1) : 1,
      version: row.version,
      abilities: abilitiesOf(documentPolicy, actor, { state }),
    };
  });
}

export async function presentDocument(tx: Tx, actor: Actor, id: string): Promise<DocumentRow> {
  const [row] = await presentDocuments(tx, actor, [await getDocument(tx, id)]);
  if (!row) throw new AppError("record.not-found", "not-found");
  return row;
}

/** Sets the state by what is left to decide; a document with nothing open is reviewed. */
export async function settleDocument(tx: Tx, id: string, now: string): Promise<void> {
  const counts = (await countProposals(tx, [id])).get(id);
  const open = counts?.open ?? 0;
  await tx
    .updateTable("document")
    .set((is) => ({ state: open === 0 ? "reviewed" : "review", reviewed_at: open === 0 ? now : null, version: is("version", "+", 1) }))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("state", "in", ["review", "reviewed"])
    .execute();
}
