import { v7 } from "uuid";
import { meetingPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { freshAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { getMeeting, type MeetingTableRow } from "#domains/projects/server/dispatch/meeting-store.ts";
import { loadProjectPeople } from "#domains/projects/server/dispatch/project-people.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Change = {
  readonly key: string;
  readonly change: "add" | "keep" | "defer" | "drop";
  readonly title: string | null;
  readonly projectId: string | null;
  readonly ownerId: string | null;
  readonly reason: string;
};

async function appendChange(tx: Tx, meetingId: string, change: Change, on: LocalDate): Promise<void> {
  const actor = actorOf(tx);
  await tx
    .insertInto("dispatch_agenda_change")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      meeting_id: meetingId,
      item_key: change.key,
      change: change.change,
      title: change.title,
      project_id: change.projectId,
      owner_id: change.ownerId,
      reason: change.reason,
      said_on: on,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
}

export const addAgendaItem: DispatchHandlers["addAgendaItem"] = async (input, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const { meetingId, title, projectId = null, reason } = input;
  const meeting = await getMeeting(tx, meetingId);
  requireDecision(meetingPolicy.changeAgenda(actor, await caseOfMeeting(tx, meeting, today, { items: 0 })));
  const project = projectId === null ? undefined : (await loadProjectPeople(tx, projectId)).get(projectId);
  if (projectId !== null && project === undefined) throw new AppError("projects.no-such-project", "not-found");
  const ownerId = input.ownerId ?? project?.owner?.id ?? project?.lead?.id ?? null;
  if (ownerId !== null && !(await namesOf(tx, [ownerId])).has(ownerId)) throw new AppError("projects.no-such-person", "not-found");
  const key = `added:${v7()}`;
  await appendChange(tx, meetingId, { key, change: "add", title, projectId, ownerId, reason }, today);
  if (meeting.state === "CONVENED") await addInMeeting(tx, meetingId, { key, change: "add", title, projectId, ownerId, reason });
  context.journal({ subject: `dispatch:${meetingId}`, after: { agenda: "add", key, title }, detail: { reason } });
  return viewMeeting(tx, meetingId, today);
};

/** Raised in the meeting itself: it is taken last. */
async function addInMeeting(tx: Tx, meetingId: string, { key, title, projectId, ownerId, reason }: Change): Promise<void> {
  const actor = actorOf(tx);
  const { last } = await tx
    .selectFrom("dispatch_agenda_item")
    .select((by) => by.fn.max("ordinal").as("last"))
    .where("zone_id", "=", actor.zoneId)
    .where("meeting_id", "=", meetingId)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("dispatch_agenda_item")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      meeting_id: meetingId,
      ordinal: (last ?? 0) + 1,
      item_key: key,
      source: "added",
      project_id: projectId,
      owner_id: ownerId,
      title: title ?? "",
      reason_zh: `${actor.name}提交：${reason}`,
      reason_en: `added by ${actor.name}: ${reason}`,
      also: "[]",
      change: "keep",
    })
    .execute();
}

export const changeAgendaItem: DispatchHandlers["changeAgendaItem"] = async ({ meetingId, key, change, reason }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const meeting = await getMeeting(tx, meetingId);
  requireDecision(meetingPolicy.changeAgenda(actor, await caseOfMeeting(tx, meeting, today, { items: 0 })));
  const before = await changeOf(tx, meeting, key, today);
  await appendChange(tx, meetingId, { key, change, title: null, projectId: null, ownerId: null, reason }, today);
  if (meeting.state === "CONVENED") {
    await tx
      .updateTable("dispatch_agenda_item")
      .set((by) => ({ change, change_reason: reason, change_by_name: actor.name, version: by("version", "+", 1) }))
      .where("zone_id", "=", actor.zoneId)
      .where("meeting_id", "=", meetingId)
      .where("item_key", "=", key)
      .execute();
  }
  context.journal({ subject: `dispatch:${meetingId}`, before: { key, change: before }, after: { key, change }, detail: { reason } });
  return viewMeeting(tx, meetingId, today);
};

/** What was said of the item before. @throws AppError when the agenda has no such item. */
async function changeOf(tx: Tx, meeting: MeetingTableRow, key: string, today: LocalDate): Promise<string> {
  const there =
    meeting.state === "PLANNED"
      ? (await freshAgenda(tx, meeting, today)).find((item) => item.key === key)
      : await tx
          .selectFrom("dispatch_agenda_item")
          .select("change")
          .where("zone_id", "=", actorOf(tx).zoneId)
          .where("meeting_id", "=", meeting.id)
          .where("item_key", "=", key)
          .executeTakeFirst();
  if (there === undefined) throw new AppError("projects.no-such-item", "not-found");
  return there.change;
}
