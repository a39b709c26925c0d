import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import {
  CAPITAL,
  type Condition,
  EMPLOYEES,
  FOUNDED,
  GROWTH,
  type Range,
  REVENUE,
} from "#domains/registry/server/search/search-condition.ts";
import type { Tx } from "#kernel/server/database.ts";

type Order = { readonly by: RawBuilder<unknown>; readonly type: string; readonly direction: "desc" | "asc" };
const ORDERS: Readonly<Record<EnterpriseSort, Order>> = {
  prominence: { by: sql.raw("e.prominence"), type: "integer", direction: "desc" },
  capital: { by: CAPITAL, type: "numeric", direction: "desc" },
  revenue: { by: REVENUE, type: "numeric", direction: "desc" },
  growth: { by: GROWTH, type: "numeric", direction: "desc" },
  employees: { by: EMPLOYEES, type: "integer", direction: "desc" },
  founded: { by: FOUNDED, type: "date", direction: "desc" },
  name: { by: sql.raw("e.name_key"), type: "text", direction: "asc" },
};

/** The last item of a page: its value in the order, and its id. */
export const SearchMark = z.object({ s: z.string(), v: z.string().max(200), id: z.uuid() });
export type SearchMark = z.infer<typeof SearchMark>;
export type Found = { readonly id: string; readonly value: string };

/** Well known, as the partial index of the register has it (db/migrations/…-registry-well-known.sql): every one of them comes before all others. */
const WELL_KNOWN = sql.raw("e.prominence >= 300");
/** So large a part of a large register are they. */
const KNOWN_SHARE = 0.1;
/** So far an order is walked on the chance. */
const NEAR = 1_000;
/** Where fewer match, they are looked up at once. */
const MANY = 300;

/** So few are sorted at once, however they are spread. */
const FEW = 2_000;
/** So far an order is walked before it is given up: what then has not been found is rare, and looked up instead. */
const FARTHEST = 20_000;

type Wanted = { readonly sort: EnterpriseSort; readonly after: SearchMark | undefined; readonly count: number };

/** The first ids in an order; in that of names whatever begins with the word that is asked for comes before what only has it in it. */
export async function findInOrder(tx: Tx, condition: Condition, rows: number, wanted: Wanted): Promise<readonly Found[]> {
  const { beginning } = condition;
  if (wanted.sort !== "name" || beginning === undefined || condition.narrow) return findBy(tx, condition, rows, wanted);
  const begins = sql`e.name_key >= ${beginning} and e.name_key < ${`${beginning}\u{10ffff}`}`;
  const isAfterThem = wanted.after !== undefined && !wanted.after.v.startsWith(beginning);
  const first = isAfterThem ? [] : await beginningWith(tx, condition, begins, wanted);
  if (first.length >= wanted.count) return first;
  const rest = { ...condition, parts: [...condition.parts, sql`not (${begins})`] };
  const others = await findBy(tx, rest, rows, {
    ...wanted,
    after: isAfterThem ? wanted.after : undefined,
    count: wanted.count - first.length,
  });
  return [...first, ...others];
}

/** These stand next to each other in the index. */
async function beginningWith(
  tx: Tx,
  condition: Condition,
  begins: RawBuilder<unknown>,
  { after, count }: Wanted,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`select e.id, e.name_key "value" from enterprise e where ${begins} and ${beyond(ORDERS.name, after)}
    and ${sql.join([...allOf(condition), ...condition.late], sql` and `)} order by e.name_key, e.id limit ${count}`.execute(tx);
  return rows;
}

/** Ranges are asked of the rows as they are found, but the one that an index may look up. */
const allOf = ({ parts, ranges }: Condition, lookedUp?: Range): readonly RawBuilder<unknown>[] => [
  ...parts,
  ...ranges.map((range) => (range === lookedUp ? range.indexed : range.plain)),
];

/**
 * Where many match, the order's index is walked until enough are found; where few do, all are looked up by their tokens and sorted. Both are
 * near constant in the size of the register: the cost is the smaller of the number of matches and the distance between them.
 */
async function findBy(tx: Tx, condition: Condition, rows: number, { sort, after, count }: Wanted): Promise<readonly Found[]> {
  const order = ORDERS[sort];
  const ranges = condition.narrow ? [] : await sharesOf(tx, condition.ranges, rows);
  const share = ranges.reduce((product, range) => product * range.share, condition.share);
  const matches = share * rows;
  const steps = share === 0 ? Number.POSITIVE_INFINITY : count / share;
  // Who is large is well known too: where only ranges make matches few, they lie near the beginning of this order.
  if (sort === "prominence" && !condition.narrow && ranges.length > 0 && count / condition.share < NEAR) {
    const found = await walk(tx, condition, order, after, count, NEAR * 2);
    if (found !== undefined) return found;
  }
  if (sort === "prominence" && !condition.narrow && matches > MANY && matches * KNOWN_SHARE < steps) {
    const known = { ...condition, parts: [...condition.parts, WELL_KNOWN] };
    const found = await lookUp(tx, known, undefined, order, after, count);
    if (found.length >= count) return found;
  }
  const walks = !condition.narrow && matches > FEW && steps < matches;
  if (walks) {
    const found = await walk(tx, condition, order, after, count, Math.min(FARTHEST, Math.ceil(steps * 4) + 500));
    if (found !== undefined) return found;
  }
  const rarest = ranges.toSorted((one, other) => one.share - other.share)[0];
  const lookedUp = rarest !== undefined && rarest.share < condition.share ? rarest.range : undefined;
  return lookUp(tx, condition, lookedUp, order, after, count);
}

/** What share of the register each range is, as the planner expects by its histograms. */
async function sharesOf(
  tx: Tx,
  ranges: readonly Range[],
  rows: number,
): Promise<readonly { readonly range: Range; readonly share: number }[]> {
  const shares: { range: Range; share: number }[] = [];
  for (const range of ranges) {
    const { rows: plans } = await sql<{ "QUERY PLAN": readonly { readonly Plan: { readonly "Plan Rows": number } }[] }>`
      explain (format json) select from enterprise e where ${range.plain}`.execute(tx);
    const expected = plans[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? rows;
    shares.push({ range, share: rows === 0 ? 1 : Math.min(1, expected / rows) });
  }
  return shares;
}

const beyond = ({ by, type, direction }: Order, after: SearchMark | undefined): RawBuilder<unknown> =>
  after === undefined
    ? sql`true`
    : sql`(${by}, e.id) ${sql.raw(direction === "desc" ? "<" : ">")} (${after.v}::${sql.raw(type)}, ${after.id}::uuid)`;

/** Undefined when the walk was given up before enough were found and before the end. */
async function walk(
  tx: Tx,
  condition: Condition,
  order: Order,
  after: SearchMark | undefined,
  count: number,
  farthest: number,
): Promise<readonly Found[] | undefined> {
  const direction = sql.raw(order.direction);
  const { rows } = await sql<Found>`
    select e.id, e.value::text "value" from (
      select e.id, ${order.by} as value, e.tokens, e.name_key, e.identifier, e.status, e.merged_into, e.capital_yuan, e.revenue_yuan, e.revenue_growth_pct,
        e.employees, e.founded_on
      from enterprise e where e.merged_into is null and ${beyond(order, after)}
      order by ${order.by} ${direction}, e.id ${direction} limit ${farthest}
    ) e where ${sql.join([...allOf(condition), ...condition.late], sql` and `)} order by e.value ${direction}, e.id ${direction} limit ${count}`.execute(
    tx,
  );
  return rows.length >= count ? rows : undefined;
}

/** Sorted first, then asked late: in one step every row would be asked before the sorting. */
async function lookUp(
  tx: Tx,
  condition: Condition,
  lookedUp: Range | undefined,
  order: Order,
  after: SearchMark | undefined,
  count: number,
): Promise<readonly Found[]> {
  const direction = sql.raw(order.direction);
  // The share of this range is known here and not to the planner, which keeps no histogram of what is computed.
  if (lookedUp !== undefined) await sql`set local enable_seqscan = off`.execute(tx);
  const { rows } = await sql<Found>`with found as materialized (
      select e.id, ${order.by} as value from enterprise e where ${sql.join(allOf(condition, lookedUp), sql` and `)} and ${beyond(order, after)}
    ) select e.id, e.value::text "value" from (select * from found order by found.value ${direction}, id ${direction} offset 0) e
    where ${condition.late.length === 0 ? sql`true` : sql.join(condition.late, sql` and `)} order by e.value ${direction}, e.id ${direction} limit ${count}`.execute(
    tx,
  );
  return rows;
}
