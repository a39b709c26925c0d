import { checkPackage } from "#domains/approvals/rules/check-package.ts";
import { definitionPolicy } from "#domains/approvals/rules/matter-policy.ts";
import { findDepartments } from "#domains/approvals/server/case-store.ts";
import { latestOf } from "#domains/approvals/server/list-matters.ts";
import { listMatterVersions } from "#domains/approvals/server/matter-store.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { definitionsOn, listDefinitions } from "#domains/approvals/server/package-store.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { isRepeated, requireEffective, sentencesOf } from "#domains/approvals/server/set-matter.ts";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";

export const listPackageDefinitions: PackageHandlers["listPackageDefinitions"] = async (_, { tx, today }) => ({
  items: [...(await definitionsOn(tx, today))],
});

/** Appends a version of a package; its children are matters that are in force when it begins. */
export const setPackageDefinition: PackageHandlers["setPackageDefinition"] = async ({ definition, effectiveOn, reason }, context) => {
  const { tx, today, actor } = context;
  const before = (await listDefinitions(tx, definition.code)).at(-1);
  requireEffective(effectiveOn, today);
  const inForce = latestOf(await listMatterVersions(tx), effectiveOn);
  const problems = checkPackage(definition, new Map(inForce.map(({ code, matter }) => [code, matter])));
  if (problems.length > 0) throw new AppError("approvals.package-refused", "invalid", sentencesOf(problems));
  if (before !== undefined && isRepeated(before, effectiveOn) && canonicalJson(before.definition) === canonicalJson(definition))
    throw new AppError("approvals.package-unchanged", "conflict", { version: before.version });
  const departments = await findDepartments(
    tx,
    inForce.map(({ matter }) => matter.department),
  );
  const children = new Set(definition.children.map(({ matterCode }) => matterCode));
  const departmentIds = inForce.flatMap(({ code, matter }) => (children.has(code) ? [departments.get(matter.department) ?? null] : []));
  requireDecision(definitionPolicy.set(actor, { departmentIds }));
  const version = (before?.version ?? 0) + 1;
  await tx
    .insertInto("approval_package_definition")
    .values({
      zone_id: actor.zoneId,
      code: definition.code,
      version,
      effective_on: effectiveOn,
      content: JSON.stringify(definition),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: `package-definition:${definition.code}`, after: { version, effectiveOn }, detail: { reason } });
  await context.emit("approvals.package-set", { code: definition.code, version, effectiveOn });
  return { code: definition.code, version };
};
