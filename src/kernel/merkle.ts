/** Hashing is given in: the kernel knows no cryptography. */
export type Digest = (text: string) => string;

/** Under different prefixes, so that a node cannot pass for a leaf. */
const leafOf = (digest: Digest, item: string): string => digest(`leaf\n${item}`);
const nodeOf = (digest: Digest, left: string, right: string): string => digest(`node\n${left}\n${right}`);

/** One hash over many items in their order; a last odd one moves up as it is. Empty text for no items. */
export function merkleRoot(items: readonly string[], digest: Digest): string {
  let level: readonly string[] = items.map((item) => leafOf(digest, item));
  while (level.length > 1) level = levelAbove(level, digest);
  return level[0] ?? "";
}

function levelAbove(level: readonly string[], digest: Digest): readonly string[] {
  const above: string[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left = "", right] = [level[index], level[index + 1]];
    above.push(right === undefined ? left : nodeOf(digest, left, right));
  }
  return above;
}

/** The neighbours that lead from one item to the root: enough to prove that a bulk command covered it, without showing the others. */
export type MerkleProof = readonly { readonly side: "left" | "right"; readonly hash: string }[];

/** Undefined when there is no item at `index`. */
export function merkleProof(items: readonly string[], index: number, digest: Digest): MerkleProof | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= items.length) return undefined;
  const proof: { side: "left" | "right"; hash: string }[] = [];
  let level: readonly string[] = items.map((item) => leafOf(digest, item));
  for (let place = index; level.length > 1; place = Math.floor(place / 2)) {
    const neighbour = level[place % 2 === 0 ? place + 1 : place - 1];
    if (neighbour !== undefined) proof.push({ side: place % 2 === 0 ? "right" : "left", hash: neighbour });
    level = levelAbove(level, digest);
  }
  return proof;
}

export function isProven(item: string, proof: MerkleProof, root: string, digest: Digest): boolean {
  let hash = leafOf(digest, item);
  for (const step of proof) hash = step.side === "left" ? nodeOf(digest, step.hash, hash) : nodeOf(digest, hash, step.hash);
  return hash === root;
}
