import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";
import { digestPersonal, FIRST_HASH, hashEntry, MerkleTree } from "#kernel/server/journal-hash.ts";
import { type ChainFinding, type EntryRow, entryOf, type Link, linksOf } from "#kernel/server/read-chain.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";
import { type Base, DigestCheck } from "#kernel/server/verify-digests.ts";

export type ChainReport = {
  readonly zoneId: string;
  readonly entries: number;
  readonly lastHash: string | null;
  /** The last entry of the segments that were removed by the rules of retention; 0 when none was. */
  readonly removed: number;
  readonly digests: number;
  /** The last entry that a signed digest stands for. */
  readonly signedTo: number;
  readonly findings: readonly ChainFinding[];
};

const MOST_FINDINGS = 200;
const ITEMS_A_READ = 20_000;

/** How the whole of one chain is looked at; with the installation's boxes, whether the digests' key is this installation's. */
export type VerifyOptions = {
  readonly boxes?: SecretBoxes /** Zones whose rows may have been moved here. */;
  readonly zones?: readonly string[];
};

/**
 * Follows one chain from its first entry to its head, in pieces and in memory of one size. The hashes are computed where the rows are, so that
 * no payload is sent. An attacker who rewrites a whole chain with its head is found by the signed digests, and by a copy of them kept elsewhere.
 */
export async function verifyJournal(tx: Tx, zoneId: string, { boxes, zones = [] }: VerifyOptions = {}): Promise<ChainReport> {
  // A chain of tens of millions takes longer than a page may.
  await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
  const digests = await DigestCheck.open(tx, zoneId, boxes);
  const chain = new ChainWalk(digests.base);
  for await (const links of linksOf(tx, zoneId, digests.base.sequence)) {
    chain.take(links);
    digests.take(links);
  }
  const last = chain.last;
  const findings = [
    ...(await explain(tx, zoneId, chain, zones)),
    ...(await checkHead(tx, zoneId, last)),
    ...(await checkItems(tx, zoneId)),
    ...(await checkPersonal(tx, zoneId)),
    ...(await digests.end(tx, last.sequence)),
  ];
  findings.sort((a, b) => (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER));
  return {
    zoneId,
    entries: chain.entries,
    lastHash: chain.entries === 0 ? null : last.hash,
    removed: digests.base.sequence,
    digests: digests.digests.length,
    signedTo: digests.digests.at(-1)?.lastEntry ?? 0,
    findings,
  };
}

type Suspect = { readonly sequence: number; readonly previous: number; readonly whole: boolean };

/** What is wrong between one entry and the next, found while they pass by. */
class ChainWalk {
  entries = 0;
  last: Base;
  readonly suspects: Suspect[] = [];
  constructor(base: Base) {
    this.last = base;
  }
  take(links: readonly Link[]): void {
    for (const link of links) {
      const follows = link.sequence === this.last.sequence + 1 && link.previousHash === this.last.hash;
      if ((!follows || !link.whole) && this.suspects.length < MOST_FINDINGS)
        this.suspects.push({ sequence: link.sequence, previous: this.last.sequence, whole: link.whole });
      this.entries += 1;
      this.last = link;
    }
  }
}

async function explain(tx: Tx, zoneId: string, { suspects }: ChainWalk, zones: readonly string[]): Promise<ChainFinding[]> {
  const rows = new Map<number, EntryRow>();
  const broken = suspects.filter(({ whole }) => !whole).map(({ sequence }) => String(sequence));
  if (broken.length > 0) {
    const found = await tx.selectFrom("journal_entry").selectAll().where("zone_id", "=", zoneId).where("sequence", "in", broken).execute();
    for (const row of found) rows.set(Number(row.sequence), row);
  }
  const sequences = suspects.map(({ sequence }) => sequence);
  const findings = new Map<string, ChainFinding>();
  const add = (finding: ChainFinding) => {
    const place = `${finding.kind === "missing" ? "gap" : "entry"} ${finding.sequence}`;
    if (!findings.has(place)) findings.set(place, finding);
  };
  for (const { sequence, previous, whole } of suspects) {
    if (previous < sequence - 1) {
      add({ kind: "missing", sequence: previous + 1, code: "journal.entries-missing", params: { from: previous + 1, to: sequence - 1 } });
    }
    const row = rows.get(sequence);
    if (row) add(explainBroken(row, zoneId, sequences, zones));
    else if (whole && previous === sequence - 1 && !findings.has(`entry ${previous}`)) {
      // This entry is whole, yet it continues another predecessor: the one that stands there was replaced, hash and all.
      add({
        kind: "edited",
        sequence: previous === 0 ? sequence : previous,
        code: "journal.entry-replaced",
        params: { sequence: previous },
      });
    }
  }
  return [...findings.values()];
}

/** An entry whose hash is not that of what stands there: moved from another place or another zone when it fits there, edited otherwise. */
function explainBroken(row: EntryRow, zoneId: string, sequences: readonly number[], zones: readonly string[]): ChainFinding {
  const sequence = Number(row.sequence);
  const fits = (zone: string, candidate: number) => hashEntry(entryOf(row, zone, candidate)) === row.hash;
  const own = sequences.find((candidate) => candidate !== sequence && fits(zoneId, candidate));
  if (own !== undefined) return { kind: "reordered", sequence, code: "journal.entry-moved", params: { sequence, own } };
  const from = zones.find((zone) => zone !== zoneId && fits(zone, sequence));
  if (from !== undefined) return { kind: "foreign", sequence, code: "journal.entry-foreign", params: { sequence, zone: from } };
  return { kind: "edited", sequence, code: "journal.entry-edited", params: { sequence } };
}

async function checkHead(tx: Tx, zoneId: string, last: Base): Promise<ChainFinding[]> {
  const head = await tx.selectFrom("journal_head").select(["sequence", "hash"]).where("zone_id", "=", zoneId).executeTakeFirst();
  const [told, found] = [Number(head?.sequence ?? 0), last.sequence];
  if (told === found && (head?.hash ?? FIRST_HASH) === last.hash) return [];
  if (found < told)
    return [{ kind: "missing", sequence: found + 1, code: "journal.entries-missing", params: { from: found + 1, to: told } }];
  return [{ kind: "head", sequence: found, code: "journal.head-differs", params: { head: told, last: found } }];
}

/** The items of all bulk commands against the roots in their entries, in one pass and in pieces. */
async function checkItems(tx: Tx, zoneId: string): Promise<ChainFinding[]> {
  const findings: ChainFinding[] = [];
  const bulk = await tx
    .selectFrom("journal_entry")
    .select(["sequence", "items", "items_root"])
    .where("zone_id", "=", zoneId)
    .where("items", ">", "0")
    .orderBy("sequence")
    .execute();
  const expected = new Map(bulk.map((row) => [row.sequence, { items: Number(row.items), root: row.items_root }]));
  const close = (sequence: string, count: number, root: string) => {
    const told = expected.get(sequence) ?? { items: 0, root: "" };
    expected.delete(sequence);
    const place = { sequence: Number(sequence), params: { sequence: Number(sequence), expected: told.items, found: count } };
    if (count !== told.items) findings.push({ kind: "missing", code: "journal.items-missing", ...place });
    else if (root !== told.root) findings.push({ kind: "edited", code: "journal.items-edited", ...place });
  };
  let open: { readonly sequence: string; readonly tree: MerkleTree; count: number } | undefined;
  for (let after = ["0", "0"], more = true; more; ) {
    const { rows } = await sql<{ sequence: string; position: string; payload: string }>`
      select sequence, position, payload from journal_item
      where zone_id = ${zoneId}::uuid and (sequence, position) > (${after[0]}::bigint, ${after[1]}::bigint)
      order by sequence, position limit ${ITEMS_A_READ}`.execute(tx);
    for (const { sequence, payload } of rows) {
      if (open?.sequence !== sequence) {
        if (open) close(open.sequence, open.count, open.tree.root());
        open = { sequence, tree: new MerkleTree(), count: 0 };
      }
      open.tree.add(payload);
      open.count += 1;
    }
    const last = rows.at(-1);
    if (last) after = [last.sequence, last.position];
    more = rows.length === ITEMS_A_READ;
  }
  if (open) close(open.sequence, open.count, open.tree.root());
  for (const sequence of [...expected.keys()]) close(sequence, 0, "");
  return findings;
}

/** What was erased is lawful and stays unseen here; what is still there must be what was written. */
async function checkPersonal(tx: Tx, zoneId: string): Promise<ChainFinding[]> {
  const findings: ChainFinding[] = [];
  for (let after = "0", more = true; more; ) {
    const rows = await tx
      .selectFrom("journal_personal as p")
      .leftJoin("journal_entry as e", (join) => join.onRef("e.zone_id", "=", "p.zone_id").onRef("e.sequence", "=", "p.sequence"))
      .select(["p.sequence", "p.salt", "p.payload", "e.personal_digest as digest"])
      .where("p.zone_id", "=", zoneId)
      .where("p.sequence", ">", after)
      .orderBy("p.sequence")
      .limit(ITEMS_A_READ)
      .execute();
    for (const row of rows) {
      const sequence = Number(row.sequence);
      if (digestPersonal(row.salt, row.payload) !== row.digest)
        findings.push({ kind: "edited", sequence, code: "journal.personal-edited", params: { sequence } });
    }
    after = rows.at(-1)?.sequence ?? after;
    more = rows.length === ITEMS_A_READ;
  }
  return findings;
}
