import { v7 } from "uuid";
import type { z } from "zod";
import type { CaseDraft } from "#domains/approvals/contract/case-operations.ts";
import { digestOfCode, newAccessCode } from "#domains/approvals/server/access-code.ts";
import { appendStep, type CaseTableRow, findDepartments } from "#domains/approvals/server/case-store.ts";
import { type Applicant, findApplicant } from "#domains/approvals/server/find-applicant.ts";
import { keepStatus } from "#domains/approvals/server/keep-status.ts";
import { courseOf } from "#domains/approvals/server/load-courses.ts";
import { matterOn } from "#domains/approvals/server/matter-store.ts";
import { nextNumber } from "#domains/approvals/server/next-number.ts";
import { requireAnswers } from "#domains/approvals/server/require-answers.ts";
import { requireProject } from "#domains/approvals/server/require-project.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type NewCase = Omit<z.output<typeof CaseDraft>, "contactName" | "contactPhone" | "form"> &
  Partial<Pick<z.output<typeof CaseDraft>, "contactName" | "contactPhone" | "form">> & {
    readonly packageId?: string | undefined;
    readonly onBehalf?: OnBehalf | undefined;
  };

/** A child of a package belongs to whoever filed the package, whoever or whatever rule opens it. */
export type OnBehalf = { readonly applicant: Applicant; readonly applicantId: string; readonly automatic: string | null };

/**
 * Writes a draft on the version of its matter that is in force today. Used by the form, the counter and the packages.
 * @returns its row, and the code for the public status page, which is not kept.
 * @throws AppError `approvals.no-such-matter`, `approvals.uscc`, `approvals.other-enterprise`, `approvals.no-such-project` …
 */
export async function openNewCase(
  tx: Tx,
  draft: NewCase,
  today: LocalDate,
): Promise<{ readonly row: CaseTableRow; readonly accessCode: string }> {
  const actor = actorOf(tx);
  const { matter, version } = await matterOn(tx, draft.matterCode, today);
  const form = draft.form ?? {};
  requireAnswers(matter.form, form);
  const { onBehalf } = draft;
  const applicant = onBehalf?.applicant ?? (await findApplicant(tx, draft));
  const projectId = onBehalf === undefined ? await requireProject(tx, draft.projectId) : (draft.projectId ?? null);
  const departments = await findDepartments(tx, [matter.department]);
  const number = await nextNumber(tx, "BJ", today);
  const accessCode = newAccessCode();
  const row = await tx
    .insertInto("approval_case")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      number,
      matter_code: matter.code,
      matter_version: version,
      department_id: departments.get(matter.department) ?? null,
      enterprise_id: applicant.enterpriseId,
      enterprise_name: applicant.name,
      uscc: applicant.uscc,
      project_id: projectId,
      package_id: draft.packageId ?? null,
      title: draft.title,
      contact_name: draft.contactName ?? "",
      contact_phone: draft.contactPhone ?? "",
      form: JSON.stringify(form),
      access_hash: digestOfCode(actor.zoneId, number, accessCode),
      applicant_id: onBehalf?.applicantId ?? actor.id,
      drafted_on: today,
      waits_for: "applicant",
      waits_since: today,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const ordinal = await appendStep(tx, row, { move: "draft", from: null, to: "DRAFT", on: today, automatic: onBehalf?.automatic });
  const steps = [{ move: "draft", from: null, to: "DRAFT" as const, on: today, automatic: onBehalf?.automatic ?? null }];
  const calendar = await loadCalendar(tx);
  const course = courseOf(row, matter, {
    steps,
    pieces: [],
    pauses: [],
    extension: null,
    supplement: null,
    reviews: [],
    deferrals: [],
    commitments: [],
  });
  await keepStatus(tx, row, course, { ordinal, calendar, asOf: today });
  return { row, accessCode };
}
