import type { SparseVector } from "#domains/chain/rules/product-vectors.ts";

export type RidgeRow = { readonly vector: SparseVector; readonly target: Float64Array };
export type RidgeOptions = { readonly terms: number; readonly classes: number; readonly ridge: number; readonly rounds: number };

/** How strongly a vector speaks for each class, or for one of them. */
export type LinearScores = {
  readonly all: (vector: SparseVector) => Float64Array;
  readonly one: (vector: SparseVector, column: number) => number;
};

/** Mean square step of a row below which another round changes no ranking. */
const SETTLED = 1e-6;

/**
 * Ridge regression onto all classes at once, one row after the other until nothing moves: dual coordinate ascent (Shalev-Shwartz and
 * Zhang 2013), where for the square loss each step is exact. Work and memory grow with the rows, not with their square.
 */
export function fitRidge(rows: readonly RidgeRow[], { terms, classes, ridge, rounds }: RidgeOptions): LinearScores {
  const duals = new Float32Array(rows.length * classes);
  const weights = weightsOf(rows, terms, classes, duals);
  const step = new Float64Array(classes);
  const order = evenOrder(rows.length);
  const shared = rows.map(({ vector }) => weights.sharedOf(vector));
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (const index of order) {
      const { vector: whole, target } = rows[index] as RidgeRow;
      const { vector, alone } = shared[index] as Shared;
      const from = index * classes;
      const own = ridge + alone;
      for (let place = 0; place < classes; place += 1) step[place] = (target[place] as number) - own * (duals[from + place] as number);
      weights.addTo(step, vector, -1);
      for (let place = 0; place < classes; place += 1) {
        const change = (step[place] as number) / (ridge + whole.square);
        step[place] = change;
        duals[from + place] = (duals[from + place] as number) + change;
        moved += change * change;
      }
      weights.learn(step, vector);
    }
    if (moved < SETTLED * rows.length) break;
  }
  const all = (vector: SparseVector): Float64Array => {
    const scores = new Float64Array(classes);
    weights.addTo(scores, vector, 1);
    return scores;
  };
  return { all, one: weights.inColumn };
}

/** A row's terms that other rows hold too, and the square of the rest: a term of one row only acts as a ridge of its own. */
type Shared = { readonly vector: SparseVector; readonly alone: number };

type Weights = {
  readonly sharedOf: (vector: SparseVector) => Shared;
  /** sums += sign × (vector × weights) */
  readonly addTo: (sums: Float64Array, vector: SparseVector, sign: number) => void;
  /** vector × weights, for one class. */
  readonly inColumn: (vector: SparseVector, column: number) => number;
  /** weights += vector × change */
  readonly learn: (change: Float64Array, vector: SparseVector) => void;
};

/** 240 MB of weights kept term by term. */
const MOST_WEIGHTS = 60_000_000;

/**
 * The weights of a term are the sum of the duals of the rows that hold it. For most terms, held by one row or a few, that sum is made when
 * it is asked for; only for the others is it kept.
 */
function weightsOf(rows: readonly RidgeRow[], terms: number, classes: number, duals: Float32Array): Weights {
  const uses = new Int32Array(terms);
  for (const { vector } of rows) for (const term of vector.at) uses[term] = (uses[term] as number) + 1;
  const few = fewestUses(uses, classes);
  const keptAt = new Int32Array(terms).fill(-1);
  const listAt = new Int32Array(terms + 1);
  let kept = 0;
  for (let term = 0; term < terms; term += 1) {
    const count = uses[term] as number;
    const isKept = count > few;
    if (isKept) keptAt[term] = kept++;
    listAt[term + 1] = (listAt[term] as number) + (isKept ? 0 : count);
  }
  const weights = new Float32Array(kept * classes);
  const holder = new Int32Array(listAt[terms] as number);
  const held = new Float64Array(holder.length);
  const next = listAt.slice();
  rows.forEach(({ vector }, row) => {
    vector.at.forEach((term, index) => {
      if (keptAt[term] !== -1) return;
      const place = next[term] as number;
      next[term] = place + 1;
      holder[place] = row;
      held[place] = vector.value[index] as number;
    });
  });

  /** The columns from the given one on, as many as there are sums. */
  const addTo = (sums: Float64Array, { at, value }: SparseVector, sign: number, column = 0): void => {
    for (let index = 0; index < at.length; index += 1) {
      const term = at[index] as number;
      const amount = sign * (value[index] as number);
      const place = keptAt[term] as number;
      if (place >= 0) addScaled(sums, weights, place * classes + column, amount);
      else {
        for (let list = listAt[term] as number; list < (listAt[term + 1] as number); list += 1)
          addScaled(sums, duals, (holder[list] as number) * classes + column, amount * (held[list] as number));
      }
    }
  };
  const inColumn = (vector: SparseVector, column: number): number => {
    const sum = new Float64Array(1);
    addTo(sum, vector, 1, column);
    return sum[0] as number;
  };
  const learn = (change: Float64Array, { at, value }: SparseVector): void => {
    for (let index = 0; index < at.length; index += 1) {
      const place = keptAt[at[index] as number] as number;
      if (place < 0) continue;
      const [from, amount] = [place * classes, value[index] as number];
      for (let column = 0; column < classes; column += 1)
        weights[from + column] = (weights[from + column] as number) + amount * (change[column] as number);
    }
  };
  const sharedOf = (vector: SparseVector): Shared => {
    const isShared = (_: unknown, index: number): boolean => (uses[vector.at[index] as number] as number) > 1;
    const value = vector.value.filter(isShared);
    const square = value.reduce((total, amount) => total + amount * amount, 0);
    return { vector: { at: vector.at.filter(isShared), value, square }, alone: vector.square - square };
  };
  return { sharedOf, addTo, inColumn, learn };
}

function addScaled(sums: Float64Array, source: Float32Array, from: number, by: number): void {
  for (let place = 0; place < sums.length; place += 1) sums[place] = (sums[place] as number) + by * (source[from + place] as number);
}

/** The smallest number of uses up to which terms are not kept, so that the kept ones fit. */
function fewestUses(uses: Int32Array, classes: number): number {
  for (let few = 1; ; few += 1) {
    if (uses.filter((count) => count > few).length * classes <= MOST_WEIGHTS) return few;
  }
}

/** Every row once, neighbours far apart, the same each time: steps of the golden section, moved until they meet every place. */
function evenOrder(length: number): readonly number[] {
  let step = Math.max(1, Math.round(length * 0.618));
  while (length > 1 && greatestCommonDivisor(step, length) !== 1) step += 1;
  return Array.from({ length }, (_, index) => (index * step) % length);
}

const greatestCommonDivisor = (one: number, other: number): number => (other === 0 ? one : greatestCommonDivisor(other, one % other));
