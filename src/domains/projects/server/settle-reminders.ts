import { sql } from "kysely";
import type { Look } from "#domains/projects/server/colour-look.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** A reminder asks for no answer: it has done its work when the colour is another one. */
export async function settleReminders(tx: Tx, looks: readonly Look[], today: LocalDate): Promise<void> {
  const ids = looks.filter(({ changed, ordinal }) => changed && ordinal > 1).map(({ record }) => record.id);
  if (ids.length === 0) return;
  const actor = actorOf(tx);
  await tx
    .updateTable("project_supervision")
    .set({
      state: "CLOSED",
      closed_on: today,
      closed_by: actor.id,
      closed_by_name: actor.name,
      closing_note: "颜色已变，提醒随之办结",
      version: sql`version + 1`,
    })
    .where("zone_id", "=", actor.zoneId)
    .where("kind", "=", "reminder")
    .where("state", "=", "ISSUED")
    .where(sql<boolean>`project_id = any(${ids}::uuid[])`)
    .execute();
}
