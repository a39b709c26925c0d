import { sql } from "kysely";
import { v7 } from "uuid";
import type { z } from "zod";
import type { ProposalStatus } from "#domains/intelligence/contract/intelligence-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type FindingType = "project" | "organisation" | "policy" | "mechanism";
export type StoredFinding = {
  readonly id: string;
  readonly documentId: string;
  readonly ordinal: number;
  readonly type: FindingType;
  readonly content: unknown;
  readonly corrects: string | null;
  readonly status: z.infer<typeof ProposalStatus>;
  readonly decisions: number;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
};
export type FindingDecision = {
  readonly findingId: string;
  readonly seen: number;
  readonly decision: "accept" | "reject" | "correct" | "withdraw";
  readonly rule?: string;
  readonly reason?: string | undefined;
  readonly correctionId?: string;
};

const ROWS_A_STATEMENT = 500;

/** Findings of one document, or by their ids, with their present status, in the order of the text. */
export async function listFindings(
  tx: Tx,
  filter: { readonly documentId?: string; readonly ids?: readonly string[]; readonly status?: readonly StoredFinding["status"][] },
): Promise<readonly StoredFinding[]> {
  const { rows } = await sql<StoredFinding>`
    select id, document_id "documentId", ordinal, type, content, corrects, status, decisions::int decisions, decided_by "decidedBy", decided_at "decidedAt", reason
    from finding_current where zone_id = ${actorOf(tx).zoneId}::uuid
      ${filter.documentId === undefined ? sql`` : sql`and document_id = ${filter.documentId}::uuid`}
      ${filter.ids === undefined ? sql`` : sql`and id = any(${filter.ids}::uuid[])`}
      ${filter.status === undefined ? sql`` : sql`and status = any(${filter.status}::text[])`}
    order by document_id, ordinal, id limit 20000`.execute(tx);
  return rows;
}

/** The ordinal is the key: of two who decide at once, the second is told that it was done. */
export async function decideFindings(tx: Tx, decisions: readonly FindingDecision[]): Promise<void> {
  const { zoneId, id: decidedBy } = actorOf(tx);
  for (let start = 0; start < decisions.length; start += ROWS_A_STATEMENT) {
    const part = decisions.slice(start, start + ROWS_A_STATEMENT);
    const kept = await tx
      .insertInto("finding_decision")
      .values(
        part.map((given) => ({
          zone_id: zoneId,
          finding_id: given.findingId,
          ordinal: given.seen + 1,
          decision: given.decision,
          decided_by: decidedBy,
          rule: given.rule ?? null,
          reason: given.reason ?? null,
          correction_id: given.correctionId ?? null,
          decided_at: recordedAt(tx),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning("finding_id")
      .execute();
    const lost = part.find((given) => !kept.some((row) => row.finding_id === given.findingId));
    if (lost) throw new AppError("fact.already-decided", "conflict", { id: lost.findingId, status: "?" });
  }
}

/** Records what it should have been beside what was read, and accepts that. @returns the id of the correction. */
export async function correctFinding(tx: Tx, finding: StoredFinding, content: unknown, reason: string | undefined): Promise<string> {
  const { zoneId, id: recordedBy } = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("finding")
    .values({
      zone_id: zoneId,
      id,
      document_id: finding.documentId,
      ordinal: finding.ordinal,
      type: finding.type,
      content: JSON.stringify(content),
      corrects: finding.id,
      recorded_by: recordedBy,
      recorded_at: recordedAt(tx),
    })
    .execute();
  await decideFindings(tx, [
    { findingId: finding.id, seen: finding.decisions, decision: "correct", reason, correctionId: id },
    { findingId: id, seen: 0, decision: "accept" },
  ]);
  return id;
}
