import type { Selectable } from "kysely";
import { v7 } from "uuid";
import type { CaseState } from "#domains/approvals/contract/case.ts";
import type { Piece } from "#domains/approvals/rules/case-course.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { platformActor } from "#kernel/server/background.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

export type CaseTableRow = Selectable<DB["approval_case"]>;
export type CaseChange = Partial<Omit<CaseTableRow, "zone_id" | "id" | "number" | "matter_code" | "matter_version" | "version" | "state">>;

/** @throws AppError `approvals.no-such-case`, also for a case of another enterprise: its number tells nothing. */
export async function getCase(tx: Tx, id: string): Promise<CaseTableRow> {
  const row = await tx
    .selectFrom("approval_case")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("approvals.no-such-case", "not-found");
  return row;
}

/** @throws AppError `record.changed` when somebody else changed it since the caller looked. */
export function requireVersion(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw new AppError("record.changed", "conflict");
}

/** @returns the row as it stands now. @throws AppError `record.changed` */
export async function updateCase(tx: Tx, row: CaseTableRow, change: CaseChange & { readonly state?: CaseState }): Promise<CaseTableRow> {
  const updated = await tx
    .updateTable("approval_case")
    .set({ ...change, form: undefined, ...(change.form === undefined ? {} : { form: JSON.stringify(change.form) }) })
    .set({ version: row.version + 1, changed_at: recordedAt(tx) })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .returningAll()
    .executeTakeFirst();
  if (updated === undefined) throw new AppError("record.changed", "conflict");
  return updated;
}

export type NewStep = {
  readonly move: string;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly on: LocalDate;
  readonly note?: string | null | undefined;
  /** The rule by which the platform takes the step by itself; the step is then the platform's, whoever started the clocks. */
  readonly automatic?: string | null | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
};

/** @returns the ordinal of the step. */
export async function appendStep(tx: Tx, row: CaseTableRow, step: NewStep): Promise<number> {
  const by = authorOf(tx, step.automatic);
  const { last } = await tx
    .selectFrom("approval_step")
    .select((of) => of.fn.max("ordinal").as("last"))
    .where("zone_id", "=", row.zone_id)
    .where("case_id", "=", row.id)
    .executeTakeFirstOrThrow();
  const ordinal = (last ?? 0) + 1;
  await tx
    .insertInto("approval_step")
    .values({
      zone_id: row.zone_id,
      case_id: row.id,
      ordinal,
      enterprise_id: row.enterprise_id,
      move: step.move,
      from_state: step.from,
      to_state: step.to,
      happened_on: step.on,
      note: step.note?.trim() ? step.note : null,
      automatic: step.automatic ?? null,
      detail: JSON.stringify(step.detail ?? {}),
      by: by.id,
      by_name: by.name,
    })
    .execute();
  return ordinal;
}

/** Who a step belongs to: the platform where a rule took it. */
export function authorOf(tx: Tx, automatic: string | null | undefined): Pick<Actor, "id" | "name"> {
  const actor = actorOf(tx);
  return automatic ? platformActor(actor.zoneId) : actor;
}

export type NewPiece = {
  readonly key: string;
  readonly how: Piece["how"];
  readonly on: LocalDate;
  readonly file?: { readonly hash: string; readonly name: string } | undefined;
  readonly reusedNumber?: string | undefined;
  readonly note?: string | undefined;
};

/** @returns the id of the piece. */
export async function keepPiece(
  tx: Tx,
  of: { readonly caseId: string } | { readonly packageId: string },
  enterpriseId: string | null,
  piece: NewPiece,
): Promise<string> {
  const actor = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("approval_piece")
    .values({
      zone_id: actor.zoneId,
      id,
      case_id: "caseId" in of ? of.caseId : null,
      package_id: "packageId" in of ? of.packageId : null,
      enterprise_id: enterpriseId,
      material_key: piece.key,
      how: piece.how,
      file_hash: piece.file?.hash ?? null,
      file_name: piece.file?.name ?? null,
      reused_number: piece.reusedNumber ?? null,
      note: piece.note ?? "",
      provided_on: piece.on,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  return id;
}

/** Departments of the zone by name: matters name them so. */
export async function findDepartments(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx
    .selectFrom("department")
    .select(["id", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("name", "in", [...new Set(names)])
    .execute();
  return new Map(rows.map((row) => [row.name, row.id]));
}
