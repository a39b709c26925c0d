import { v7 } from "uuid";
import { diligencePolicy } from "#domains/promotion/rules/paper-policy.ts";
import { eventsOf } from "#domains/promotion/server/diligence/event-store.ts";
import { partyOfLead } from "#domains/promotion/server/diligence/party.ts";
import { viewDiligence } from "#domains/promotion/server/diligence/view-diligence.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, requireVersion, subjectOf } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { noteActivity } from "#domains/registry/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import { allow, refuse } from "#kernel/policy.ts";

export const enterEvent: DiligenceHandlers["enterEvent"] = async ({ id, kind, on, subject, source }, context) => {
  const { tx, actor, today } = context;
  const lead = await getLead(tx, id);
  requireDecision(diligencePolicy.enter(actor, { lead: subjectOf(lead), open: false }));
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  const party = await partyOfLead(tx, lead, today);
  const eventId = v7();
  await tx
    .insertInto("diligence_event")
    .values({
      zone_id: actor.zoneId,
      id: eventId,
      party_key: party.key,
      party_name: party.name,
      kind,
      happened_on: on,
      subject,
      source,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  if (party.enterpriseId !== null)
    await noteActivity(tx, { enterpriseId: party.enterpriseId, on, kind: "promotion.event", subject: `lead:${id}`, summary: subject });
  context.journal({ subject: `lead:${id}`, after: { event: eventId, kind, on, subject, source } });
  await context.emit("promotion.event-entered", { leadId: id, eventId, kind, on });
  return viewDiligence(tx, id, today);
};

export const liftEvent: DiligenceHandlers["liftEvent"] = async ({ id, eventId, version, on, because }, context) => {
  const { tx, actor, today } = context;
  const lead = await getLead(tx, id);
  requireDecision(diligencePolicy.enter(actor, { lead: subjectOf(lead), open: false }));
  const party = await partyOfLead(tx, lead, today);
  const row = (await eventsOf(tx, party)).find((event) => event.id === eventId);
  if (row === undefined) throw new AppError("promotion.no-such-event", "not-found");
  requireVersion(row, version);
  requireDecision(row.liftedOn === null ? allow : refuse("event-lifted"));
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  if (on < row.on) throw new AppError("promotion.before-registration", "invalid", { date: on, last: row.on });
  const { numUpdatedRows } = await tx
    .updateTable("diligence_event")
    .set({ lifted_on: on, lifted_because: because, lifted_by: actor.id, lifted_by_name: actor.name, version: version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", eventId)
    .where("version", "=", version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError("record.changed", "conflict");
  context.journal({ subject: `lead:${id}`, after: { event: eventId, liftedOn: on }, detail: { because } });
  await context.emit("promotion.event-lifted", { leadId: id, eventId, on });
  return viewDiligence(tx, id, today);
};
