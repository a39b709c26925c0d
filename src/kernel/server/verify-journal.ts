import { sql } from "kysely";
import type { Tx } from "#kernel/server/database.ts";
import { digestPersonal, FIRST_HASH, hashEntry, MerkleTree } from "#kernel/server/journal-hash.ts";

export type ChainFinding = {
  readonly kind: "edited" | "missing" | "reordered" | "head";
  readonly sequence: number | null;
  /** What exactly, as a code of the texts: `journal.entry-edited`, … */
  readonly code: `journal.${string}`;
  readonly params: Readonly<Record<string, string | number>>;
};
export type ChainReport = {
  readonly zoneId: string;
  readonly entries: number;
  readonly lastHash: string | null;
  readonly findings: readonly ChainFinding[];
};

const MOST_FINDINGS = 200;
const ITEMS_A_READ = 20_000;

type Suspect = {
  sequence: string;
  at: string;
  actor_id: string;
  role: string;
  origin: string;
  operation: string;
  subject: string;
  payload: string;
  items: string;
  items_root: string;
  personal_digest: string;
  previous_hash: string;
  hash: string;
  whole: boolean;
  previous_sequence: string;
  expected_previous_hash: string;
};

/**
 * Follows one chain from its first entry to its head. The hashes are computed where the rows are, so that only what is wrong is sent.
 * An attacker who rewrites a whole chain with its head is only found by somebody who kept an earlier `lastHash`.
 */
export async function verifyJournal(tx: Tx, zoneId: string): Promise<ChainReport> {
  // A chain of tens of millions takes longer than a page may.
  await sql`select set_config('statement_timeout', '0', true)`.execute(tx);
  const { rows: suspects } = await sql<Suspect>`
    select * from (
      select e.*, journal_hash(e) = e.hash as whole,
        lag(e.sequence, 1, 0::bigint) over w as previous_sequence,
        lag(e.hash, 1, ${FIRST_HASH}) over w as expected_previous_hash
      from journal_entry e where e.zone_id = ${zoneId}::uuid window w as (order by e.sequence)) chained
    where not whole or previous_sequence <> sequence - 1 or expected_previous_hash <> previous_hash
    order by sequence limit ${MOST_FINDINGS}`.execute(tx);
  const last = await tx
    .selectFrom("journal_entry")
    .select(["sequence", "hash"])
    .where("zone_id", "=", zoneId)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  const { n: entries } = await tx
    .selectFrom("journal_entry")
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .where("zone_id", "=", zoneId)
    .executeTakeFirstOrThrow();
  const findings = [
    ...explain(zoneId, suspects),
    ...(await checkHead(tx, zoneId, last)),
    ...(await checkItems(tx, zoneId)),
    ...(await checkPersonal(tx, zoneId)),
  ];
  findings.sort((a, b) => (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER));
  return { zoneId, entries: Number(entries), lastHash: last?.hash ?? null, findings };
}

function explain(zoneId: string, suspects: readonly Suspect[]): ChainFinding[] {
  const sequences = suspects.map((suspect) => Number(suspect.sequence));
  const findings = new Map<string, ChainFinding>();
  const add = (finding: ChainFinding) => {
    const place = `${finding.kind === "missing" ? "gap" : "entry"} ${finding.sequence}`;
    if (!findings.has(place)) findings.set(place, finding);
  };
  for (const suspect of suspects) {
    const sequence = Number(suspect.sequence);
    const previous = Number(suspect.previous_sequence);
    if (previous < sequence - 1) {
      add({ kind: "missing", sequence: previous + 1, code: "journal.entries-missing", params: { from: previous + 1, to: sequence - 1 } });
    }
    if (!suspect.whole) {
      const own = sequences.find((candidate) => candidate !== sequence && hashOf(zoneId, suspect, candidate) === suspect.hash);
      if (own !== undefined) add({ kind: "reordered", sequence, code: "journal.entry-moved", params: { sequence, own } });
      else add({ kind: "edited", sequence, code: "journal.entry-edited", params: { sequence } });
    } else if (previous === sequence - 1 && !findings.has(`entry ${previous}`)) {
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

const hashOf = (zoneId: string, row: Suspect, sequence: number): string =>
  hashEntry({
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

async function checkHead(tx: Tx, zoneId: string, last: { sequence: string; hash: string } | undefined): Promise<ChainFinding[]> {
  const head = await tx.selectFrom("journal_head").select(["sequence", "hash"]).where("zone_id", "=", zoneId).executeTakeFirst();
  const [told, found] = [Number(head?.sequence ?? 0), Number(last?.sequence ?? 0)];
  if (told === found && (head?.hash ?? FIRST_HASH) === (last?.hash ?? FIRST_HASH)) return [];
  if (found < told)
    return [{ kind: "missing", sequence: found + 1, code: "journal.entries-missing", params: { from: found + 1, to: told } }];
  return [{ kind: "head", sequence: found, code: "journal.head-differs", params: { head: told, last: found } }];
}

/** The items of bulk commands against the roots in their entries, one entry after another, in pieces. */
async function checkItems(tx: Tx, zoneId: string): Promise<ChainFinding[]> {
  const bulk = await tx
    .selectFrom("journal_entry")
    .select(["sequence", "items", "items_root"])
    .where("zone_id", "=", zoneId)
    .where("items", ">", "0")
    .orderBy("sequence")
    .execute();
  const findings: ChainFinding[] = [];
  for (const { sequence, items, items_root: expected } of bulk) {
    const tree = new MerkleTree();
    let count = 0;
    for (let after = "0", more = true; more; ) {
      const rows = await tx
        .selectFrom("journal_item")
        .select(["position", "payload"])
        .where("zone_id", "=", zoneId)
        .where("sequence", "=", sequence)
        .where("position", ">", after)
        .orderBy("position")
        .limit(ITEMS_A_READ)
        .execute();
      for (const { payload } of rows) tree.add(payload);
      count += rows.length;
      after = rows.at(-1)?.position ?? after;
      more = rows.length === ITEMS_A_READ;
    }
    const place = { sequence: Number(sequence), params: { sequence: Number(sequence), expected: Number(items), found: count } };
    if (count !== Number(items)) findings.push({ kind: "missing", code: "journal.items-missing", ...place });
    else if (tree.root() !== expected) findings.push({ kind: "edited", code: "journal.items-edited", ...place });
  }
  return findings;
}

/** What was erased is lawful and stays unseen here; what is still there must be what was written. */
async function checkPersonal(tx: Tx, zoneId: string): Promise<ChainFinding[]> {
  const rows = await tx
    .selectFrom("journal_personal as p")
    .innerJoin("journal_entry as e", (join) => join.onRef("e.zone_id", "=", "p.zone_id").onRef("e.sequence", "=", "p.sequence"))
    .select(["p.sequence", "p.salt", "p.payload", "e.personal_digest as digest"])
    .where("p.zone_id", "=", zoneId)
    .execute();
  return rows
    .filter((row) => digestPersonal(row.salt, row.payload) !== row.digest)
    .map((row) => ({
      kind: "edited",
      sequence: Number(row.sequence),
      code: "journal.personal-edited",
      params: { sequence: Number(row.sequence) },
    }));
}
