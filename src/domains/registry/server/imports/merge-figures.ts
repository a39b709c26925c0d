import { sql } from "kysely";
import type { FinanceDraft, ProductDraft } from "#domains/registry/rules/read-figure-rows.ts";
import { findNamed } from "#domains/registry/server/enterprise/find-named.ts";
import { addFinances, type Merged, type Told } from "#domains/registry/server/imports/merge-enterprises.ts";
import { refreshFound } from "#domains/registry/server/refresh-found.ts";
import type { Tx } from "#kernel/server/database.ts";

export type FigureRow<Draft> = { readonly row: number; readonly draft: Draft };
/** Why the enterprise of a row is nobody. */
export type NobodyProblem = { readonly row: number; readonly because: "nobody" | "several"; readonly found: string };
export type MergedFigures = Merged & { readonly problems: readonly NobodyProblem[] };

/** Rows with the enterprise that each names; of two that tell the same the later one is taken. */
async function named<Draft extends { readonly enterprise: string }>(
  tx: Tx,
  rows: readonly FigureRow<Draft>[],
  keyOf: (draft: Draft) => string,
): Promise<{ readonly known: readonly { readonly id: string; readonly draft: Draft }[]; readonly problems: readonly NobodyProblem[] }> {
  const ids = await findNamed(
    tx,
    rows.map(({ draft }) => draft.enterprise),
  );
  const problems: NobodyProblem[] = [];
  const known = new Map<string, { id: string; draft: Draft }>();
  for (const { row, draft } of rows) {
    const [id, ...others] = ids.get(draft.enterprise) ?? [];
    if (id === undefined || others.length > 0)
      problems.push({ row, because: id === undefined ? "nobody" : "several", found: draft.enterprise });
    else known.set(`${id} ${keyOf(draft)}`, { id, draft });
  }
  return { known: [...known.values()], problems };
}

type Changed = { readonly enterprise_id: string; readonly added: boolean };
/** A row that another of the batch replaced changed nothing. */
const counted = (rows: readonly Changed[], of: number): Merged => {
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added, unchanged: of - rows.length };
};

/** Years of enterprises; the latest revenue becomes the profile's. */
export async function mergeFinances(tx: Tx, rows: readonly FigureRow<FinanceDraft>[], told: Told): Promise<MergedFigures> {
  const { known, problems } = await named(tx, rows, (draft) => String(draft.year));
  if (known.length === 0) return { added: 0, changed: 0, unchanged: 0, problems };
  const finances = known.map(({ id, draft: { year, figures } }) => ({
    enterprise_id: id,
    year,
    revenue_yuan: figures.revenue ?? null,
    profit_yuan: figures.profit ?? null,
    assets_yuan: figures.assets ?? null,
    liabilities_yuan: figures.liabilities ?? null,
    tax_yuan: figures.tax ?? null,
    research_yuan: figures.research ?? null,
    employees: figures.employees ?? null,
  }));
  const { rows: changed } = await addFinances(tx, finances, told.sourceId, told.asOf);
  const touched = [...new Set(changed.map((row) => row.enterprise_id))];
  await raiseRevenue(tx, touched, told);
  await refreshFound(tx, touched);
  return { ...counted(changed, rows.length - problems.length), problems };
}

/** The profile has the revenue of the latest year that was told, with its growth where the year before is known. */
async function raiseRevenue(tx: Tx, ids: readonly string[], { sourceId, asOf }: Told): Promise<void> {
  await sql`insert into enterprise_finance (enterprise_id, year, revenue_yuan, source_id, as_of)
    select e.id, e.revenue_year, e.revenue_yuan, coalesce((e.field_sources -> 'revenueYuan' ->> 's')::uuid, e.source_id),
      coalesce((e.field_sources -> 'revenueYuan' ->> 'd')::date, e.as_of)
    from enterprise e where e.id = any(${[...ids]}::uuid[]) and e.revenue_year between 1950 and 2100 and e.revenue_yuan is not null
    on conflict do nothing`.execute(tx);
  const origin = sql`jsonb_build_object('s', ${sourceId}::text, 'd', ${asOf}::text)`;
  await sql`with latest as (
      select distinct on (f.enterprise_id) f.enterprise_id, f.year, f.revenue_yuan from enterprise_finance f
      where f.enterprise_id = any(${[...ids]}::uuid[]) and f.revenue_yuan is not null order by f.enterprise_id, f.year desc),
    grown as (
      select l.*, case when b.revenue_yuan > 0 then round((l.revenue_yuan - b.revenue_yuan) * 100 / b.revenue_yuan, 2) end growth
      from latest l left join enterprise_finance b on b.enterprise_id = l.enterprise_id and b.year = l.year - 1)
    update enterprise e set revenue_yuan = g.revenue_yuan, revenue_year = g.year,
      revenue_growth_pct = case when abs(g.growth) < 1000000 then g.growth end,
      field_sources = (e.field_sources - 'revenueGrowthPct') || jsonb_build_object('revenueYuan', ${origin}, 'revenueYear', ${origin})
        || case when g.growth is null then '{}'::jsonb else jsonb_build_object('revenueGrowthPct', ${origin}) end,
      changed_at = now(), version = e.version + 1
    from grown g where e.id = g.enterprise_id and (g.year > coalesce(e.revenue_year, 0) or (g.year = e.revenue_year
      and g.revenue_yuan is distinct from e.revenue_yuan
      and ${asOf}::date >= coalesce((e.field_sources -> 'revenueYuan' ->> 'd')::date, e.as_of, '-infinity'::date)))`.execute(tx);
}

/** Products and segments: each of the latest year that was told. */
export async function mergeProducts(tx: Tx, rows: readonly FigureRow<ProductDraft>[], told: Told): Promise<MergedFigures> {
  const latest = [...rows].sort((one, other) => (one.draft.year ?? 0) - (other.draft.year ?? 0) || one.row - other.row);
  const { known, problems } = await named(tx, latest, (draft) => `${draft.product}\n${draft.segment}`);
  if (known.length === 0) return { added: 0, changed: 0, unchanged: 0, problems };
  const products = known.map(({ id, draft }) => ({
    enterprise_id: id,
    name: draft.product,
    segment: draft.segment,
    share_pct: draft.sharePct,
    revenue_yuan: draft.revenueYuan,
    year: draft.year,
  }));
  const { rows: changed } =
    await sql<Changed>`insert into enterprise_product as p (enterprise_id, name, segment, share_pct, revenue_yuan, year, source_id, as_of)
    select enterprise_id, name, segment, share_pct, revenue_yuan, year, ${told.sourceId}::uuid, ${told.asOf}::date
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as t(enterprise_id uuid, name text, segment text, share_pct numeric, revenue_yuan numeric, year integer)
    on conflict (enterprise_id, name, segment) do update set share_pct = excluded.share_pct, revenue_yuan = excluded.revenue_yuan,
      year = excluded.year, source_id = excluded.source_id, as_of = excluded.as_of
    where (excluded.share_pct, excluded.revenue_yuan, excluded.year) is distinct from (p.share_pct, p.revenue_yuan, p.year)
      and coalesce(excluded.year, 0) >= coalesce(p.year, 0) and excluded.as_of >= coalesce(p.as_of, '-infinity'::date)
    returning enterprise_id, xmax = 0 as added`.execute(tx);
  await refreshFound(tx, [...new Set(changed.map((row) => row.enterprise_id))]);
  return { ...counted(changed, rows.length - problems.length), problems };
}
