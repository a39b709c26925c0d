import { type Selectable, sql } from "kysely";
import type { z } from "zod";
import type { MeetingMode, MeetingState } from "#domains/projects/contract/dispatch.ts";
import type { MeetingRow } from "#domains/projects/contract/dispatch-operations.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { DB, Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type MeetingTableRow = Selectable<DB["dispatch_meeting"]>;

export async function getMeeting(tx: Tx, id: string): Promise<MeetingTableRow> {
  const row = await tx
    .selectFrom("dispatch_meeting")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-meeting", "not-found");
  return row;
}

/** The meeting that is written to, held until the end: of two at once the second waits and finds what the first made of it. */
export async function holdMeeting(tx: Tx, id: string): Promise<MeetingTableRow> {
  await tx
    .selectFrom("dispatch_meeting")
    .select("id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .execute();
  return getMeeting(tx, id);
}

/** The meeting whose day comes next; undefined when none is planned. */
export const findPlannedMeeting = (tx: Tx): Promise<MeetingTableRow | undefined> =>
  tx
    .selectFrom("dispatch_meeting")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "PLANNED")
    .orderBy("held_on")
    .limit(1)
    .executeTakeFirst();

type MeetingChange = Partial<
  Pick<MeetingTableRow, "held_on" | "held_provisional" | "starts_at" | "mode" | "place" | "chair_id" | "state" | "convened_on">
>;

/** @throws AppError `record.changed` when somebody else changed it since. */
export async function updateMeeting(tx: Tx, id: string, version: number, change: MeetingChange): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("dispatch_meeting")
    .set({ ...change, version: version + 1 })
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
}

export type MeetingStep = {
  readonly move: string;
  readonly from: MeetingState | null;
  readonly to: MeetingState;
  readonly reason: string | null;
  readonly on: LocalDate;
};

export async function appendMeetingStep(tx: Tx, meetingId: string, step: MeetingStep): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("dispatch_meeting_step")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("dispatch_meeting_step")
    .values({
      zone_id: actor.zoneId,
      meeting_id: meetingId,
      ordinal: (last ?? 0) + 1,
      move: step.move,
      from_state: step.from,
      to_state: step.to,
      reason: step.reason,
      happened_on: step.on,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

type Row = z.input<typeof MeetingRow>;
type Choice = { readonly id?: string; readonly state?: MeetingState | undefined; readonly limit?: number; readonly offset?: number };

const counted = (from: string) =>
  sql<string>`(select count(*) from ${sql.raw(from)} where x.zone_id = meeting.zone_id and x.meeting_id = meeting.id`;

/** Meetings, the newest day first, with what came of each. */
export async function meetingRows(tx: Tx, { id, state, limit = 200, offset = 0 }: Choice): Promise<Row[]> {
  let query = tx
    .selectFrom("dispatch_meeting as meeting")
    .innerJoin("person", (join) => join.onRef("person.zone_id", "=", "meeting.zone_id").onRef("person.id", "=", "meeting.chair_id"))
    .selectAll("meeting")
    .select([
      "person.name as chair_name",
      sql<string>`${counted("dispatch_agenda_item x")} and x.change = 'keep')`.as("items"),
      sql<string>`${counted("dispatch_resolution x")} and x.state <> 'CANCELLED')`.as("resolutions"),
      sql<string>`${counted("dispatch_resolution x")} and x.state = 'OPEN')`.as("open_resolutions"),
      sql<string>`${counted("dispatch_attendance x")} and x.status = 'PRESENT')`.as("present"),
      sql<string>`${counted("dispatch_attendance x")})`.as("invited"),
    ])
    .where("meeting.zone_id", "=", actorOf(tx).zoneId)
    .orderBy("meeting.held_on", "desc")
    .orderBy("meeting.number", "desc")
    .limit(limit)
    .offset(offset);
  if (id !== undefined) query = query.where("meeting.id", "=", id);
  if (state !== undefined) query = query.where("meeting.state", "=", state);
  return (await query.execute()).map((row) => ({
    id: row.id,
    year: row.year,
    number: row.number,
    heldOn: row.held_on as LocalDate,
    provisional: row.held_provisional,
    startsAt: row.starts_at,
    mode: row.mode as MeetingMode,
    place: row.place,
    chair: { id: row.chair_id, name: row.chair_name },
    state: row.state as MeetingState,
    items: Number(row.items),
    resolutions: Number(row.resolutions),
    openResolutions: Number(row.open_resolutions),
    present: Number(row.present),
    invited: Number(row.invited),
    version: row.version,
  }));
}
