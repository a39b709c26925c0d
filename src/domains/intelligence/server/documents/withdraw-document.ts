import { DOCUMENT_WITHDRAWN } from "#domains/intelligence/contract/intelligence-events.ts";
import type { DocumentRow, intelligenceOperations } from "#domains/intelligence/contract/intelligence-operations.ts";
import { documentPolicy } from "#domains/intelligence/rules/intelligence-policy.ts";
import { getDocument, presentDocument } from "#domains/intelligence/server/documents/document-store.ts";
import { decideFindings, listFindings } from "#domains/intelligence/server/review/finding-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { InputOf } from "#kernel/contract.ts";
import { decideFacts, listFacts } from "#kernel/server/facts.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Operations = typeof intelligenceOperations;
const MOST = 10_000;

/** Takes a document back with everything that rests on it; what was published stands until its card is revised, and the card's owner hears of it. */
export async function withdrawDocument(
  { id, reason, version }: InputOf<Operations["withdrawDocument"]>,
  context: OperationContext,
): Promise<DocumentRow> {
  const { tx, actor } = context;
  const { state } = await presentDocument(tx, actor, id);
  const allowed = documentPolicy.withdraw(actor, { state });
  if (!allowed.allowed) throw new AppError(allowed.because, "conflict");
  const facts = (await listFacts(tx, { originId: id, limit: MOST })).filter(
    (fact) => fact.status !== "withdrawn" && fact.status !== "corrected",
  );
  await decideFacts(
    tx,
    facts.map((fact) => ({ observationId: fact.id, decision: "withdraw", reason })),
  );
  const findings = (await listFindings(tx, { documentId: id })).filter((finding) => finding.status !== "withdrawn");
  await decideFindings(
    tx,
    findings.map((finding) => ({ findingId: finding.id, seen: finding.decisions, decision: "withdraw", reason })),
  );
  const changed = await tx
    .updateTable("document")
    .set({ state: "withdrawn", message: JSON.stringify({ zh: reason, en: reason }), version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new AppError("record.changed", "conflict");
  context.journal({
    subject: `document:${id}`,
    before: { state },
    after: { state: "withdrawn", reason, figures: facts.length, findings: findings.length },
  });
  await context.emit(DOCUMENT_WITHDRAWN, { documentId: id, observationIds: facts.slice(0, 1000).map((fact) => fact.id) });
  return presentDocument(tx, actor, id);
}

export async function downloadOriginal({ id }: InputOf<Operations["downloadOriginal"]>, { tx, actor, store }: OperationContext) {
  const document = await getDocument(tx, id);
  return { name: document.name, mime: "application/octet-stream", bytes: await store.get(actor.zoneId, document.file_hash) };
}
