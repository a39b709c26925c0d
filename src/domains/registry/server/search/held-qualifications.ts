import { sql } from "kysely";
import type { QualificationKind } from "#domains/registry/contract/enterprise.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** What each of the enterprises, or one that was merged into it, holds on a day. */
export async function heldQualifications(
  tx: Tx,
  ids: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, readonly QualificationKind[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; kinds: QualificationKind[] }>`
    select coalesce(e.merged_into, e.id) id, array_agg(distinct q.kind order by q.kind) kinds
    from enterprise_qualification q join enterprise e on e.id = q.enterprise_id
    where (e.id = any(${ids}::uuid[]) or e.merged_into = any(${ids}::uuid[]))
      and (q.valid_from is null or q.valid_from <= ${day}::date) and (q.valid_to is null or q.valid_to >= ${day}::date)
    group by 1`.execute(tx);
  return new Map(rows.map((row) => [row.id, row.kinds]));
}
