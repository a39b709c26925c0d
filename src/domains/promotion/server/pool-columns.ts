import { sql } from "kysely";
import type { Origin, SourcedRow } from "#domains/promotion/rules/explain-target.ts";
import { PoolBuilder, type PoolRow, type ScreeningPool } from "#domains/promotion/rules/screening-pool.ts";
import type { HeldQualification } from "#domains/promotion/rules/target-measures.ts";
import type { Controller, EnterpriseStatus, QualificationKind, QualificationLevel } from "#domains/registry/contract/enterprise.ts";
import { registerGeneration } from "#domains/registry/server/api.ts";
import type { Instant, LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { recordedAt } from "#kernel/server/unit-of-work.ts";

export type KeptPool = { readonly generation: string; readonly readAt: Instant; readonly pool: ScreeningPool };

/** The register is one for all zones: so is its picture in this process. */
let kept: KeptPool | undefined;
let reading: { readonly generation: string; readonly pool: Promise<KeptPool> } | undefined;

/**
 * The columns of the register, read anew when somebody has changed it. Whoever asks while they are read waits for the same reading: a picture
 * that is older than the question is never given.
 */
export async function poolColumns(tx: Tx): Promise<KeptPool> {
  const generation = await registerGeneration(tx);
  if (kept?.generation === generation) return kept;
  if (reading?.generation === generation) return reading.pool;
  const pool = readPool(tx, generation);
  const own = { generation, pool };
  reading = own;
  try {
    kept = await pool;
    return kept;
  } finally {
    if (reading === own) reading = undefined;
  }
}

async function readPool(tx: Tx, generation: string): Promise<KeptPool> {
  const builder = new PoolBuilder();
  let page = await readPage(tx, "00000000-0000-0000-0000-000000000000");
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    // The database looks for the next page while this one is laid into columns.
    const next = page.length < ROWS_A_PAGE ? [] : readPage(tx, last.id);
    for (const row of page) builder.add(row);
    page = await next;
  }
  return { generation, readAt: recordedAt(tx) as Instant, pool: builder.finish() };
}

const ROWS_A_PAGE = 20_000;

type Row = {
  readonly id: string;
  readonly status: string;
  readonly class_code: string | null;
  readonly other_classes: readonly string[];
  readonly products: readonly string[];
  readonly region_code: string | null;
  readonly founded_on: string | null;
  readonly capital_yuan: string | null;
  readonly employees: number | null;
  readonly revenue_yuan: string | null;
  readonly controller: string | null;
  readonly listed: boolean;
  readonly revenue_growth_pct: string | null;
  readonly revenue_year: number | null;
  readonly prominence: number;
};
const COLUMNS = sql.raw(
  `e.id, e.status, e.class_code, e.other_classes, e.products, e.region_code, e.founded_on, e.capital_yuan, e.employees, e.revenue_yuan, e.controller,
   e.stock_code is not null listed, e.revenue_growth_pct, e.revenue_year, e.prominence`,
);

async function readPage(tx: Tx, after: string): Promise<readonly PoolRow[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from enterprise e
    where e.id > ${after}::uuid and e.merged_into is null order by e.id limit ${ROWS_A_PAGE}`.execute(tx);
  const last = rows.at(-1)?.id;
  if (last === undefined) return [];
  const held = await qualificationsWhere(tx, sql`q.enterprise_id > ${after}::uuid and q.enterprise_id <= ${last}::uuid`);
  const tied = await tiedBetween(tx, after, last);
  return rows.map((row) => present(row, held.get(row.id) ?? [], tied.has(row.id)));
}

const present = (row: Row, qualifications: readonly HeldQualification[], hasTies: boolean): PoolRow => ({
  id: row.id,
  status: row.status as EnterpriseStatus,
  classCode: row.class_code,
  otherClasses: row.other_classes,
  products: row.products,
  regionCode: row.region_code,
  foundedOn: row.founded_on as LocalDate | null,
  capitalYuan: row.capital_yuan,
  employees: row.employees,
  revenueYuan: row.revenue_yuan,
  controller: row.controller as Controller | null,
  listed: row.listed,
  growthPct: withoutNoughts(row.revenue_growth_pct),
  growthYear: row.revenue_year,
  prominence: row.prominence,
  hasTies,
  qualifications,
});

const withoutNoughts = (percent: string | null): string | null => (percent?.includes(".") ? percent.replace(/\.?0+$/, "") : percent);

type HeldRow = {
  readonly id: string;
  readonly kind: string;
  readonly level: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

async function qualificationsWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<ReadonlyMap<string, readonly HeldQualification[]>> {
  const { rows } = await sql<HeldRow>`select q.enterprise_id id, q.kind, q.level, q.valid_from "from", q.valid_to "to"
    from enterprise_qualification q where ${condition}`.execute(tx);
  const held = new Map<string, HeldQualification[]>();
  for (const { id, kind, level, from, to } of rows) {
    const one: HeldQualification = {
      kind: kind as QualificationKind,
      level: level as QualificationLevel | null,
      from: from as LocalDate | null,
      to: to as LocalDate | null,
    };
    const there = held.get(id);
    if (there === undefined) held.set(id, [one]);
    else there.push(one);
  }
  return held;
}

/** Who has a public tie at all, in either direction. */
async function tiedBetween(tx: Tx, after: string, last: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string;
  }>`select from_id id from enterprise_tie where from_id > ${after}::uuid and from_id <= ${last}::uuid group by 1
    union select to_id from enterprise_tie where to_id > ${after}::uuid and to_id <= ${last}::uuid group by 1`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

type SourcedDatabaseRow = Row & {
  readonly source: string | null;
  readonly as_of: string | null;
  readonly growth_source: string | null;
  readonly growth_as_of: string | null;
  readonly has_ties: boolean;
};

/** A few enterprises as they stand in the register now, with where they are known from: what explains a ranking. */
export async function readSourced(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, SourcedRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SourcedDatabaseRow>`select ${COLUMNS}, s.name as source, e.as_of,
      g.name growth_source, e.field_sources -> 'revenueGrowthPct' ->> 'd' growth_as_of,
      exists (select from enterprise_tie t where t.from_id = e.id) or exists (select from enterprise_tie t where t.to_id = e.id) has_ties
    from enterprise e left join register_source s on s.id = e.source_id
      left join register_source g on g.id = (e.field_sources -> 'revenueGrowthPct' ->> 's')::uuid
    where e.id = any(${ids}::uuid[]) and e.merged_into is null`.execute(tx);
  const held = await qualificationsWhere(tx, sql`q.enterprise_id = any(${ids}::uuid[])`);
  return new Map(
    rows.map((row) => {
      const origin: Origin = { source: row.source ?? "", asOf: row.as_of as LocalDate | null };
      const growthOrigin: Origin =
        row.growth_source === null ? origin : { source: row.growth_source, asOf: row.growth_as_of as LocalDate | null };
      return [row.id, { ...present(row, held.get(row.id) ?? [], row.has_ties), origin, growthOrigin }];
    }),
  );
}
