import { sql } from "kysely";
import type { QualificationKind } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** What each of the enterprises, or one that was merged into it, holds on a day: asked of each, never of all there are. */
export async function heldQualifications(
  tx: Tx,
  ids: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, readonly QualificationKind[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kinds: QualificationKind[] }>`
    select who.kept id, array_agg(distinct held.kind order by held.kind) kinds
    from (select id, id kept from unnest(${ids}::uuid[]) id
      union all select e.id, e.merged_into from enterprise e where e.merged_into = any(${ids}::uuid[])) who
    cross join lateral (select q.kind from enterprise_qualification q where q.enterprise_id = who.id
      and (q.valid_from is null or q.valid_from <= ${day}::date) and (q.valid_to is null or q.valid_to >= ${day}::date) offset 0) held
    group by who.kept`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.kinds]));
}
