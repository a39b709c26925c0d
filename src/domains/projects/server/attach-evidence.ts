import { v7 } from "uuid";
import { type EvidenceKind, evidenceWords, type ProjectStage } from "#domains/projects/contract/project.ts";
import { ASKED_BY_NO_GATE, KNOWN_BY_NUMBER, proves } from "#domains/projects/rules/project-lifecycle.ts";
import { projectPolicy } from "#domains/projects/rules/project-policy.ts";
import { getProject } from "#domains/projects/server/project-store.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { viewProject } from "#domains/projects/server/view-project.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { Language } from "#kernel/texts.ts";

const MOST_BYTES = 20 * 1_048_576;

/** What a paper is scanned, written or photographed as; no programs. */
export const PAPER_TYPES: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/webp",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/msword",
  "application/vnd.ms-excel",
  "application/x-cfb",
  "application/zip",
  "text/plain",
  "text/html",
  "message/rfc822",
];
/** One permit or filing belongs to one project. */
const OF_ONE_PROJECT: readonly EvidenceKind[] = ["construction-permit", "acceptance", "land-contract"];

export const attachEvidence: RegisterHandlers["attachEvidence"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getProject(tx, input.id);
  requireDecision(projectPolicy.attachEvidence(actorOf(tx), { stage: row.stage as ProjectStage }));
  if (input.datedOn > today) throw new AppError("projects.date-in-future", "invalid", { date: input.datedOn, today });
  requireProof(input.kind, input.number, context.files.length > 0, context.language);
  await requireNotElsewhere(tx, input, context.language);
  const [file] = context.files;
  const kept = file === undefined ? undefined : await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES, types: PAPER_TYPES });
  const id = await addEvidence(tx, {
    projectId: input.id,
    kind: input.kind,
    number: input.number,
    datedOn: input.datedOn,
    note: input.note,
    file: kept && file ? { hash: kept.hash, name: file.name } : null,
    origin: "hand",
    recordedOn: today,
  });
  context.journal({
    subject: `project:${input.id}`,
    after: { evidence: id, kind: input.kind, number: input.number, file: kept?.hash ?? null },
  });
  await context.emit("projects.evidence-attached", { projectId: input.id, evidenceId: id, kind: input.kind });
  return viewProject(tx, input.id, today);
};

/** @throws AppError `projects.evidence-number`, `projects.evidence-bare`: what a gate would not take is said when it is attached. */
function requireProof(kind: EvidenceKind, number: string, filed: boolean, language: Language): void {
  if (ASKED_BY_NO_GATE.includes(kind) || proves({ kind, numbered: number !== "", filed })) return;
  const code = KNOWN_BY_NUMBER.includes(kind) ? "projects.evidence-number" : "projects.evidence-bare";
  throw new AppError(code, "invalid", { kind: evidenceWords[kind][language] });
}

type Attached = { readonly id: string; readonly kind: EvidenceKind; readonly number: string; readonly note: string };

/** The number of a permit that stands on another project is a slip of the pen, unless the note says that they share it. */
async function requireNotElsewhere(tx: Tx, { id, kind, number, note }: Attached, language: Language): Promise<void> {
  if (number === "" || note !== "" || !OF_ONE_PROJECT.includes(kind)) return;
  const there = await tx
    .selectFrom("project_evidence as piece")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "piece.zone_id").onRef("project.id", "=", "piece.project_id"))
    .select("project.code")
    .where("piece.zone_id", "=", actorOf(tx).zoneId)
    .where("piece.kind", "=", kind)
    .where("piece.number", "=", number)
    .where("piece.project_id", "<>", id)
    .executeTakeFirst();
  if (there !== undefined)
    throw new AppError("projects.evidence-elsewhere", "conflict", { kind: evidenceWords[kind][language], number, code: there.code });
}

export type NewEvidence = {
  readonly projectId: string;
  readonly kind: EvidenceKind;
  readonly number: string;
  readonly datedOn: LocalDate;
  readonly note: string;
  readonly file: { readonly hash: string; readonly name: string } | null;
  /** `hand`, or the event of the domain that it comes from. */
  readonly origin: string;
  readonly recordedOn: LocalDate;
  /** The report of a month that it came with. */
  readonly reportId?: string;
};

/** @returns the id of the piece of evidence. */
export async function addEvidence(tx: Tx, piece: NewEvidence): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("project_evidence")
    .values({
      zone_id: actor.zoneId,
      id,
      project_id: piece.projectId,
      kind: piece.kind,
      number: piece.number,
      dated_on: piece.datedOn,
      note: piece.note,
      file_hash: piece.file?.hash ?? null,
      file_name: piece.file?.name ?? null,
      origin: piece.origin,
      recorded_on: piece.recordedOn,
      report_id: piece.reportId ?? null,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  return id;
}

export const downloadEvidence: RegisterHandlers["downloadEvidence"] = async ({ evidenceId }, { tx, store }) => {
  const actor = actorOf(tx);
  const row = await tx
    .selectFrom("project_evidence as piece")
    .innerJoin("file", (join) => join.onRef("file.zone_id", "=", "piece.zone_id").onRef("file.hash", "=", "piece.file_hash"))
    .select(["piece.file_name", "file.mime", "file.hash"])
    .where("piece.zone_id", "=", actor.zoneId)
    .where("piece.id", "=", evidenceId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-file", "not-found");
  return { name: row.file_name ?? "evidence", mime: row.mime, bytes: Uint8Array.from(await store.get(actor.zoneId, row.hash)) };
};
