import { v7 } from "uuid";
import { intelligenceTexts } from "#domains/intelligence/contract/intelligence-texts.ts";
import { LARGEST_FILE } from "#domains/intelligence/server/reading/read-file.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { type FileStore, keepFile } from "#kernel/server/files.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";
import { say, type Text } from "#kernel/texts.ts";

export type Incoming = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly origin: "upload" | "paste" | "address" | "feed" | "folder" | "sample";
  readonly address?: string | null;
  readonly title?: string | undefined;
  readonly published?: LocalDate | undefined;
};
export type Received = { readonly id: string; readonly duplicateOf: string | null; readonly message: Text | null };

/** Stores the bytes and enters the document, to be read by a job. The same bytes are not entered twice: the earlier document is named instead. */
export async function receiveDocument(tx: Tx, store: FileStore, incoming: Incoming): Promise<Received> {
  const { zoneId, id: receivedBy } = actorOf(tx);
  const file = await keepFile(tx, store, incoming.bytes, { maxBytes: LARGEST_FILE });
  const known = await tx
    .selectFrom("document")
    .select(["id", "title"])
    .where("zone_id", "=", zoneId)
    .where("file_hash", "=", file.hash)
    .where("state", "not in", ["withdrawn", "failed"])
    .executeTakeFirst();
  if (known) return { id: known.id, duplicateOf: known.id, message: sayDuplicate(known.title) };
  const id = v7();
  await tx
    .insertInto("document")
    .values({
      zone_id: zoneId,
      id,
      title: incoming.title ?? incoming.name,
      name: incoming.name,
      origin: incoming.origin,
      address: incoming.address ?? null,
      published_hint: incoming.published ?? null,
      mime: file.mime,
      file_hash: file.hash,
      received_at: recordedAt(tx),
      received_by: receivedBy,
    })
    .execute();
  return { id, duplicateOf: null, message: null };
}

export const sayDuplicate = (title: string): Text => {
  const text = intelligenceTexts["intelligence.duplicate"];
  return { zh: say(text, "zh", { title }), en: say(text, "en", { title }) };
};
