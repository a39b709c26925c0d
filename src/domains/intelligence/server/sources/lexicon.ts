import { v7 } from "uuid";
import type { z } from "zod";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import type { intelligenceOperations, LexiconEntry } from "#domains/intelligence/contract/intelligence-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
type Entry = z.infer<typeof LexiconEntry>;

const rows = ({ tx, actor }: OperationContext) => tx.selectFrom("lexicon_entry").selectAll().where("zone_id", "=", actor.zoneId);
type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];
const viewOf = (row: Row): Entry => ({
  id: row.id,
  kind: row.kind as Entry["kind"],
  words: row.words,
  meaning: row.meaning,
  source: row.source,
  addedAt: row.added_at as Instant,
});

export async function listLexicon({ cursor, limit, kind }: InputOf<Operations["listLexicon"]>, context: OperationContext) {
  let query = rows(context)
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (cursor !== undefined) query = query.where("id", "<", cursor);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  const found = await query.execute();
  const page = found.slice(0, limit);
  return { items: page.map(viewOf), next: found.length > limit ? (page.at(-1)?.id ?? null) : null, total: null };
}

export async function addLexiconEntry(
  { kind, words, meaning }: InputOf<Operations["addLexiconEntry"]>,
  context: OperationContext,
): Promise<Entry> {
  const { tx, actor } = context;
  if (kind === "indicator" && meaning !== undefined && !findIndicator(meaning))
    throw new AppError("intelligence.correction-code", "invalid", { code: meaning });
  const known = await rows(context).where("kind", "=", kind).where("words", "=", words).executeTakeFirst();
  if (known) throw new AppError("record.duplicate", "conflict");
  const id = v7();
  await tx
    .insertInto("lexicon_entry")
    .values({
      zone_id: actor.zoneId,
      id,
      kind,
      words,
      meaning: meaning ?? null,
      source: "manual",
      added_by: actor.id,
      added_at: context.now,
    })
    .execute();
  context.journal({ subject: `lexicon:${id}`, after: { kind, words, meaning: meaning ?? null } });
  const row = await rows(context).where("id", "=", id).executeTakeFirstOrThrow();
  return viewOf(row);
}

export async function removeLexiconEntry({ id }: InputOf<Operations["removeLexiconEntry"]>, context: OperationContext) {
  const { tx, actor } = context;
  const removed = await tx
    .deleteFrom("lexicon_entry")
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", id)
    .returning(["kind", "words", "meaning"])
    .executeTakeFirst();
  if (!removed) throw new AppError("record.not-found", "not-found");
  context.journal({ subject: `lexicon:${id}`, before: removed });
  return { removed: true as const };
}
