import type pg from "pg";
import { v7 } from "uuid";
import {
  type DeliveredEvent,
  EVERY_KIND,
  type EventSubscriber,
  platformActor,
  restoreActor,
  storeActor,
} from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { idsOf, tellLive } from "#kernel/server/live/live-news.ts";
import { actorOf, recordedAt, type UnitOfWork } from "#kernel/server/unit-of-work.ts";

export type NamedSubscribers = Readonly<Record<string, EventSubscriber>>;

const BATCH = 50;
/** An event whose delivery broke off is tried again after this long. */
const CLAIM_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 3600;

/** Tells what happened; subscribers learn of it after the commit, and never when there was none. */
export async function emitEvent(tx: Tx, kind: string, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const actor = actorOf(tx);
  const id = v7();
  await tx
    .insertInto("outbox")
    .values({ zone_id: actor.zoneId, id, kind, payload: JSON.stringify(payload), actor: storeActor(actor), at: recordedAt(tx) })
    .execute();
  await tellLive(tx, { zone: actor.zoneId, id, kind, ids: idsOf(payload) });
}

type Row = { zone_id: string; id: string; kind: string; payload: unknown; at: string; actor: unknown; attempts: number };

/** Delivers what waits. @returns how many events were tried. */
export async function deliverEvents(client: pg.ClientBase, unitOfWork: UnitOfWork, subscribers: NamedSubscribers): Promise<number> {
  const { rows } = await client.query<Row>(
    `update outbox set attempts = attempts + 1, next_at = now() + make_interval(secs => $1)
     where (zone_id, id) in (select zone_id, id from outbox where delivered_at is null and next_at <= now() order by next_at limit $2 for update skip locked)
     returning zone_id, id, kind, payload, at, actor, attempts`,
    [CLAIM_SECONDS, BATCH],
  );
  // The rows come in any order; ids of version 7 sort by time.
  for (const row of rows.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const failure = await deliver(client, row, unitOfWork, subscribers);
    if (failure === undefined) {
      await client.query("update outbox set delivered_at = now(), failure = null where zone_id = $1 and id = $2", [row.zone_id, row.id]);
    } else {
      const wait = Math.min(2 ** row.attempts, LONGEST_WAIT_SECONDS);
      const values = [row.zone_id, row.id, wait, failure.slice(0, 2000)];
      await client.query(
        "update outbox set next_at = now() + make_interval(secs => $3), failure = $4 where zone_id = $1 and id = $2",
        values,
      );
    }
  }
  return rows.length;
}

async function deliver(
  client: pg.ClientBase,
  row: Row,
  unitOfWork: UnitOfWork,
  subscribers: NamedSubscribers,
): Promise<string | undefined> {
  const event: DeliveredEvent = {
    id: row.id,
    kind: row.kind,
    payload: row.payload,
    zoneId: row.zone_id,
    at: row.at,
    actor: restoreActor(row.actor),
  };
  const failures: string[] = [];
  for (const [name, subscriber] of Object.entries(subscribers)) {
    if (subscriber.kind !== EVERY_KIND && subscriber.kind !== row.kind) continue;
    for (const zoneId of subscriber.everyZone ? await listZones(client) : [row.zone_id]) {
      try {
        await unitOfWork.run(platformActor(zoneId), { origin: `event ${row.kind}` }, async (tx) => {
          const { numInsertedOrUpdatedRows } = await tx
            .insertInto("outbox_delivery")
            .values({ zone_id: zoneId, event_id: row.id, subscriber: name })
            .onConflict((on) => on.doNothing())
            .executeTakeFirst();
          if (numInsertedOrUpdatedRows) await subscriber.handle(event, tx);
        });
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return failures.length > 0 ? failures.join("; ") : undefined;
}

const listZones = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<{ id: string }>("select id from zone order by id")).rows.map(({ id }) => id);
