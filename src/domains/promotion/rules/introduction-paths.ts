import type { IntroductionKind } from "#domains/promotion/contract/path.ts";
import { monthsBetween } from "#domains/promotion/rules/target-measures.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Tie = {
  readonly from: string;
  readonly to: string;
  readonly kind: IntroductionKind;
  /** 0 to 100. */
  readonly strength: number;
  readonly asOf: LocalDate | null;
};

/** How far a word gets along a tie. Shares are of 100. Source: 平台建议值. */
export const PATH_RULES = {
  kinds: { group: 95, investment: 90, acquaintance: 90, officer: 85, supply: 80, address: 30 },
  /** Seen within so many months it counts in full, then less. */
  freshness: [
    { months: 24, share: 100 },
    { months: 60, share: 80 },
  ],
  older: 60,
  undated: 70,
  mostTies: 3,
  /** Through whoever has more ties than this nobody is introduced: a bank knows everybody. */
  hub: 100,
  source: "平台建议值，由园区设定",
} as const satisfies {
  readonly kinds: Readonly<Record<IntroductionKind, number>>;
  readonly [name: string]: unknown;
};

/** Per mille; nothing for a tie that is not there yet. */
export function tieWeight({ kind, strength, asOf }: Pick<Tie, "kind" | "strength" | "asOf">, today: LocalDate): number {
  return Math.floor((PATH_RULES.kinds[kind] * strength * freshness(asOf, today)) / 1000);
}

function freshness(asOf: LocalDate | null, today: LocalDate): number {
  if (asOf === null) return PATH_RULES.undated;
  if (asOf > today) return 0;
  const months = monthsBetween(asOf, today);
  return PATH_RULES.freshness.find((step) => months <= step.months)?.share ?? PATH_RULES.older;
}

export type WeighedTie<T extends Tie> = { readonly tie: T; readonly weight: number };
export type FoundPath<T extends Tie> = {
  /** From the introducer to the target. */
  readonly nodes: readonly string[];
  readonly ties: readonly WeighedTie<T>[];
  /** Of 10⁹, exact: the product of the ties, as if the missing ones held in full. */
  readonly weight: number;
  readonly others: number;
};

const FULL = 1000;
export const FULL_PATH = FULL ** PATH_RULES.mostTies;

/** One key for two, whichever is named first. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

type Neighbours<T extends Tie> = ReadonlyMap<string, WeighedTie<T>>;

/** Of several ties between two the one that carries best. */
export function weighTies<T extends Tie>(ties: readonly T[], today: LocalDate): ReadonlyMap<string, Neighbours<T>> {
  const graph = new Map<string, Map<string, WeighedTie<T>>>();
  const put = (one: string, other: string, weighed: WeighedTie<T>): void => {
    const there = graph.get(one);
    if (there === undefined) graph.set(one, new Map([[other, weighed]]));
    else if (isBetter(weighed, there.get(other))) there.set(other, weighed);
  };
  for (const tie of ties) {
    const weight = tieWeight(tie, today);
    if (weight === 0 || tie.from === tie.to) continue;
    put(tie.from, tie.to, { tie, weight });
    put(tie.to, tie.from, { tie, weight });
  }
  return graph;
}

function isBetter<T extends Tie>(one: WeighedTie<T>, other: WeighedTie<T> | undefined): boolean {
  if (other === undefined || one.weight !== other.weight) return other === undefined || one.weight > other.weight;
  return `${one.tie.kind} ${one.tie.from}` < `${other.tie.kind} ${other.tie.from}`;
}

export type PathsAsked<T extends Tie> = {
  readonly target: string;
  readonly introducers: ReadonlySet<string>;
  readonly ties: readonly T[];
  /** Keys of pairs between which nobody is introduced. */
  readonly blocked: ReadonlySet<string>;
  readonly today: LocalDate;
  readonly limit: number;
};

/**
 * The best path of each introducer, at most three ties long, the strongest first. No two on a path may be competitors or in dispute, wherever
 * they stand on it. Nobody stands on a path twice, so rings do no harm; and an introducer in the middle would call himself.
 */
export function findPaths<T extends Tie>(asked: PathsAsked<T>): { readonly paths: readonly FoundPath<T>[]; readonly blocked: number } {
  const { target, introducers, blocked } = asked;
  const graph = weighTies(asked.ties, asked.today);
  const best = new Map<string, FoundPath<T>>();
  let refused = 0;
  const walk = (nodes: readonly string[], ties: readonly WeighedTie<T>[], weight: number): void => {
    const last = nodes[0] ?? target;
    for (const [next, weighed] of graph.get(last) ?? []) {
      if (nodes.includes(next)) continue;
      const begins = introducers.has(next);
      if (!begins && ties.length + 1 === PATH_RULES.mostTies) continue;
      if (nodes.some((node) => blocked.has(pairKey(node, next)))) {
        if (begins) refused += 1;
        continue;
      }
      const further = (weight / FULL) * weighed.weight;
      if (begins) keep(best, { nodes: [next, ...nodes], ties: [weighed, ...ties], weight: further, others: 0 });
      else walk([next, ...nodes], [weighed, ...ties], further);
    }
  };
  if (!introducers.has(target)) walk([target], [], FULL_PATH);
  return { paths: [...best.values()].toSorted(byStrength).slice(0, asked.limit), blocked: refused };
}

function keep<T extends Tie>(best: Map<string, FoundPath<T>>, path: FoundPath<T>): void {
  const introducer = path.nodes[0] ?? "";
  const there = best.get(introducer);
  if (there === undefined) best.set(introducer, path);
  else best.set(introducer, { ...(byStrength(path, there) < 0 ? path : there), others: there.others + 1 });
}

/** Strength, then fewer steps, then the ids: the same order on every machine. */
export function byStrength(one: FoundPath<Tie>, other: FoundPath<Tie>): number {
  if (one.weight !== other.weight) return other.weight - one.weight;
  if (one.nodes.length !== other.nodes.length) return one.nodes.length - other.nodes.length;
  return one.nodes.join(" ") < other.nodes.join(" ") ? -1 : 1;
}
