import type { z } from "zod";
import type { MeetingState, MinutesState } from "#domains/projects/contract/dispatch.ts";
import type { MeetingView, MinutesView } from "#domains/projects/contract/dispatch-operations.ts";
import { meetingMoves } from "#domains/projects/rules/dispatch-meeting.ts";
import { meetingPolicy, minutesPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { viewAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import { attendanceViews } from "#domains/projects/server/dispatch/attendance-view.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { getMeeting, meetingRows } from "#domains/projects/server/dispatch/meeting-store.ts";
import { AppError } from "#kernel/app-error.ts";
import { nextMoves } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export async function viewMeeting(tx: Tx, id: string, today: LocalDate): Promise<z.input<typeof MeetingView>> {
  const actor = actorOf(tx);
  const row = await getMeeting(tx, id);
  const [meeting] = await meetingRows(tx, { id });
  if (meeting === undefined) throw new AppError("projects.no-such-meeting", "not-found");
  const agenda = await viewAgenda(tx, row, today);
  const attendance = await attendanceViews(tx, row, today);
  const kept = agenda.items.filter((item) => item.change === "keep").length;
  const subject = await caseOfMeeting(tx, row, today, { items: kept });
  const steps = await tx
    .selectFrom("dispatch_meeting_step")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", id)
    .orderBy("ordinal")
    .execute();
  return {
    meeting: { ...meeting, items: kept, invited: attendance.length },
    agenda,
    attendance,
    minutes: await minutesViews(tx, id),
    steps: steps.map((step) => ({
      move: step.move,
      to: step.to_state as MeetingState,
      on: step.happened_on as LocalDate,
      by: step.by_name,
      reason: step.reason,
    })),
    next: nextMoves(meetingMoves, subject).map(({ name, to, by, missing }) => ({
      move: name,
      to: to as MeetingState,
      by,
      missing: [...missing],
    })),
    abilities: abilitiesOf(meetingPolicy, actor, subject),
  };
}

/** Editions, the newest first. */
async function minutesViews(tx: Tx, meetingId: string): Promise<z.input<typeof MinutesView>[]> {
  const actor = actorOf(tx);
  const rows = await tx
    .selectFrom("dispatch_minutes")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .orderBy("edition", "desc")
    .execute();
  return rows.map((row) => ({
    edition: row.edition,
    state: row.state as MinutesState,
    reason: row.reason,
    writtenOn: row.written_on as LocalDate,
    writtenBy: row.written_by_name,
    reviewedOn: row.reviewed_on as LocalDate | null,
    reviewedBy: row.reviewed_by_name,
    reviewNote: row.review_note,
    version: row.version,
    abilities: abilitiesOf(minutesPolicy, actor, { state: row.state as MinutesState, writtenBy: row.written_by }),
  }));
}

export const openMeeting: DispatchHandlers["openMeeting"] = ({ meetingId }, { tx, today }) => viewMeeting(tx, meetingId, today);
