import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { ResolutionState } from "#domains/projects/contract/dispatch.ts";
import type { ResolutionView } from "#domains/projects/contract/dispatch-operations.ts";
import { resolutionPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { AppError } from "#kernel/app-error.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type View = z.output<typeof ResolutionView>;
export type ExtensionRow = Selectable<DB["dispatch_extension"]>;

export type ResolutionChoice = {
  readonly id?: string;
  readonly meetingId?: string | undefined;
  readonly state?: ResolutionState | undefined;
  readonly ownerId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly projectId?: string | undefined;
  /** Open and past its day. */
  readonly overdue?: boolean;
  readonly limit?: number;
  readonly offset?: number;
};

/** Resolutions, open ones first by the day on which they are due, each with its extensions and what this person may do with it. */
export async function resolutionViews(tx: Tx, choice: ResolutionChoice, today: LocalDate): Promise<View[]> {
  const actor = actorOf(tx);
  const rows = await resolutionQuery(tx, choice, today)
    .orderBy(sql`resolution.state = 'OPEN'`, "desc")
    .orderBy("resolution.due_on")
    .orderBy("meeting.held_on")
    .orderBy("resolution.number")
    .limit(choice.limit ?? 500)
    .offset(choice.offset ?? 0)
    .execute();
  const extensions = await extensionsOf(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const state = row.state as ResolutionState;
    const subject = { state, ownerId: row.owner_id, chairId: row.chair_id, leadId: row.lead_id };
    return {
      id: row.id,
      code: `${row.year}-${row.meeting_number}-${row.number}`,
      meetingId: row.meeting_id,
      heldOn: row.held_on as LocalDate,
      project:
        row.project_id === null || row.project_code === null || row.project_name === null
          ? null
          : { id: row.project_id, code: row.project_code, name: row.project_name },
      item: row.title,
      text: row.text,
      owner: { id: row.owner_id, name: row.owner_name },
      department: row.department,
      dueOn: row.due_on as LocalDate,
      state,
      madeOn: row.made_on as LocalDate,
      daysLate: Math.max(0, daysBetween(row.due_on as LocalDate, (row.closed_on ?? today) as LocalDate)),
      extensions: (extensions.get(row.id) ?? []).map((one) => ({
        from: one.from_day as LocalDate,
        to: one.to_day as LocalDate,
        reason: one.reason,
        on: one.said_on as LocalDate,
        by: one.by_name,
      })),
      closedOn: row.closed_on as LocalDate | null,
      closedBy: row.closed_by_name,
      closing: row.closing_text,
      closingFile: row.closing_file_name,
      version: row.version,
      abilities: abilitiesOf(resolutionPolicy, actor, subject),
    };
  });
}

function resolutionQuery(tx: Tx, choice: ResolutionChoice, today: LocalDate) {
  let query = tx
    .selectFrom("dispatch_resolution as resolution")
    .innerJoin("dispatch_meeting as meeting", (join) =>
      join.onRef("meeting.zone_id", "=", "resolution.zone_id").onRef("meeting.id", "=", "resolution.meeting_id"),
    )
    .innerJoin("dispatch_agenda_item as item", (join) =>
      join.onRef("item.zone_id", "=", "resolution.zone_id").onRef("item.id", "=", "resolution.item_id"),
    )
    .innerJoin("person as owner", (join) =>
      join.onRef("owner.zone_id", "=", "resolution.zone_id").onRef("owner.id", "=", "resolution.owner_id"),
    )
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "resolution.zone_id").onRef("department.id", "=", "resolution.department_id"),
    )
    .leftJoin("project", (join) => join.onRef("project.zone_id", "=", "item.zone_id").onRef("project.id", "=", "item.project_id"))
    .leftJoin("project_task_force as force", (join) =>
      join
        .onRef("force.zone_id", "=", "item.zone_id")
        .onRef("force.project_id", "=", "item.project_id")
        .on("force.disbanded_on", "is", null),
    )
    .selectAll("resolution")
    .select([
      "meeting.year",
      "meeting.number as meeting_number",
      "meeting.held_on",
      "meeting.chair_id",
      "item.title",
      "item.project_id",
      "owner.name as owner_name",
      "department.name as department",
      "project.code as project_code",
      "project.name as project_name",
      "force.lead_id",
    ])
    .where("resolution.zone_id", "=", actorOf(tx).zoneId);
  if (choice.id !== undefined) query = query.where("resolution.id", "=", choice.id);
  if (choice.meetingId !== undefined) query = query.where("resolution.meeting_id", "=", choice.meetingId);
  if (choice.state !== undefined) query = query.where("resolution.state", "=", choice.state);
  if (choice.ownerId !== undefined) query = query.where("resolution.owner_id", "=", choice.ownerId);
  if (choice.departmentId !== undefined) query = query.where("resolution.department_id", "=", choice.departmentId);
  if (choice.projectId !== undefined) query = query.where("item.project_id", "=", choice.projectId);
  if (choice.overdue) query = query.where("resolution.state", "=", "OPEN").where("resolution.due_on", "<", today);
  return query;
}

export async function countResolutions(tx: Tx, choice: ResolutionChoice, today: LocalDate): Promise<number> {
  const { count } = await resolutionQuery(tx, choice, today)
    .clearSelect()
    .select((by) => by.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function getResolution(tx: Tx, id: string, today: LocalDate): Promise<View> {
  const [view] = await resolutionViews(tx, { id }, today);
  if (view === undefined) throw new AppError("projects.no-such-resolution", "not-found");
  return view;
}

/** Extensions by resolution, in the order in which they were granted; of every resolution when none is named. */
export async function extensionsOf(tx: Tx, ids?: readonly string[]): Promise<ReadonlyMap<string, readonly ExtensionRow[]>> {
  let query = tx
    .selectFrom("dispatch_extension")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("resolution_id")
    .orderBy("ordinal");
  if (ids !== undefined) query = query.where(sql<boolean>`resolution_id = any(${ids}::uuid[])`);
  const found = new Map<string, ExtensionRow[]>();
  for (const row of await query.execute()) found.set(row.resolution_id, [...(found.get(row.resolution_id) ?? []), row]);
  return found;
}

export type ResolutionChange = Partial<
  Pick<
    Selectable<DB["dispatch_resolution"]>,
    "due_on" | "state" | "closed_on" | "closed_by" | "closed_by_name" | "closing_text" | "closing_file_hash" | "closing_file_name"
  >
>;

/** @throws AppError `record.changed` when somebody else changed it since. */
export async function updateResolution(tx: Tx, id: string, version: number, change: ResolutionChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("dispatch_resolution")
    .set({ ...change, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}
