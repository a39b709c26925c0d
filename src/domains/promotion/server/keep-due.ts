import type { LeadStage, LeadStatus } from "#domains/promotion/contract/lead.ts";
import type { LeadRules } from "#domains/promotion/contract/lead-rules.ts";
import type { LeadClock } from "#domains/promotion/contract/lead-view.ts";
import { type LeadCourse, leadClocks, nextDue, silenceOf, silentDays } from "#domains/promotion/rules/lead-clocks.ts";
import { leadRulesOn } from "#domains/promotion/server/lead-rules.ts";
import { getLead, type LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import type { WorkCalendar } from "#kernel/work-calendar.ts";

export type Touches = { readonly first: LocalDate | null; readonly nextOn: LocalDate | null; readonly ownedOn: LocalDate | null };

/** When each lead was first in somebody's hands, its first entry, and what its last one said would be next. */
export async function touchesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Touches>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("promotion_interaction")
    .select(["lead_id", "held_on", "next_on"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "in", [...ids])
    .orderBy("lead_id")
    .orderBy("held_on")
    .orderBy("id")
    .execute();
  const owned = await tx
    .selectFrom("promotion_ownership")
    .select(["lead_id", (by) => by.fn.min("happened_on").as("first")])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("lead_id", "in", [...ids])
    .where("to_id", "is not", null)
    .groupBy("lead_id")
    .execute();
  const entries = Map.groupBy(rows, (row) => row.lead_id);
  const first = new Map(owned.map((row) => [row.lead_id, row.first]));
  return new Map(
    ids.map((id) => {
      const own = entries.get(id) ?? [];
      return [
        id,
        {
          first: (own[0]?.held_on ?? null) as LocalDate | null,
          nextOn: (own.at(-1)?.next_on ?? null) as LocalDate | null,
          ownedOn: (first.get(id) ?? null) as LocalDate | null,
        },
      ];
    }),
  );
}

export const courseOf = (row: LeadTableRow, touches: Touches | undefined): LeadCourse => ({
  stage: row.stage as LeadStage,
  status: row.status as LeadStatus,
  // Whoever takes a parked lead up again has the whole of the silence before him.
  stageSince: (row.stage_since > row.status_since ? row.stage_since : row.status_since) as LocalDate,
  firstOwnedOn: touches?.ownedOn ?? null,
  ownedSince: row.owned_since as LocalDate | null,
  answeredOn: row.answered_on as LocalDate | null,
  judgedOn: row.judged_on as LocalDate | null,
  toldOn: row.told_on as LocalDate | null,
  firstTouchedOn: touches?.first ?? null,
  touchedOn: row.touched_on as LocalDate | null,
  nextOn: touches?.nextOn ?? null,
});

export type Standing = {
  readonly clocks: readonly LeadClock[];
  readonly silence: { readonly days: number; readonly parkedOn: LocalDate } | null;
};

/** The clocks of one lead as of a day, and how long nothing was heard of it where that is to be warned of. */
export async function standingOf(tx: Tx, row: LeadTableRow, today: LocalDate): Promise<Standing> {
  const [{ clocks: rules }, calendar, touches] = [await leadRulesOn(tx, today), await loadCalendar(tx), await touchesOf(tx, [row.id])];
  const course = courseOf(row, touches.get(row.id));
  const days = silentDays(course, today);
  return {
    clocks: leadClocks(course, rules, calendar, today),
    silence:
      silenceOf(course, rules, today) === "none" ? null : { days, parkedOn: addDays(today, Math.max(0, rules.silence.parkDays - days)) },
  };
}

/** Writes what falls due next beside the lead, where lists and the queue of work read it. It is no change of the record: its version stays. */
export async function keepDue(tx: Tx, id: string, today: LocalDate): Promise<void> {
  const row = await getLead(tx, id);
  await writeDue(tx, row, nextDue((await standingOf(tx, row, today)).clocks));
}

export async function keepDues(
  tx: Tx,
  rows: readonly LeadTableRow[],
  { rules, calendar, today }: { readonly rules: LeadRules; readonly calendar: WorkCalendar; readonly today: LocalDate },
): Promise<void> {
  const touches = await touchesOf(
    tx,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const next = nextDue(leadClocks(courseOf(row, touches.get(row.id)), rules.clocks, calendar, today));
    const same =
      row.due_on === (next?.dueOn ?? null) && row.due_kind === (next?.name ?? null) && row.due_provisional === (next?.provisional ?? false);
    if (!same) await writeDue(tx, row, next);
  }
}

async function writeDue(tx: Tx, row: LeadTableRow, next: LeadClock | undefined): Promise<void> {
  await tx
    .updateTable("promotion_lead")
    .set({ due_on: next?.dueOn ?? null, due_kind: next?.name ?? null, due_provisional: next?.provisional ?? false })
    .where("zone_id", "=", row.zone_id)
    .where("id", "=", row.id)
    .execute();
}
