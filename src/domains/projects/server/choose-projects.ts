import { sql } from "kysely";
import type { z } from "zod";
import type { ProjectFilter, ProjectRow } from "#domains/projects/contract/register-operations.ts";
import { listsOf, rateByName } from "#domains/projects/rules/project-lists.ts";
import { projectNameKey } from "#domains/projects/rules/project-name.ts";
import { stageOn } from "#domains/projects/rules/project-record.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { namesOf, type ProjectTableRow } from "#domains/projects/server/project-store.ts";
import { rowOf } from "#domains/projects/server/view-project.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The projects of a filter, as a query to count, order and cut. Whoever asks for a past day gets the stages and lists of that day. */
export async function chooseProjects(tx: Tx, filter: ProjectFilter, today: LocalDate) {
  const { q, stage, category, level, ownerId } = filter;
  const ids = await idsOnDay(tx, filter, today);
  let query = tx.selectFrom("project").where("zone_id", "=", actorOf(tx).zoneId);
  if (category !== undefined) query = query.where("category", "=", category);
  if (level !== undefined) query = query.where("level", "=", level);
  if (ownerId !== undefined) query = query.where("owner_id", "=", ownerId);
  if (q !== undefined && q !== "") {
    const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    const key = `%${projectNameKey(q).replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where((by) => by.or([by("name_key", "like", key), by("enterprise_name", "like", like), by("code", "ilike", like)]));
  }
  if (ids !== undefined) return query.where(sql<boolean>`id = any(${ids}::uuid[])`);
  return stage === undefined ? query : query.where("stage", "=", stage);
}

/** What only the course of a project can say: its list, its place in a rate, its stage on another day. Undefined when none of it is asked. */
async function idsOnDay(tx: Tx, filter: ProjectFilter, today: LocalDate): Promise<readonly string[] | undefined> {
  const { stage, list, rate, side = "of" } = filter;
  const asOf = filter.asOf ?? today;
  if (list === undefined && rate === undefined && asOf === today) return undefined;
  const records = await loadProjectRecords(tx, { only: "course" });
  const behind = rate === undefined ? undefined : new Set(rateByName(records, asOf, rate)[side]);
  return records
    .filter((record) => {
      const then = stageOn(record, asOf);
      return (
        then !== undefined &&
        (stage === undefined || then === stage) &&
        (list === undefined || listsOf(record, asOf).includes(list)) &&
        (behind === undefined || behind.has(record.id))
      );
    })
    .map((record) => record.id);
}

/** Lines of a list, in the order of the rows given. */
export async function rowViews(tx: Tx, rows: readonly ProjectTableRow[], asOf: LocalDate): Promise<readonly z.input<typeof ProjectRow>[]> {
  const loaded = await loadProjectRecords(tx, { ids: rows.map((row) => row.id), only: "course" });
  const records = new Map(loaded.map((record) => [record.id, record]));
  const names = await namesOf(
    tx,
    rows.map((row) => row.owner_id),
  );
  return rows.flatMap((row) => {
    const record = records.get(row.id);
    return record === undefined ? [] : [rowOf(row, record, asOf, names)];
  });
}
