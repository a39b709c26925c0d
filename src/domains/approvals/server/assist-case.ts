import { v7 } from "uuid";
import { casePolicy } from "#domains/approvals/rules/approval-policy.ts";
import { getCase } from "#domains/approvals/server/case-store.ts";
import type { PromiseHandlers } from "#domains/approvals/server/promise-handlers.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOf } from "#domains/approvals/server/view-case.ts";
import { assistViews } from "#domains/approvals/server/view-promises.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";

/** 帮办代办: a named helper, by which authorisation, until when. Only while it runs does the helper act for the applicant. */
export const assistCase: PromiseHandlers["assistCase"] = async ({ id, authorisation, to }, context) => {
  const { tx, today, actor } = context;
  const row = await getCase(tx, id);
  requireDecision(casePolicy.assist(actor, subjectOf(row)));
  if (to !== undefined && to < today) throw new AppError("approvals.assist-in-past", "invalid", { to, today });
  const running = await tx
    .selectFrom("approval_assist")
    .select("id")
    .where("zone_id", "=", actor.zoneId)
    .where("case_id", "=", id)
    .where("helper_id", "=", actor.id)
    .where((by) => by.or([by("to_day", "is", null), by("to_day", ">=", today)]))
    .executeTakeFirst();
  if (running !== undefined) throw new AppError("approvals.assisted-already", "conflict");
  const assistId = v7();
  await tx
    .insertInto("approval_assist")
    .values({
      zone_id: actor.zoneId,
      id: assistId,
      case_id: id,
      enterprise_id: row.enterprise_id,
      helper_id: actor.id,
      helper_name: actor.name,
      authorisation,
      from_day: today,
      to_day: to ?? null,
    })
    .execute();
  context.journal({ subject: `case:${id}`, after: { assist: assistId, authorisation, to: to ?? null } });
  await context.emit("approvals.assisted", { caseId: id, assistId, helperId: actor.id });
  return viewAssist(tx, assistId);
};

export const logAssist: PromiseHandlers["logAssist"] = async ({ assistId, text }, context) => {
  const { tx, today, actor } = context;
  const assist = await tx
    .selectFrom("approval_assist")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", assistId)
    .executeTakeFirst();
  if (assist === undefined) throw new AppError("approvals.no-such-assist", "not-found");
  if (assist.helper_id !== actor.id) throw new AppError("approvals.assist-other", "forbidden");
  if (assist.to_day !== null && assist.to_day < today) throw new AppError("approvals.assist-over", "conflict", { to: assist.to_day });
  await tx
    .insertInto("approval_assist_log")
    .values({
      zone_id: actor.zoneId,
      id: v7(),
      assist_id: assistId,
      enterprise_id: assist.enterprise_id,
      text,
      happened_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: `case:${assist.case_id}`, after: { assist: assistId }, detail: { text } });
  return viewAssist(tx, assistId);
};

async function viewAssist(tx: Tx, id: string) {
  const assist = await tx.selectFrom("approval_assist").select("case_id").where("id", "=", id).executeTakeFirstOrThrow();
  const view = (await assistViews(tx, await getCase(tx, assist.case_id))).find((one) => one.id === id);
  if (view === undefined) throw new AppError("approvals.no-such-assist", "not-found");
  return view;
}
