import type { ChainNode } from "#domains/chain/contract/chain.ts";
import type { Candidate, PlacementReason } from "#domains/chain/contract/placement.ts";

export type Proposal = { readonly node: ChainNode; readonly score: number; readonly reasons: readonly PlacementReason[] };
/** What a learner says of an enterprise: how like it is to those that persons have placed on a node. */
export type Learned = { readonly node: string; readonly points: number; readonly like: string };
export type Propose = (candidate: Candidate, learned?: readonly Learned[]) => readonly Proposal[];

/**
 * What each finding gives, of 1. A product says more than a class code, for one class holds many directions; another class
 * of the same group or division alone is not worth a look. Source: 本系统约定, to be measured against confirmed placements.
 */
export const POINTS = {
  classExact: 0.4,
  classGroup: 0.25,
  classDivision: 0.1,
  productSame: 0.6,
  productWithin: 0.45,
  segmentSame: 0.55,
  segmentWithin: 0.4,
} as const;
/** Below it a proposal is not worth a person's look. */
export const LEAST_SCORE = 0.3;
export const MOST_PROPOSALS = 3;
/** A word of one character is in everything. */
const SHORTEST_WORD = 2;

const plain = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）·-]/gu, "");
const digits = (code: string): string => code.replace(/^[A-T]/, "");

/** Findings are independent hints: together they are as sure as that not all of them mislead. */
const together = (points: readonly number[]): number =>
  Math.round((1 - points.reduce((doubt, one) => doubt * (1 - Math.min(1, Math.max(0, one))), 1)) * 1000) / 1000;

/** Prepares the nodes once; then each enterprise costs only the words that it shares with them. Only directions and nodes carry enterprises. */
export function createProposer(nodes: readonly ChainNode[]): Propose {
  const places = nodes.filter(({ level }) => level === "direction" || level === "node");
  const byCode = new Map(places.map((node) => [node.code, node]));
  const wordsOf = indexWords(places);
  const classes = indexClasses(places);
  return (candidate, learned = []) => {
    const found = new Map<string, PlacementReason[]>();
    const put = (code: string, reason: PlacementReason) => {
      const there = found.get(code);
      if (there) there.push(reason);
      else found.set(code, [reason]);
    };
    for (const [code, reason] of classFindings(candidate, classes)) put(code, reason);
    for (const [code, reason] of wordFindings(candidate, wordsOf)) put(code, reason);
    for (const { node, points, like } of learned) if (byCode.has(node)) put(node, { kind: "learned", found: like, points });
    const scored = [...found].flatMap(([code, reasons]): Proposal[] => {
      const node = byCode.get(code);
      return node === undefined ? [] : [{ node, reasons, score: together(reasons.map(({ points }) => points)) }];
    });
    return chooseBest(scored);
  };
}

/** The best few. A direction gives way to a node below it that scores as well; one that fits by its class alone gives way to its direction. */
function chooseBest(scored: readonly Proposal[]): readonly Proposal[] {
  const best = scored.filter(({ score }) => score >= LEAST_SCORE).toSorted((one, other) => other.score - one.score || order(one, other));
  const score = new Map(best.map((one) => [one.node.code, one.score]));
  return best
    .filter(({ node, score: own }) => !best.some((other) => other.node.parent === node.code && other.score >= own))
    .filter(({ node, reasons, score: own }) => own >= (score.get(node.parent ?? "") ?? 0) || reasons.some(({ kind }) => kind !== "class"))
    .slice(0, MOST_PROPOSALS);
}
const order = (one: Proposal, other: Proposal): number => (one.node.code < other.node.code ? -1 : 1);

type WordIndex = ReadonlyMap<string, readonly { readonly word: string; readonly code: string }[]>;

/** Words of nodes by each pair of neighbouring characters in them: two words of which one holds the other share a pair. */
function indexWords(places: readonly ChainNode[]): WordIndex {
  const index = new Map<string, { word: string; code: string }[]>();
  for (const { code, name, products } of places)
    for (const word of new Set([name, ...products].map(plain)))
      if (word.length >= SHORTEST_WORD)
        for (const pair of new Set(pairsOf(word))) {
          const there = index.get(pair);
          if (there) there.push({ word, code });
          else index.set(pair, [{ word, code }]);
        }
  return index;
}

const pairsOf = (word: string): readonly string[] => Array.from({ length: word.length - 1 }, (_, place) => word.slice(place, place + 2));

function* wordFindings({ products, segments }: Candidate, index: WordIndex): Generator<readonly [string, PlacementReason]> {
  for (const [kind, words] of [["product", products] as const, ["segment", segments] as const])
    for (const written of new Set(words)) {
      const word = plain(written);
      if (word.length < SHORTEST_WORD) continue;
      const best = new Map<string, number>();
      for (const pair of new Set(pairsOf(word)))
        for (const known of index.get(pair) ?? []) {
          const points = known.word === word ? POINTS[`${kind}Same`] : holdsOther(known.word, word) ? POINTS[`${kind}Within`] : 0;
          if (points > (best.get(known.code) ?? 0)) best.set(known.code, points);
        }
      for (const [code, points] of best) yield [code, { kind, found: written, points }];
    }
}

/** One word holds the other, and is at most three times as long: 阀 in a long sentence says nothing. */
const holdsOther = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_WORD && long.length <= short.length * 3 && long.includes(short);
};

type ClassIndex = ReadonlyMap<string, readonly { readonly code: string; readonly whole: string }[]>;

/** Nodes by each class code of theirs and by its group and division. */
function indexClasses(places: readonly ChainNode[]): ClassIndex {
  const index = new Map<string, { code: string; whole: string }[]>();
  for (const { code, classCodes } of places)
    for (const whole of new Set(classCodes.map(digits)))
      for (const part of new Set([whole, whole.slice(0, 3), whole.slice(0, 2)]))
        if (part.length >= 2) index.set(part, [...(index.get(part) ?? []), { code, whole }]);
  return index;
}

function* classFindings({ classCode }: Candidate, index: ClassIndex): Generator<readonly [string, PlacementReason]> {
  if (classCode === undefined) return;
  const own = digits(classCode);
  const best = new Map<string, number>();
  for (const [part, points] of [
    [own, POINTS.classExact],
    [own.slice(0, 3), POINTS.classGroup],
    [own.slice(0, 2), POINTS.classDivision],
  ] as const)
    for (const { code, whole } of index.get(part) ?? []) {
      // A node that names a whole group or division means everything in it.
      const given =
        own.startsWith(whole) && whole.length < own.length
          ? Math.max(points, whole.length === 3 ? POINTS.classExact : LEAST_SCORE)
          : points;
      if (given > (best.get(code) ?? 0)) best.set(code, given);
    }
  for (const [code, points] of best) yield [code, { kind: "class", found: classCode, points }];
}
