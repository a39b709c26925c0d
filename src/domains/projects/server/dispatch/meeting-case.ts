import type { AttendanceStatus, MeetingState } from "#domains/projects/contract/dispatch.ts";
import type { MeetingCase } from "#domains/projects/rules/dispatch-meeting.ts";
import { freshAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import type { MeetingTableRow } from "#domains/projects/server/dispatch/meeting-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What the gates look at. @param items of the agenda, where the caller knows it already: making it anew reads every project. */
export async function caseOfMeeting(
  tx: Tx,
  meeting: MeetingTableRow,
  today: LocalDate,
  { items, reason = null }: { readonly items?: number; readonly reason?: string | null } = {},
): Promise<MeetingCase> {
  const zone = actorOf(tx).zoneId;
  const of = { zone_id: zone, meeting_id: meeting.id };
  const attendance = await tx
    .selectFrom("dispatch_attendance")
    .select("status")
    .where((by) => by.and(of))
    .execute();
  const stored = await tx
    .selectFrom("dispatch_agenda_item as item")
    .select((by) => [
      "item.change",
      "item.notes",
      by
        .exists(
          by
            .selectFrom("dispatch_resolution as resolution")
            .select("resolution.id")
            .whereRef("resolution.zone_id", "=", "item.zone_id")
            .whereRef("resolution.item_id", "=", "item.id"),
        )
        .as("resolved"),
    ])
    .where("item.zone_id", "=", zone)
    .where("item.meeting_id", "=", meeting.id)
    .execute();
  const inReview = await tx
    .selectFrom("dispatch_minutes")
    .select("written_by")
    .where((by) => by.and({ ...of, state: "WRITTEN" }))
    .executeTakeFirst();
  const kept = meeting.state === "PLANNED" ? (items ?? (await keptNow(tx, meeting, today))) : stored.filter(isKept).length;
  return {
    state: meeting.state as MeetingState,
    heldOn: meeting.held_on as LocalDate,
    today,
    items: kept,
    attendance: attendance.map((row) => row.status as AttendanceStatus),
    discussed: stored.filter((item) => isKept(item) && (item.notes !== "" || Boolean(item.resolved))).length,
    inReview: inReview === undefined ? null : { writtenBy: inReview.written_by },
    reason,
  };
}

const isKept = ({ change }: { readonly change: string }): boolean => change === "keep";
const keptNow = async (tx: Tx, meeting: MeetingTableRow, today: LocalDate): Promise<number> =>
  (await freshAgenda(tx, meeting, today)).filter(isKept).length;
