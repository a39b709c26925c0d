import type { Selectable } from "kysely";
import { v7 } from "uuid";
import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import type { CommitmentCourse, CommitmentState, CommitmentSubject } from "#domains/approvals/rules/promises.ts";
import { type CaseTableRow, getCase } from "#domains/approvals/server/case-store.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type CommitmentRow = Selectable<DB["approval_commitment"]>;
export type CommitmentWithCase = { readonly row: CommitmentRow; readonly of: CaseTableRow };

/** @throws AppError `approvals.no-such-commitment` */
export async function getCommitment(tx: Tx, id: string): Promise<CommitmentWithCase> {
  const row = await tx
    .selectFrom("approval_commitment")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("approvals.no-such-commitment", "not-found");
  return { row, of: await getCase(tx, row.case_id) };
}

type CommitmentChange = Partial<Pick<CommitmentRow, "state" | "finding" | "found_on" | "correct_by" | "found_by">>;

/** @throws AppError `record.changed` when somebody else changed it since the caller looked. */
export async function updateCommitment(tx: Tx, row: CommitmentRow, change: CommitmentChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("approval_commitment")
    .set({ ...change, version: row.version + 1 })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

export const subjectOfCommitment = ({ row, of }: CommitmentWithCase): CommitmentSubject => ({
  caseState: of.state as CaseState,
  departmentId: of.department_id,
  applicantId: of.applicant_id,
  foundBy: row.found_by,
});

/** As the table of moves looks at it; `correctBy` is that of the command, or the one that was set. */
export async function courseOfCommitment(
  tx: Tx,
  { row, of }: CommitmentWithCase,
  { on, correctBy }: { readonly on: LocalDate; readonly correctBy?: LocalDate | undefined },
): Promise<CommitmentCourse> {
  const result = await tx
    .selectFrom("approval_result")
    .select("revoked_on")
    .where("zone_id", "=", of.zone_id)
    .where("case_id", "=", of.id)
    .executeTakeFirst();
  return {
    state: row.state as CommitmentState,
    correctBy: (correctBy ?? row.correct_by ?? null) as LocalDate | null,
    decision: of.decision as CaseDecision | null,
    revoked: (result?.revoked_on ?? null) !== null,
    on,
  };
}

/** Who promised falsely may not promise again until the credit is repaired; an exclusion that stands already is enough. */
export async function exclude(tx: Tx, { row, of }: CommitmentWithCase, since: LocalDate, because: string): Promise<void> {
  const standing = await tx
    .selectFrom("approval_exclusion")
    .select("id")
    .where("zone_id", "=", of.zone_id)
    .where("repaired_on", "is", null)
    .where((by) =>
      of.enterprise_id === null ? by("enterprise_name", "=", of.enterprise_name) : by("enterprise_id", "=", of.enterprise_id),
    )
    .executeTakeFirst();
  if (standing !== undefined) return;
  await tx
    .insertInto("approval_exclusion")
    .values({
      zone_id: of.zone_id,
      id: v7(),
      enterprise_id: of.enterprise_id,
      enterprise_name: of.enterprise_name,
      uscc: of.uscc,
      commitment_id: row.id,
      since,
      because,
    })
    .execute();
}
