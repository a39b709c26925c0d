import { sql } from "kysely";
import type { BookKind, EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import type { EnterpriseFilter, EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { enterpriseId } from "#domains/registry/server/enterprise-id.ts";
import { findIds } from "#domains/registry/server/search/find-enterprises.ts";
import { listRows } from "#domains/registry/server/search/present-enterprise.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export { nameKey } from "#domains/registry/rules/enterprise-name.ts";
export { isClassCode } from "#domains/registry/rules/industry-class.ts";
export { noteActivity } from "#domains/registry/server/enterprise/activities.ts";
export { listFinances, type RegisterFinance } from "#domains/registry/server/enterprise/finances.ts";
export { matchEnterprises } from "#domains/registry/server/enterprise/match-enterprises.ts";
export { holdingsAbove } from "#domains/registry/server/enterprise/ownership.ts";
export { listProducts, type RegisterProduct } from "#domains/registry/server/enterprise/products.ts";
/** The door of the register for the domains to its right. */
export { enterpriseId, provisionalIdentifier } from "#domains/registry/server/enterprise-id.ts";
export { type Label, labelEnterprises } from "#domains/registry/server/labels.ts";
export { cutProduct, cutQuery } from "#domains/registry/server/product-words.ts";
export { registerGeneration } from "#domains/registry/server/register-change.ts";

export type Wanted = { readonly identifier?: string | undefined; readonly name?: string | undefined };

/**
 * Enterprises by code, or by exactly the name that they have or had. Nobody for what is not there, several where a name is not one's alone;
 * a row that was merged is found as what it was merged into.
 */
export async function findEnterprises(tx: Tx, { identifier, name }: Wanted, today: LocalDate): Promise<readonly EnterpriseRow[]> {
  const code = identifier === undefined ? "" : normaliseUscc(identifier);
  const { rows } = isUscc(code)
    ? await sql<{
        id: string;
      }>`select coalesce(merged_into, id) id from enterprise where id = ${enterpriseId("uscc", code)}::uuid or identifier = ${code}`.execute(
        tx,
      )
    : identifier !== undefined && identifier !== ""
      ? await sql<{ id: string }>`select coalesce(merged_into, id) id from enterprise where identifier = ${identifier} limit 20`.execute(tx)
      : name === undefined || name.trim() === ""
        ? { rows: [] }
        : await sql<{
            id: string;
          }>`select coalesce(e.merged_into, e.id) id from enterprise e where e.merged_into is null and e.name_key = ${nameKey(name)}
            union select coalesce(e.merged_into, e.id) from enterprise_name n join enterprise e on e.id = n.enterprise_id where n.name = ${name} limit 20`.execute(
            tx,
          );
  return listRows(tx, [...new Set(rows.map(({ id }) => id))], today);
}

/** Follows a merge. Undefined for an id that is nobody's. */
export async function findEnterprise(tx: Tx, id: string, today: LocalDate): Promise<EnterpriseRow | undefined> {
  const { rows } = await sql<{ id: string }>`select coalesce(merged_into, id) id from enterprise where id = ${id}::uuid`.execute(tx);
  return (
    await listRows(
      tx,
      rows.map((row) => row.id),
      today,
    )
  )[0];
}

/** @throws AppError `registry.no-such-enterprise` */
export async function getEnterprise(tx: Tx, id: string, today: LocalDate): Promise<EnterpriseRow> {
  const found = await findEnterprise(tx, id, today);
  if (found === undefined) throw new AppError("registry.no-such-enterprise", "not-found");
  return found;
}

/** Rows of a list, in the order of the ids; whoever was merged or is not there is left out. */
export const listEnterprises = (tx: Tx, ids: readonly string[], today: LocalDate): Promise<readonly EnterpriseRow[]> =>
  listRows(tx, ids, today);

export type Resident = {
  readonly enterpriseId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly liaisonId: string | null;
};

/** Who stood in the zone's book on a day: residents, or whatever kind is asked for. */
export async function listResidents(tx: Tx, day: LocalDate, kind: BookKind = "resident"): Promise<readonly Resident[]> {
  const { rows } =
    await sql<Resident>`select distinct on (coalesce(e.merged_into, e.id)) coalesce(e.merged_into, e.id) "enterpriseId", b.from_on "from", b.to_on "to", b.liaison_id "liaisonId"
    from enterprise_book b join enterprise e on e.id = b.enterprise_id
    where b.zone_id = ${actorOf(tx).zoneId}::uuid and b.kind = ${kind} and b.from_on <= ${day}::date and (b.to_on is null or b.to_on >= ${day}::date)
    order by 1, b.from_on`.execute(tx);
  return rows;
}

export type PoolAsked = {
  readonly filter: EnterpriseFilter;
  readonly sort?: EnterpriseSort;
  readonly limit: number;
  readonly cursor?: string;
};

/** A pool for screening: ids of everything that a filter finds, page by page, in an order. */
export const searchPool = (tx: Tx, { filter, sort = "prominence", limit, cursor }: PoolAsked, today: LocalDate) =>
  findIds(tx, { filter, sort, limit, cursor }, today);
