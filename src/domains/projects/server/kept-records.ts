import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, mayShare } from "#kernel/server/unit-of-work.ts";

type Kept = { readonly mark: string; readonly records: readonly ProjectRecord[] };

/** Reading a few hundred projects costs less than it is worth to remember them. */
const WORTH_KEEPING = 1000;
const MOST_ZONES = 4;
const kept = new Map<string, Kept>();

/**
 * The records of a large zone as the last query read them, as long as nothing has happened there since. Every command and job that changes
 * anything is journalled in the same transaction, so the head of the zone's journal says whether something did: seen first, it can only be
 * older than what is read after it. A transaction that writes reads the tables itself.
 * @param whole whether `read` brings everything: only that is kept.
 */
export async function keptOr(tx: Tx, read: () => Promise<readonly ProjectRecord[]>, whole: boolean): Promise<readonly ProjectRecord[]> {
  if (!mayShare(tx)) return read();
  const zone = actorOf(tx).zoneId;
  const head = await tx.selectFrom("journal_head").select(["sequence", "hash"]).where("zone_id", "=", zone).executeTakeFirst();
  const mark = `${head?.sequence ?? 0} ${head?.hash ?? ""}`;
  const known = kept.get(zone);
  if (known?.mark === mark) return known.records;
  const records = await read();
  if (!whole || records.length < WORTH_KEEPING) return records;
  kept.delete(zone);
  kept.set(zone, { mark, records });
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_ZONES))) kept.delete(oldest);
  return records;
}
