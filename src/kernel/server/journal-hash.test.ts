import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MerkleTree } from "#kernel/server/journal-hash.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The plain way, a whole level at a time, in memory that grows with the items. */
function rootByLevels(items: readonly string[]): string {
  let level = items.map((item) => digest(`leaf\n${item}`));
  while (level.length > 1)
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) =>
      level[pair * 2 + 1] === undefined ? (level[pair * 2] ?? "") : digest(`node\n${level[pair * 2]}\n${level[pair * 2 + 1]}`),
    );
  return level[0] ?? "";
}

const rootOf = (items: readonly string[]): string => {
  const tree = new MerkleTree();
  for (const item of items) tree.add(item);
  return tree.root();
};

test("one item after another gives the same root as a level at a time", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 70 }), (items) => {
      expect(rootOf(items)).toBe(rootByLevels(items));
    }),
  );
});

test("an item changed, left out or moved changes the root, and a node does not pass for a leaf", () => {
  const items = ["接受", "更正", "发布", "撤回", "再发布"];
  const changes = [
    items.with(2, "驳回"),
    items.slice(0, -1),
    items.toReversed(),
    [`${digest("leaf\n接受")}\n${digest("leaf\n更正")}`, ...items.slice(2)],
  ];
  expect(new Set([items, ...changes].map(rootOf)).size).toBe(changes.length + 1);
});
