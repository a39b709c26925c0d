import { type ResolutionSubject, resolutionPolicy } from "#domains/projects/rules/dispatch-policy.ts";
import { PAPER_TYPES } from "#domains/projects/server/attach-evidence.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { getMeeting } from "#domains/projects/server/dispatch/meeting-store.ts";
import { loadProjectPeople } from "#domains/projects/server/dispatch/project-people.ts";
import { extensionsOf, getResolution, updateResolution } from "#domains/projects/server/dispatch/resolution-store.ts";
import { requireVersion } from "#domains/projects/server/project-store.ts";
import { requireDecision } from "#domains/projects/server/require-decision.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { keepFile } from "#kernel/server/files.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST_BYTES = 20 * 1_048_576;

async function lookAt(tx: Tx, id: string, version: number, today: LocalDate) {
  const resolution = await getResolution(tx, id, today);
  requireVersion(resolution, version);
  const meeting = await getMeeting(tx, resolution.meetingId);
  const project = resolution.project === null ? undefined : (await loadProjectPeople(tx, resolution.project.id)).get(resolution.project.id);
  const subject: ResolutionSubject = {
    state: resolution.state,
    ownerId: resolution.owner.id,
    chairId: meeting.chair_id,
    leadId: project?.lead?.id ?? null,
  };
  return { resolution, subject };
}

export const closeResolution: DispatchHandlers["closeResolution"] = async ({ resolutionId, version, evidence }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const { resolution, subject } = await lookAt(tx, resolutionId, version, today);
  requireDecision(resolutionPolicy.close(actor, subject));
  const [file] = context.files;
  const kept = file === undefined ? undefined : await keepFile(tx, context.store, file.bytes, { maxBytes: MOST_BYTES, types: PAPER_TYPES });
  await updateResolution(tx, resolutionId, version, {
    state: "DONE",
    closed_on: today,
    closed_by: actor.id,
    closed_by_name: actor.name,
    closing_text: evidence,
    closing_file_hash: kept?.hash ?? null,
    closing_file_name: kept === undefined ? null : (file?.name ?? null),
  });
  context.journal({
    subject: `dispatch:${resolution.meetingId}`,
    before: { resolution: resolutionId, state: "OPEN" },
    after: { resolution: resolutionId, state: "DONE", evidence, file: kept?.hash ?? null },
  });
  await context.emit("projects.resolution-closed", { resolutionId, meetingId: resolution.meetingId });
  return getResolution(tx, resolutionId, today);
};

export const extendResolution: DispatchHandlers["extendResolution"] = async ({ resolutionId, version, to, reason }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const { resolution, subject } = await lookAt(tx, resolutionId, version, today);
  requireDecision(resolutionPolicy.extend(actor, subject));
  if (to <= resolution.dueOn) throw new AppError("projects.extension-forward", "invalid", { to, due: resolution.dueOn });
  if (to < today) throw new AppError("projects.due-before-today", "invalid", { due: to, today });
  const before = (await extensionsOf(tx, [resolutionId])).get(resolutionId) ?? [];
  await tx
    .insertInto("dispatch_extension")
    .values({
      zone_id: actor.zoneId,
      resolution_id: resolutionId,
      ordinal: before.length + 1,
      from_day: resolution.dueOn,
      to_day: to,
      reason,
      said_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  await updateResolution(tx, resolutionId, version, { due_on: to });
  context.journal({
    subject: `dispatch:${resolution.meetingId}`,
    before: { resolution: resolutionId, dueOn: resolution.dueOn },
    after: { resolution: resolutionId, dueOn: to, extended: before.length + 1 },
    detail: { reason },
  });
  await context.emit("projects.resolution-extended", { resolutionId, from: resolution.dueOn, to });
  return getResolution(tx, resolutionId, today);
};

export const cancelResolution: DispatchHandlers["cancelResolution"] = async ({ resolutionId, version, reason }, context) => {
  const { tx, today } = context;
  const actor = actorOf(tx);
  const { resolution, subject } = await lookAt(tx, resolutionId, version, today);
  requireDecision(resolutionPolicy.cancel(actor, subject));
  await updateResolution(tx, resolutionId, version, {
    state: "CANCELLED",
    closed_on: today,
    closed_by: actor.id,
    closed_by_name: actor.name,
    closing_text: reason,
  });
  context.journal({
    subject: `dispatch:${resolution.meetingId}`,
    before: { resolution: resolutionId, state: "OPEN" },
    after: { resolution: resolutionId, state: "CANCELLED" },
    detail: { reason },
  });
  await context.emit("projects.resolution-cancelled", { resolutionId });
  return getResolution(tx, resolutionId, today);
};

export const downloadClosing: DispatchHandlers["downloadClosing"] = async ({ resolutionId }, { tx, store }) => {
  const actor = actorOf(tx);
  const row = await tx
    .selectFrom("dispatch_resolution as resolution")
    .innerJoin("file", (join) =>
      join.onRef("file.zone_id", "=", "resolution.zone_id").onRef("file.hash", "=", "resolution.closing_file_hash"),
    )
    .select(["resolution.closing_file_name", "file.mime", "file.hash"])
    .where("resolution.zone_id", "=", actor.zoneId)
    .where("resolution.id", "=", resolutionId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("projects.no-such-file", "not-found");
  return { name: row.closing_file_name ?? "evidence", mime: row.mime, bytes: Uint8Array.from(await store.get(actor.zoneId, row.hash)) };
};
