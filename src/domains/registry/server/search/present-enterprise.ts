import { type RawBuilder, sql } from "kysely";
import type {
  BookKind,
  Controller,
  EnterpriseRow,
  EnterpriseStatus,
  IdentifierKind,
  QualificationKind,
} from "#domains/registry/contract/enterprise.ts";
import type { FoundEnterprise } from "#domains/registry/contract/search-operations.ts";
import { classNameOf } from "#domains/registry/rules/industry-class.ts";
import { heldQualifications } from "#domains/registry/server/search/held-qualifications.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Row = {
  readonly id: string;
  readonly identifier_kind: string;
  readonly identifier: string;
  readonly name: string;
  readonly status: string;
  readonly region_code: string | null;
  readonly class_code: string | null;
  readonly founded_on: string | null;
  readonly capital_yuan: string | null;
  readonly employees: number | null;
  readonly revenue_yuan: string | null;
  readonly revenue_year: number | null;
  readonly revenue_growth_pct: string | null;
  readonly controller: string | null;
  readonly products: readonly string[];
  readonly stock_code: string | null;
  readonly prominence: number;
};

/** Rows of a list, in the order of the ids: with names of regions and classes, and what each is to the zone. */
export const listRows = async (tx: Tx, ids: readonly string[], today: LocalDate): Promise<readonly EnterpriseRow[]> =>
  (await readRows(tx, ids, today, sql`'{}'::text[]`)).map(({ row }) => row);

/** The same with the qualifications that each holds on the day. */
export const listFound = async (tx: Tx, ids: readonly string[], today: LocalDate): Promise<readonly FoundEnterprise[]> =>
  (await readRows(tx, ids, today, heldQualifications(today))).map(({ row, held }) => ({ ...row, qualifications: [...held] }));

type ReadRow = { readonly row: EnterpriseRow; readonly held: readonly QualificationKind[] };

async function readRows(tx: Tx, ids: readonly string[], today: LocalDate, held: RawBuilder<unknown>): Promise<readonly ReadRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<
    Row & { readonly books: BookKind[]; readonly held: QualificationKind[] }
  >`select id, identifier_kind, identifier, name, status,
      region_code, class_code, founded_on, capital_yuan, employees, revenue_yuan, revenue_year, revenue_growth_pct, controller, products, stock_code,
      prominence,
      array(select distinct b.kind from enterprise_book b where b.zone_id = ${actorOf(tx).zoneId}::uuid and b.enterprise_id = e.id
        and b.from_on <= ${today}::date and (b.to_on is null or b.to_on >= ${today}::date) order by 1) books, ${held} held
    from enterprise e where id = any(${ids}::uuid[])`.execute(tx);
  const regions = await regionNames(
    tx,
    rows.flatMap((row) => row.region_code ?? []),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const region = row.region_code === null ? null : (regions.get(row.region_code) ?? null);
    return [{ row: presentRow(row, row.books, region), held: row.held }];
  });
}

export const presentRow = (row: Row, book: readonly BookKind[], region: string | null): EnterpriseRow => ({
  id: row.id,
  identifierKind: row.identifier_kind as IdentifierKind,
  identifier: row.identifier,
  name: row.name,
  status: row.status as EnterpriseStatus,
  regionCode: row.region_code,
  region,
  classCode: row.class_code,
  className: row.class_code === null ? null : classNameOf(row.class_code),
  foundedOn: row.founded_on as LocalDate | null,
  capitalYuan: amount(row.capital_yuan),
  employees: row.employees,
  revenueYuan: amount(row.revenue_yuan),
  revenueYear: row.revenue_year,
  revenueGrowthPct: amount(row.revenue_growth_pct),
  controller: row.controller as Controller | null,
  products: [...row.products],
  stockCode: row.stock_code,
  prominence: row.prominence,
  book: [...book],
});

/** As the contract writes amounts: without noughts behind the point. */
export const amount = (text: string | null): Decimal | null =>
  text === null ? null : ((text.includes(".") ? text.replace(/\.?0+$/, "") : text) as Decimal);

/** What each enterprise is to the zone on a day. */
export async function booksOf(tx: Tx, ids: readonly string[], day: LocalDate): Promise<ReadonlyMap<string, readonly BookKind[]>> {
  const { rows } = await sql<{
    enterprise_id: string;
    kinds: BookKind[];
  }>`select enterprise_id, array_agg(distinct kind order by kind) kinds
    from enterprise_book where zone_id = ${actorOf(tx).zoneId}::uuid and enterprise_id = any(${ids}::uuid[])
      and from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date) group by enterprise_id`.execute(tx);
  return new Map(rows.map((row) => [row.enterprise_id, row.kinds]));
}

/** Divisions hardly ever change: they are read once in a while, not with every list. */
const KEPT_MS = 600_000;
let divisions: { readonly at: number; readonly names: ReadonlyMap<string, string> } | undefined;

async function divisionNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const now = performance.now();
  if (divisions === undefined || now - divisions.at > KEPT_MS) {
    const { rows } = await sql<{ code: string; name: string }>`select code, name from region`.execute(tx);
    divisions = { at: now, names: new Map(rows.map((row) => [row.code, row.name])) };
  }
  return divisions.names;
}

/** 重庆市渝北区: the division behind its province, and its city where it has one. */
export async function regionNames(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const names = await divisionNames(tx);
  return new Map(
    codes.map((code) => [code, [...new Set([code.slice(0, 2), code.slice(0, 4), code])].map((part) => names.get(part) ?? "").join("")]),
  );
}
