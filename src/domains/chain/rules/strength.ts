import type { ChainAction, ChainEdge, ChainLevel, ChainNode, Strength, StrengthRule } from "#domains/chain/contract/chain.ts";
import type { Presence } from "#domains/chain/contract/placement.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** The platform's own thresholds, until the zone sets others. Source: handbook §2 names the four strengths and leaves the thresholds to the zone [P]. */
export const DEFAULT_STRENGTH_RULE: StrengthRule = {
  presentFrom: 2,
  strongFrom: 4,
  strongWithLeaderFrom: 2,
  source: "平台默认：产业链图谱强弱判定，待本区按年度调整",
};

/** A confirmed placement, as far as the strength of a place depends on it. */
export type Standing = {
  readonly node: string;
  /** The same for one enterprise wherever it stands, so that it counts once. */
  readonly enterprise: string;
  readonly presence: Presence;
  /** A 链主, or marked as a leading firm of its node. */
  readonly leading: boolean;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
};

/** Produces in the zone on that day; the day on which it ends no longer counts. */
export const producesOn = ({ presence, from, until }: Standing, asOf: LocalDate): boolean =>
  presence === "producing" && (from === null || from <= asOf) && (until === null || until > asOf);

/** From the number of distinct resident producers, and whether one of them leads. */
export function strengthOf(producers: number, hasLeader: boolean, rule: StrengthRule): Strength {
  if (producers === 0) return "missing";
  if (producers >= rule.strongFrom || (hasLeader && producers >= rule.strongWithLeaderFrom)) return "strong";
  return producers >= rule.presentFrom ? "present" : "weak";
}

export type PlaceStrength = { readonly producers: number; readonly leaders: number; readonly strength: Strength };

/** The strength of every place: its own producers and those of everything below it, each enterprise once. */
export function measureStrength(
  nodes: readonly ChainNode[],
  standings: readonly Standing[],
  rule: StrengthRule,
  asOf: LocalDate,
): ReadonlyMap<string, PlaceStrength> {
  const parentOf = new Map(nodes.map(({ code, parent }) => [code, parent]));
  const producers = new Map<string, Set<string>>();
  const leaders = new Map<string, Set<string>>();
  const put = (into: Map<string, Set<string>>, code: string, enterprise: string) => {
    const there = into.get(code);
    if (there) there.add(enterprise);
    else into.set(code, new Set([enterprise]));
  };
  for (const standing of standings) {
    if (!parentOf.has(standing.node) || !producesOn(standing, asOf)) continue;
    const seen = new Set<string>();
    for (let code: string | null | undefined = standing.node; code && !seen.has(code); code = parentOf.get(code)) {
      seen.add(code);
      put(producers, code, standing.enterprise);
      if (standing.leading) put(leaders, code, standing.enterprise);
    }
  }
  return new Map(
    nodes.map(({ code }) => {
      const count = producers.get(code)?.size ?? 0;
      const leading = leaders.get(code)?.size ?? 0;
      return [code, { producers: count, leaders: leading, strength: strengthOf(count, leading > 0, rule) }];
    }),
  );
}

export type Coverage = { readonly covered: number; readonly total: number; readonly pct: string | null };

/** Coverage = directions holding at least one producing enterprise ÷ directions, per cent with one decimal: 44/59 = 74.6 % (handbook §2). */
export function coverageOf(directions: readonly { readonly producers: number }[]): Coverage {
  const total = directions.length;
  const covered = directions.filter(({ producers }) => producers > 0).length;
  return { covered, total, pct: total === 0 ? null : oneDecimal(covered, total) };
}

/** Half up in whole numbers: no floating point decides a figure of the card. */
const oneDecimal = (part: number, whole: number): string => {
  const tenths = Math.floor((part * 2000 + whole) / (whole * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
};

export type Gap = {
  readonly code: string;
  readonly action: ChainAction;
  /** Of an extension: the end beyond which something is to be added. */
  readonly end: "upstream" | "downstream" | null;
  /** How many of its neighbours are present or strong already: a gap between strong neighbours is filled first. */
  readonly pull: number;
};

/** What each direction asks for: missing → 补链, weak → 强链, strong at an end of the chain → 延链 beyond it. */
export function listGaps(
  nodes: readonly ChainNode[],
  edges: readonly ChainEdge[],
  strengths: ReadonlyMap<string, PlaceStrength>,
  level: ChainLevel = "direction",
): readonly Gap[] {
  const order = { gap_fill: 0, strengthen: 1, extend: 2 } as const;
  const holds = (code: string) => ["present", "strong"].includes(strengths.get(code)?.strength ?? "missing");
  const upstream = Map.groupBy(edges, ({ to }) => to);
  const downstream = Map.groupBy(edges, ({ from }) => from);
  return nodes
    .filter((node) => node.level === level)
    .flatMap(({ code }): Gap[] => {
      const before = [...new Set((upstream.get(code) ?? []).map(({ from }) => from))];
      const after = [...new Set((downstream.get(code) ?? []).map(({ to }) => to))];
      const pull = new Set([...before, ...after].filter(holds)).size;
      const strength = strengths.get(code)?.strength ?? "missing";
      if (strength === "missing") return [{ code, action: "gap_fill", end: null, pull }];
      if (strength === "weak") return [{ code, action: "strengthen", end: null, pull }];
      // A place that no edge touches is not known to be an end.
      const end = before.length + after.length === 0 ? null : after.length === 0 ? "downstream" : before.length === 0 ? "upstream" : null;
      return strength === "strong" && end !== null ? [{ code, action: "extend", end, pull }] : [];
    })
    .toSorted((one, other) => order[one.action] - order[other.action] || other.pull - one.pull);
}
