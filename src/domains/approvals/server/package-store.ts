import type { Selectable } from "kysely";
import { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type PackageTableRow = Selectable<DB["approval_package"]>;
export type CompensationRow = Selectable<DB["approval_compensation"]>;
export type DefinitionVersion = {
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly definition: PackageDefinition;
};

/** @throws AppError `approvals.no-such-package` */
export async function getPackage(tx: Tx, id: string): Promise<PackageTableRow> {
  const row = await tx
    .selectFrom("approval_package")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("approvals.no-such-package", "not-found");
  return row;
}

/** The row held until the end of the transaction: children that end in the same moment follow one another. */
export const lockPackage = (tx: Tx, id: string): Promise<PackageTableRow | undefined> =>
  tx
    .selectFrom("approval_package")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();

type PackageChange = Partial<Pick<PackageTableRow, "state" | "submitted_on" | "finished_on" | "access_hash">>;

/** @throws AppError `record.changed` when somebody else changed it since the caller looked. */
export async function updatePackage(tx: Tx, row: PackageTableRow, change: PackageChange): Promise<PackageTableRow> {
  const updated = await tx
    .updateTable("approval_package")
    .set({ ...change, version: row.version + 1 })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new AppError("record.changed", "conflict");
  return updated;
}

/** Every version of one package, or of all, in order. */
export async function listDefinitions(tx: Tx, code?: string): Promise<readonly DefinitionVersion[]> {
  let query = tx.selectFrom("approval_package_definition").select(["version", "effective_on", "content"]);
  query = query.where("zone_id", "=", actorOf(tx).zoneId);
  if (code !== undefined) query = query.where("code", "=", code);
  const rows = await query.orderBy("code").orderBy("version").execute();
  return rows.map((row) => ({
    version: row.version,
    effectiveOn: row.effective_on as LocalDate,
    definition: PackageDefinition.parse(row.content),
  }));
}

/** Of each package the version in force on a day: the newest of those that have begun. */
export async function definitionsOn(tx: Tx, day: LocalDate): Promise<readonly DefinitionVersion[]> {
  const found = new Map<string, DefinitionVersion>();
  for (const one of await listDefinitions(tx)) {
    const known = found.get(one.definition.code);
    if (one.effectiveOn <= day && (known === undefined || known.version < one.version)) found.set(one.definition.code, one);
  }
  return [...found.values()];
}

/** The version that an application stays on. */
export async function definitionOf(tx: Tx, row: Pick<PackageTableRow, "code" | "definition_version">): Promise<PackageDefinition> {
  const found = (await listDefinitions(tx, row.code)).find(({ version }) => version === row.definition_version);
  if (found === undefined) throw new Error(`package ${row.code} has no version ${row.definition_version}`);
  return found.definition;
}

export const listCompensations = (tx: Tx, packageId: string): Promise<CompensationRow[]> =>
  tx
    .selectFrom("approval_compensation")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("package_id", "=", packageId)
    .orderBy("id")
    .execute();
