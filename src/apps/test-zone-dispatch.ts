import type { Place, TestServer } from "#apps/test-server.ts";
import { dispatchOperations } from "#domains/projects/contract/dispatch-operations.ts";
import { addDays, instantOf, localDateOf } from "#kernel/local-date.ts";

const { planMeeting, addAgendaItem, conveneMeeting, noteAgendaItem, addResolution, markAttendance } = dispatchOperations;
const { closeResolution, extendResolution, writeMinutes, dispatchAgenda, nextMeeting } = dispatchOperations;

/** Records of one meeting, by the input fields that name them. */
export type DispatchRecords = {
  readonly meeting: string;
  readonly item: string;
  readonly resolution: string;
  readonly closed: string;
};

/** A meeting that has been held, with something in every table that dispatch has. */
export async function furnishDispatch(at: TestServer, place: Place, projectId: string): Promise<DispatchRecords> {
  const [leader, force] = [at.account("leadership", place), at.account("task_force", place)];
  const { heldOn } = await at.done(force, nextMeeting, {});
  const room = place === "first" ? "甲区会议室" : "乙区会议室";
  const planned = await at.done(force, planMeeting, { heldOn, chairId: leader.personId, place: room }, { key: "meeting" });
  const meetingId = planned.meeting.id;
  // A meeting is convened on its day: it is moved to the zone's own behind the doors, which for a real zone is the day of the clock.
  await at.database.tamper(
    "update dispatch_meeting set held_on = coalesce((select business_date from zone where id = $2), $3) where id = $1",
    [meetingId, at.database[place === "first" ? "zoneId" : "otherZoneId"], localDateOf(instantOf(new Date()))],
  );
  await at.done(force, addAgendaItem, { meetingId, title: `${room}议题`, projectId, reason: "专题" }, { key: "item" });
  const held = await at.done(force, conveneMeeting, { meetingId, version: planned.meeting.version });
  const item = held.agenda.items.find(({ source }) => source === "added");
  if (item?.id == null) throw new Error("the meeting has no item");
  const itemId = item.id;
  await at.done(force, noteAgendaItem, { itemId, version: item.version, notes: `${room}讨论` });
  const dueOn = addDays(heldOn, 7);
  const given = { itemId, ownerId: force.personId, dueOn };
  await at.done(force, addResolution, { ...given, text: `${room}事项一` }, { key: "first" });
  const resolved = await at.done(force, addResolution, { ...given, text: `${room}事项二` }, { key: "second" });
  const [first, second] = resolved.agenda.items.flatMap(({ resolutions }) => resolutions);
  if (first === undefined || second === undefined) throw new Error("the meeting has no resolutions");
  await at.done(leader, extendResolution, { resolutionId: first.id, version: first.version, to: addDays(dueOn, 7), reason: "图纸" });
  await at.done(
    force,
    closeResolution,
    { resolutionId: second.id, version: second.version, evidence: `${room}凭证` },
    { key: "close", files: [{ name: `${room}.txt`, bytes: new TextEncoder().encode(room) }] },
  );
  const marks = held.attendance.map(({ person }) => ({ personId: person.id, status: "PRESENT" as const }));
  const marked = await at.done(force, markAttendance, { meetingId, marks });
  await at.done(force, writeMinutes, { meetingId, version: marked.meeting.version });
  await at.done(force, dispatchAgenda, {});
  return { meeting: meetingId, item: itemId, resolution: first.id, closed: second.id };
}
