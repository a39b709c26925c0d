import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";
import { type HashedEntry, linesOf, MerkleTree } from "#kernel/server/journal-hash.ts";
import type { Suite } from "#kernel/server/journal-suite.ts";

/** Entries of one read: a chain of any length passes through memory of one size. */
const ENTRIES_A_READ = 20_000;

/** What is wrong with a chain, and where. */
export type ChainFinding = {
  readonly kind: "edited" | "missing" | "reordered" | "head" | "foreign" | "digest";
  readonly sequence: number | null;
  /** What exactly, as a code of the texts: `journal.entry-edited`, … */
  readonly code: `journal.${string}`;
  readonly params: Readonly<Record<string, string | number>>;
};

export type EntryRow = {
  readonly sequence: string;
  readonly at: string;
  readonly actor_id: string;
  readonly role: string;
  readonly origin: string;
  readonly operation: string;
  readonly subject: string;
  readonly payload: string;
  readonly items: string;
  readonly items_root: string;
  readonly personal_digest: string;
  readonly previous_hash: string;
  readonly hash: string;
};

/** A row as what was hashed, in the zone and at the number given: where it claims to stand need not be where it was written. */
export const entryOf = (row: EntryRow, zoneId: string, sequence: number): HashedEntry => ({
  zoneId,
  sequence,
  at: row.at,
  actorId: row.actor_id,
  role: row.role,
  origin: row.origin,
  operation: row.operation,
  subject: row.subject,
  payload: row.payload,
  items: Number(row.items),
  itemsRoot: row.items_root,
  personalDigest: row.personal_digest,
  previousHash: row.previous_hash,
});

export type Link = {
  readonly sequence: number;
  readonly hash: string;
  readonly previousHash: string;
  /** Whether the entry's hash is the hash of what stands there: computed where the row is. */
  readonly whole: boolean;
};

/** The links of a chain in their order, read ahead by one piece while the one before is looked at. */
export async function* linksOf(tx: Tx, zoneId: string, after: number): AsyncGenerator<readonly Link[]> {
  const read = async (from: number): Promise<readonly Link[]> => {
    const { rows } = await sql<{ s: string; h: string; p: string; w: boolean }>`
      select e.sequence s, e.hash h, e.previous_hash p, journal_hash(e) = e.hash w from journal_entry e
      where e.zone_id = ${zoneId}::uuid and e.sequence > ${from} order by e.sequence limit ${ENTRIES_A_READ}`.execute(tx);
    return rows.map(({ s, h, p, w }) => ({ sequence: Number(s), hash: h, previousHash: p, whole: w }));
  };
  let next = read(after);
  for (;;) {
    const links = await next;
    const last = links.at(-1);
    if (last === undefined) return;
    const more = links.length === ENTRIES_A_READ;
    if (more) {
      next = read(last.sequence);
      // Whoever stops looking does not wait for it.
      next.catch(() => undefined);
    }
    yield links;
    if (!more) return;
  }
}

/**
 * The leaves of the Merkle tree over a range of entries: the suite's hash of the same text that the chain hashes. Under SHA-256 that is the
 * entry's own hash, which whoever verifies has compared already.
 */
export async function* leavesOf(tx: Tx, zoneId: string, suite: Suite, from: number, to: number): AsyncGenerator<string> {
  for (let after = from - 1; after < to; ) {
    if (suite.name.startsWith("sha256")) {
      const rows = await tx
        .selectFrom("journal_entry")
        .select(["sequence", "hash"])
        .where("zone_id", "=", zoneId)
        .where("sequence", ">", String(after))
        .where("sequence", "<=", String(to))
        .orderBy("sequence")
        .limit(ENTRIES_A_READ)
        .execute();
      for (const { hash } of rows) yield hash;
      if (rows.length < ENTRIES_A_READ) return;
      after = Number(rows.at(-1)?.sequence);
    } else {
      const rows = await readRows(tx, zoneId, after, to);
      for (const row of rows) yield suite.digest(linesOf(entryOf(row, zoneId, Number(row.sequence))));
      if (rows.length < ENTRIES_A_READ) return;
      after = Number(rows.at(-1)?.sequence);
    }
  }
}

const readRows = (tx: Tx, zoneId: string, after: number, to: number): Promise<readonly EntryRow[]> =>
  tx
    .selectFrom("journal_entry")
    .selectAll()
    .where("zone_id", "=", zoneId)
    .where("sequence", ">", String(after))
    .where("sequence", "<=", String(to))
    .orderBy("sequence")
    .limit(ENTRIES_A_READ)
    .execute();

export async function rootOfLeaves(leaves: AsyncIterable<string>, suite: Suite): Promise<string> {
  const tree = new MerkleTree(suite.digest);
  for await (const leaf of leaves) tree.addLeaf(leaf);
  return tree.root();
}
