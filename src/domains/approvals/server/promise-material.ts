import type { MatterMaterial } from "#domains/approvals/contract/matter.ts";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { type CaseTableRow, getCase, keepPiece, updateCase } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { materialOf } from "#domains/approvals/server/provide-material.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";

/** In place of a paper, before acceptance: a written promise (告知承诺), or bringing it later (容缺). */
export const promiseMaterial: CaseHandlers["promiseMaterial"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireDecision(casePolicy.provide(context.actor, await subjectFor(tx, row, today)));
  if (row.accepted_on !== null) throw new AppError("approvals.promise-late", "conflict");
  const course = await getCourse(tx, row);
  const material = materialOf(course, input.key);
  if (input.how === "commitment") await requireCommitment(tx, row, course, material);
  else if (!material.deferrable) throw new AppError("approvals.not-deferrable", "conflict", { name: material.name.zh });
  const piece = await keepPiece(tx, { caseId: row.id }, row.enterprise_id, { key: input.key, how: input.how, on: today, note: input.text });
  await updateCase(tx, row, {});
  context.journal({ subject: `case:${row.id}`, after: { material: input.key, piece, promised: input.how }, detail: { text: input.text } });
  return viewCase(tx, row.id, today);
};

/** handbook §5, [S22]: none in matters of high risk, and none from whoever promised falsely before its credit is repaired. */
async function requireCommitment(tx: Tx, row: CaseTableRow, { matter }: CaseCourse, material: MatterMaterial): Promise<void> {
  if (matter.highRisk) throw new AppError("approvals.high-risk", "conflict", { name: material.name.zh });
  if (!material.byCommitment) throw new AppError("approvals.not-by-commitment", "conflict", { name: material.name.zh });
  await requireCredit(tx, row);
}

/** @throws AppError `approvals.excluded` while a false promise of this applicant stands against it. */
export async function requireCredit(tx: Tx, row: CaseTableRow): Promise<void> {
  const excluded = await tx
    .selectFrom("approval_exclusion")
    .select("since")
    .where("zone_id", "=", row.zone_id)
    .where("repaired_on", "is", null)
    .where((of) =>
      of.or([
        of("enterprise_name", "=", row.enterprise_name),
        ...(row.enterprise_id === null ? [] : [of("enterprise_id", "=", row.enterprise_id)]),
        ...(row.uscc === null ? [] : [of("uscc", "=", row.uscc)]),
      ]),
    )
    .executeTakeFirst();
  if (excluded !== undefined) throw new AppError("approvals.excluded", "conflict", { since: excluded.since });
}
