import type { IngestResult, intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { type Incoming, receiveDocument } from "#domains/intelligence/server/documents/receive-document.ts";
import { sentencesOf } from "#domains/intelligence/server/documents/sentences-of.ts";
import { httpUrl } from "#domains/intelligence/server/intake/fetch-page.ts";
import { readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { isPublicAddress, resolvePublic, systemResolver } from "#kernel/server/public-address.ts";

type Operations = typeof intelligenceOperations;
type Row = IngestResult["documents"][number];

/** Files up to this much in all are tried at once, so that whoever sends a wrong one hears of it at once; the rest is found by the job. */
const TRIED_BYTES = 20 * 1_048_576;

const READ_JOB = { zh: "读取文档", en: "Read documents" };

export async function ingest(input: InputOf<Operations["ingest"]>, context: OperationContext): Promise<IngestResult> {
  const incoming = context.files.map(
    (file): Incoming => ({
      name: file.name,
      bytes: file.bytes,
      origin: "upload",
      title: context.files.length === 1 ? input.title : undefined,
      published: input.published,
    }),
  );
  return receiveAll(incoming, { acceptAll: input.acceptAll }, context);
}

export async function ingestText(input: InputOf<Operations["ingestText"]>, context: OperationContext): Promise<IngestResult> {
  const title = input.title ?? input.text.trim().split("\n")[0]?.slice(0, 60) ?? "";
  const bytes = new TextEncoder().encode(
    input.title && !input.text.trimStart().startsWith(input.title) ? `${input.title}\n\n${input.text}` : input.text,
  );
  return receiveAll([{ name: `${title}.txt`, bytes, origin: "paste", title, published: input.published }], { acceptAll: false }, context);
}

/** Fetched by a job: a page may take its time. An address that leads inside is refused at once. */
export async function ingestAddress(input: InputOf<Operations["ingestAddress"]>, context: OperationContext): Promise<IngestResult> {
  const url = httpUrl(input.address);
  await resolvePublic(url.hostname, systemResolver, isPublicAddress);
  const jobId = await context.enqueue(
    "intelligence.fetch",
    { zh: `收录网页 ${url.host}`, en: `Take in a page of ${url.host}` },
    { address: url.href, published: input.published ?? null },
  );
  context.journal({ subject: `address:${url.href.slice(0, 300)}`, after: { jobId } });
  return { documents: [], jobId };
}

export async function receiveAll(
  incoming: readonly Incoming[],
  options: { readonly acceptAll: boolean },
  context: OperationContext,
): Promise<IngestResult> {
  const documents: Row[] = [];
  const toRead: string[] = [];
  let tried = 0;
  for (const item of incoming) {
    const base = { name: item.name, title: item.title ?? null, figures: 0, projects: 0, organisations: 0, accepted: 0 };
    try {
      tried += item.bytes.byteLength;
      if (tried <= TRIED_BYTES) await readFileBytes(item.bytes, item.name);
      const received = await receiveDocument(context.tx, context.store, item);
      documents.push({ ...base, id: received.id, state: "received", message: received.message, duplicateOf: received.duplicateOf });
      if (received.duplicateOf === null) toRead.push(received.id);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      documents.push({ ...base, id: null, state: "refused", message: sentencesOf(error), duplicateOf: null });
    }
  }
  const jobId =
    toRead.length > 0 ? await context.enqueue("intelligence.read", READ_JOB, { documentIds: toRead, acceptAll: options.acceptAll }) : null;
  context.journal({
    subject: `documents:${toRead.length}`,
    after: { jobId, acceptAll: options.acceptAll },
    items: documents.map(({ id, name, state, duplicateOf }) => ({ id, name, state, duplicateOf })),
  });
  return { documents, jobId };
}
