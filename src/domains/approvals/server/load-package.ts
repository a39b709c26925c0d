import type { CaseDecision, CaseState } from "#domains/approvals/contract/case.ts";
import type { PackageDefinition } from "#domains/approvals/contract/package-operations.ts";
import type { Answers } from "#domains/approvals/rules/case-course.ts";
import { checkForm } from "#domains/approvals/rules/case-materials.ts";
import { type ChildCase, countChildren, type PackageCourse, type PackageState } from "#domains/approvals/rules/package-course.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { type CompensationRow, definitionOf, listCompensations, type PackageTableRow } from "#domains/approvals/server/package-store.ts";
import { listPieces, type PieceRow } from "#domains/approvals/server/pieces.ts";
import type { Tx } from "#kernel/server/database.ts";

/** A one-thing application with everything that belongs to it. */
export type LoadedPackage = {
  readonly row: PackageTableRow;
  readonly definition: PackageDefinition;
  readonly cases: readonly CaseTableRow[];
  readonly children: readonly ChildCase[];
  /** The newest of each shared material. */
  readonly pieces: ReadonlyMap<string, PieceRow>;
  readonly compensations: readonly CompensationRow[];
};

export async function loadPackage(tx: Tx, row: PackageTableRow): Promise<LoadedPackage> {
  const cases = await tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", row.zone_id)
    .where("package_id", "=", row.id)
    .orderBy("number")
    .execute();
  return {
    row,
    definition: await definitionOf(tx, row),
    cases,
    children: cases.map((one) => ({
      matterCode: one.matter_code,
      state: one.state as CaseState,
      decision: one.decision as CaseDecision | null,
    })),
    pieces: new Map((await listPieces(tx, { packageId: row.id })).map((piece) => [piece.material_key, piece])),
    compensations: await listCompensations(tx, row.id),
  };
}

/** As the table of moves looks at it. */
export function courseOfPackage({ row, definition, children, pieces, compensations }: LoadedPackage): PackageCourse {
  const { running, failed, granted, ahead } = countChildren(definition.children, children);
  return {
    state: row.state as PackageState,
    formMissing: checkForm(definition.form, row.form as Answers, true).map(({ name }) => name),
    materialsMissing: definition.materials.filter(({ key }) => !pieces.has(key)).map(({ name }) => name.zh),
    running,
    failed,
    granted,
    ahead,
    openCompensations: compensations.filter(({ state }) => state === "OPEN").length,
  };
}
