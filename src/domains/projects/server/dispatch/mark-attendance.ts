import { meetingPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { getMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const inviteToMeeting: DispatchHandlers["inviteToMeeting"] = async ({ meetingId, personId }, context) => {
  const { tx, today } = context;
  const meeting = await getMeeting(tx, meetingId);
  requireDecision(meetingPolicy.invite(actorOf(tx), await caseOfMeeting(tx, meeting, today)));
  const name = (await namesOf(tx, [personId])).get(personId);
  if (name === undefined) throw new AppError("projects.no-such-person", "not-found");
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("dispatch_attendance")
    .values({ zone_id: actorOf(tx).zoneId, meeting_id: meetingId, person_id: personId, capacity: "guest" })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError("projects.invited-already", "conflict", { name });
  context.journal({ subject: `dispatch:${meetingId}`, after: { invited: personId } });
  return viewMeeting(tx, meetingId, today);
};

export const markAttendance: DispatchHandlers["markAttendance"] = async ({ meetingId, marks }, context) => {
  const { tx, today } = context;
  const meeting = await getMeeting(tx, meetingId);
  requireDecision(meetingPolicy.mark(actorOf(tx), await caseOfMeeting(tx, meeting, today)));
  const names = await namesOf(
    tx,
    marks.map((mark) => mark.personId),
  );
  for (const { personId, status, representedBy = "", reason = "" } of marks) {
    const name = names.get(personId);
    if (name === undefined) throw new AppError("projects.no-such-person", "not-found");
    if (status !== "PRESENT" && personId === meeting.chair_id) throw new AppError("projects.chair-stays", "conflict");
    if (status === "REPRESENTED" && representedBy === "") throw new AppError("projects.represented-by", "invalid", { name });
    if (status !== "PRESENT" && reason === "") throw new AppError("projects.absence-reason", "invalid", { name });
    const { numUpdatedRows } = await tx
      .updateTable("dispatch_attendance")
      .set((by) => ({
        status,
        represented_by: status === "REPRESENTED" ? representedBy : null,
        reason: status === "PRESENT" ? null : reason,
        version: by("version", "+", 1),
      }))
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("meeting_id", "=", meetingId)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new AppError("projects.not-invited", "conflict", { name });
  }
  context.journal({
    subject: `dispatch:${meetingId}`,
    after: { attendance: marks.map(({ personId, status }) => `${personId} ${status}`) },
  });
  return viewMeeting(tx, meetingId, today);
};
