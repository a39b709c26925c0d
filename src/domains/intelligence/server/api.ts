import { sql } from "kysely";
import { v7 } from "uuid";
import { z } from "zod";
import { OrganisationFinding, ProjectFinding } from "#domains/intelligence/contract/extraction.ts";
import { sentenceAround } from "#domains/intelligence/rules/sentence-around.ts";
import { pollTitle } from "#domains/intelligence/server/sources/feeds.ts";
import type { Tx } from "#kernel/server/database.ts";
import { enqueueJob } from "#kernel/server/jobs.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FOLDER_MINUTES = 1;

export type DocumentTitle = { readonly id: string; readonly title: string; readonly published: string | null };

/** Titles and dates of documents, to be shown beside figures that rest on them. */
export async function findDocumentTitles(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentTitle>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  const found = await tx
    .selectFrom("document")
    .select(["id", "title", "published"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", sql<string>`any(${distinct}::uuid[])`)
    .execute();
  return new Map(found.map((document) => [document.id, document]));
}

/** A project as an accepted document speaks of it, with the words and their place. */
export type NamedProject = Pick<ProjectFinding, "name" | "company" | "investmentYuan" | "stage" | "quote"> & {
  readonly findingId: string;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly published: string | null;
  readonly start: number | null;
  readonly end: number | null;
};

const MOST_NAMED = 20_000;
const NamedContent = ProjectFinding.pick({ name: true, company: true, investmentYuan: true, stage: true, quote: true }).extend({
  spans: z.array(z.object({ start: z.number(), end: z.number() })).optional(),
});

/** Projects that documents name, accepted by a person or a rule, corrections applied; of one document, or of all. */
export async function listNamedProjects(tx: Tx, documentId?: string): Promise<readonly NamedProject[]> {
  let query = tx
    .selectFrom("finding_current as finding")
    .innerJoin("document", (join) =>
      join.onRef("document.zone_id", "=", "finding.zone_id").onRef("document.id", "=", "finding.document_id"),
    )
    .select(["finding.id", "finding.document_id", "finding.content", "document.title", "document.published"])
    .where("finding.zone_id", "=", actorOf(tx).zoneId)
    .where("finding.type", "=", "project")
    .where("finding.status", "=", "accepted")
    .orderBy("finding.id")
    .limit(MOST_NAMED);
  if (documentId !== undefined) query = query.where("finding.document_id", "=", documentId);
  return (await query.execute()).flatMap((row) => {
    const content = NamedContent.safeParse(row.content).data;
    if (content === undefined || row.id === null || row.document_id === null) return [];
    const { spans = [], ...named } = content;
    return [
      {
        ...named,
        findingId: row.id,
        documentId: row.document_id,
        documentTitle: row.title,
        published: row.published,
        start: spans[0]?.start ?? null,
        end: spans.at(-1)?.end ?? null,
      },
    ];
  });
}

/** Firms that a document names, in the spellings that it uses; who was rejected as no organisation is left out. */
export async function listNamedCompanies(tx: Tx, documentId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("finding_current")
    .select("content")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("document_id", "=", documentId)
    .where("type", "=", "organisation")
    .where("status", "<>", "rejected")
    .orderBy("id")
    .execute();
  const names = rows.flatMap(({ content }) => {
    const named = OrganisationFinding.pick({ name: true, kind: true }).safeParse(content).data;
    return named?.kind === "company" ? [named.name] : [];
  });
  return [...new Set(names)];
}

export type DocumentPlace = { readonly documentId: string; readonly start: number; readonly end: number };

/** The sentence around each place, in the order given; undefined where the text is not there. */
export async function sentencesAround(tx: Tx, places: readonly DocumentPlace[]): Promise<readonly (string | undefined)[]> {
  const ids = [...new Set(places.map((place) => place.documentId))];
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("document_text")
    .select(["document_id", "original"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("document_id", "in", ids)
    .execute();
  const texts = new Map(rows.map((row) => [row.document_id, row.original]));
  return places.map(({ documentId, start, end }) => {
    const text = texts.get(documentId);
    return text === undefined ? undefined : sentenceAround(text, start, end);
  });
}

/** Stops watching every folder in the actor's zone except the one given. */
export async function unwatchFolders(tx: Tx, except: string | undefined): Promise<void> {
  await tx
    .updateTable("feed")
    .set({ active: false })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("kind", "=", "folder")
    .where("active", "=", true)
    .where("address", "!=", except ?? "")
    .execute();
}

/** Watches a folder of this machine for the actor's zone: its new files are taken in once a minute. Asking twice changes nothing. */
export async function watchFolder(tx: Tx, folder: string): Promise<void> {
  const { zoneId, id: addedBy } = actorOf(tx);
  const title = `监看文件夹 ${folder}`.slice(0, 100);
  const known = await tx.selectFrom("feed").select("id").where("zone_id", "=", zoneId).where("address", "=", folder).executeTakeFirst();
  const feedId = known?.id ?? v7();
  if (!known)
    await tx
      .insertInto("feed")
      .values({ zone_id: zoneId, id: feedId, title, address: folder, kind: "folder", every_minutes: FOLDER_MINUTES, added_by: addedBy })
      .execute();
  else await tx.updateTable("feed").set({ active: true }).where("zone_id", "=", zoneId).where("id", "=", feedId).execute();
  const waiting = await tx
    .selectFrom("job")
    .select(["id", "payload"])
    .where("zone_id", "=", zoneId)
    .where("kind", "=", "intelligence.poll-feed")
    .where("state", "in", ["queued", "running"])
    .execute();
  if (
    waiting.some(
      (job) => (job.payload as { feedId?: string; again?: boolean }).feedId === feedId && (job.payload as { again?: boolean }).again,
    )
  )
    return;
  await enqueueJob(tx, { kind: "intelligence.poll-feed", title: pollTitle({ title }), payload: { feedId, again: true } });
}
