import { sql } from "kysely";
import type { LeadStage, LeadStatus, LostReason } from "#domains/promotion/contract/lead.ts";
import { LEAD_STAGES } from "#domains/promotion/rules/lead-lifecycle.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { decimal, divide, multiply, sum, whole } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** Of the leads that were registered in a period: how far each came, and where those are that went no further. */
export const leadFunnel: LeadHandlers["leadFunnel"] = async ({ from, to, channel, nature }, { tx, actor, today }) => {
  const until = to ?? today;
  let query = tx
    .selectFrom("promotion_lead")
    .select(["id", "stage", "status", "amount_yuan", "lost_reason"])
    .where("zone_id", "=", actor.zoneId)
    .where("status", "<>", "JOINED")
    .where("registered_on", "<=", until);
  if (from !== undefined) query = query.where("registered_on", ">=", from);
  if (channel !== undefined) query = query.where("channel", "=", channel);
  if (nature !== undefined) query = query.where("nature", "=", nature);
  const rows = await query.execute();
  const furthest = await furthestStages(
    tx,
    actor.zoneId,
    rows.map(({ id }) => id),
  );
  const placeOf = (row: (typeof rows)[number]) => furthest.get(row.id) ?? LEAD_STAGES.indexOf(row.stage as LeadStage);
  const reachedIn = LEAD_STAGES.map((_, place) => rows.filter((row) => placeOf(row) >= place));
  return {
    from: (from ?? null) as LocalDate | null,
    to: until,
    stages: LEAD_STAGES.map((stage, place) => {
      const reached = reachedIn[place] ?? [];
      const before = reachedIn[place - 1];
      const stands = (status: LeadStatus) => reached.filter((row) => placeOf(row) === place && row.status === status).length;
      return {
        stage,
        reached: reached.length,
        amountYuan: sum(reached.flatMap(({ amount_yuan }) => (amount_yuan === null ? [] : [decimal(amount_yuan)]))),
        ofPreviousPct:
          before === undefined || before.length === 0
            ? null
            : divide(multiply(whole(reached.length), decimal("100")), whole(before.length), 1),
        here: stands("ACTIVE"),
        parked: stands("PARKED"),
        lost: stands("LOST"),
        rejected: stands("REJECTED"),
      };
    }),
    lostReasons: [
      ...Map.groupBy(
        rows.filter((row) => row.lost_reason !== null),
        (row) => row.lost_reason,
      ),
    ]
      .map(([reason, some]) => ({ reason: reason as LostReason, count: some.length }))
      .sort((one, other) => other.count - one.count),
  };
};

/** The furthest stage that a lead ever stood in: one that was taken back to negotiation did reach its proposal. */
async function furthestStages(tx: Tx, zoneId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ lead_id: string; place: number }>`
    select lead_id, max(array_position(${`{${LEAD_STAGES.join(",")}}`}::text[], to_stage))::int - 1 place
    from promotion_lead_step where zone_id = ${zoneId}::uuid and lead_id = any(${[...ids]}::uuid[]) group by lead_id`.execute(tx);
  return new Map(rows.map((row) => [row.lead_id, row.place]));
}
