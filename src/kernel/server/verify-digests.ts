import type { Tx } from "#kernel/server/database.ts";
import {
  digestStatement,
  type JournalDigest,
  type JournalKey,
  keyPurpose,
  keyStatement,
  listDigests,
  listKeys,
} from "#kernel/server/journal-digest.ts";
import { FIRST_HASH, MerkleTree } from "#kernel/server/journal-hash.ts";
import { findSuite } from "#kernel/server/journal-suite.ts";
import { type ChainFinding, type Link, leavesOf, rootOfLeaves } from "#kernel/server/read-chain.ts";
import type { SecretBoxes } from "#kernel/server/secret-box.ts";

const finding = (code: ChainFinding["code"], sequence: number | null, params: ChainFinding["params"]): ChainFinding => ({
  kind: "digest",
  sequence,
  code,
  params,
});

/** What removed segments leave behind: from where on the chain is verified, and the hash that its next entry continues. */
export type Base = { readonly sequence: number; readonly hash: string };

/** The digests of one chain, checked while the chain passes by: each range against its root, each end against its entry. */
export class DigestCheck {
  readonly digests: readonly JournalDigest[];
  readonly keys: readonly JournalKey[];
  readonly base: Base;
  readonly findings: ChainFinding[] = [];
  readonly #zoneId: string;
  readonly #pending: JournalDigest[];
  /** Digests of another hash than the chain's: their leaves are hashed anew, apart. */
  readonly #apart: JournalDigest[] = [];
  #tree = new MerkleTree();

  private constructor(zoneId: string, keys: readonly JournalKey[], digests: readonly JournalDigest[], base: Base) {
    this.#zoneId = zoneId;
    this.keys = keys;
    this.digests = digests;
    this.base = base;
    this.#pending = digests.filter((digest) => digest.lastEntry > base.sequence && digest.lastEntry >= digest.firstEntry);
  }

  static async open(tx: Tx, zoneId: string, boxes: SecretBoxes | undefined): Promise<DigestCheck> {
    const keys = await listKeys(tx, zoneId);
    const digests = (await listDigests(tx, zoneId)).reverse();
    const cut = await tx
      .selectFrom("journal_cut")
      .select(["digest_number", "last_entry", "at"])
      .where("zone_id", "=", zoneId)
      .orderBy("digest_number", "desc")
      .limit(1)
      .executeTakeFirst();
    const base =
      cut && digests.find(({ number, lastEntry }) => number === Number(cut.digest_number) && lastEntry === Number(cut.last_entry));
    const check = new DigestCheck(
      zoneId,
      keys,
      digests,
      base ? { sequence: base.lastEntry, hash: base.lastHash } : { sequence: 0, hash: FIRST_HASH },
    );
    if (base) await check.#checkCut(tx, base);
    check.findings.push(...checkKeys(zoneId, keys), ...checkSignatures(zoneId, keys, digests));
    if (boxes) await check.#checkSecret(tx, boxes);
    return check;
  }

  /** Takes the next links of the chain. */
  take(links: readonly Link[]): void {
    for (const link of links) {
      for (let digest = this.#pending[0]; digest && link.sequence > digest.lastEntry; digest = this.#pending[0])
        this.#close(digest, undefined);
      const digest = this.#pending[0];
      if (!digest || link.sequence < digest.firstEntry) continue;
      this.#tree.addLeaf(link.hash);
      if (link.sequence === digest.lastEntry) this.#close(digest, link.hash);
    }
  }

  /** The chain has ended; what is told of entries that never came is told by digests that stand alone. */
  async end(tx: Tx, last: number): Promise<readonly ChainFinding[]> {
    await this.#checkLastDigest(tx);
    for (const digest of this.#pending.splice(0)) {
      const from = Math.max(last + 1, digest.firstEntry);
      this.findings.push({
        kind: "missing",
        sequence: from,
        code: "journal.signed-missing",
        params: { from, to: digest.lastEntry, number: digest.number },
      });
    }
    for (const digest of this.#apart) {
      const suite = findSuite(digest.suite);
      if (!suite) continue;
      const root = await rootOfLeaves(leavesOf(tx, this.#zoneId, suite, digest.firstEntry, digest.lastEntry), suite);
      if (root !== digest.root) this.findings.push(differs(digest));
    }
    return this.findings;
  }

  #close(digest: JournalDigest, lastHash: string | undefined): void {
    this.#pending.shift();
    const tree = this.#tree;
    this.#tree = new MerkleTree();
    if (lastHash !== digest.lastHash) this.findings.push(differs(digest));
    else if (!digest.suite.startsWith("sha256")) this.#apart.push(digest);
    else if (tree.root() !== digest.root) this.findings.push(differs(digest));
  }

  /** The chain tells of every digest that was made: one that was taken off the end is missed there. */
  async #checkLastDigest(tx: Tx): Promise<void> {
    const told = await tx
      .selectFrom("journal_entry")
      .select(["sequence", "subject"])
      .where("zone_id", "=", this.#zoneId)
      .where("operation", "=", "system.signJournal")
      .where("subject", "like", "journal-digest:%")
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    const number = Number(told?.subject.replace("journal-digest:", "") ?? 0);
    const found = this.digests.at(-1)?.number ?? 0;
    if (number > found) this.findings.push(finding("journal.digests-missing", Number(told?.sequence), { from: found + 1, to: number }));
  }

  /** A segment may be gone only as `system.cutJournal` takes it: with its own entry in what is left, and not before its time. */
  async #checkCut(tx: Tx, base: JournalDigest): Promise<void> {
    const told = await tx
      .selectFrom("journal_entry")
      .select("at")
      .where("zone_id", "=", this.#zoneId)
      .where("operation", "=", "system.cutJournal")
      .where("subject", "=", `journal-digest:${base.number}`)
      .executeTakeFirst();
    const sixMonths = 181 * 86_400_000;
    if (!told || Date.parse(told.at) - Date.parse(base.signedAt) < sixMonths)
      this.findings.push(finding("journal.cut-unlawful", base.lastEntry, { number: base.number, to: base.lastEntry }));
  }

  /** Whoever has the database but not the installation's secret can put keys there, but none that opens. */
  async #checkSecret(tx: Tx, boxes: SecretBoxes): Promise<void> {
    const key = this.keys.at(-1);
    if (!key) return;
    const row = await tx
      .selectFrom("journal_key_secret")
      .select("sealed")
      .where("zone_id", "=", this.#zoneId)
      .where("key_id", "=", key.id)
      .executeTakeFirst();
    const secret = boxes(keyPurpose(this.#zoneId, key.id)).open(row?.sealed ?? "");
    const isPair = secret !== undefined && findSuite(key.suite)?.isPair(key.publicKey, secret) === true;
    if (!isPair) this.findings.push(finding("journal.key-not-ours", null, { key: key.id }));
  }
}

const differs = (digest: JournalDigest): ChainFinding =>
  finding("journal.digest-differs", digest.firstEntry, { number: digest.number, from: digest.firstEntry, to: digest.lastEntry });

/** Each key is endorsed by the one before it, the first by itself. */
export function checkKeys(zoneId: string, keys: readonly JournalKey[]): ChainFinding[] {
  return keys.flatMap((key, place) => {
    const endorser = place === 0 ? key : keys[place - 1];
    const holds =
      endorser !== undefined &&
      key.endorsedBy === endorser.id &&
      findSuite(endorser.suite)?.verify(endorser.publicKey, keyStatement(zoneId, key), key.endorsement);
    return holds ? [] : [finding("journal.key-forged", null, { key: key.id })];
  });
}

/** Signatures, numbers without gaps, ranges that meet, and each digest's word for the one before. */
export function checkSignatures(zoneId: string, keys: readonly JournalKey[], digests: readonly JournalDigest[]): ChainFinding[] {
  const findings: ChainFinding[] = [];
  let before: JournalDigest | undefined;
  for (const digest of digests) {
    const key = keys.find(({ id }) => id === digest.keyId);
    const suite = findSuite(digest.suite);
    const expected = (before?.number ?? 0) + 1;
    if (digest.number !== expected)
      findings.push(finding("journal.digests-missing", digest.firstEntry, { from: expected, to: digest.number - 1 }));
    if (!key || !suite || key.suite !== digest.suite || !suite.verify(key.publicKey, digestStatement(zoneId, digest), digest.signature))
      findings.push(finding("journal.digest-forged", digest.firstEntry, { number: digest.number }));
    else if (
      digest.number === expected &&
      (digest.firstEntry !== (before?.lastEntry ?? 0) + 1 ||
        digest.previousDigest !== (before ? suite.digest(digestStatement(zoneId, before)) : ""))
    )
      findings.push(finding("journal.digest-unlinked", digest.firstEntry, { number: digest.number }));
    before = digest;
  }
  return findings;
}
