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

/** Projects by code or name, as spreadsheets write them; what is not registered is left out. */
export async function projectsByWord(tx: Tx, words: readonly string[]): Promise<ReadonlyMap<string, ProjectRef>> {
  const wanted = [...new Set(words)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .selectFrom("project")
    .select(["id", "code", "name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where((by) => by.or([by("code", "in", wanted), by("name", "in", wanted)]))
    .execute();
  return new Map(
    rows.flatMap((row) => [
      [row.name, row],
      [row.code, row],
    ]),
  );
}
