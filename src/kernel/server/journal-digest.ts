import { sql } from "kysely";
import { v7 } from "uuid";
import { instantOf, type LocalDate, localDateOf } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { FIRST_HASH } from "#kernel/server/journal-hash.ts";
import { findSuite, SUITES, type Suite, type SuiteName } from "#kernel/server/journal-suite.ts";
import { leavesOf, rootOfLeaves } from "#kernel/server/read-chain.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";
import { actorOf, appendToJournal, recordedAt } from "#kernel/server/unit-of-work.ts";

export type JournalKey = {
  readonly id: string;
  readonly suite: string;
  readonly publicKey: string;
  /** The key before it, which signed it; the first key signs itself. */
  readonly endorsedBy: string;
  readonly endorsement: string;
  readonly createdAt: string;
};

/** What stood in a chain when a day was over: the entries since the digest before, signed. */
export type JournalDigest = {
  readonly number: number;
  readonly day: LocalDate;
  readonly firstEntry: number;
  /** Smaller than `firstEntry` when nothing was written since the digest before. */
  readonly lastEntry: number;
  readonly lastHash: string;
  readonly root: string;
  readonly previousDigest: string;
  readonly suite: string;
  readonly keyId: string;
  readonly signedAt: string;
  readonly signature: string;
};

/** What a key's endorsement signs: printed like this, anybody can check it with a program of their own. */
export const keyStatement = (zoneId: string, key: Omit<JournalKey, "endorsement">): string =>
  ["yuanshu digest key 1", zoneId, key.id, key.suite, key.publicKey.trim(), key.endorsedBy, key.createdAt].join("\n");

/** What a digest's signature signs. */
export const digestStatement = (zoneId: string, digest: Omit<JournalDigest, "signature">): string =>
  [
    "yuanshu digest 1",
    zoneId,
    digest.number,
    digest.day,
    digest.firstEntry,
    digest.lastEntry,
    digest.lastHash,
    digest.root,
    digest.previousDigest,
    digest.suite,
    digest.keyId,
    digest.signedAt,
  ].join("\n");

export const keyPurpose = (zoneId: string, keyId: string): string => `journal-key ${zoneId} ${keyId}`;
export const suiteOf = (name: string): Suite => {
  const suite = findSuite(name);
  if (!suite) throw new Error(`Unknown digest suite: ${name}`);
  return suite;
};

export async function listKeys(tx: Tx, zoneId: string): Promise<JournalKey[]> {
  const rows = await tx.selectFrom("journal_key").selectAll().where("zone_id", "=", zoneId).orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    suite: row.suite,
    publicKey: row.public_key,
    endorsedBy: row.endorsed_by,
    endorsement: row.endorsement,
    createdAt: row.created_at,
  }));
}

export async function listDigests(tx: Tx, zoneId: string, before?: number, limit?: number): Promise<JournalDigest[]> {
  let query = tx.selectFrom("journal_digest").selectAll().where("zone_id", "=", zoneId).orderBy("number", "desc");
  if (before !== undefined) query = query.where("number", "<", String(before));
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()).map((row) => ({
    number: Number(row.number),
    day: row.day as LocalDate,
    firstEntry: Number(row.first_entry),
    lastEntry: Number(row.last_entry),
    lastHash: row.last_hash,
    root: row.root,
    previousDigest: row.previous_digest,
    suite: row.suite,
    keyId: row.key_id,
    signedAt: row.signed_at,
    signature: row.signature,
  }));
}

/** Makes the key that digests are signed with from now on; the one before endorses it and its private part goes. @returns the new key. */
export async function rotateKey(tx: Tx, boxes: SecretBoxes, suiteName: SuiteName): Promise<JournalKey> {
  const { zoneId, id: by } = actorOf(tx);
  const old = (await listKeys(tx, zoneId)).at(-1);
  const suite = SUITES[suiteName];
  const { publicKey, privateKey } = suite.newKeys();
  const id = v7();
  const bare = { id, suite: suiteName, publicKey, endorsedBy: old?.id ?? id, createdAt: recordedAt(tx) };
  const statement = keyStatement(zoneId, bare);
  const endorsement = old
    ? suiteOf(old.suite).sign(await openKey(tx, boxes, zoneId, old.id), statement)
    : suite.sign(privateKey, statement);
  await tx
    .insertInto("journal_key")
    .values({
      zone_id: zoneId,
      id,
      suite: suiteName,
      public_key: publicKey,
      endorsed_by: bare.endorsedBy,
      endorsement,
      created_at: bare.createdAt,
      created_by: by,
    })
    .execute();
  if (old) await tx.deleteFrom("journal_key_secret").where("zone_id", "=", zoneId).where("key_id", "=", old.id).execute();
  await tx
    .insertInto("journal_key_secret")
    .values({ zone_id: zoneId, key_id: id, sealed: boxes(keyPurpose(zoneId, id)).seal(privateKey) })
    .execute();
  return { ...bare, endorsement };
}

async function openKey(tx: Tx, boxes: SecretBoxes, zoneId: string, keyId: string): Promise<string> {
  const { sealed } = await tx
    .selectFrom("journal_key_secret")
    .select("sealed")
    .where("zone_id", "=", zoneId)
    .where("key_id", "=", keyId)
    .executeTakeFirstOrThrow();
  const key = boxes(keyPurpose(zoneId, keyId)).open(sealed);
  if (key === undefined) throw new Error("The journal's key was sealed under another secret");
  return key;
}

/** Everything up to and with `through`, or what was written before today began (Asia/Shanghai) when nothing is said. */
export type Through = "now" | "yesterday";

/**
 * Signs what was written since the digest before. A day without entries has its digest too: who cuts the last ones off leaves days without.
 * @returns undefined when that day has one already.
 */
export async function signDigest(tx: Tx, boxes: SecretBoxes, through: Through): Promise<JournalDigest | undefined> {
  const { zoneId } = actorOf(tx);
  // One at a time: the number and the range follow from the digest before.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`journal-digest ${zoneId}`}, 0))`.execute(tx);
  const signedAt = recordedAt(tx);
  const today = localDateOf(instantOf(new Date(signedAt)));
  const day = through === "now" ? today : localDateOf(instantOf(new Date(Date.parse(`${today}T00:00:00+08:00`) - 1)));
  const [before] = await listDigests(tx, zoneId, undefined, 1);
  if (through === "yesterday" && before && before.day >= day) return undefined;
  const last = await lastEntry(tx, zoneId, through === "now" ? undefined : `${today}T00:00:00+08:00`);
  const key = (await listKeys(tx, zoneId)).at(-1) ?? (await rotateKey(tx, boxes, "sha256-ed25519"));
  const suite = suiteOf(key.suite);
  const firstEntry = (before?.lastEntry ?? 0) + 1;
  const lastNumber = Math.max(last?.sequence ?? 0, before?.lastEntry ?? 0);
  const empty = lastNumber < firstEntry;
  const bare = {
    number: (before?.number ?? 0) + 1,
    day,
    firstEntry,
    lastEntry: lastNumber,
    lastHash: empty ? (before?.lastHash ?? FIRST_HASH) : (last?.hash ?? FIRST_HASH),
    root: empty ? "" : await rootOfLeaves(leavesOf(tx, zoneId, suite, firstEntry, lastNumber), suite),
    previousDigest: before ? suite.digest(digestStatement(zoneId, before)) : "",
    suite: key.suite,
    keyId: key.id,
    signedAt,
  };
  const digest = { ...bare, signature: suite.sign(await openKey(tx, boxes, zoneId, key.id), digestStatement(zoneId, bare)) };
  await tx
    .insertInto("journal_digest")
    .values({
      zone_id: zoneId,
      number: digest.number,
      day: digest.day,
      first_entry: digest.firstEntry,
      last_entry: digest.lastEntry,
      last_hash: digest.lastHash,
      root: digest.root,
      previous_digest: digest.previousDigest,
      suite: digest.suite,
      key_id: digest.keyId,
      signed_at: digest.signedAt,
      signature: digest.signature,
    })
    .execute();
  // In the chain stands that it was signed: a digest that is taken away later is missed there, and by the next digest.
  appendToJournal(tx, {
    operation: "system.signJournal",
    subject: `journal-digest:${digest.number}`,
    after: { lastEntry: digest.lastEntry, root: digest.root, suite: digest.suite, key: digest.keyId, signature: digest.signature },
  });
  return digest;
}

/** The last entry before an instant, in the order of the chain: an entry's time is taken when the command began, so the number decides. */
async function lastEntry(tx: Tx, zoneId: string, before: string | undefined): Promise<{ sequence: number; hash: string } | undefined> {
  let query = tx.selectFrom("journal_entry").select(["sequence", "hash"]).where("zone_id", "=", zoneId);
  if (before !== undefined)
    query = query
      .where("at", "<", before)
      .where("sequence", ">", sql<string>`coalesce((select max(last_entry) from journal_digest where zone_id = ${zoneId}::uuid), 0)`);
  const row = await query.orderBy("sequence", "desc").limit(1).executeTakeFirst();
  return row && { sequence: Number(row.sequence), hash: row.hash };
}
