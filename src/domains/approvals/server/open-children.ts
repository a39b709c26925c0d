import type { z } from "zod";
import type { Matter } from "#domains/approvals/contract/matter.ts";
import type { PackageChild } from "#domains/approvals/contract/package-operations.ts";
import type { Answers } from "#domains/approvals/rules/case-course.ts";
import { childrenToOpen } from "#domains/approvals/rules/package-course.ts";
import { type CaseTableRow, keepPiece } from "#domains/approvals/server/case-store.ts";
import type { LoadedPackage } from "#domains/approvals/server/load-package.ts";
import { matterOn } from "#domains/approvals/server/matter-store.ts";
import { moveCase } from "#domains/approvals/server/move-case.ts";
import { openNewCase } from "#domains/approvals/server/open-new-case.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Child = z.infer<typeof PackageChild>;
type Opening = { readonly on: LocalDate; readonly automatic: string | null };

/** Opens every child whose turn it is, as a real case with the package's answers and papers, and submits it. @returns how many. */
export async function openChildren(tx: Tx, loaded: LoadedPackage, opening: Opening): Promise<number> {
  const due = childrenToOpen(loaded.definition.children, loaded.children);
  for (const code of due) {
    const child = loaded.definition.children.find(({ matterCode }) => matterCode === code);
    if (child !== undefined) await openChild(tx, loaded, child, opening);
  }
  return due.length;
}

async function openChild(tx: Tx, loaded: LoadedPackage, child: Child, { on, automatic }: Opening): Promise<void> {
  const { row } = loaded;
  const { matter } = await matterOn(tx, child.matterCode, on);
  const { row: opened } = await openNewCase(
    tx,
    {
      matterCode: child.matterCode,
      title: `${row.title}：${matter.name.zh}`.slice(0, 160),
      ...(row.project_id === null ? {} : { projectId: row.project_id }),
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      form: mappedForm(child, matter, row.form as Answers),
      packageId: row.id,
      onBehalf: {
        applicant: { enterpriseId: row.enterprise_id, name: row.enterprise_name, uscc: row.uscc },
        applicantId: row.applicant_id,
        automatic,
      },
    },
    on,
  );
  await sharePapers(tx, loaded, child, matter, opened, on);
  await moveCase(tx, opened, "submit", { on, ...(automatic === null ? {} : { automatic }) });
}

/** The child's fields from the package's; what the child's form no longer has is left out. */
const mappedForm = ({ fields }: Child, { form }: Matter, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, from]) => {
      const answer = answers[from];
      return answer === undefined || !form.some(({ key }) => key === field) ? [] : [[field, answer]];
    }),
  );

/** A shared paper is the same file in every child: referenced, not sent again. The result of a sister stands for its own material. */
async function sharePapers(
  tx: Tx,
  { row, pieces, cases }: LoadedPackage,
  child: Child,
  { materials }: Matter,
  opened: CaseTableRow,
  on: LocalDate,
): Promise<void> {
  for (const { key, resultOf } of materials) {
    const shared = pieces.get(child.materials[key] ?? "");
    const sister = resultOf === undefined ? undefined : cases.find(({ matter_code }) => matter_code === resultOf);
    const result = sister === undefined ? undefined : await resultNumber(tx, sister);
    if (shared?.file_hash != null)
      await keepPiece(tx, { caseId: opened.id }, row.enterprise_id, {
        key,
        how: "provided",
        on,
        file: { hash: shared.file_hash, name: shared.file_name ?? key },
        note: row.number,
      });
    else if (result !== undefined)
      await keepPiece(tx, { caseId: opened.id }, row.enterprise_id, { key, how: "reused", on, reusedNumber: result, note: row.number });
  }
}

async function resultNumber(tx: Tx, { id }: CaseTableRow): Promise<string | undefined> {
  const found = await tx
    .selectFrom("approval_result")
    .select("number")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("case_id", "=", id)
    .where("revoked_on", "is", null)
    .executeTakeFirst();
  return found?.number;
}
