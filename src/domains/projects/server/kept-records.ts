import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf, mayShare } from "#kernel/server/unit-of-work.ts";

type Records = readonly ProjectRecord[];
type Kept = {
  readonly mark: string;
  readonly records: Records;
  readonly byId: ReadonlyMap<string, ProjectRecord>;
  /** Forgets it: a zone that nobody asks about, or that was removed, is not kept for ever. */
  readonly end: NodeJS.Timeout;
};

/** Reading a few hundred projects costs less than it is worth to remember them. */
export const WORTH_KEEPING = 1000;
const MOST_ZONES = 4;
/** Of all zones together: some five kilobytes each. */
const MOST_RECORDS = 60_000;
export const UNUSED_MS = 15 * 60_000;
const kept = new Map<string, Kept>();
/** What is being read just now, so that many who ask at once read it once. */
const reading = new Map<string, Promise<Records>>();

/**
 * The records of a large zone as the last query read them, as long as nothing has happened there since. Every command and job that changes
 * anything is journalled in the same transaction, so the head of the zone's journal says whether something did: seen first, it can only be
 * older than what is read after it. A transaction that writes reads the tables itself.
 */
export async function keptOr(tx: Tx, read: () => Promise<Records>): Promise<Records> {
  if (!mayShare(tx)) return read();
  const zone = actorOf(tx).zoneId;
  const mark = await markOf(tx);
  const known = kept.get(zone);
  if (known?.mark === mark) return use(known).records;
  const shared = reading.get(`${zone} ${mark}`);
  // Whose transaction broke off takes nobody with it.
  if (shared !== undefined) return shared.catch(read);
  const work = read();
  reading.set(`${zone} ${mark}`, work);
  try {
    const records = await work;
    if (records.length >= WORTH_KEEPING) keep(zone, mark, records);
    return records;
  } finally {
    reading.delete(`${zone} ${mark}`);
  }
}

/** Some of them by their ids, where they are kept; undefined where they have to be read. */
export async function findKept(tx: Tx, ids: readonly string[]): Promise<Records | undefined> {
  const known = await findCurrent(tx);
  const found = known && [...new Set(ids)].flatMap((id) => known.byId.get(id) ?? []);
  return found?.sort((one, other) => (one.code < other.code ? -1 : 1));
}

export const findAllKept = async (tx: Tx): Promise<Records | undefined> => (await findCurrent(tx))?.records;

async function findCurrent(tx: Tx): Promise<Kept | undefined> {
  const known = kept.get(actorOf(tx).zoneId);
  if (known === undefined || !mayShare(tx)) return undefined;
  return (await markOf(tx)) === known.mark ? use(known) : undefined;
}

async function markOf(tx: Tx): Promise<string> {
  const zone = actorOf(tx).zoneId;
  const head = await tx.selectFrom("journal_head").select(["sequence", "hash"]).where("zone_id", "=", zone).executeTakeFirst();
  return `${head?.sequence ?? 0} ${head?.hash ?? ""}`;
}

function use(known: Kept): Kept {
  known.end.refresh();
  return known;
}

function keep(zone: string, mark: string, records: Records): void {
  forget(zone);
  const end = setTimeout(() => forget(zone), UNUSED_MS);
  end.unref();
  kept.set(zone, { mark, records, byId: new Map(records.map((record) => [record.id, record])), end });
  let room = MOST_RECORDS;
  // The newest first: what no longer finds room is forgotten.
  for (const [place, [name, { records: theirs }]] of [...kept].reverse().entries()) {
    room -= theirs.length;
    if (room < 0 || place >= MOST_ZONES) forget(name);
  }
}

function forget(zone: string): void {
  const known = kept.get(zone);
  if (known !== undefined) clearTimeout(known.end);
  kept.delete(zone);
}
