import type { Matter, MatterVersion } from "#domains/approvals/contract/matter.ts";
import type { matterOperations } from "#domains/approvals/contract/matter-operations.ts";
import { checkMatter, type MatterFinding, type MatterSurroundings } from "#domains/approvals/rules/check-matter.ts";
import { matterPolicy } from "#domains/approvals/rules/matter-policy.ts";
import { listMatterVersions } from "#domains/approvals/server/matter-store.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { canonicalJson } from "#kernel/canonical-json.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type MatterHandlers = HandlersOf<typeof matterOperations, OperationContext>;

export const setMatter: MatterHandlers["setMatter"] = async ({ matter, effectiveOn, reason }, context) => {
  const surroundings = await loadSurroundings(context.tx);
  const { version, warnings } = await addMatterVersion(context.tx, { matter, effectiveOn, reason, today: context.today, surroundings });
  context.journal({
    subject: `matter:${matter.code}`,
    after: { version: version.version, effectiveOn, warnings: warnings.map(({ code }) => code) },
    detail: { reason },
  });
  await context.emit("approvals.matter-set", { code: matter.code, version: version.version, effectiveOn });
  return version;
};

export type Surroundings = MatterSurroundings & {
  readonly versions: Map<string, readonly MatterVersion[]>;
  readonly departmentIds: ReadonlyMap<string, string>;
};

/** What the zone has already: matters with all their versions, and its departments. */
export async function loadSurroundings(tx: Tx): Promise<Surroundings> {
  const versions = new Map<string, readonly MatterVersion[]>();
  for (const version of await listMatterVersions(tx)) versions.set(version.code, [...(versions.get(version.code) ?? []), version]);
  const departments = await tx.selectFrom("department").select(["id", "name"]).where("zone_id", "=", actorOf(tx).zoneId).execute();
  return {
    versions,
    matters: new Map([...versions].map(([code, list]) => [code, { hasResult: (list.at(-1)?.matter.result ?? null) !== null }])),
    departments: new Set(departments.map(({ name }) => name)),
    departmentIds: new Map(departments.map(({ id, name }) => [name, id])),
  };
}

export type NewMatterVersion = {
  readonly matter: Matter;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
  readonly today: LocalDate;
  readonly surroundings: Surroundings;
};

/**
 * Appends a version; the ones before stay as they are, and their cases on them.
 * @throws AppError `approvals.matter-refused`, `approvals.effective-in-past`, `approvals.refused.other-departments-matter`, `approvals.matter-unchanged`
 */
export async function addMatterVersion(
  tx: Tx,
  { matter, effectiveOn, reason, today, surroundings }: NewMatterVersion,
): Promise<{ readonly version: MatterVersion; readonly warnings: readonly MatterFinding[] }> {
  const actor = actorOf(tx);
  const before = surroundings.versions.get(matter.code)?.at(-1);
  const department = (before?.matter ?? matter).department;
  requireDecision(matterPolicy.set(actor, { departmentId: surroundings.departmentIds.get(department) ?? null }));
  requireEffective(effectiveOn, today);
  const { problems, warnings } = checkMatter(matter, surroundings);
  if (problems.length > 0) throw new AppError("approvals.matter-refused", "invalid", sentencesOf(problems));
  if (before !== undefined && isRepeated(before, effectiveOn) && canonicalJson(before.matter) === canonicalJson(matter))
    throw new AppError("approvals.matter-unchanged", "conflict", { version: before.version });
  const version: MatterVersion = {
    code: matter.code,
    version: (before?.version ?? 0) + 1,
    effectiveOn,
    matter,
    reason,
    changedOn: today,
    changedBy: actor.name,
  };
  await tx
    .insertInto("approval_matter")
    .values({
      zone_id: actor.zoneId,
      code: matter.code,
      version: version.version,
      effective_on: effectiveOn,
      content: JSON.stringify(matter),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  surroundings.versions.set(matter.code, [...(surroundings.versions.get(matter.code) ?? []), version]);
  return { version, warnings };
}

/** When it would begin the newest version is in force already: with the same content it would change nothing. */
export const isRepeated = (before: { readonly effectiveOn: LocalDate }, effectiveOn: LocalDate): boolean =>
  before.effectiveOn <= effectiveOn;

/** Today or later: what was in force on a past day never changes. */
export function requireEffective(effectiveOn: LocalDate, today: LocalDate): void {
  if (effectiveOn < today) throw new AppError("approvals.effective-in-past", "invalid", { date: effectiveOn, today });
}

/** Findings as the parameters of a refusal: its Chinese sentence takes the one, its English the other. */
export const sentencesOf = (findings: readonly MatterFinding[]): { readonly problems: string; readonly problemsEn: string } => ({
  problems: findings.map(({ text }) => text.zh).join(""),
  problemsEn: findings.map(({ text }) => text.en).join(" "),
});
