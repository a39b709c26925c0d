import type { MinutesContent } from "#domains/projects/contract/dispatch.ts";
import { meetingPolicy, minutesPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { appendMeetingStep, getMeeting, updateMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { requireVersion } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What the minutes say is frozen here, so that an edition reads the same for ever. */
async function contentOf(tx: Tx, meetingId: string, remarks: string, today: LocalDate): Promise<MinutesContent> {
  const actor = actorOf(tx);
  const zone = await tx.selectFrom("zone").select(["name", "name_en"]).where("id", "=", actor.zoneId).executeTakeFirstOrThrow();
  const { meeting, agenda, attendance } = await viewMeeting(tx, meetingId, today);
  return {
    zone: { zh: zone.name, en: zone.name_en === "" ? zone.name : zone.name_en },
    year: meeting.year,
    number: meeting.number,
    heldOn: meeting.heldOn as LocalDate,
    startsAt: meeting.startsAt,
    mode: meeting.mode,
    place: meeting.place,
    chair: meeting.chair.name,
    attendance: attendance.map(({ person, capacity, status, representedBy, reason }) => ({
      name: person.name,
      capacity,
      status,
      representedBy,
      reason,
    })),
    items: agenda.items.map((item) => ({
      source: item.source,
      title: item.title,
      project: item.project?.name ?? null,
      reason: item.reason,
      change: item.change,
      changeReason: item.changeReason,
      notes: item.notes,
      resolutions: item.resolutions
        .filter(({ state }) => state !== "CANCELLED")
        .map(({ code, text, owner, department, dueOn }) => ({
          number: Number(code.split("-").at(-1)),
          text,
          owner: owner.name,
          department,
          dueOn: dueOn as LocalDate,
        })),
    })),
    remarks,
    writtenBy: actor.name,
  };
}

export const writeMinutes: DispatchHandlers["writeMinutes"] = async ({ meetingId, version, remarks, reason = "" }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const meeting = await getMeeting(tx, meetingId);
  requireVersion(meeting, version);
  requireDecision(meetingPolicy.writeMinutes(actor, await caseOfMeeting(tx, meeting, today)));
  const corrects = meeting.state === "MINUTED";
  if (corrects && reason === "") throw new AppError("projects.revision-reason", "invalid");
  const { last } = await tx
    .selectFrom("dispatch_minutes")
    .select((by) => by.fn.max("edition").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .executeTakeFirstOrThrow();
  const edition = (last ?? 0) + 1;
  await tx
    .insertInto("dispatch_minutes")
    .values({
      zone_id: actor.zoneId,
      meeting_id: meetingId,
      edition,
      content: JSON.stringify(await contentOf(tx, meetingId, remarks, today)),
      reason: reason === "" ? null : reason,
      written_on: today,
      written_by: actor.id,
      written_by_name: actor.name,
    })
    .execute();
  await updateMeeting(tx, meetingId, version, {});
  const state = corrects ? "MINUTED" : "CONVENED";
  const move = corrects ? "correctMinutes" : "writeMinutes";
  await appendMeetingStep(tx, meetingId, { move, from: state, to: state, reason: reason === "" ? null : reason, on: today });
  context.journal({ subject: `dispatch:${meetingId}`, after: { minutes: edition, state: "WRITTEN" }, detail: { reason } });
  await context.emit("projects.meeting-minutes-written", { meetingId, edition });
  return viewMeeting(tx, meetingId, today);
};

export const reviewMinutes: DispatchHandlers["reviewMinutes"] = async ({ meetingId, edition, version, approve, note }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const meeting = await getMeeting(tx, meetingId);
  const row = await tx
    .selectFrom("dispatch_minutes")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .where("edition", "=", edition)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-minutes", "not-found");
  requireVersion(row, version);
  requireDecision(minutesPolicy.review(actor, { state: row.state as "WRITTEN", writtenBy: row.written_by }));
  if (!approve && note === "") throw new AppError("projects.review-note", "invalid");
  const { numUpdatedRows } = await tx
    .updateTable("dispatch_minutes")
    .set({
      state: approve ? "APPROVED" : "RETURNED",
      reviewed_on: today,
      reviewed_by: actor.id,
      reviewed_by_name: actor.name,
      review_note: note === "" ? null : note,
      version: version + 1,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .where("edition", "=", edition)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  const from = meeting.state as "CONVENED" | "MINUTED";
  const to = approve ? "MINUTED" : from;
  await updateMeeting(tx, meetingId, meeting.version, { state: to });
  const move = approve ? "approveMinutes" : "returnMinutes";
  await appendMeetingStep(tx, meetingId, { move, from, to, reason: note === "" ? null : note, on: today });
  context.journal({
    subject: `dispatch:${meetingId}`,
    before: { minutes: edition, state: "WRITTEN" },
    after: { minutes: edition, state: approve ? "APPROVED" : "RETURNED" },
    detail: { note },
  });
  await context.emit(approve ? "projects.meeting-minuted" : "projects.meeting-minutes-returned", { meetingId, edition });
  return viewMeeting(tx, meetingId, today);
};
