import { sql } from "kysely";
import { platformActor } from "#kernel/server/background.ts";
import { idsOf, type LiveNews } from "#kernel/server/live/live-news.ts";
import type { UnitOfWork } from "#kernel/server/unit-of-work.ts";

/** A transaction that began earlier may commit later: what stands shortly before the last that was seen is told again, which costs a question and no more. */
const BEFORE_MS = 15_000;
const LONGEST_GAP_MS = 600_000;
const MOST = 500;

const timeOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

/** What a stream of this zone missed since an id; undefined when that is too long ago, or too much, to tell one by one. */
export async function missedNews(
  unitOfWork: UnitOfWork,
  zone: string,
  lastId: string,
  now: number,
): Promise<readonly LiveNews[] | undefined> {
  const last = timeOf(lastId);
  if (!Number.isFinite(last) || now - last > LONGEST_GAP_MS) return undefined;
  const since = new Date(last - BEFORE_MS).toISOString();
  const rows = await unitOfWork.run(platformActor(zone), { readOnly: true }, (tx) =>
    tx
      .selectFrom("outbox")
      .select(["id", "kind", "payload"])
      .where("zone_id", "=", zone)
      .where("at", ">", sql<string>`${since}::timestamptz`)
      .orderBy("id")
      .limit(MOST + 1)
      .execute(),
  );
  return rows.length > MOST ? undefined : rows.map(({ id, kind, payload }) => ({ zone, id, kind, ids: idsOf(payload) }));
}
