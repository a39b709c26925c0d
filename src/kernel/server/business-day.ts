import { type Instant, type LocalDate, localDateOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, recordedAt } from "#kernel/server/unit-of-work.ts";

/** The day on which the actor's zone lives, for jobs and reactions to events: the sample zone stands still, a real one lives today. */
export async function businessDayOf(tx: Tx): Promise<LocalDate> {
  const zone = await tx.selectFrom("zone").select("business_date").where("id", "=", actorOf(tx).zoneId).executeTakeFirst();
  return (zone?.business_date as LocalDate | null | undefined) ?? localDateOf(recordedAt(tx) as Instant);
}
