import { sql } from "kysely";
import type { CaseState } from "#domains/approvals/contract/case.ts";
import type { MatterVersion } from "#domains/approvals/contract/matter.ts";
import { listMatterVersions } from "#domains/approvals/server/matter-store.ts";
import type { MatterHandlers } from "#domains/approvals/server/set-matter.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const listMatters: MatterHandlers["listMatters"] = async ({ stage, asOf, q }, { tx, today, actor }) => {
  const inForce = latestOf(await listMatterVersions(tx), asOf ?? today);
  const open = actor.permissions.has("approvals.read") ? await openCasesByMatter(tx) : undefined;
  const asked = q?.toLowerCase() ?? "";
  const found = inForce.filter(
    ({ matter }) =>
      (stage === undefined || matter.stage === stage) &&
      (asked === "" ||
        [matter.name.zh, matter.name.en, matter.code, matter.authority].some((words) => words.toLowerCase().includes(asked))),
  );
  return {
    items: found.map(({ matter, version, effectiveOn }) => ({
      code: matter.code,
      version,
      effectiveOn,
      name: matter.name,
      stage: matter.stage,
      kind: matter.kind,
      authority: matter.authority,
      department: matter.department,
      legal: { length: matter.legal.length, unit: matter.legal.unit },
      promised: matter.promised === null ? null : { length: matter.promised.length, unit: matter.promised.unit },
      materials: matter.materials.length,
      deferrable: matter.materials.filter(({ deferrable }) => deferrable).length,
      byCommitment: matter.materials.filter(({ byCommitment }) => byCommitment).length,
      openCases: open === undefined ? null : (open.get(matter.code) ?? 0),
    })),
  };
};

/** The version in force on a day with the whole history, past and to come; before the first takes effect, the first. */
export const openMatter: MatterHandlers["openMatter"] = async ({ code, asOf }, { tx, today }) => {
  const day = asOf ?? today;
  const versions = await listMatterVersions(tx, code);
  const current = latestOf(versions, day)[0] ?? versions[0];
  if (current === undefined) throw new AppError("approvals.no-such-matter", "not-found", { code, day });
  return { current, versions: [...versions] };
};

/** Of each matter the version in force on a day, in the order of their codes within their stages. */
export function latestOf(versions: readonly MatterVersion[], day: LocalDate): readonly MatterVersion[] {
  const found = new Map<string, MatterVersion>();
  for (const version of versions) {
    const known = found.get(version.code);
    if (version.effectiveOn <= day && (known === undefined || known.version < version.version)) found.set(version.code, version);
  }
  return [...found.values()];
}

const OPEN: readonly CaseState[] = ["SUBMITTED", "SUPPLEMENT", "ACCEPTED", "REVIEWING", "SUSPENDED", "DECIDED"];

async function openCasesByMatter(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("approval_case")
    .select(["matter_code", sql<number>`count(*)::int`.as("cases")])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "in", [...OPEN])
    .groupBy("matter_code")
    .execute();
  return new Map(rows.map((row) => [row.matter_code, row.cases]));
}
