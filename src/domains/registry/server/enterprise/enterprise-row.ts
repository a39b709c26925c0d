import { sql } from "kysely";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";

export type ProfileRow = {
  readonly id: string;
  readonly identifier_kind: string;
  readonly identifier: string;
  readonly name: string;
  readonly name_key: string;
  readonly status: string;
  readonly class_code: string | null;
  readonly other_classes: readonly string[];
  readonly region_code: string | null;
  readonly address: string | null;
  readonly founded_on: string | null;
  readonly capital_yuan: string | null;
  readonly employees: number | null;
  readonly controller: string | null;
  readonly scope: string | null;
  readonly products: readonly string[];
  readonly website: string | null;
  readonly stock_code: string | null;
  readonly revenue_yuan: string | null;
  readonly revenue_year: number | null;
  readonly revenue_growth_pct: string | null;
  readonly prominence: number;
  readonly former_names: readonly string[];
  readonly source_id: string | null;
  readonly as_of: string | null;
  readonly field_sources: Readonly<Record<string, { readonly s: string | null; readonly d: string | null } | undefined>>;
  readonly merged_into: string | null;
  readonly recorded_at: string;
  readonly changed_at: string;
  readonly version: number;
};

const COLUMNS = sql.raw(
  `id, identifier_kind, identifier, name, name_key, status, class_code, other_classes, region_code, address, founded_on, capital_yuan, employees,
  controller, scope, products, website, stock_code, revenue_yuan, revenue_year, revenue_growth_pct, prominence, former_names, source_id, as_of,
  field_sources, merged_into, recorded_at, changed_at, version`,
);

export async function findProfile(tx: Tx, id: string): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`select ${COLUMNS} from enterprise where id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** @throws AppError `registry.no-such-enterprise` */
export async function getProfile(tx: Tx, id: string): Promise<ProfileRow> {
  const row = await findProfile(tx, id);
  if (row === undefined) throw new AppError("registry.no-such-enterprise", "not-found");
  return row;
}

/** The same to be changed in this transaction: nobody else changes it meanwhile. @throws AppError also `enterprise-merged` */
export async function getForChange(tx: Tx, id: string): Promise<ProfileRow> {
  const { rows } = await sql<ProfileRow>`select ${COLUMNS} from enterprise where id = ${id}::uuid for update`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new AppError("registry.no-such-enterprise", "not-found");
  if (row.merged_into !== null) throw new AppError("enterprise-merged", "conflict");
  return row;
}
