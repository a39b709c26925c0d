import { v7 } from "uuid";
import { packagePolicy } from "#domains/approvals/rules/package-policy.ts";
import { digestOfCode, newAccessCode } from "#domains/approvals/server/access-code.ts";
import { keepPiece, requireVersion } from "#domains/approvals/server/case-store.ts";
import { findApplicant } from "#domains/approvals/server/find-applicant.ts";
import { keepMaterial } from "#domains/approvals/server/keep-material.ts";
import { nextNumber } from "#domains/approvals/server/next-number.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { keepPackageStatus } from "#domains/approvals/server/package-status.ts";
import { definitionOf, definitionsOn, getPackage, updatePackage } from "#domains/approvals/server/package-store.ts";
import { requireAnswers } from "#domains/approvals/server/require-answers.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { requireProject } from "#domains/approvals/server/require-project.ts";
import { subjectOfPackage, viewPackage } from "#domains/approvals/server/view-package.ts";
import { AppError } from "#kernel/app-error.ts";

export const draftPackage: PackageHandlers["draftPackage"] = async (draft, context) => {
  const { tx, today, actor } = context;
  const found = (await definitionsOn(tx, today)).find(({ definition }) => definition.code === draft.code);
  if (found === undefined) throw new AppError("approvals.no-such-package-code", "not-found", { code: draft.code, day: today });
  requireAnswers(found.definition.form, draft.form);
  const applicant = await findApplicant(tx, draft);
  const projectId = await requireProject(tx, draft.projectId);
  const number = await nextNumber(tx, "YJS", today);
  const accessCode = newAccessCode();
  const row = await tx
    .insertInto("approval_package")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      number,
      code: draft.code,
      definition_version: found.version,
      enterprise_id: applicant.enterpriseId,
      enterprise_name: applicant.name,
      uscc: applicant.uscc,
      project_id: projectId,
      title: draft.title,
      contact_name: draft.contactName,
      contact_phone: draft.contactPhone,
      form: JSON.stringify(draft.form),
      access_hash: digestOfCode(actor.zoneId, number, accessCode),
      applicant_id: actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await keepPackageStatus(tx, row, today);
  context.journal({
    subject: `package:${row.id}`,
    after: { number, code: draft.code, version: found.version, enterprise: applicant.name, title: draft.title },
    personal: { contactName: draft.contactName, contactPhone: draft.contactPhone },
  });
  return { package: await viewPackage(tx, row.id, today), accessCode };
};

export const providePackageMaterial: PackageHandlers["providePackageMaterial"] = async ({ id, key }, context) => {
  const { tx, today, actor } = context;
  const row = await getPackage(tx, id);
  requireDecision(packagePolicy.provide(actor, subjectOfPackage(row)));
  const definition = await definitionOf(tx, row);
  if (!definition.materials.some((material) => material.key === key))
    throw new AppError("approvals.no-such-shared-material", "not-found", { key });
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const kept = await keepMaterial(context, file);
  const piece = await keepPiece(tx, { packageId: row.id }, row.enterprise_id, {
    key,
    how: "provided",
    on: today,
    file: { hash: kept.hash, name: file.name },
  });
  await updatePackage(tx, row, {});
  context.journal({ subject: `package:${row.id}`, after: { material: key, piece, file: kept.hash } });
  return viewPackage(tx, row.id, today);
};

/** A draft only: once submitted, its children are withdrawn one by one. */
export const withdrawPackage: PackageHandlers["withdrawPackage"] = async ({ id, version }, context) => {
  const { tx, today, actor } = context;
  const row = await getPackage(tx, id);
  requireVersion(row, version);
  requireDecision(packagePolicy.withdraw(actor, subjectOfPackage(row)));
  const updated = await updatePackage(tx, row, { state: "WITHDRAWN", finished_on: today });
  await keepPackageStatus(tx, updated, today);
  context.journal({ subject: `package:${row.id}`, before: { state: row.state }, after: { state: updated.state } });
  return viewPackage(tx, row.id, today);
};
