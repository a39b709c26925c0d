import { v7 } from "uuid";
import type { z } from "zod";
import type { MeetingProposal } from "#domains/projects/contract/dispatch-operations.ts";
import { DEFAULT_WEEKDAY, type ProposedDay, proposeDay } from "#domains/projects/rules/dispatch-day.ts";
import { meetingPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { viewAgenda, viewProposedAgenda } from "#domains/projects/server/dispatch/agenda-view.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { caseOfMeeting } from "#domains/projects/server/dispatch/meeting-case.ts";
import {
  appendMeetingStep,
  findPlannedMeeting,
  getMeeting,
  meetingRows,
  updateMeeting,
} from "#domains/projects/server/dispatch/meeting-store.ts";
import { viewMeeting } from "#domains/projects/server/dispatch/view-meeting.ts";
import { namesOf, requireVersion } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import { addDays, type LocalDate, yearOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { dayKind, firstWorkdayFrom } from "#kernel/work-calendar.ts";

const SETTING = "projects.dispatch-weekday";

async function weekdayOf(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom("setting")
    .select("value")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("name", "=", SETTING)
    .executeTakeFirst();
  return typeof row?.value === "number" ? row.value : DEFAULT_WEEKDAY;
}

/** The weekday after the last meeting that was held or is planned, and never before today. */
async function proposed(tx: Tx, today: LocalDate): Promise<ProposedDay & { readonly weekday: number }> {
  const weekday = await weekdayOf(tx);
  const { last } = await tx
    .selectFrom("dispatch_meeting")
    .select((by) => by.fn.max("held_on").as("last"))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "<>", "CANCELLED")
    .executeTakeFirstOrThrow();
  const after = (last ?? null) as LocalDate | null;
  const from = after !== null && after >= today ? addDays(after, 1) : today;
  return { weekday, ...proposeDay(await loadCalendar(tx), weekday, from) };
}

async function viewProposal(tx: Tx, today: LocalDate): Promise<z.input<typeof MeetingProposal>> {
  const planned = await findPlannedMeeting(tx);
  const [row] = planned === undefined ? [] : await meetingRows(tx, { id: planned.id });
  return { ...(await proposed(tx, today)), planned: row ?? null };
}

export const nextMeeting: DispatchHandlers["nextMeeting"] = (_, { tx, today }) => viewProposal(tx, today);

/** The agenda of the meeting asked for, of the one that is planned, or of the day on which the next would be. */
export const dispatchAgenda: DispatchHandlers["dispatchAgenda"] = async ({ meetingId }, { tx, today }) => {
  const meeting = meetingId === undefined ? await findPlannedMeeting(tx) : await getMeeting(tx, meetingId);
  return meeting === undefined ? viewProposedAgenda(tx, (await proposed(tx, today)).heldOn, today) : viewAgenda(tx, meeting, today);
};

export const listMeetings: DispatchHandlers["listMeetings"] = async ({ state, limit, cursor }, { tx }) => {
  const offset = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const rows = await meetingRows(tx, { state, limit: limit + 1, offset });
  return { items: rows.slice(0, limit), next: rows.length > limit ? String(offset + limit) : null, total: null };
};

/** @throws AppError when it is past, no working day, or taken. @returns whether the day rests on a notice that is not loaded. */
async function requireDay(tx: Tx, day: LocalDate, today: LocalDate, own?: string): Promise<boolean> {
  if (day < today) throw new AppError("projects.meeting-in-past", "invalid", { date: day, today });
  const calendar = await loadCalendar(tx);
  const kind = dayKind(calendar, day);
  if (!kind.workday)
    throw new AppError("projects.meeting-not-a-workday", "invalid", { date: day, next: firstWorkdayFrom(calendar, day).day });
  const there = await tx
    .selectFrom("dispatch_meeting")
    .select("id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("held_on", "=", day)
    .where("state", "<>", "CANCELLED")
    .execute();
  if (there.some(({ id }) => id !== own)) throw new AppError("projects.meeting-that-day", "conflict", { date: day });
  return kind.provisional;
}

async function requirePerson(tx: Tx, id: string): Promise<void> {
  if (!(await namesOf(tx, [id])).has(id)) throw new AppError("projects.no-such-person", "not-found");
}

export const planMeeting: DispatchHandlers["planMeeting"] = async ({ heldOn: asked, startsAt, chairId, mode, place }, context) => {
  const { tx, today } = context;
  const zone = actorOf(tx).zoneId;
  const heldOn = asked ?? (await proposed(tx, today)).heldOn;
  const provisional = await requireDay(tx, heldOn, today);
  await requirePerson(tx, chairId);
  const year = yearOf(heldOn);
  const { last } = await tx
    .selectFrom("dispatch_meeting")
    .select((by) => by.fn.max("number").as("last"))
    .where("zone_id", "=", zone)
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  const id = v7();
  const number = (last ?? 0) + 1;
  await tx
    .insertInto("dispatch_meeting")
    .values({
      zone_id: zone,
      id,
      year,
      number,
      held_on: heldOn,
      held_provisional: provisional,
      starts_at: startsAt,
      mode,
      place,
      chair_id: chairId,
    })
    .execute();
  await appendMeetingStep(tx, id, { move: "plan", from: null, to: "PLANNED", reason: null, on: today });
  context.journal({ subject: `dispatch:${id}`, after: { meeting: `${year}-${number}`, heldOn, chair: chairId, place } });
  await context.emit("projects.meeting-planned", { meetingId: id, heldOn });
  return viewMeeting(tx, id, today);
};

export const changeMeeting: DispatchHandlers["changeMeeting"] = async ({ meetingId, version, reason, ...said }, context) => {
  const { tx, today } = context;
  const row = await getMeeting(tx, meetingId);
  requireVersion(row, version);
  requireDecision(meetingPolicy.change(actorOf(tx), await caseOfMeeting(tx, row, today, { items: 0 })));
  const changes = {
    ...(said.heldOn === undefined || said.heldOn === row.held_on
      ? {}
      : { held_on: said.heldOn, held_provisional: await requireDay(tx, said.heldOn, today, row.id) }),
    ...(said.startsAt === undefined || said.startsAt === row.starts_at ? {} : { starts_at: said.startsAt }),
    ...(said.chairId === undefined || said.chairId === row.chair_id ? {} : { chair_id: said.chairId }),
    ...(said.mode === undefined || said.mode === row.mode ? {} : { mode: said.mode }),
    ...(said.place === undefined || said.place === row.place ? {} : { place: said.place }),
  };
  if (Object.keys(changes).length === 0) throw new AppError("projects.nothing-changed", "invalid");
  if (changes.chair_id !== undefined) await requirePerson(tx, changes.chair_id);
  await updateMeeting(tx, meetingId, version, changes);
  await appendMeetingStep(tx, meetingId, { move: "change", from: "PLANNED", to: "PLANNED", reason, on: today });
  const before = { heldOn: row.held_on, startsAt: row.starts_at, chair: row.chair_id, mode: row.mode, place: row.place };
  context.journal({ subject: `dispatch:${meetingId}`, before, after: changes, detail: { reason } });
  await context.emit("projects.meeting-changed", { meetingId });
  return viewMeeting(tx, meetingId, today);
};

export const cancelMeeting: DispatchHandlers["cancelMeeting"] = async ({ meetingId, version, reason }, context) => {
  const { tx, today } = context;
  const row = await getMeeting(tx, meetingId);
  requireVersion(row, version);
  requireDecision(meetingPolicy.cancel(actorOf(tx), await caseOfMeeting(tx, row, today, { items: 0, reason })));
  await updateMeeting(tx, meetingId, version, { state: "CANCELLED" });
  await appendMeetingStep(tx, meetingId, { move: "cancel", from: "PLANNED", to: "CANCELLED", reason, on: today });
  context.journal({ subject: `dispatch:${meetingId}`, before: { state: "PLANNED" }, after: { state: "CANCELLED" }, detail: { reason } });
  await context.emit("projects.meeting-cancelled", { meetingId });
  return viewMeeting(tx, meetingId, today);
};

export const setDispatchDay: DispatchHandlers["setDispatchDay"] = async ({ weekday, reason }, context) => {
  const { tx, today, actor } = context;
  const before = await weekdayOf(tx);
  await tx
    .insertInto("setting")
    .values({ zone_id: actor.zoneId, name: SETTING, value: JSON.stringify(weekday), changed_by: actor.id })
    .onConflict((on) =>
      on.columns(["zone_id", "name"]).doUpdateSet((by) => ({
        value: JSON.stringify(weekday),
        changed_by: actor.id,
        version: by("setting.version", "+", 1),
      })),
    )
    .execute();
  context.journal({ subject: "dispatch-weekday", before: { weekday: before }, after: { weekday }, detail: { reason } });
  return viewProposal(tx, today);
};
