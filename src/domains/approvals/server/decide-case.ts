import type { MatterResult } from "#domains/approvals/contract/matter.ts";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { earliestResult } from "#domains/approvals/rules/earliest-result.ts";
import { validUntil } from "#domains/approvals/rules/valid-until.ts";
import { type CaseTableRow, getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { keepMaterial } from "#domains/approvals/server/keep-material.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export const decideCase: CaseHandlers["decideCase"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.decide(actor, subjectOf(row)));
  const datedOn = input.datedOn ?? today;
  if (datedOn > today) throw new AppError("approvals.date-in-future", "invalid", { date: datedOn, today });
  const course = await getCourse(tx, row);
  const { matter } = course;
  const earliest = earliestResult(course);
  if (datedOn < earliest) throw new AppError("approvals.result-too-early", "invalid", { date: datedOn, earliest });
  const decided = await moveCase(tx, row, "decide", {
    on: today,
    note: input.reason,
    detail: { decision: input.decision },
    change: { decision: input.decision },
  });
  const [file] = context.files;
  const kept = file === undefined ? undefined : await keepMaterial(context, file);
  if (input.decision === "granted" && matter.result !== null)
    await keepResult(tx, decided, matter.result, {
      number: input.resultNumber?.trim() ?? "",
      datedOn,
      file: kept && file ? { hash: kept.hash, name: file.name } : null,
    });
  context.journal({
    subject: `case:${row.id}`,
    before: { state: row.state },
    after: { state: "DECIDED", decision: input.decision, resultNumber: input.resultNumber ?? null, file: kept?.hash ?? null },
    detail: { reason: input.reason },
  });
  return viewCase(tx, row.id, today);
};

export type NewResult = {
  readonly number: string;
  readonly datedOn: LocalDate;
  /** From when its validity runs, where that is not the day of the document: a renewal runs on from the expiry. */
  readonly validFrom?: LocalDate;
  readonly file: { readonly hash: string; readonly name: string } | null;
};

/** The document that a granted decision brings. @throws AppError `approvals.result-number`, `approvals.result-number-taken` */
export async function keepResult(
  tx: Tx,
  row: CaseTableRow,
  result: MatterResult,
  { number, datedOn, validFrom = datedOn, file }: NewResult,
): Promise<void> {
  if (number === "") throw new AppError("approvals.result-number", "invalid");
  const taken = await tx
    .selectFrom("approval_result")
    .select("case_id")
    .where("zone_id", "=", row.zone_id)
    .where("matter_code", "=", row.matter_code)
    .where("number", "=", number)
    .executeTakeFirst();
  if (taken !== undefined) throw new AppError("approvals.result-number-taken", "conflict", { number });
  await tx
    .insertInto("approval_result")
    .values({
      zone_id: row.zone_id,
      case_id: row.id,
      enterprise_id: row.enterprise_id,
      matter_code: row.matter_code,
      number,
      name_zh: result.name.zh,
      name_en: result.name.en,
      dated_on: datedOn,
      valid_until: result.validMonths === null ? null : validUntil(validFrom, result.validMonths),
      file_hash: file?.hash ?? null,
      file_name: file?.name ?? null,
    })
    .execute();
}
