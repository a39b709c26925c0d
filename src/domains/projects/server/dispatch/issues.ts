import { sql } from "kysely";
import type { z } from "zod";
import type { IssueView } from "#domains/projects/contract/dispatch-operations.ts";
import type { IssueLevel } from "#domains/projects/contract/task-force-operations.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { workdaysBetween } from "#kernel/work-calendar.ts";

type View = z.output<typeof IssueView>;
type Choice = {
  readonly level?: IssueLevel | undefined;
  readonly open?: boolean;
  readonly projectId?: string | undefined;
  readonly limit?: number;
};

/** Issues of all projects: the highest level and the oldest first, each with everything that was said of it. */
export async function issueViews(tx: Tx, choice: Choice, today: LocalDate): Promise<View[]> {
  const zone = actorOf(tx).zoneId;
  let query = tx
    .selectFrom("project_task as task")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "task.zone_id").onRef("project.id", "=", "task.project_id"))
    .innerJoin("person as owner", (join) => join.onRef("owner.zone_id", "=", "task.zone_id").onRef("owner.id", "=", "task.owner_id"))
    .selectAll("task")
    .select(["project.code", "project.name", "owner.name as owner_name"])
    .where("task.zone_id", "=", zone)
    .where("task.kind", "=", "issue")
    .orderBy(sql`array_position(array['leadership','department','task-force'], task.level)`)
    .orderBy("task.opened_on")
    .orderBy("task.id")
    .limit(choice.limit ?? 500);
  if (choice.level !== undefined) query = query.where("task.level", "=", choice.level);
  if (choice.projectId !== undefined) query = query.where("task.project_id", "=", choice.projectId);
  if (choice.open) query = query.where("task.state", "=", "OPEN");
  const rows = await query.execute();
  const history = await historyOf(
    tx,
    rows.map((row) => row.id),
  );
  const calendar = await loadCalendar(tx);
  return rows.map((row) => {
    const lines = history.get(row.id) ?? [];
    const until = (row.closed_on ?? today) as LocalDate;
    return {
      id: row.id,
      project: { id: row.project_id, code: row.code, name: row.name },
      title: row.title,
      owner: { id: row.owner_id, name: row.owner_name },
      level: row.level as IssueLevel,
      openedOn: row.opened_on as LocalDate,
      dueOn: row.due_on as LocalDate,
      rolled: row.rolled,
      state: row.state as View["state"],
      stuckWorkdays: workdaysBetween(calendar, row.opened_on as LocalDate, until).count,
      levelSince: (lines.findLast(({ kind }) => kind === "raised")?.on ?? row.opened_on) as LocalDate,
      daysLate: Math.max(0, daysBetween(row.due_on as LocalDate, until)),
      closedOn: row.closed_on as LocalDate | null,
      resolution: row.closing_note,
      history: lines,
      version: row.version,
    };
  });
}

async function historyOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, View["history"]>> {
  const rows = await tx
    .selectFrom("project_log")
    .select(["task_id", "kind", "text", "happened_on", "by_name"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where(sql<boolean>`task_id = any(${ids}::uuid[])`)
    .orderBy("id")
    .execute();
  const found = new Map<string, View["history"]>();
  for (const row of rows) {
    const line = { kind: row.kind, text: row.text, on: row.happened_on as LocalDate, by: row.by_name };
    found.set(row.task_id ?? "", [...(found.get(row.task_id ?? "") ?? []), line]);
  }
  return found;
}

export const listIssues: DispatchHandlers["listIssues"] = async (choice, { tx, today }) => ({ items: await issueViews(tx, choice, today) });
