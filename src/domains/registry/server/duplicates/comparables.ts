import { sql } from "kysely";
import type { Comparable } from "#domains/registry/rules/duplicates.ts";
import { amount } from "#domains/registry/server/search/present-enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

type Row = {
  readonly id: string;
  readonly identifier_kind: string;
  readonly identifier: string;
  readonly name: string;
  readonly name_key: string;
  readonly other_names: readonly string[];
  readonly address: string | null;
  readonly region_code: string | null;
  readonly class_code: string | null;
  readonly founded_on: string | null;
  readonly capital_yuan: string | null;
  readonly website: string | null;
  readonly stock_code: string | null;
};
export type Candidate = Comparable & { readonly id: string; readonly nameKey: string };

/** What is compared of each, those that were merged away left out. */
export async function comparables(tx: Tx, ids: readonly string[]): Promise<readonly Candidate[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Row>`select e.id, e.identifier_kind, e.identifier, e.name, e.name_key, e.address, e.region_code, e.class_code, e.founded_on, e.capital_yuan,
      e.website, e.stock_code, e.former_names || array(select n.name from enterprise_name n where n.enterprise_id = e.id) other_names
    from enterprise e where e.id = any(${ids}::uuid[]) and e.merged_into is null`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    identifierKind: row.identifier_kind,
    identifier: row.identifier,
    name: row.name,
    nameKey: row.name_key,
    otherNames: row.other_names,
    address: row.address,
    regionCode: row.region_code,
    classCode: row.class_code,
    foundedOn: row.founded_on as LocalDate | null,
    capitalYuan: amount(row.capital_yuan),
    website: row.website,
    stockCode: row.stock_code,
  }));
}
