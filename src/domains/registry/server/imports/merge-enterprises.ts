import { type RawBuilder, sql } from "kysely";
import { v7 } from "uuid";
import {
  type BookRow,
  besides,
  type FinanceRow,
  type NameRow,
  type QualificationRow,
  STAGED,
  type StagedDraft,
} from "#domains/registry/server/imports/stage-enterprises.ts";
import { refreshFound } from "#domains/registry/server/refresh-found.ts";
import { copyRows } from "#kernel/server/copy-rows.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Told = { readonly sourceId: string; readonly asOf: string };
export type Merged = { readonly added: number; readonly changed: number; readonly unchanged: number };

const STAGING = "registry_staging";
const NAMES = STAGED.map(([name]) => name);
const COLUMNS = STAGED.map(([name, type]) => `${name} ${type}`).join(", ");
/** Fields of the profile as they are named in `field_sources`, by their column. */
export const FIELDS: Readonly<Record<string, string>> = {
  name: "name",
  status: "status",
  class_code: "classCode",
  other_classes: "otherClasses",
  region_code: "regionCode",
  address: "address",
  founded_on: "foundedOn",
  capital_yuan: "capitalYuan",
  employees: "employees",
  controller: "controller",
  scope: "scope",
  products: "products",
  website: "website",
  stock_code: "stockCode",
  revenue_yuan: "revenueYuan",
  revenue_year: "revenueYear",
  revenue_growth_pct: "revenueGrowthPct",
};

/**
 * One batch into the register: COPY into a table of this transaction, then what is new is added and what is known is brought up to date, field
 * by field. A field changes when the file is not older than what the field says, and an empty cell changes nothing.
 */
export async function mergeEnterprises(tx: Tx, rows: readonly StagedDraft[], lines: Buffer, told: Told): Promise<Merged> {
  if (rows.length === 0) return { added: 0, changed: 0, unchanged: 0 };
  await sql.raw(`create temporary table ${STAGING} (${COLUMNS}) on commit drop`).execute(tx);
  await copyRows(tx, STAGING, NAMES, [lines]);
  const known = await findKnown(tx, rows);
  let changed: readonly string[] = [];
  if (known.size > 0) {
    await keepFormer(tx, told);
    changed = await update(tx, told);
  }
  await insert(tx, told);
  const beside = besides(rows);
  const touched = await addBeside(tx, beside, told);
  const toRefresh = new Set([...changed, ...touched.filter((id) => known.has(id))]);
  await refreshFound(tx, [...toRefresh]);
  await sql.raw(`drop table ${STAGING}`).execute(tx);
  return { added: rows.length - known.size, changed: toRefresh.size, unchanged: known.size - toRefresh.size };
}

async function findKnown(tx: Tx, rows: readonly StagedDraft[]): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ id }) => id);
  const found = await sql<{ id: string }>`select id from enterprise where id = any(${ids}::uuid[])`.execute(tx);
  return new Set(found.rows.map(({ id }) => id));
}

async function insert(tx: Tx, { sourceId, asOf }: Told): Promise<void> {
  const columns = sql.raw(NAMES.join(", "));
  const values = sql.raw(
    STAGED.map(([name]) =>
      name === "status"
        ? "coalesce(s.status, 'active')"
        : name === "other_classes" || name === "products"
          ? `coalesce(s.${name}, '{}')`
          : `s.${name}`,
    ).join(", "),
  );
  await sql`insert into enterprise (${columns}, source_id, as_of)
    select ${values}, ${sourceId}::uuid, ${asOf}::date from ${sql.raw(STAGING)} s on conflict (id) do nothing`.execute(tx);
}

/** `e.field` may be replaced when the file is not older than it. */
const newer = (column: string, asOf: RawBuilder<unknown>) =>
  sql`${asOf} >= coalesce((e.field_sources -> ${sql.lit(FIELDS[column])} ->> 'd')::date, e.as_of, '-infinity'::date)`;
const empty = (column: string): RawBuilder<unknown> =>
  column === "other_classes" || column === "products" ? sql.raw(`e.${column} = '{}'`) : sql.raw(`e.${column} is null`);

/** What the name was and what was earned in another year is kept before it is replaced. */
async function keepFormer(tx: Tx, { asOf }: Told): Promise<void> {
  const day = sql`${asOf}::date`;
  await sql`insert into enterprise_name (enterprise_id, name, kind, to_on, source_id)
    select e.id, e.name, 'former', ${day}, coalesce((e.field_sources -> 'name' ->> 's')::uuid, e.source_id)
    from enterprise e join ${sql.raw(STAGING)} s on s.id = e.id
    where s.name_key <> e.name_key and ${newer("name", day)} on conflict do nothing`.execute(tx);
  await sql`insert into enterprise_finance (enterprise_id, year, revenue_yuan, source_id, as_of)
    select e.id, e.revenue_year, e.revenue_yuan, coalesce((e.field_sources -> 'revenueYuan' ->> 's')::uuid, e.source_id), e.as_of
    from enterprise e join ${sql.raw(STAGING)} s on s.id = e.id
    where e.revenue_year is not null and e.revenue_yuan is not null and s.revenue_year <> e.revenue_year on conflict do nothing`.execute(
    tx,
  );
}

async function update(tx: Tx, { sourceId, asOf }: Told): Promise<readonly string[]> {
  const day = sql`${asOf}::date`;
  const columns = Object.keys(FIELDS);
  const takes = (column: string) =>
    column === "name"
      ? sql`(s.name <> e.name and ${newer("name", day)})`
      : sql`(${sql.ref(`s.${column}`)} is not null and ${sql.ref(`s.${column}`)} is distinct from ${sql.ref(`e.${column}`)} and (${empty(column)} or ${newer(column, day)}))`;
  const sets = columns.map(
    (column) => sql`${sql.raw(column)} = case when ${takes(column)} then ${sql.ref(`s.${column}`)} else ${sql.ref(`e.${column}`)} end`,
  );
  // A field that this file did not change keeps its origin; one that it changed or confirmed has the file's.
  const origins = columns.map((column) => {
    const key = sql.lit(FIELDS[column]);
    return sql`case when ${sql.ref(`s.${column}`)} is not null and (${empty(column)} or ${newer(column, day)}) then jsonb_build_object(${key}, jsonb_build_object('s', ${sourceId}::text, 'd', ${asOf}::text))
      when ${empty(column)} then '{}'::jsonb
      else jsonb_build_object(${key}, coalesce(e.field_sources -> ${key}, jsonb_build_object('s', e.source_id, 'd', e.as_of))) end`;
  });
  const { rows } = await sql<{ id: string }>`update enterprise e set ${sql.join(sets)},
      name_key = case when ${takes("name")} then s.name_key else e.name_key end,
      field_sources = ${sql.join(origins, sql` || `)}, changed_at = now(), version = e.version + 1
    from ${sql.raw(STAGING)} s
    where s.id = e.id and (${sql.join(columns.map(takes), sql` or `)}) returning e.id`.execute(tx);
  return rows.map(({ id }) => id);
}

type Beside = {
  readonly names: readonly NameRow[];
  readonly qualifications: readonly QualificationRow[];
  readonly finances: readonly FinanceRow[];
  readonly books: readonly BookRow[];
};

/** @returns the enterprises of which something new was told. */
async function addBeside(tx: Tx, { names, qualifications, finances, books }: Beside, { sourceId, asOf }: Told): Promise<readonly string[]> {
  const touched: string[] = [];
  const note = (rows: readonly { enterprise_id: string }[]) => touched.push(...rows.map((row) => row.enterprise_id));
  if (names.length > 0)
    note(
      (
        await sql<{ enterprise_id: string }>`insert into enterprise_name (enterprise_id, name, kind, source_id)
          select enterprise_id, name, kind, ${sourceId}::uuid from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as t(enterprise_id uuid, name text, kind text)
          where kind not in ('former', 'alias') or not exists (select from enterprise e where e.id = t.enterprise_id and e.name = t.name)
          on conflict do nothing returning enterprise_id`.execute(tx)
      ).rows,
    );
  if (qualifications.length > 0)
    note(
      (
        await sql<{
          enterprise_id: string;
        }>`insert into enterprise_qualification as q (enterprise_id, id, kind, level, valid_from, valid_to, source_id, as_of)
          select distinct on (enterprise_id, id) enterprise_id, id, kind, level, valid_from, valid_to, ${sourceId}::uuid, ${asOf}::date
          from jsonb_to_recordset(${JSON.stringify(qualifications)}::jsonb) as t(enterprise_id uuid, id uuid, kind text, level text, valid_from date, valid_to date)
          on conflict (enterprise_id, id) do update set valid_to = excluded.valid_to, source_id = excluded.source_id, as_of = excluded.as_of
          where excluded.valid_to is distinct from q.valid_to and excluded.as_of >= coalesce(q.as_of, '-infinity'::date) returning enterprise_id`.execute(
          tx,
        )
      ).rows,
    );
  if (finances.length > 0) note((await addFinances(tx, finances, sourceId, asOf)).rows);
  if (books.length > 0) await enterBooks(tx, books, asOf);
  return touched;
}

export const addFinances = (tx: Tx, finances: readonly FinanceRow[], sourceId: string, asOf: string) => {
  const figures = ["revenue_yuan", "profit_yuan", "assets_yuan", "liabilities_yuan", "tax_yuan", "research_yuan", "employees"];
  const taken = sql.join(figures.map((name) => sql.raw(`${name} = coalesce(excluded.${name}, f.${name})`)));
  const differs = sql.join(
    figures.map((name) => sql.raw(`(excluded.${name} is not null and excluded.${name} is distinct from f.${name})`)),
    sql` or `,
  );
  const typed = sql.raw(figures.map((name) => `${name} ${name === "employees" ? "integer" : "numeric(20, 2)"}`).join(", "));
  return sql<{
    enterprise_id: string;
    added: boolean;
  }>`insert into enterprise_finance as f (enterprise_id, year, ${sql.raw(figures.join(", "))}, source_id, as_of)
    select enterprise_id, year, ${sql.raw(figures.join(", "))}, ${sourceId}::uuid, ${asOf}::date
    from jsonb_to_recordset(${JSON.stringify(finances)}::jsonb) as t(enterprise_id uuid, year integer, ${typed})
    on conflict (enterprise_id, year) do update set ${taken}, source_id = excluded.source_id, as_of = excluded.as_of
    where (${differs}) and excluded.as_of >= coalesce(f.as_of, '-infinity'::date) returning enterprise_id, xmax = 0 as added`.execute(tx);
};

/** Into the book of the zone that imports; what stands in it already stays as it is. */
async function enterBooks(tx: Tx, books: readonly BookRow[], asOf: string): Promise<void> {
  const actor = actorOf(tx);
  const rows = books.map((book) => ({ ...book, id: v7() }));
  await sql`insert into enterprise_book (zone_id, id, enterprise_id, kind, from_on, entered_by)
    select ${actor.zoneId}::uuid, id, enterprise_id, kind, coalesce(from_on, ${asOf}::date), ${actor.id}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, enterprise_id uuid, kind text, from_on date)
    on conflict (zone_id, enterprise_id, kind) where to_on is null do nothing`.execute(tx);
}
