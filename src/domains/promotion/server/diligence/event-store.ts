import type { EventView } from "#domains/promotion/contract/diligence.ts";
import type { DiligenceEventKind } from "#domains/promotion/contract/statement-red-lines.ts";
import type { Party } from "#domains/promotion/server/diligence/party.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { all, allow, holds, refuse } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export async function eventsOf(tx: Tx, { keys }: Pick<Party, "keys">): Promise<EventView[]> {
  const actor = actorOf(tx);
  const rows = await tx
    .selectFrom("diligence_event")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("party_key", "in", [...keys])
    .orderBy("happened_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DiligenceEventKind,
    on: row.happened_on as LocalDate,
    subject: row.subject,
    source: row.source,
    liftedOn: row.lifted_on as LocalDate | null,
    liftedBecause: row.lifted_because,
    by: row.by_name,
    recordedOn: row.recorded_on as LocalDate,
    version: row.version,
    abilities: { lift: all(holds(actor, "promotion.diligence"), row.lifted_on === null ? allow : refuse("event-lifted")) },
  }));
}
