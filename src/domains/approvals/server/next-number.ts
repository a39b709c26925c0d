import { sql } from "kysely";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** `BJ-2026-000123`: the series, the year, and a running number of the zone. Of two at once the second waits for the first. */
export async function nextNumber(tx: Tx, series: "BJ" | "YJS", today: LocalDate): Promise<string> {
  const year = Number(today.slice(0, 4));
  const { last } = await tx
    .insertInto("approval_number")
    .values({ zone_id: actorOf(tx).zoneId, series, year, last: 1 })
    .onConflict((on) => on.columns(["zone_id", "series", "year"]).doUpdateSet({ last: sql`approval_number.last + 1` }))
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${series}-${year}-${String(last).padStart(6, "0")}`;
}
