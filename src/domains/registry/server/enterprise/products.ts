import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";

/** What is told of a product beside its word; the largest first. */
export type RegisterProduct = { readonly enterpriseId: string; readonly name: string; readonly segment: string };

/** Products and segments of some enterprises, also of those that were merged into them. */
export async function listProducts(tx: Tx, enterpriseIds: readonly string[]): Promise<readonly RegisterProduct[]> {
  if (enterpriseIds.length === 0) return [];
  const { rows } = await sql<RegisterProduct>`select coalesce(e.merged_into, e.id) "enterpriseId", p.name, p.segment
    from enterprise e join enterprise_product p on p.enterprise_id = e.id
    where e.id = any(${[...enterpriseIds]}::uuid[]) or e.merged_into = any(${[...enterpriseIds]}::uuid[])
    order by 1, p.share_pct desc nulls last, p.revenue_yuan desc nulls last, p.name`.execute(tx);
  return rows;
}
