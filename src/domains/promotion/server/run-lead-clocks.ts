import { sql } from "kysely";
import { automaticReasons } from "#domains/promotion/contract/lead-texts.ts";
import { silenceOf, silentDays } from "#domains/promotion/rules/lead-clocks.ts";
import { isToBeRecycled } from "#domains/promotion/rules/lead-pool.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { courseOf, keepDues, touchesOf } from "#domains/promotion/server/keep-due.ts";
import { leadRulesOn } from "#domains/promotion/server/lead-rules.ts";
import { changeStatus } from "#domains/promotion/server/lead-status.ts";
import { appendOwnership, getLead, type LeadTableRow, subjectOf, updateLead } from "#domains/promotion/server/lead-store.ts";
import { daysBetween, type LocalDate } from "#kernel/local-date.ts";
import type { JobHandler } from "#kernel/server/background.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { DailyJob } from "#kernel/server/daily-jobs.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { emitEvent } from "#kernel/server/outbox.ts";
import { actorOf, appendToJournal } from "#kernel/server/unit-of-work.ts";
import { say } from "#kernel/texts.ts";

export const RUN_CLOCKS = "promotion.run-clocks";

export const runClocksDaily: DailyJob = {
  kind: RUN_CLOCKS,
  title: { zh: "每日核对招商线索", en: "Leads looked at, day by day" },
  at: "00:30",
};

type Done = {
  readonly looked: number;
  readonly parked: number;
  readonly recycled: number;
  readonly lapsed: number;
  /** With the codes of the leads, for the journal. */
  readonly journalled: Readonly<Record<string, unknown>>;
};

/**
 * What the days ask of leads by the rules in force: what was silent for too long is parked, what lay untouched goes back to its pool, first
 * talks lapse, and what falls due is computed anew. Steps that it takes are marked as automatic.
 */
async function lookAtAll(tx: Tx, today: LocalDate): Promise<Done> {
  const zone = actorOf(tx).zoneId;
  const rules = await leadRulesOn(tx, today);
  const rows = await tx
    .selectFrom("promotion_lead")
    .selectAll()
    .where("zone_id", "=", zone)
    .where("status", "=", "ACTIVE")
    .orderBy("id")
    .forUpdate()
    .execute();
  const touches = await touchesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const parked: string[] = [];
  const recycled: string[] = [];
  for (const row of rows) {
    const course = courseOf(row, touches.get(row.id));
    if (silenceOf(course, rules.clocks, today) === "park") {
      const days = silentDays(course, today);
      await changeStatus(tx, row, { move: "park", on: today, reason: say(automaticReasons.park, "zh", { days }), automatic: true }, today);
      await emitEvent(tx, "promotion.lead-status", { leadId: row.id, from: "ACTIVE", to: "PARKED", on: today });
      parked.push(row.code);
      continue;
    }
    const subject = { ...subjectOf(row), ownedSince: row.owned_since as LocalDate | null, touchedOn: row.touched_on as LocalDate | null };
    if (isToBeRecycled(subject, rules.pool, today)) {
      await recycle(tx, row, today);
      recycled.push(row.code);
    }
  }
  const lapsed = await tx
    .updateTable("promotion_claim")
    .set((by) => ({ state: "LAPSED", version: by("version", "+", 1) }))
    .where("zone_id", "=", zone)
    .where("kind", "=", "first-talk")
    .where("state", "=", "VALID")
    .where("protected_until", "<", today)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          // A first talk that led to talks does not lapse: whoever logs entries keeps it.
          selectFrom("promotion_interaction as entry")
            .select(sql`1`.as("one"))
            .whereRef("entry.zone_id", "=", "promotion_claim.zone_id")
            .whereRef("entry.lead_id", "=", "promotion_claim.lead_id")
            .where("entry.held_on", ">=", sql<string>`${today}::date - ${rules.pool.protectionDays}::int`),
        ),
      ),
    )
    .executeTakeFirst();
  const again = await tx.selectFrom("promotion_lead").selectAll().where("zone_id", "=", zone).where("status", "=", "ACTIVE").execute();
  await keepDues(tx, again, { rules, calendar: await loadCalendar(tx), today });
  const looked = rows.length;
  const done = { looked, parked: parked.length, recycled: recycled.length, lapsed: Number(lapsed.numUpdatedRows) };
  return { ...done, journalled: { asOf: today, ...done, parkedLeads: parked, recycledLeads: recycled } };
}

async function recycle(tx: Tx, row: LeadTableRow, today: LocalDate): Promise<void> {
  const since = row.touched_on !== null && row.owned_since !== null && row.touched_on > row.owned_since ? row.touched_on : row.owned_since;
  const days = daysBetween((since ?? row.registered_on) as LocalDate, today);
  const reason = say(automaticReasons.recycle, "zh", { days });
  await appendOwnership(tx, row.id, {
    change: "RECYCLED",
    fromId: row.owner_id,
    toId: null,
    pool: row.pool,
    on: today,
    reason,
    automatic: true,
  });
  await updateLead(tx, await getLead(tx, row.id), { owner_id: null, owned_since: null });
  await emitEvent(tx, "promotion.lead-released", { leadId: row.id, pool: row.pool });
}

export const runLeadClocks: PoolHandlers["runLeadClocks"] = async (_, context) => {
  const { journalled, ...done } = await lookAtAll(context.tx, context.today);
  context.journal({ subject: "leads", after: journalled });
  return done;
};

export const runClocksJob: JobHandler = async (job) => {
  let result: Readonly<Record<string, unknown>> = {};
  await job.step(async (tx) => {
    const { journalled, ...done } = await lookAtAll(tx, await businessDayOf(tx));
    appendToJournal(tx, { operation: "promotion.runLeadClocks", subject: "leads", after: journalled });
    result = done;
    return { done: done.looked, total: done.looked };
  });
  return result;
};
