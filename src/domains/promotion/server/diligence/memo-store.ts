import type { Selectable } from "kysely";
import { Findings, type MemoCondition, type MemoView, type Recommendation } from "#domains/promotion/contract/diligence.ts";
import type { PaperState } from "#domains/promotion/contract/paper.ts";
import { missingForMemo } from "#domains/promotion/rules/memo.ts";
import { paperPolicy } from "#domains/promotion/rules/paper-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type MemoRow = Selectable<DB["diligence_memo"]>;

export const conditionsOf = (row: MemoRow): readonly MemoCondition[] => row.conditions as unknown as MemoCondition[];

/** Newest edition first. */
export const memoRows = (tx: Tx, leadId: string): Promise<MemoRow[]> =>
  tx
    .selectFrom("diligence_memo")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", leadId)
    .orderBy("edition", "desc")
    .execute();

/** Held until the end of the transaction. @throws AppError `promotion.no-such-memo` */
export async function lockMemo(tx: Tx, leadId: string, memoId: string): Promise<MemoRow> {
  const row = await tx
    .selectFrom("diligence_memo")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "=", leadId)
    .where("id", "=", memoId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-memo", "not-found");
  return row;
}

export const missingOf = (row: MemoRow, findings: Findings): readonly string[] =>
  missingForMemo({
    recommendation: row.recommendation as Recommendation,
    clauses: conditionsOf(row).map(({ clause }) => clause),
    report: findings.report,
    denied: findings.parentage.some(({ verdict }) => verdict === "denied"),
  });

export const paperSubject = (row: { readonly state: string; readonly written_by: string }) => ({
  state: row.state as PaperState,
  writtenBy: row.written_by,
});

export const memoView = (tx: Tx, row: MemoRow, now: Findings): MemoView => ({
  id: row.id,
  edition: row.edition,
  state: row.state as PaperState,
  recommendation: row.recommendation as Recommendation,
  summary: row.summary,
  conditions: [...conditionsOf(row)],
  findings: row.findings === null ? null : Findings.parse(row.findings),
  writtenOn: row.written_on as LocalDate,
  writtenBy: row.written_by_name,
  submittedOn: row.submitted_on as LocalDate | null,
  reviewed:
    row.reviewed_on === null ? null : { on: row.reviewed_on as LocalDate, by: row.reviewed_by_name ?? "–", review: row.review ?? "" },
  missing: row.state === "DRAFT" ? [...missingOf(row, now)] : [],
  version: row.version,
  abilities: abilitiesOf(paperPolicy, actorOf(tx), paperSubject(row)),
});
