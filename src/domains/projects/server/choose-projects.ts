import { sql } from "kysely";
import type { ProjectListName } from "#domains/projects/rules/project-lists.ts";
import { listsOf } from "#domains/projects/rules/project-lists.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type ProjectFilter = {
  readonly q?: string | undefined;
  readonly stage?: string | undefined;
  readonly category?: string | undefined;
  readonly level?: string | undefined;
  /** One of the derived lists, as of the day. */
  readonly list?: ProjectListName | undefined;
  readonly ownerId?: string | undefined;
};

/** The projects of a filter, as a query to go on from: list, Gantt and map are narrowed by the same words. */
export async function chooseProjects(tx: Tx, { q, stage, category, level, list, ownerId }: ProjectFilter, asOf: LocalDate) {
  let query = tx.selectFrom("project").where("zone_id", "=", actorOf(tx).zoneId);
  if (stage !== undefined) query = query.where("stage", "=", stage);
  if (category !== undefined) query = query.where("category", "=", category);
  if (level !== undefined) query = query.where("level", "=", level);
  if (ownerId !== undefined) query = query.where("owner_id", "=", ownerId);
  if (q !== undefined && q !== "") {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    const key = `%${projectNameKey(q).replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((by) => by.or([by("name_key", "like", key), by("enterprise_name", "like", like), by("code", "ilike", like)]));
  }
  if (list !== undefined) {
    const records = await loadProjectRecords(tx, { only: "course" });
    const ids = records.filter((record) => listsOf(record, asOf).includes(list)).map((record) => record.id);
    query = query.where(sql<boolean>`id = any(${ids}::uuid[])`);
  }
  // Wrapped: a query can be awaited, and would run here.
  return { query };
}
