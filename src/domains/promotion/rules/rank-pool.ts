import {
  EXCLUDED_STATUSES,
  MEASURES,
  type Measure,
  type PoolFilter,
  type ScoringContent,
  type VetoKind,
} from "#domains/promotion/contract/screening.ts";
import { classPoints, joinFit, OTHER_CLASS_SHARE, type PreparedPlace } from "#domains/promotion/rules/chain-fit.ts";
import { filterPool } from "#domains/promotion/rules/filter-pool.ts";
import { leastOf, mostOf, pointsAt } from "#domains/promotion/rules/score-target.ts";
import {
  dayNumber,
  HAS_TIES,
  KNOWN_BUSINESS,
  pairsOf,
  qualificationAt,
  type ScreeningPool,
} from "#domains/promotion/rules/screening-pool.ts";
import { GROWTH_LEAST, GROWTH_MOST, qualificationPoints } from "#domains/promotion/rules/target-measures.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

/** In a column of measures from 0 to 100. */
export const MISSING = 255;

export const VETO_BITS = { dishonest: 1, penalty: 2, resident: 4, "not-active": 8 } as const satisfies Record<VetoKind, number>;

/** What one zone knows beside the register, in the order of the pool. */
export type ZoneColumns = {
  /** 0 to 100 or MISSING. */
  readonly signals: Uint8Array;
  /** 0 to 100; MISSING where the zone knows no tie to a resident, which is nothing when the register knows others. */
  readonly linkage: Uint8Array;
  readonly vetoes: Uint8Array;
};

export type RankAsked = {
  readonly place: PreparedPlace;
  readonly filter: PoolFilter;
  readonly content: ScoringContent;
  readonly asOf: LocalDate;
  readonly zone: ZoneColumns;
  /** Whom a person has placed there: they fit in full. */
  readonly placed: readonly number[];
  readonly limit: number;
  readonly excludedLimit: number;
};

export type RankedIndex = { readonly index: number; readonly known: number; readonly possible: number };
export type RankedPool = {
  /** Enterprises that the filter lets through, with those excluded. */
  readonly pool: number;
  readonly ranked: number;
  readonly top: readonly RankedIndex[];
  readonly excluded: Readonly<Record<VetoKind, number>>;
  readonly excludedTop: readonly (RankedIndex & { readonly vetoes: readonly VetoKind[] })[];
  /** How many of the ranked have so many certain points: [0, 10), [10, 20) … [90, 100]. */
  readonly spread: readonly number[];
};

const RANKED = 1;
const EXCLUDED = 2;

/** Points in tenths for every value that a measure can have; behind them what a missing value may be at least and at most. */
type Lookup = { readonly least: Uint16Array; readonly most: Uint16Array };

function lookup(content: ScoringContent, measure: Measure, from: number, count: number): Lookup {
  const term = content.terms[measure];
  const least = new Uint16Array(count + 1).fill(leastOf(term));
  const most = new Uint16Array(count + 1).fill(mostOf(term));
  for (let place = 0; place < count; place += 1) least[place] = most[place] = pointsAt(term, from + place);
  return { least, most };
}

const SHARES = 101;
const GROWTHS = GROWTH_MOST - GROWTH_LEAST + 1;
const shareAt = (value: number): number => (value === MISSING ? SHARES : value);

/** The same as `scoreTarget` applied to every enterprise, column by column. */
export function rankPool(pool: ScreeningPool, asked: RankAsked): RankedPool {
  const { content, asOf, zone, filter } = asked;
  const rules = content.measures;
  const points = Object.fromEntries(
    MEASURES.map((measure) => [
      measure,
      measure === "growth" ? lookup(content, measure, GROWTH_LEAST, GROWTHS) : lookup(content, measure, 0, SHARES),
    ]),
  ) as Record<Measure, Lookup>;
  const byClass = Uint8Array.from(pool.classes, (code) => (code === "" ? 0 : classPoints(asked.place, code, rules.fit)));
  const products = matchProducts(pool, asked.place, content);
  for (const index of asked.placed) products.best[index] = PLACED;
  const innovation = innovationColumn(pool, content, asOf);
  const passes = filterPool(pool, filter, asOf);
  const fitFrom = filter.fitFrom ?? 0;
  const [oldest, newest] = [yearOf(asOf) - rules.growth.yearsOld, yearOf(asOf)];
  const vetoMask = content.vetoes.reduce((mask, { kind }) => mask | VETO_BITS[kind], 0);
  const notActive = Uint8Array.from(pool.statuses, (status) =>
    (EXCLUDED_STATUSES as readonly string[]).includes(status) ? VETO_BITS["not-active"] : 0,
  );

  const member = new Uint8Array(pool.size);
  const known = new Uint16Array(pool.size);
  const possible = new Uint16Array(pool.size);
  const excluded: Record<VetoKind, number> = { dishonest: 0, penalty: 0, "not-active": 0, resident: 0 };
  const spread = new Array<number>(10).fill(0);
  let inPool = 0;
  let ranked = 0;
  for (let index = 0; index < pool.size; index += 1) {
    if (!passes(index)) continue;
    const fit = fitAt(pool, index, byClass, products, content);
    if (fitFrom > 0 && (fit === MISSING || fit < fitFrom)) continue;
    inPool += 1;
    const year = pool.growthYear[index] ?? 0;
    const growth = year >= oldest && year <= newest && year > 0 ? (pool.growth[index] ?? 0) - GROWTH_LEAST : GROWTHS;
    const tie = zone.linkage[index] ?? MISSING;
    const linkage = tie === MISSING && ((pool.flags[index] ?? 0) & HAS_TIES) !== 0 ? 0 : tie;
    const [f, s, l, i] = [shareAt(fit), shareAt(zone.signals[index] ?? MISSING), shareAt(linkage), shareAt(innovation[index] ?? MISSING)];
    const low =
      at(points.fit.least, f) +
      at(points.growth.least, growth) +
      at(points.signals.least, s) +
      at(points.linkage.least, l) +
      at(points.innovation.least, i);
    known[index] = low;
    possible[index] =
      at(points.fit.most, f) +
      at(points.growth.most, growth) +
      at(points.signals.most, s) +
      at(points.linkage.most, l) +
      at(points.innovation.most, i);
    const vetoes = ((zone.vetoes[index] ?? 0) | (notActive[pool.status[index] ?? 0] ?? 0)) & vetoMask;
    if (vetoes === 0) {
      member[index] = RANKED;
      ranked += 1;
      const step = Math.min(9, Math.floor(low / 100));
      spread[step] = (spread[step] ?? 0) + 1;
    } else {
      member[index] = EXCLUDED;
      for (const kind of vetoesOf(vetoes)) excluded[kind] += 1;
    }
  }
  const scores: Scores = { member, known, possible, prominence: pool.prominence };
  return {
    pool: inPool,
    ranked,
    top: selectTop(scores, RANKED, asked.limit),
    excluded,
    excludedTop: selectTop(scores, EXCLUDED, asked.excludedLimit).map((one) => ({
      ...one,
      vetoes: vetoesOf(((zone.vetoes[one.index] ?? 0) | (notActive[pool.status[one.index] ?? 0] ?? 0)) & vetoMask),
    })),
    spread,
  };
}

const at = (cells: Uint16Array, place: number): number => cells[place] ?? 0;

const vetoesOf = (bits: number): VetoKind[] => (Object.keys(VETO_BITS) as VetoKind[]).filter((kind) => (bits & VETO_BITS[kind]) !== 0);

/** In the place of the best product's points. */
const PLACED = 200;

type Products = { readonly best: Uint8Array; readonly matching: Uint8Array };

/** For each enterprise the points of its best product and how many products match: only those with a matching word are touched. */
function matchProducts(pool: ScreeningPool, place: PreparedPlace, { measures: { fit } }: ScoringContent): Products {
  const best = new Uint8Array(pool.size);
  const matching = new Uint8Array(pool.size);
  for (const [word, points] of matchWords(pool, place, Math.max(fit.productSame, fit.productWithin), fit.productWithin))
    for (let next = pool.holderStart[word] ?? 0; next < (pool.holderStart[word + 1] ?? 0); next += 1) {
      const holder = pool.holders[next] ?? 0;
      if (points > (best[holder] ?? 0)) best[holder] = points;
      if ((matching[holder] ?? 0) < MISSING) matching[holder] = (matching[holder] ?? 0) + 1;
    }
  return { best, matching };
}

/** Words of the register that are one of the place's, hold one or are held by one, with what they give. */
function matchWords(pool: ScreeningPool, { words }: PreparedPlace, same: number, within: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const wanted of words) {
    const candidates = new Set<number>();
    for (const pair of pairsOf(wanted)) for (const number of pool.pairs.get(pair) ?? []) candidates.add(number);
    for (const number of candidates) {
      const word = pool.words[number] ?? "";
      const [short, long] = wanted.length <= word.length ? [wanted, word] : [word, wanted];
      const points = wanted === word ? same : long.length <= short.length * 3 && long.includes(short) ? within : 0;
      if (points > (found.get(number) ?? 0)) found.set(number, points);
    }
  }
  return found;
}

function fitAt(pool: ScreeningPool, index: number, byClass: Uint8Array, { best, matching }: Products, content: ScoringContent): number {
  const product = best[index] ?? 0;
  if (product === PLACED) return 100;
  if (((pool.flags[index] ?? 0) & KNOWN_BUSINESS) === 0) return MISSING;
  let points = byClass[pool.mainClass[index] ?? 0] ?? 0;
  const end = pool.otherStart[index + 1] ?? 0;
  for (let next = pool.otherStart[index] ?? 0; next < end; next += 1) {
    const other = Math.floor((byClass[pool.otherClass[next] ?? 0] ?? 0) / OTHER_CLASS_SHARE);
    if (other > points) points = other;
  }
  return product === 0 ? points : joinFit(points, product, matching[index] ?? 0, content.measures.fit);
}

/** As `innovationOf`, for every enterprise on one day. */
export function innovationColumn(pool: ScreeningPool, { measures: { innovation } }: ScoringContent, asOf: LocalDate): Uint8Array {
  const day = dayNumber(asOf);
  const gives = Uint8Array.from(pool.qualificationKinds, (_, number) =>
    number === 0 ? 0 : qualificationPoints(qualificationAt(pool, number), innovation),
  );
  const column = new Uint8Array(pool.size).fill(MISSING);
  for (let index = 0; index < pool.size; index += 1) {
    const [start, end] = [pool.heldStart[index] ?? 0, pool.heldStart[index + 1] ?? 0];
    if (start === end) continue;
    let best = 0;
    let counting = 0;
    for (let next = start; next < end; next += 1) {
      if ((pool.heldFrom[next] ?? 0) > day || day > (pool.heldTo[next] ?? 0)) continue;
      const points = gives[pool.heldKind[next] ?? 0] ?? 0;
      if (points === 0) continue;
      counting += 1;
      if (points > best) best = points;
    }
    column[index] = counting === 0 ? 0 : Math.min(100, best + innovation.more * Math.min(innovation.moreMost, counting - 1));
  }
  return column;
}

type Scores = {
  readonly member: Uint8Array;
  readonly known: Uint16Array;
  readonly possible: Uint16Array;
  readonly prominence: Uint16Array;
};

const MOST_POINTS = 1000;
const RANKS = (MOST_POINTS + 1) * (MOST_POINTS + 1);

/**
 * The best of a group in the order of `byRank`, without sorting the group: points are counted first, so that only the chosen ones are sorted.
 * Where many stand level at the end of the list, prominence is counted in the same way, and then the id decides, which is the column's order.
 */
function selectTop({ member, known, possible, prominence }: Scores, group: number, limit: number): RankedIndex[] {
  if (limit <= 0) return [];
  const counts = new Uint32Array(RANKS);
  const rankOf = (index: number): number => (known[index] ?? 0) * (MOST_POINTS + 1) + (possible[index] ?? 0);
  for (let index = 0; index < member.length; index += 1)
    if (member[index] === group) {
      const rank = rankOf(index);
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
  const last = boundary(counts, limit);
  const level: number[] = [];
  const chosen: number[] = [];
  for (let index = 0; index < member.length; index += 1)
    if (member[index] === group) {
      const rank = rankOf(index);
      if (rank > last.value) chosen.push(index);
      else if (rank === last.value) level.push(index);
    }
  const order = (one: number, other: number): number => (prominence[other] ?? 0) - (prominence[one] ?? 0) || one - other;
  if (chosen.length + level.length > limit) {
    const known = new Uint32Array(65_536);
    for (const index of level) known[prominence[index] ?? 0] = (known[prominence[index] ?? 0] ?? 0) + 1;
    const least = boundary(known, limit - chosen.length).value;
    const equal = level.filter((index) => (prominence[index] ?? 0) === least);
    const above = level.filter((index) => (prominence[index] ?? 0) > least);
    chosen.push(...above, ...equal.slice(0, limit - chosen.length - above.length));
  } else chosen.push(...level);
  return chosen
    .sort((one, other) => rankOf(other) - rankOf(one) || order(one, other))
    .map((index) => ({ index, known: known[index] ?? 0, possible: possible[index] ?? 0 }));
}

/** The value at which, counted from above, the limit is reached; 0 when it never is. */
function boundary(counts: Uint32Array, limit: number): { readonly value: number } {
  let together = 0;
  for (let value = counts.length - 1; value > 0; value -= 1) {
    together += counts[value] ?? 0;
    if (together >= limit) return { value };
  }
  return { value: 0 };
}
