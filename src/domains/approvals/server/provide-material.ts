import type { MatterMaterial } from "#domains/approvals/contract/matter.ts";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { type CaseTableRow, getCase, keepPiece, updateCase } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { keepMaterial } from "#domains/approvals/server/keep-material.ts";
import { getCourse } from "#domains/approvals/server/load-courses.ts";
import { noteStep } from "#domains/approvals/server/move-case.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** @throws AppError `approvals.no-such-material` */
export function materialOf({ matter }: Pick<CaseCourse, "matter">, key: string): MatterMaterial {
  const material = matter.materials.find((one) => one.key === key);
  if (material === undefined) throw new AppError("approvals.no-such-material", "not-found", { key });
  return material;
}

export const provideMaterial: CaseHandlers["provideMaterial"] = async (input, context) => {
  const { tx, today } = context;
  const row = await getCase(tx, input.id);
  const course = await getCourse(tx, row);
  const owed = course.deferrals.some(({ key, state }) => key === input.key && state === "OPEN");
  requireDecision(casePolicy[owed ? "supply" : "provide"](context.actor, await subjectFor(tx, row, today)));
  materialOf(course, input.key);
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const kept = await keepMaterial(context, file);
  const piece = await keepPiece(tx, { caseId: row.id }, row.enterprise_id, {
    key: input.key,
    how: "provided",
    on: today,
    file: { hash: kept.hash, name: file.name },
    note: input.note,
  });
  if (owed) await supplyDeferred(tx, row, input.key, today);
  else await updateCase(tx, row, {});
  context.journal({ subject: `case:${row.id}`, after: { material: input.key, piece, file: kept.hash } });
  return viewCase(tx, row.id, today);
};

/** A deferred material has come: its deferral is closed, and the history says so. */
export async function supplyDeferred(tx: Tx, row: CaseTableRow, key: string, on: LocalDate): Promise<CaseTableRow> {
  const updated = await noteStep(tx, row, "supplyDeferred", {
    on,
    detail: { material: key },
    brings: ({ deferrals }) => ({
      deferrals: deferrals.map((deferral) => (deferral.key === key ? { ...deferral, state: "SUPPLIED" as const } : deferral)),
    }),
  });
  await tx
    .updateTable("approval_deferral")
    .set({ state: "SUPPLIED", supplied_on: on })
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .where("material_key", "=", key)
    .where("state", "=", "OPEN")
    .execute();
  return updated;
}
