import type { Tx } from "#kernel/server/database.ts";
import type { OpenWork } from "#kernel/server/open-work.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Leads that somebody who leaves would leave behind; they move with his projects (hand-over-leads.ts). */
export async function openLeads(tx: Tx, personId: string): Promise<OpenWork[]> {
  const { count } = await tx
    .selectFrom("promotion_lead")
    .select((by) => by.fn.countAll().as("count"))
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("owner_id", "=", personId)
    .where("status", "in", ["ACTIVE", "PARKED"])
    .executeTakeFirstOrThrow();
  return [{ what: { zh: "在谈线索", en: "Open lead" }, count: Number(count), handOverAt: "/projects/handover" }];
}
