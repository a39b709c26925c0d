import { hash } from "node:crypto";

/** What one hash of the chain covers. The database's function `journal_hash` joins the same lines in the same order. */
export type HashedEntry = {
  readonly zoneId: string;
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string;
  readonly role: string;
  readonly origin: string;
  readonly operation: string;
  readonly subject: string;
  readonly payload: string;
  readonly items: number;
  readonly itemsRoot: string;
  readonly personalDigest: string;
  readonly previousHash: string;
};

export const FIRST_HASH = "0".repeat(64);

const sha256 = (text: string): string => hash("sha256", text);

/** The text that is hashed, whatever the algorithm: the chain's own SHA-256, or that of a signed digest. */
export const linesOf = (entry: HashedEntry): string =>
  [
    "yuanshu journal 1",
    entry.zoneId,
    entry.sequence,
    entry.at,
    entry.actorId,
    entry.role,
    entry.origin,
    entry.operation,
    entry.subject,
    entry.payload,
    entry.items,
    entry.itemsRoot,
    entry.personalDigest,
    entry.previousHash,
  ].join("\n");

export const hashEntry = (entry: HashedEntry): string => sha256(linesOf(entry));

/** The salt keeps short personal values, such as a telephone number, from being found by trying them all. */
export const digestPersonal = (salt: string, payload: string): string => sha256(`${salt}\n${payload}`);

/**
 * Merkle root of items given one after another, in memory that grows with the logarithm of their number. Leaves and nodes are hashed
 * under different prefixes, so that a node cannot pass for a leaf; a last odd one moves up as it is.
 */
export class MerkleTree {
  readonly #peaks: (string | undefined)[] = [];
  readonly #digest: (text: string) => string;
  constructor(digest: (text: string) => string = sha256) {
    this.#digest = digest;
  }
  add(payload: string): void {
    this.addLeaf(this.#digest(`leaf\n${payload}`));
  }
  /** A leaf that is a hash already, of a text that no node can look like. */
  addLeaf(leaf: string): void {
    let node = leaf;
    let level = 0;
    for (let peak = this.#peaks[level]; peak !== undefined; peak = this.#peaks[level]) {
      node = this.#digest(`node\n${peak}\n${node}`);
      this.#peaks[level] = undefined;
      level += 1;
    }
    this.#peaks[level] = node;
  }
  root(): string {
    let root: string | undefined;
    for (const peak of this.#peaks) if (peak !== undefined) root = root === undefined ? peak : this.#digest(`node\n${peak}\n${root}`);
    return root ?? "";
  }
}
