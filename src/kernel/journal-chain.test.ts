import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "#kernel/canonical-json.ts";
import { type ChainedEntry, FIRST_HASH, verifyChain } from "#kernel/journal-chain.ts";
import { isProven, merkleProof, merkleRoot } from "#kernel/merkle.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
type Entry = ChainedEntry & { readonly body: string };
const hashOf = ({ sequence, previousHash, body }: Omit<Entry, "hash">): string => digest(canonicalJson({ sequence, previousHash, body }));

function chainOf(bodies: readonly string[]): Entry[] {
  let previousHash = FIRST_HASH;
  return bodies.map((body, index) => {
    const entry = { sequence: index + 1, previousHash, body };
    previousHash = hashOf(entry);
    return { ...entry, hash: previousHash };
  });
}

const chain = chainOf(["接受", "更正", "发布", "撤回", "再发布"]);
const last = { sequence: 5, hash: chain[4]?.hash ?? "" };
const problems = (entries: readonly Entry[]) => verifyChain(entries, hashOf, last).problems.map(({ problem, at }) => `${problem}@${at}`);

test("完整的链条通过，空链也通过", () => {
  expect(verifyChain(chain, hashOf, last)).toEqual({ ok: true, entries: 5, head: last, problems: [] });
  expect(verifyChain([], hashOf)).toMatchObject({ ok: true, head: { sequence: 0, hash: FIRST_HASH } });
});

test.each<[string, readonly Entry[], readonly string[]]>([
  ["改了一条的内容", chain.map((entry) => (entry.sequence === 3 ? { ...entry, body: "未发布" } : entry)), ["edited@3"]],
  [
    "改了内容并重算自己的哈希",
    chain.map((entry) => (entry.sequence === 3 ? { ...entry, body: "未发布", hash: hashOf({ ...entry, body: "未发布" }) } : entry)),
    ["broken@4"],
  ],
  ["抽走一条", chain.filter(({ sequence }) => sequence !== 3), ["gap@4"]],
  ["抽走第一条", chain.slice(1), ["gap@2"]],
  ["两条对调", [0, 2, 1, 3, 4].flatMap((index) => chain[index] ?? []), ["gap@3", "reordered@2", "gap@4"]],
  ["一条重复", [0, 1, 1, 2, 3, 4].flatMap((index) => chain[index] ?? []), ["repeated@2"]],
  ["截去末尾", chain.slice(0, 4), ["cut@4"]],
  ["整条链重写", chainOf(["接受", "更正", "发布", "撤回", "从未发布"]), ["cut@5"]],
])("%s", (_, entries, expected) => {
  expect(problems(entries)).toEqual(expected);
});

test("any single change, loss, doubling or exchange is found", () => {
  const anyDamage = fc.record({ kind: fc.constantFrom("edit", "drop", "double", "swap", "rehash"), at: fc.nat(), other: fc.nat() });
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 12 }), anyDamage, (bodies, damage) => {
      const good = chainOf(bodies);
      const head = { sequence: good.length, hash: good.at(-1)?.hash ?? "" };
      expect(verifyChain(good, hashOf, head).ok).toBe(true);
      const [at, other] = [damage.at % good.length, damage.other % good.length];
      fc.pre(damage.kind !== "swap" || at !== other);
      expect(verifyChain(damaged(good, damage.kind, at, other), hashOf, head).ok).toBe(false);
    }),
  );
});

function damaged(good: readonly Entry[], kind: string, at: number, other: number): readonly Entry[] {
  if (kind === "drop") return good.filter((_, index) => index !== at);
  if (kind === "double") return good.flatMap((entry, index) => (index === at ? [entry, entry] : [entry]));
  if (kind === "swap") return good.map((entry, index) => (index === at ? good[other] : index === other ? good[at] : entry) ?? entry);
  return good.map((entry, index) => {
    if (index !== at) return entry;
    const edited = { ...entry, body: `${entry.body}改` };
    return kind === "edit" ? edited : { ...edited, hash: hashOf(edited) };
  });
}

test("the order of keys changes no canonical text, and what JSON cannot hold is refused", () => {
  expect(canonicalJson({ b: [1, null, "二"], a: { d: true, c: undefined } })).toBe('{"a":{"d":true},"b":[1,null,"二"]}');
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test("each item of a bulk command is proven by its neighbours, and no other is", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }), fc.nat(), (items, place) => {
      const index = place % items.length;
      const root = merkleRoot(items, digest);
      const proof = merkleProof(items, index, digest);
      if (proof === undefined) throw new Error("no proof");
      expect(isProven(items[index] ?? "", proof, root, digest)).toBe(true);
      expect(isProven(`${items[index]}改`, proof, root, digest)).toBe(false);
      expect(merkleRoot([...items, "多"], digest)).not.toBe(root);
    }),
  );
  expect(merkleProof(["一"], 1, digest)).toBeUndefined();
  expect(merkleRoot([], digest)).toBe("");
});
