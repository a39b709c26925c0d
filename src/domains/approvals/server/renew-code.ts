import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { packagePolicy } from "#domains/approvals/rules/package-policy.ts";
import { digestOfCode, newAccessCode } from "#domains/approvals/server/access-code.ts";
import { getCase, requireVersion } from "#domains/approvals/server/case-store.ts";
import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { noteStep } from "#domains/approvals/server/move-case.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { keepPackageStatus } from "#domains/approvals/server/package-status.ts";
import { getPackage, updatePackage } from "#domains/approvals/server/package-store.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectFor, viewCase } from "#domains/approvals/server/view-case.ts";
import { subjectOfPackage, viewPackage } from "#domains/approvals/server/view-package.ts";

/** Another code in place of one that was lost: with the copy that is written for it the old one opens nothing any more. */
export const renewAccessCode: CaseHandlers["renewAccessCode"] = async ({ id, version }, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, id);
  requireVersion(row, version);
  requireDecision(casePolicy.renewCode(actor, await subjectFor(tx, row, today)));
  const accessCode = newAccessCode();
  await noteStep(tx, row, "renewCode", { on: today, change: { access_hash: digestOfCode(row.zone_id, row.number, accessCode) } });
  context.journal({ subject: `case:${id}`, after: { accessCode: "renewed" } });
  return { case: await viewCase(tx, id, today), accessCode };
};

export const renewPackageCode: PackageHandlers["renewPackageCode"] = async ({ id, version }, context) => {
  const { tx, today, actor } = context;
  const row = await getPackage(tx, id);
  requireVersion(row, version);
  requireDecision(packagePolicy.renewCode(actor, subjectOfPackage(row)));
  const accessCode = newAccessCode();
  const updated = await updatePackage(tx, row, { access_hash: digestOfCode(row.zone_id, row.number, accessCode) });
  await keepPackageStatus(tx, updated, today);
  context.journal({ subject: `package:${id}`, after: { accessCode: "renewed" } });
  return { package: await viewPackage(tx, id, today), accessCode };
};
