import { type LeadEvidenceKind, leadEvidenceWords } from "#domains/promotion/contract/lead.ts";
import { NEEDS_SECOND } from "#domains/promotion/rules/lead-lifecycle.ts";
import { leadEvidencePolicy, leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { addEvidence, getLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";
import { keepFile } from "#kernel/server/files.ts";

export const MOST_BYTES = 20 * 1_048_576;

export const attachLeadEvidence: LeadHandlers["attachLeadEvidence"] = async (input, context) => {
  const { tx, actor, today } = context;
  const row = await getLead(tx, input.id);
  requireDecision(leadPolicy.attachEvidence(actor, subjectOf(row)));
  if (input.datedOn > today) throw new AppError("promotion.date-in-future", "invalid", { date: input.datedOn, today });
  const [file] = context.files;
  requireProof(input, file !== undefined);
  const kept = file === undefined ? undefined : await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES });
  const id = await addEvidence(tx, {
    leadId: row.id,
    kind: input.kind,
    number: input.number,
    datedOn: input.datedOn,
    note: input.note,
    file: kept && file ? { hash: kept.hash, name: file.name } : null,
    origin: "hand",
    recordedOn: today,
  });
  context.journal({
    subject: `lead:${row.id}`,
    after: { evidence: id, kind: input.kind, number: input.number, file: kept?.hash ?? null },
  });
  await context.emit("promotion.evidence-attached", { leadId: row.id, evidenceId: id, kind: input.kind });
  return viewLead(tx, row.id, today);
};

/** What a paper is known by: a review, memo or proof by its number or the paper itself; a summary may be said in words. */
const PAPERS: readonly LeadEvidenceKind[] = ["fair-competition-review", "risk-memo", "landing-proof"];

/** @throws AppError `promotion.evidence-number`, `promotion.evidence-bare`: a gate is not opened by an entry that shows nothing. */
function requireProof(
  { kind, number, note }: { readonly kind: LeadEvidenceKind; readonly number: string; readonly note: string },
  filed: boolean,
): void {
  if (number !== "" || filed) return;
  const name = leadEvidenceWords[kind].zh;
  if (PAPERS.includes(kind)) throw new AppError("promotion.evidence-number", "invalid", { kind: name });
  if (note === "") throw new AppError("promotion.evidence-bare", "invalid", { kind: name });
}

/** The second person of handbook §1: reviews and memos open their gate from here on. */
export const confirmLeadEvidence: LeadHandlers["confirmLeadEvidence"] = async ({ evidenceId, version, note }, context) => {
  const { tx, actor, today } = context;
  const piece = await tx
    .selectFrom("promotion_evidence")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", evidenceId)
    .executeTakeFirst();
  if (piece === undefined) throw new AppError("promotion.no-such-evidence", "not-found");
  requireVersion(piece, version);
  const needsSecond = NEEDS_SECOND.includes(piece.kind as LeadEvidenceKind);
  requireDecision(leadEvidencePolicy.confirm(actor, { by: piece.by, confirmed: piece.confirmed_on !== null, needsSecond }));
  const { numUpdatedRows } = await tx
    .updateTable("promotion_evidence")
    .set({ confirmed_on: today, confirmed_by: actor.id, confirmed_by_name: actor.name, confirmation: note, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", evidenceId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  context.journal({ subject: `lead:${piece.lead_id}`, after: { confirmed: evidenceId, kind: piece.kind }, detail: { note } });
  await context.emit("promotion.evidence-confirmed", { leadId: piece.lead_id, evidenceId, kind: piece.kind });
  return viewLead(tx, piece.lead_id, today);
};

export const downloadLeadEvidence: LeadHandlers["downloadLeadEvidence"] = async ({ evidenceId }, { tx, actor, store }) => {
  const row = await tx
    .selectFrom("promotion_evidence as piece")
    .innerJoin("file", (join) => join.onRef("file.zone_id", "=", "piece.zone_id").onRef("file.hash", "=", "piece.file_hash"))
    .select(["piece.file_name", "file.mime", "file.hash"])
    .where("piece.zone_id", "=", actor.zoneId)
    .where("piece.id", "=", evidenceId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-file", "not-found");
  return { name: row.file_name ?? "evidence", mime: row.mime, bytes: Uint8Array.from(await store.get(actor.zoneId, row.hash)) };
};
