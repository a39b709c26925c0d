import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { EnterpriseSort } from "#domains/registry/contract/search-operations.ts";
import { CAPITAL, type Condition, EMPLOYEES, FOUNDED, GROWTH, REVENUE } from "#domains/registry/server/search/search-condition.ts";
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

/** So few are sorted at once, however they are spread. */
const FEW = 2_000;
/** So far an order is walked before it is given up: what then has not been found is rare, and looked up instead. */
const FARTHEST = 20_000;

/**
 * The first ids in an order. Where many match, the order's index is walked until enough are found; where few do, all are looked up by their
 * tokens and sorted. Both are near constant in the size of the register: the cost is the smaller of the number of matches and the distance
 * between them.
 */
export async function findInOrder(
  tx: Tx,
  condition: Condition,
  rows: number,
  { sort, after, count }: { readonly sort: EnterpriseSort; readonly after: SearchMark | undefined; readonly count: number },
): Promise<readonly Found[]> {
  const order = ORDERS[sort];
  const matches = condition.share * rows;
  const steps = condition.share === 0 ? Number.POSITIVE_INFINITY : count / condition.share;
  const walks = !condition.narrow && matches > FEW && steps < matches;
  if (walks) {
    const found = await walk(tx, condition, order, after, count, Math.min(FARTHEST, Math.ceil(steps * 4) + 500));
    if (found !== undefined) return found;
  }
  return lookUp(tx, condition, order, after, count);
}

const beyond = ({ by, type, direction }: Order, after: SearchMark | undefined): RawBuilder<unknown> =>
  after === undefined
    ? sql`true`
    : sql`(${by}, e.id) ${sql.raw(direction === "desc" ? "<" : ">")} (${after.v}::${sql.raw(type)}, ${after.id}::uuid)`;

/** Undefined when the walk was given up before enough were found and before the end. */
async function walk(
  tx: Tx,
  { parts }: Condition,
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
    ) e where ${sql.join(parts, sql` and `)} order by e.value ${direction}, e.id ${direction} limit ${count}`.execute(tx);
  return rows.length >= count ? rows : undefined;
}

async function lookUp(tx: Tx, { parts }: Condition, order: Order, after: SearchMark | undefined, count: number): Promise<readonly Found[]> {
  const direction = sql.raw(order.direction);
  const { rows } = await sql<Found>`with found as materialized (
      select e.id, ${order.by} as value from enterprise e where ${sql.join(parts, sql` and `)} and ${beyond(order, after)}
    ) select id, value::text "value" from found order by found.value ${direction}, id ${direction} limit ${count}`.execute(tx);
  return rows;
}
