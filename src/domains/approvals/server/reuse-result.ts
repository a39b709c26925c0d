import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { type CaseTableRow, getCase, keepPiece, updateCase } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { materialOf } from "#domains/approvals/server/provide-material.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** What the zone has issued itself is looked up, not asked for again. */
export const reuseResult: CaseHandlers["reuseResult"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  requireDecision(casePolicy.provide(context.actor, await subjectFor(tx, row, today)));
  const material = materialOf(await getCourse(tx, row), input.key);
  if (material.resultOf === undefined) throw new AppError("approvals.not-reusable", "conflict", { name: material.name.zh });
  if (!(await hasResult(tx, row, { matterCode: material.resultOf, number: input.resultNumber, today })))
    throw new AppError("approvals.no-such-result", "not-found", { number: input.resultNumber, name: material.name.zh });
  const piece = await keepPiece(tx, { caseId: row.id }, row.enterprise_id, {
    key: input.key,
    how: "reused",
    on: today,
    reusedNumber: input.resultNumber,
  });
  await updateCase(tx, row, {});
  context.journal({ subject: `case:${row.id}`, after: { material: input.key, piece, reused: input.resultNumber } });
  return viewCase(tx, row.id, today);
};

/** A result of this applicant that was delivered, is still valid and was not revoked. */
async function hasResult(
  tx: Tx,
  row: CaseTableRow,
  wanted: { readonly matterCode: string; readonly number: string; readonly today: LocalDate },
): Promise<boolean> {
  const found = await tx
    .selectFrom("approval_result as result")
    .innerJoin("approval_case as source", (join) =>
      join.onRef("source.zone_id", "=", "result.zone_id").onRef("source.id", "=", "result.case_id"),
    )
    .select(["source.enterprise_id", "source.enterprise_name"])
    .where("result.zone_id", "=", row.zone_id)
    .where("result.number", "=", wanted.number)
    .where("result.matter_code", "=", wanted.matterCode)
    .where("result.delivered_on", "is not", null)
    .where("result.revoked_on", "is", null)
    .where((of) => of.or([of("result.valid_until", "is", null), of("result.valid_until", ">=", wanted.today)]))
    .execute();
  return found.some((source) =>
    row.enterprise_id !== null && source.enterprise_id !== null
      ? source.enterprise_id === row.enterprise_id
      : source.enterprise_name === row.enterprise_name,
  );
}
