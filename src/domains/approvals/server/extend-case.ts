import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { readCaseClock } from "#domains/approvals/rules/case-clock.ts";
import { getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { noteStep } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";

/** More time once, by the head, with a reason that the applicant is told (行政许可法第四十二条), and while the limit still runs. */
export const extendCase: CaseHandlers["extendCase"] = async (input, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, input.id);
  requireVersion(row, input.version);
  requireDecision(casePolicy.extend(actor, subjectOf(row)));
  const course = await getCourse(tx, row);
  const { extension } = course.matter;
  if (extension === null) throw new AppError("approvals.no-extension", "conflict");
  if (course.extension !== null) throw new AppError("approvals.extended-already", "conflict");
  const before = readCaseClock(course, await loadCalendar(tx), today);
  if (before?.late === true) throw new AppError("approvals.extension-late", "conflict", { due: before.legal.day });
  const extended = await noteStep(tx, row, "extend", {
    on: today,
    note: input.reason,
    detail: { length: extension.length, source: extension.source },
    brings: () => ({ extension: { length: extension.length, grantedOn: today } }),
  });
  await tx
    .insertInto("approval_extension")
    .values({
      zone_id: row.zone_id,
      case_id: row.id,
      length: extension.length,
      granted_on: today,
      reason: input.reason,
      source: extension.source,
      enterprise_id: row.enterprise_id,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: `case:${row.id}`,
    before: { legalDueOn: row.legal_due_on },
    after: { legalDueOn: extended.legal_due_on, workdays: extension.length },
    detail: { reason: input.reason },
  });
  return viewCase(tx, row.id, today);
};
