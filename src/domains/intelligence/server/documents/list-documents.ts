import type { z } from "zod";
import type { intelligenceOperations, Story } from "#domains/intelligence/contract/intelligence-operations.ts";
import { likeness } from "#domains/intelligence/rules/review/story-likeness.ts";
import { documentRows, presentDocuments } from "#domains/intelligence/server/documents/document-store.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;

/** Newest first; the cursor is the last id, and ids grow with time. */
export async function listDocuments(
  { cursor, limit, state, origin, q }: InputOf<Operations["listDocuments"]>,
  { tx, actor }: OperationContext,
) {
  let query = documentRows(tx)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where("id", "<", cursor);
  if (state !== undefined) query = query.where("state", "=", state);
  if (origin !== undefined) query = query.where("origin", "=", origin);
  if (q !== undefined) query = query.where("title", "like", `%${q.replace(/[\\%_]/g, (character) => `\\${character}`)}%`);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return { items: await presentDocuments(tx, actor, page), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total: null };
}

/** Stories told in several places, the newest first. */
export async function listStories({ cursor, limit }: InputOf<Operations["listStories"]>, { tx, actor }: OperationContext) {
  const groups = await tx
    .selectFrom("document")
    .select((is) => ["story_id", is.fn.max("received_at").as("latest"), is.fn.countAll<string>().as("n")])
    .where("zone_id", "=", actor.zoneId)
    .where("story_id", "is not", null)
    .where("state", "!=", "withdrawn")
    .groupBy("story_id")
    .having((is) => is.fn.countAll(), ">", 1)
    .orderBy("latest", "desc")
    .orderBy("story_id")
    .execute();
  const from = cursor === undefined ? 0 : Number(cursor) || 0;
  const ids = groups.slice(from, from + limit).flatMap((group) => group.story_id ?? []);
  const documents =
    ids.length === 0
      ? []
      : await documentRows(tx).where("story_id", "in", ids).where("state", "!=", "withdrawn").orderBy("published").orderBy("id").execute();
  const marks =
    documents.length === 0
      ? []
      : await tx
          .selectFrom("document_mark")
          .select(["document_id", "mark"])
          .where("zone_id", "=", actor.zoneId)
          .where(
            "document_id",
            "in",
            documents.map((document) => document.id),
          )
          .execute();
  const outlineOf = (id: string) => new Set(marks.filter((row) => row.document_id === id).map((row) => Number(row.mark)));
  const items: z.infer<typeof Story>[] = ids.map((id) => {
    const told = documents.filter((document) => document.story_id === id);
    const first = outlineOf(told[0]?.id ?? "");
    return {
      id,
      title: told[0]?.title ?? "",
      documents: told.map((document) => ({
        id: document.id,
        title: document.title,
        medium: document.medium,
        published: document.published as LocalDate | null,
        similarity: Math.round(likeness(first, outlineOf(document.id)) * 100) / 100,
      })),
    };
  });
  const next = from + limit;
  return { items, next: next < groups.length ? String(next) : null, total: groups.length };
}
