import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The names of projects, for records of other domains that point at them. */
export type ProjectRef = { readonly id: string; readonly code: string; readonly name: string };

/** Projects of the zone by id; those that are not there, or that the caller may not see, are left out. */
export async function projectRefs(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, ProjectRef>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom("project")
    .select(["id", "code", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "in", wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
