import { sql } from "kysely";
import type { z } from "zod";
import type { CalendarEntry } from "#domains/projects/contract/course-operations.ts";
import { Milestone, milestoneWords } from "#domains/projects/contract/project.ts";
import { supervisionEntryWords } from "#domains/projects/contract/project-texts.ts";
import type { TaskView } from "#domains/projects/contract/task-force-operations.ts";
import { taskPolicy } from "#domains/projects/rules/project-policy.ts";
import { taskViews } from "#domains/projects/server/task-force-store.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { type Actor, abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Entry = z.input<typeof CalendarEntry>;

/** The days that are asked for, and of whom: `personId` narrows to what is this person's own, or of the person's projects. */
export type CalendarScope = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly personId?: string | undefined;
  readonly projectId?: string | undefined;
};

/** Something that falls on days. The page and the calendar feed read the same list: a new kind of entry is one more of these. */
export type CalendarSource = (tx: Tx, scope: CalendarScope, today: LocalDate) => Promise<readonly Entry[]>;

const MOST_OF_ONE_SOURCE = 2_000;

/** The projects of a person: owner or leader of the project, head or member of its task force. */
const projectsOf = (zone: string, personId: string) => sql<boolean>`project.id in (
  select p.id from project p where p.zone_id = ${zone}::uuid and (p.owner_id = ${personId}::uuid or p.leader_id = ${personId}::uuid)
  union select f.project_id from project_task_force f where f.zone_id = ${zone}::uuid and f.lead_id = ${personId}::uuid and f.disbanded_on is null
  union select m.project_id from task_force_member m where m.zone_id = ${zone}::uuid and m.person_id = ${personId}::uuid and m.to_day is null)`;

/** The rows of one project, of one person's projects, or of all of them. */
const concerned = (zone: string, { personId, projectId }: CalendarScope) =>
  sql.join<boolean>(
    [
      sql`true`,
      ...(personId === undefined ? [] : [projectsOf(zone, personId)]),
      ...(projectId === undefined ? [] : [sql`project.id = ${projectId}::uuid`]),
    ],
    sql` and `,
  );

/** A task as an entry, with what this person may do with it. */
export function entryOfTask(task: z.input<typeof TaskView>, actor: Actor): Entry {
  return {
    kind: task.kind,
    id: task.id,
    day: task.dueOn,
    title: { zh: task.title, en: task.title },
    project: task.project,
    owner: task.owner.name,
    state: task.state === "OPEN" ? "open" : "done",
    rolled: task.rolled,
    rolledTo: null,
    daysLate: task.daysLate,
    task: { id: task.id, version: task.version, abilities: abilitiesOf(taskPolicy, actor, task) },
  };
}

const tasks: CalendarSource = async (tx, { from, to, personId, projectId }, today) => {
  const views = await taskViews(tx, { from, to, ownerId: personId, projectId, limit: MOST_OF_ONE_SOURCE }, today);
  return views.filter((task) => task.state !== "CANCELLED").map((task) => entryOfTask(task, actorOf(tx)));
};

const milestones: CalendarSource = async (tx, scope, today) => {
  const zone = actorOf(tx).zoneId;
  const rows = await tx
    .selectFrom("project_milestone_plan as plan")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "plan.zone_id").onRef("project.id", "=", "plan.project_id"))
    .select(["plan.project_id", "plan.kind", "plan.planned_on", "project.code", "project.name"])
    .select(
      sql<string | null>`(select actual.actual_on from project_milestone_actual actual where actual.zone_id = plan.zone_id
        and actual.project_id = plan.project_id and actual.kind = plan.kind order by actual.ordinal desc limit 1)`.as("actual_on"),
    )
    .where("plan.zone_id", "=", zone)
    .where("plan.planned_on", ">=", scope.from)
    .where("plan.planned_on", "<=", scope.to)
    .where("plan.effective_on", "<=", today)
    // The plan in force: no later one has taken effect.
    .where(
      sql<boolean>`not exists (select from project_milestone_plan later where later.zone_id = plan.zone_id
        and later.project_id = plan.project_id and later.kind = plan.kind and later.ordinal > plan.ordinal and later.effective_on <= ${today})`,
    )
    .where("project.stage", "<>", "TERMINATED")
    .where(concerned(zone, scope))
    .orderBy("plan.planned_on")
    .orderBy("project.code")
    .limit(MOST_OF_ONE_SOURCE)
    .execute();
  return rows.flatMap((row): Entry[] => {
    const kind = Milestone.safeParse(row.kind).data;
    const day = row.planned_on as LocalDate | null;
    if (kind === undefined || day === null) return [];
    const reached = row.actual_on !== null && row.actual_on <= today;
    const words = milestoneWords[kind];
    return [
      {
        kind: "milestone",
        id: `${row.project_id}:${kind}`,
        day,
        title: { zh: `计划${words.zh}`, en: `Planned: ${words.en}` },
        project: { id: row.project_id, code: row.code, name: row.name },
        owner: null,
        state: reached ? "done" : "open",
        rolled: 0,
        rolledTo: null,
        daysLate: reached ? 0 : Math.max(0, daysBetween(day, today)),
        task: null,
      },
    ];
  });
};

const supervision: CalendarSource = async (tx, scope, today) => {
  const zone = actorOf(tx).zoneId;
  const due = sql<string>`coalesce(letter.due_on, letter.issue_by)`;
  const rows = await tx
    .selectFrom("project_supervision as letter")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "letter.zone_id").onRef("project.id", "=", "letter.project_id"))
    .select(["letter.id", "letter.kind", "letter.state", "letter.number", "letter.project_id", "project.code", "project.name"])
    .select(due.as("due"))
    .where("letter.zone_id", "=", zone)
    .where("letter.state", "<>", "CANCELLED")
    .where(due, ">=", scope.from)
    .where(due, "<=", scope.to)
    .where(concerned(zone, scope))
    .orderBy(due)
    .orderBy("letter.id")
    .limit(MOST_OF_ONE_SOURCE)
    .execute();
  return rows.map((row): Entry => {
    const isOpen = row.state === "OPEN" || row.state === "ISSUED";
    const words = supervisionEntryWords[row.state === "OPEN" ? "issue" : "reply"];
    const number = row.number === null ? "" : ` ${row.number}`;
    return {
      kind: "supervision",
      id: row.id,
      day: row.due as LocalDate,
      title: { zh: `${words.zh}${number}`, en: `${words.en}${number}` },
      project: { id: row.project_id, code: row.code, name: row.name },
      owner: null,
      state: isOpen ? "open" : "done",
      rolled: 0,
      rolledTo: null,
      daysLate: isOpen ? Math.max(0, daysBetween(row.due as LocalDate, today)) : 0,
      task: null,
    };
  });
};

const dateRequests: CalendarSource = async (tx, scope) => {
  const zone = actorOf(tx).zoneId;
  const day = sql<string>`coalesce(request.decided_on, request.requested_on)`;
  const rows = await tx
    .selectFrom("project_date_request as request")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "request.zone_id").onRef("project.id", "=", "request.project_id"))
    .select(["request.id", "request.kind", "request.state", "request.to_date", "request.project_id", "project.code", "project.name"])
    .select(day.as("day"))
    .where("request.zone_id", "=", zone)
    .where("request.state", "<>", "WITHDRAWN")
    .where(day, ">=", scope.from)
    .where(day, "<=", scope.to)
    .where(concerned(zone, scope))
    .orderBy(day)
    .orderBy("request.id")
    .limit(MOST_OF_ONE_SOURCE)
    .execute();
  return rows.flatMap((row): Entry[] => {
    const kind = Milestone.safeParse(row.kind).data;
    if (kind === undefined) return [];
    const milestone = milestoneWords[kind];
    const said = { REQUESTED: ["改期待审定", "date to be decided"], GRANTED: ["同意改期", "new date granted"] }[row.state] ?? [
      "不同意改期",
      "new date refused",
    ];
    return [
      {
        kind: "date-request",
        id: row.id,
        day: row.day as LocalDate,
        title: { zh: `${milestone.zh}${said[0]}：${row.to_date}`, en: `${milestone.en}: ${said[1]}, ${row.to_date}` },
        project: { id: row.project_id, code: row.code, name: row.name },
        owner: null,
        state: row.state === "REQUESTED" ? "open" : "done",
        rolled: 0,
        rolledTo: null,
        daysLate: 0,
        task: null,
      },
    ];
  });
};

/** Days that an item did not keep: it stays on them, with where it went and why. */
const rolls: CalendarSource = async (tx, { from, to, personId, projectId }) => {
  let query = tx
    .selectFrom("project_task_roll as roll")
    .innerJoin("project_task as task", (join) => join.onRef("task.zone_id", "=", "roll.zone_id").onRef("task.id", "=", "roll.task_id"))
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "task.zone_id").onRef("project.id", "=", "task.project_id"))
    .innerJoin("person as owner", (join) => join.onRef("owner.zone_id", "=", "task.zone_id").onRef("owner.id", "=", "task.owner_id"))
    .select(["roll.task_id", "roll.ordinal", "roll.from_day", "roll.to_day", "roll.reason"])
    .select(["task.kind", "task.title", "task.project_id", "project.code", "project.name", "owner.name as owner_name"])
    .where("roll.zone_id", "=", actorOf(tx).zoneId)
    .where("task.kind", "=", "calendar")
    .where("roll.from_day", ">=", from)
    .where("roll.from_day", "<=", to)
    .orderBy("roll.from_day")
    .orderBy("roll.task_id")
    .limit(MOST_OF_ONE_SOURCE);
  if (personId !== undefined) query = query.where("task.owner_id", "=", personId);
  if (projectId !== undefined) query = query.where("task.project_id", "=", projectId);
  return (await query.execute()).map(
    (row): Entry => ({
      kind: "calendar",
      id: `${row.task_id}:${row.ordinal}`,
      day: row.from_day as LocalDate,
      title: { zh: row.title, en: row.title },
      project: { id: row.project_id, code: row.code, name: row.name },
      owner: row.owner_name,
      state: "rolled",
      rolled: row.ordinal,
      rolledTo: { day: row.to_day as LocalDate, reason: row.reason },
      daysLate: 0,
      task: null,
    }),
  );
};

/** Dispatch meetings that a person chairs or is called to. */
const meetings: CalendarSource = async (tx, { from, to, personId, projectId }) => {
  if (projectId !== undefined) return [];
  let query = tx
    .selectFrom("dispatch_meeting as meeting")
    .innerJoin("person as chair", (join) => join.onRef("chair.zone_id", "=", "meeting.zone_id").onRef("chair.id", "=", "meeting.chair_id"))
    .select(["meeting.id", "meeting.year", "meeting.number", "meeting.held_on", "meeting.starts_at", "meeting.place", "meeting.state"])
    .select("chair.name as chair")
    .where("meeting.zone_id", "=", actorOf(tx).zoneId)
    .where("meeting.state", "<>", "CANCELLED")
    .where("meeting.held_on", ">=", from)
    .where("meeting.held_on", "<=", to)
    .orderBy("meeting.held_on")
    .limit(MOST_OF_ONE_SOURCE);
  if (personId !== undefined)
    query = query.where(
      sql<boolean>`(meeting.chair_id = ${personId}::uuid or exists (select from dispatch_attendance called
        where called.zone_id = meeting.zone_id and called.meeting_id = meeting.id and called.person_id = ${personId}::uuid))`,
    );
  return (await query.execute()).map(
    (row): Entry => ({
      kind: "meeting",
      id: row.id,
      day: row.held_on as LocalDate,
      title: {
        zh: `${row.year}年第${row.number}次调度会 ${row.starts_at} ${row.place}`,
        en: `Dispatch meeting ${row.number} of ${row.year}, ${row.starts_at}, ${row.place}`,
      },
      project: null,
      owner: row.chair,
      state: row.state === "PLANNED" ? "open" : "done",
      rolled: 0,
      rolledTo: null,
      daysLate: 0,
      task: null,
    }),
  );
};

const resolutions: CalendarSource = async (tx, { from, to, personId, projectId }, today) => {
  let query = tx
    .selectFrom("dispatch_resolution as made")
    .innerJoin("dispatch_agenda_item as item", (join) =>
      join.onRef("item.zone_id", "=", "made.zone_id").onRef("item.id", "=", "made.item_id"),
    )
    .innerJoin("person as owner", (join) => join.onRef("owner.zone_id", "=", "made.zone_id").onRef("owner.id", "=", "made.owner_id"))
    .leftJoin("project", (join) => join.onRef("project.zone_id", "=", "item.zone_id").onRef("project.id", "=", "item.project_id"))
    .select([
      "made.id",
      "made.text",
      "made.due_on",
      "made.state",
      "owner.name as owner",
      "project.id as project_id",
      "project.code",
      "project.name",
    ])
    .where("made.zone_id", "=", actorOf(tx).zoneId)
    .where("made.state", "<>", "CANCELLED")
    .where("made.due_on", ">=", from)
    .where("made.due_on", "<=", to)
    .orderBy("made.due_on")
    .orderBy("made.id")
    .limit(MOST_OF_ONE_SOURCE);
  if (personId !== undefined) query = query.where("made.owner_id", "=", personId);
  if (projectId !== undefined) query = query.where("project.id", "=", projectId);
  return (await query.execute()).map(
    (row): Entry => ({
      kind: "resolution",
      id: row.id,
      day: row.due_on as LocalDate,
      title: { zh: row.text, en: row.text },
      project: row.project_id === null ? null : { id: row.project_id, code: row.code ?? "", name: row.name ?? "" },
      owner: row.owner,
      state: row.state === "OPEN" ? "open" : "done",
      rolled: 0,
      rolledTo: null,
      daysLate: row.state === "OPEN" ? Math.max(0, daysBetween(row.due_on as LocalDate, today)) : 0,
      task: null,
    }),
  );
};

export const calendarSources: readonly CalendarSource[] = [tasks, rolls, milestones, supervision, dateRequests, meetings, resolutions];

/** Everything of the days that are asked for, day by day. */
export async function readCalendar(tx: Tx, scope: CalendarScope, today: LocalDate): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const source of calendarSources) entries.push(...(await source(tx, scope, today)));
  return entries.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
