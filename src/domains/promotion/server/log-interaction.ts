import { v7 } from "uuid";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { keepDue } from "#domains/promotion/server/keep-due.ts";
import { lockLead, requireVersion, subjectOf, updateLead } from "#domains/promotion/server/lead-store.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import { AppError } from "#kernel/app-error.ts";

/** A visit, call or meeting: it answers the lead when nobody has, and ends the silence. */
export const logInteraction: LeadHandlers["logInteraction"] = async (input, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, input.id);
  requireDecision(leadPolicy.log(actor, subjectOf(row)));
  if (input.on > today) throw new AppError("promotion.date-in-future", "invalid", { date: input.on, today });
  const id = v7();
  await tx
    .insertInto("promotion_interaction")
    .values({
      zone_id: actor.zoneId,
      id,
      lead_id: row.id,
      kind: input.kind,
      held_on: input.on,
      place: input.place,
      ours: input.ours,
      theirs: input.theirs,
      learnt: input.learnt,
      next_step: input.nextStep,
      next_on: input.nextOn ?? null,
      recorded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  const later = row.touched_on !== null && row.touched_on > input.on;
  await updateLead(tx, row, {
    ...(later ? {} : { touched_on: input.on }),
    // An entry from before the registration answers nothing: the lead had not come yet.
    ...(row.answered_on === null ? { answered_on: input.on < row.registered_on ? row.registered_on : input.on } : {}),
  });
  await keepDue(tx, row.id, today);
  context.journal({
    subject: `lead:${row.id}`,
    after: { interaction: id, kind: input.kind, on: input.on, nextOn: input.nextOn ?? null },
    personal: { ours: input.ours, theirs: input.theirs },
  });
  await context.emit("promotion.interaction-logged", {
    leadId: row.id,
    interactionId: id,
    enterpriseId: row.enterprise_id,
    kind: input.kind,
    on: input.on,
  });
  return viewLead(tx, row.id, today);
};

const FIELDS = { answered: "answered_on", judged: "judged_on", told: "told_on" } as const;

/** The three clocks that are stopped by saying so: answered, judged, told. */
export const markLead: LeadHandlers["markLead"] = async ({ id, version, mark, on, worthwhile, note }, context) => {
  const { tx, actor, today } = context;
  const row = await lockLead(tx, id);
  requireVersion(row, version);
  requireDecision(leadPolicy.mark(actor, subjectOf(row)));
  if (on > today) throw new AppError("promotion.date-in-future", "invalid", { date: on, today });
  const after = mark === "told" ? row.judged_on : row.registered_on;
  if (mark === "told" && row.judged_on === null) requireDecision({ allowed: false, because: "missing:judgement" });
  if (after !== null && on < after) throw new AppError("promotion.before-registration", "invalid", { date: on, last: after });
  if (mark === "judged" && (worthwhile === undefined || note === "")) throw new AppError("promotion.judgement-missing", "invalid");
  await updateLead(tx, row, {
    [FIELDS[mark]]: on,
    ...(mark === "judged" ? { worthwhile: worthwhile ?? null, judgement: note } : {}),
  });
  await keepDue(tx, id, today);
  context.journal({
    subject: `lead:${id}`,
    before: { [mark]: row[FIELDS[mark]] },
    after: { [mark]: on, ...(mark === "judged" ? { worthwhile, judgement: note } : {}) },
    detail: { note },
  });
  await context.emit("promotion.lead-marked", { leadId: id, mark, on });
  return viewLead(tx, id, today);
};
