import { sql } from "kysely";
import { type LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import { forwardMove, LEAD_STAGES, leadMoves } from "#domains/promotion/rules/lead-lifecycle.ts";
import { chooseLeads, offsetOf } from "#domains/promotion/server/choose-leads.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { type LeadTableRow, leadCases } from "#domains/promotion/server/lead-store.ts";
import { rowViews, viewLead } from "#domains/promotion/server/view-lead.ts";
import { decimal, sum } from "#kernel/decimal.ts";
import { missingFor } from "#kernel/lifecycle.ts";

export const openLead: LeadHandlers["openLead"] = ({ id }, { tx, today }) => viewLead(tx, id, today);

const ORDER = {
  due: sql`due_on asc nulls last, code desc`,
  code: sql`code desc`,
  amount: sql`amount_yuan desc nulls last, code desc`,
  touched: sql`touched_on asc nulls first, code desc`,
  stage: sql`array_position(${sql.lit(`{${LEAD_STAGES.join(",")}}`)}::text[], stage) desc, code desc`,
} as const;

export const listLeads: LeadHandlers["listLeads"] = async ({ sort, limit, cursor, ...filter }, { tx, today }) => {
  const offset = offsetOf(cursor);
  const query = chooseLeads(tx, filter, today);
  const { total } = await query.select((by) => by.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy(ORDER[sort]).offset(offset).limit(limit).execute();
  return {
    items: await rowViews(tx, rows, today),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
  };
};

/** Active leads by stage, with what is missing for the next: the first of each column by what falls due. */
export const board: LeadHandlers["board"] = async ({ perColumn, ...filter }, { tx, actor, today }) => {
  const rows = await chooseLeads(tx, { ...filter, status: "ACTIVE" }, today)
    .selectAll()
    .orderBy(ORDER.due)
    .execute();
  const byStage = Map.groupBy(rows, (row) => row.stage);
  const shown = LEAD_STAGES.flatMap((stage) => (byStage.get(stage) ?? []).slice(0, perColumn));
  const cases = await leadCases(tx, shown);
  const views = new Map((await rowViews(tx, shown, today)).map((view) => [view.id, view]));
  const nextOf = (row: LeadTableRow) => {
    const move = forwardMove(row.stage as LeadStage);
    const subject = cases.get(row.id);
    if (move === undefined || subject === undefined) return null;
    return { move, to: leadMoves[move].to, missing: [...missingFor(leadMoves[move], subject)] };
  };
  const columns = LEAD_STAGES.map((stage) => {
    const own = byStage.get(stage) ?? [];
    return {
      stage,
      count: own.length,
      amountYuan: totalOf(own),
      late: own.filter((row) => row.due_on !== null && row.due_on < today).length,
      cards: own.slice(0, perColumn).flatMap((row) => {
        const view = views.get(row.id);
        if (view === undefined) return [];
        const { id, code, projectName, party, nature, channel, amountYuan, owner, ownerId, stageSince, due } = view;
        return [{ id, code, projectName, party, nature, channel, amountYuan, owner, ownerId, stageSince, due, next: nextOf(row) }];
      }),
    };
  });
  const standing = await chooseLeads(tx, filter, today)
    .select(["status", (by) => by.fn.countAll<string>().as("count")])
    .groupBy("status")
    .execute();
  const joined = await chooseLeads(tx, { ...filter, status: "JOINED" }, today)
    .select((by) => by.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  const side = Object.fromEntries(
    LeadStatus.options.map((status) => [
      status,
      status === "JOINED" ? Number(joined.count) : Number(standing.find((one) => one.status === status)?.count ?? 0),
    ]),
  ) as Record<LeadStatus, number>;
  const { disputes } = await tx
    .selectFrom("promotion_claim")
    .select((by) => by.fn.countAll<string>().as("disputes"))
    .where("zone_id", "=", actor.zoneId)
    .where("state", "=", "DISPUTED")
    .executeTakeFirstOrThrow();
  return {
    columns,
    side,
    pooled: rows.filter((row) => row.owner_id === null).length,
    late: columns.reduce((all, column) => all + column.late, 0),
    disputes: Number(disputes),
  };
};

const totalOf = (rows: readonly LeadTableRow[]) =>
  sum(rows.flatMap(({ amount_yuan }) => (amount_yuan === null ? [] : [decimal(amount_yuan)])));
