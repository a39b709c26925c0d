import { createHash } from "node:crypto";
import type { Extraction } from "#domains/intelligence/contract/extraction.ts";
import type { IngestResult } from "#domains/intelligence/contract/intelligence-operations.ts";
import { extractFrom } from "#domains/intelligence/rules/extract-document.ts";
import { readDocument } from "#domains/intelligence/rules/read-document.ts";
import type { ReadDocument } from "#domains/intelligence/rules/reading.ts";
import { applyLexicon, type LexiconWord } from "#domains/intelligence/rules/review/apply-lexicon.ts";
import { getDocument, type StoredDocument, settleDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { sayDuplicate } from "#domains/intelligence/server/documents/receive-document.ts";
import { acceptEverything, joinStory, readLexicon, recordExtraction } from "#domains/intelligence/server/documents/record-extraction.ts";
import { sentencesOf } from "#domains/intelligence/server/documents/sentences-of.ts";
import { askModel, modelSettings } from "#domains/intelligence/server/model/ask-model.ts";
import { readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { RunningJob } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";
import type { Text } from "#kernel/texts.ts";

/** No reviewer looks at more, and no article says as much. */
const MOST_FIGURES = 5000;

export type ReadPayload = { readonly documentIds: readonly string[]; readonly acceptAll: boolean };
type Result = IngestResult["documents"][number];
/** Where a broken-off job goes on: the next document, and what was read so far. */
type Cursor = { readonly next: number; readonly documents: readonly Result[] };

/** Reads documents one after the other, each in a transaction of its own: a job that breaks off goes on with the next one. */
export async function readDocuments(job: RunningJob): Promise<{ documents: readonly Result[] }> {
  const { documentIds, acceptAll } = job.payload as ReadPayload;
  let { next, documents } = (job.cursor as Cursor | null) ?? { next: 0, documents: [] };
  while (next < documentIds.length) {
    const id = documentIds[next] ?? "";
    const document = await job.read((tx) => getDocument(tx, id));
    const prepared = document.state === "received" ? await prepare(job, document) : undefined;
    await job.step(async (tx) => {
      const result = prepared ? await store(tx, document, prepared, acceptAll) : undefined;
      documents = result ? [...documents, result] : documents;
      next += 1;
      return { cursor: { next, documents } satisfies Cursor, done: next, total: documentIds.length, message: document.title };
    });
  }
  return { documents };
}

type Prepared =
  | { readonly refused: AppError }
  | { readonly original: string; readonly read: ReadDocument; readonly extraction: Extraction; readonly note: Text | null };

/** Everything that needs no transaction: decoding, cleaning, extraction, and the model when one is configured. */
async function prepare(job: RunningJob, document: StoredDocument): Promise<Prepared> {
  try {
    const bytes = await job.store.get(document.zone_id, document.file_hash);
    const original = await readFileBytes(bytes, document.name);
    const read = readDocument(original.text, { mime: original.mime, published: document.published_hint as LocalDate | null });
    const lexicon: readonly LexiconWord[] = await job.read(readLexicon);
    const extraction = applyLexicon(extractFrom(read), read, lexicon);
    if (extraction.figures.length > MOST_FIGURES)
      throw new AppError("document.too-many-findings", "too-large", { name: document.name, most: MOST_FIGURES });
    const { figures, note } = await proposeByModel(read);
    // PostgreSQL stores no zero characters; one in a text is damage of the source.
    return {
      original: original.text.replaceAll("\u0000", "\ufffd"),
      read,
      extraction: { ...extraction, figures: [...extraction.figures, ...figures] },
      note,
    };
  } catch (error) {
    if (error instanceof AppError) return { refused: error };
    throw error;
  }
}

async function proposeByModel(read: ReadDocument) {
  const settings = modelSettings(process.env);
  if (!settings) return { figures: [], note: null };
  try {
    const proposed = await Promise.all(read.articles.map((article) => askModel(article, read, settings)));
    return { figures: proposed.flat(), note: null };
  } catch (error) {
    if (error instanceof AppError) return { figures: [], note: sentencesOf(error) };
    throw error;
  }
}

async function store(tx: Tx, document: StoredDocument, prepared: Prepared, acceptAll: boolean): Promise<Result> {
  const base = {
    id: document.id,
    name: document.name,
    title: document.title,
    duplicateOf: null,
    figures: 0,
    projects: 0,
    organisations: 0,
    accepted: 0,
  };
  const fail = async (message: Text, duplicateOf: string | null): Promise<Result> => {
    await update(tx, document, { state: "failed", message: JSON.stringify(message) });
    return { ...base, state: "failed", message, duplicateOf };
  };
  if ("refused" in prepared) return fail(sentencesOf(prepared.refused), null);
  const textHash = createHash("sha256").update(prepared.original).digest("hex");
  const twin = await tx
    .selectFrom("document")
    .select(["id", "title"])
    .where("zone_id", "=", document.zone_id)
    .where("text_hash", "=", textHash)
    .where("state", "not in", ["withdrawn", "failed"])
    .executeTakeFirst();
  if (twin) return fail(sayDuplicate(twin.title), twin.id);

  const { extraction, read } = prepared;
  const first = extraction.articles[0];
  const title = first?.title.trim() || document.title;
  await tx
    .insertInto("document_text")
    .values({
      zone_id: document.zone_id,
      document_id: document.id,
      original: prepared.original,
      articles: JSON.stringify(extraction.articles),
      cuts: JSON.stringify(extraction.cuts),
    })
    .execute();
  const recorded = await recordExtraction(tx, document.id, extraction);
  await joinStory(tx, document.id, extraction.articles.map((article) => article.text).join("\n"));
  const accepted = acceptAll ? await acceptEverything(tx, document.id) : 0;
  await update(tx, document, {
    state: "review",
    title,
    medium: first?.medium ?? null,
    published: read.articles[0]?.published ?? document.published_hint,
    text_hash: textHash,
    regions: [...new Set(extraction.articles.flatMap((article) => article.region ?? []))],
    message: prepared.note ? JSON.stringify(prepared.note) : null,
  });
  await settleDocument(tx, document.id, recordedAt(tx));
  appendToJournal(tx, { operation: "intelligence.read", subject: `document:${document.id}`, after: { title, ...recorded, accepted } });
  return {
    ...base,
    title,
    state: accepted > 0 || recorded.figures + recorded.findings === 0 ? "reviewed" : "review",
    message: prepared.note,
    figures: recorded.figures,
    projects: recorded.projects,
    organisations: recorded.organisations,
    accepted,
  };
}

type Changes = {
  state: string;
  title?: string;
  medium?: string | null;
  published?: string | null;
  text_hash?: string;
  regions?: string[];
  message?: string | null;
};
const update = (tx: Tx, document: StoredDocument, changes: Changes) =>
  tx
    .updateTable("document")
    .set({ ...changes, version: document.version + 1 })
    .where("zone_id", "=", document.zone_id)
    .where("id", "=", document.id)
    .execute();
