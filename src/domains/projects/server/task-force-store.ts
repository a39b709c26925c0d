import { v7 } from "uuid";
import type { z } from "zod";
import type { IssueLevel, LogView, TaskForceView, TaskKind, TaskView } from "#domains/projects/contract/task-force-operations.ts";
import { getProject, namesOf } from "#domains/projects/server/project-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type TaskChoice = {
  readonly projectId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly kind?: TaskKind | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly open?: boolean | undefined;
  readonly limit?: number;
};

/** Tasks in the order in which they are due. */
export async function taskViews(tx: Tx, choice: TaskChoice, today: LocalDate): Promise<z.input<typeof TaskView>[]> {
  const zone = actorOf(tx).zoneId;
  let query = tx
    .selectFrom("project_task as task")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "task.zone_id").onRef("project.id", "=", "task.project_id"))
    .innerJoin("person as owner", (join) => join.onRef("owner.zone_id", "=", "task.zone_id").onRef("owner.id", "=", "task.owner_id"))
    .selectAll("task")
    .select(["project.code", "project.name", "owner.name as owner_name"])
    .where("task.zone_id", "=", zone)
    .orderBy("task.due_on")
    .orderBy("task.id")
    .limit(choice.limit ?? 500);
  if (choice.projectId !== undefined) query = query.where("task.project_id", "=", choice.projectId);
  if (choice.taskId !== undefined) query = query.where("task.id", "=", choice.taskId);
  if (choice.ownerId !== undefined) query = query.where("task.owner_id", "=", choice.ownerId);
  if (choice.kind !== undefined) query = query.where("task.kind", "=", choice.kind);
  if (choice.from !== undefined) query = query.where("task.due_on", ">=", choice.from);
  if (choice.to !== undefined) query = query.where("task.due_on", "<=", choice.to);
  if (choice.open) query = query.where("task.state", "=", "OPEN");
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    project: { id: row.project_id, code: row.code, name: row.name },
    kind: row.kind as TaskKind,
    title: row.title,
    owner: { id: row.owner_id, name: row.owner_name },
    openedOn: row.opened_on as LocalDate,
    dueOn: row.due_on as LocalDate,
    rolled: row.rolled,
    level: row.level as IssueLevel,
    state: row.state as z.input<typeof TaskView>["state"],
    closedOn: row.closed_on as LocalDate | null,
    closingNote: row.closing_note,
    daysLate: Math.max(0, daysBetween(row.due_on as LocalDate, (row.closed_on ?? today) as LocalDate)),
    version: row.version,
  }));
}

export async function getTask(tx: Tx, taskId: string, today: LocalDate): Promise<z.input<typeof TaskView>> {
  const [task] = await taskViews(tx, { taskId }, today);
  if (task === undefined) throw new AppError("projects.no-such-task", "not-found");
  return task;
}

export type TaskChange = {
  readonly due_on?: LocalDate;
  readonly rolled?: number;
  readonly level?: IssueLevel;
  readonly state?: string;
  readonly closed_on?: LocalDate;
  readonly closing_note?: string;
};

/** @throws AppError `record.changed` when somebody else changed it since. */
export async function updateTask(tx: Tx, taskId: string, version: number, change: TaskChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("project_task")
    .set({ ...change, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", taskId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

type LogKind = "note" | "rolled" | "raised" | "closed" | "handover";

export type LogLine = {
  readonly projectId: string;
  readonly taskId: string | null;
  readonly kind: LogKind;
  readonly text: string;
  readonly on: LocalDate;
};

export const appendLog = (tx: Tx, line: LogLine): Promise<void> => appendLogs(tx, [line]);

const LINES_A_STATEMENT = 1000;

export async function appendLogs(tx: Tx, lines: readonly LogLine[]): Promise<void> {
  const actor = actorOf(tx);
  for (let from = 0; from < lines.length; from += LINES_A_STATEMENT)
    await tx
      .insertInto("project_log")
      .values(
        lines.slice(from, from + LINES_A_STATEMENT).map((line) => ({
          zone_id: actor.zoneId,
          id: v7(),
          project_id: line.projectId,
          task_id: line.taskId,
          kind: line.kind,
          text: line.text,
          happened_on: line.on,
          by: actor.id,
          by_name: actor.name,
        })),
      )
      .execute();
}

/** A day that a task was rolled over from: appended, so that what was left over on it can be told later. */
export async function appendRoll(
  tx: Tx,
  roll: {
    readonly taskId: string;
    readonly ordinal: number;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly reason: string;
    readonly on: LocalDate;
  },
): Promise<void> {
  const actor = actorOf(tx);
  await tx
    .insertInto("project_task_roll")
    .values({
      zone_id: actor.zoneId,
      task_id: roll.taskId,
      ordinal: roll.ordinal,
      from_day: roll.from,
      to_day: roll.to,
      reason: roll.reason,
      rolled_on: roll.on,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export async function viewTaskForce(tx: Tx, projectId: string, today: LocalDate): Promise<z.input<typeof TaskForceView>> {
  const project = await getProject(tx, projectId);
  const zone = actorOf(tx).zoneId;
  const force = await tx
    .selectFrom("project_task_force")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .where("disbanded_on", "is", null)
    .executeTakeFirst();
  const members = await tx
    .selectFrom("task_force_member")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .orderBy("from_day")
    .orderBy("person_id")
    .execute();
  const log = await tx
    .selectFrom("project_log")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("project_id", "=", projectId)
    .orderBy("id", "desc")
    .limit(200)
    .execute();
  const names = await namesOf(tx, [force?.lead_id ?? null, ...members.map((member) => member.person_id)]);
  const person = (id: string) => ({ id, name: names.get(id) ?? "–" });
  return {
    project: { id: project.id, code: project.code, name: project.name },
    lead: force === undefined ? null : person(force.lead_id),
    formedOn: (force?.formed_on ?? null) as LocalDate | null,
    members: members.map((member) => ({
      person: person(member.person_id),
      duty: member.duty,
      from: member.from_day as LocalDate,
      to: member.to_day as LocalDate | null,
    })),
    tasks: await taskViews(tx, { projectId }, today),
    log: log.map(
      (line): z.input<typeof LogView> => ({ kind: line.kind, text: line.text, on: line.happened_on as LocalDate, by: line.by_name }),
    ),
  };
}
