import { v7 } from "uuid";
import { meetingPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import { getMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { namesOf } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

async function getItem(tx: Tx, id: string) {
  const item = await tx
    .selectFrom("dispatch_agenda_item")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (item === undefined) throw new AppError("projects.no-such-item", "not-found");
  return item;
}

export const noteAgendaItem: DispatchHandlers["noteAgendaItem"] = async ({ itemId, version, notes }, context) => {
  const { tx, today } = context;
  const item = await getItem(tx, itemId);
  const meeting = await getMeeting(tx, item.meeting_id);
  requireDecision(meetingPolicy.note(actorOf(tx), await caseOfMeeting(tx, meeting, today)));
  const { numUpdatedRows } = await tx
    .updateTable("dispatch_agenda_item")
    .set({ notes, version: version + 1 })
    .where("zone_id", "=", item.zone_id)
    .where("id", "=", itemId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  context.journal({ subject: `dispatch:${meeting.id}`, before: { item: itemId, notes: item.notes }, after: { item: itemId, notes } });
  return viewMeeting(tx, meeting.id, today);
};

export const addResolution: DispatchHandlers["addResolution"] = async ({ itemId, text, ownerId, departmentId, dueOn }, context) => {
  const { tx, today } = context;
  const item = await getItem(tx, itemId);
  const meeting = await getMeeting(tx, item.meeting_id);
  requireDecision(meetingPolicy.resolve(actorOf(tx), await caseOfMeeting(tx, meeting, today)));
  if (dueOn < today) throw new AppError("projects.due-before-today", "invalid", { due: dueOn, today });
  if (!(await namesOf(tx, [ownerId])).has(ownerId)) throw new AppError("projects.no-such-person", "not-found");
  const department = departmentId === undefined ? await departmentOf(tx, ownerId) : await requireDepartment(tx, departmentId);
  const { last } = await tx
    .selectFrom("dispatch_resolution")
    .select((by) => by.fn.max("number").as("last"))
    .where("zone_id", "=", item.zone_id)
    .where("meeting_id", "=", meeting.id)
    .executeTakeFirstOrThrow();
  const id = v7();
  const number = (last ?? 0) + 1;
  await tx
    .insertInto("dispatch_resolution")
    .values({
      zone_id: item.zone_id,
      id,
      meeting_id: meeting.id,
      item_id: itemId,
      number,
      text,
      owner_id: ownerId,
      department_id: department,
      due_on: dueOn,
      made_on: today,
    })
    .execute();
  context.journal({ subject: `dispatch:${meeting.id}`, after: { resolution: id, text, owner: ownerId, dueOn } });
  await context.emit("projects.resolution-made", { resolutionId: id, meetingId: meeting.id, projectId: item.project_id, ownerId, dueOn });
  return viewMeeting(tx, meeting.id, today);
};

/** The department in which a person holds a post; null for somebody of none. */
async function departmentOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .selectFrom("membership")
    .select("department_id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .where("department_id", "is not", null)
    .orderBy("granted_at")
    .limit(1)
    .executeTakeFirst();
  return row?.department_id ?? null;
}

async function requireDepartment(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom("department")
    .select("id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-department", "not-found");
  return row.id;
}
