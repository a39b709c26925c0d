import { v7 } from "uuid";
import { meetingPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { freshAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import { inviteesOf } from "#domains/projects/server/dispatch/attendance-view.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { appendMeetingStep, holdMeeting, updateMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { requireVersion } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The meeting begins: its agenda is stored as it stands now, with what was put off and left out, and the list of those invited. */
export const conveneMeeting: DispatchHandlers["conveneMeeting"] = async ({ meetingId, version }, context) => {
  const { tx, today } = context;
  const zone = { zone_id: actorOf(tx).zoneId, meeting_id: meetingId };
  const row = await holdMeeting(tx, meetingId);
  requireVersion(row, version);
  const items = row.state === "PLANNED" ? await freshAgenda(tx, row, today) : [];
  const kept = items.filter((item) => item.change === "keep");
  requireDecision(meetingPolicy.convene(actorOf(tx), await caseOfMeeting(tx, row, today, { items: kept.length })));
  await tx
    .insertInto("dispatch_agenda_item")
    .values(
      items.map((item, place) => ({
        ...zone,
        id: v7(),
        ordinal: place + 1,
        item_key: item.key,
        source: item.source,
        source_id: item.sourceId,
        project_id: item.project?.id ?? null,
        owner_id: item.owner?.id ?? null,
        title: item.title,
        reason_zh: item.reason.zh,
        reason_en: item.reason.en,
        also: JSON.stringify(item.also),
        change: item.change,
        change_reason: item.changeReason,
        change_by_name: item.changedBy,
      })),
    )
    .execute();
  const invited = await inviteesOf(tx, row, items);
  await tx
    .insertInto("dispatch_attendance")
    .values([...invited].map(([personId, capacity]) => ({ ...zone, person_id: personId, capacity })))
    .onConflict((on) => on.columns(["zone_id", "meeting_id", "person_id"]).doUpdateSet((by) => ({ capacity: by.ref("excluded.capacity") })))
    .execute();
  await updateMeeting(tx, meetingId, version, { state: "CONVENED", convened_on: today });
  await appendMeetingStep(tx, meetingId, { move: "convene", from: "PLANNED", to: "CONVENED", reason: null, on: today });
  context.journal({
    subject: `dispatch:${meetingId}`,
    before: { state: "PLANNED" },
    after: { state: "CONVENED", items: kept.length, invited: invited.size },
  });
  await context.emit("projects.meeting-convened", { meetingId, items: kept.length });
  return viewMeeting(tx, meetingId, today);
};
