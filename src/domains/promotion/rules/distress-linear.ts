import type { Additive, Binned } from "#domains/promotion/rules/distress-learn.ts";

/**
 * Ridge logistic regression (Hoerl & Kennard 1970; Ohlson 1980 for the use), by Newton's method. A feature enters as the middle
 * value of its bin, brought to one spread, so that a single absurd ratio moves nothing. What is missing counts as average.
 * Being a sum over features it is written down as the same tables of steps as the boosted part.
 */
export function learnLinear(binned: Binned, target: readonly (0 | 1 | null)[], weight: readonly number[]): Additive {
  const known = [...target.keys()].filter((row) => target[row] !== null);
  const levels = binned.middles.map((middles, feature) => spreadToOne(middles, binned.bins[feature] ?? new Uint8Array(0), known));
  const width = levels.length + 1;
  const inputs = new Float64Array(known.length * width);
  for (const [place, row] of known.entries()) {
    inputs[place * width] = 1;
    for (const [feature, level] of levels.entries()) inputs[place * width + feature + 1] = level[binned.bins[feature]?.[row] ?? 0] ?? 0;
  }
  let coefficients: readonly number[] = Array.from({ length: width }, () => 0);
  for (let step = 0; step < STEPS; step += 1) coefficients = newton(inputs, width, known, target, weight, coefficients);
  return {
    base: coefficients[0] ?? 0,
    shapes: levels.map((level, feature) => {
      const slope = coefficients[feature + 1] ?? 0;
      return { edges: binned.edges[feature] ?? [], values: level.slice(1).map((value) => slope * value), missing: 0 };
    }),
  };
}

const STEPS = 6;
const RIDGE = 5;

/** One value for each bin: zero for what is missing, and over the rows a mean of zero and a spread of one. */
function spreadToOne(middles: readonly number[], bins: Uint8Array, rows: readonly number[]): readonly number[] {
  const values = rows
    .map((row) => bins[row] ?? 0)
    .filter((bin) => bin > 0)
    .map((bin) => middles[bin - 1] ?? 0);
  const middle = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length));
  return [0, ...middles.map((value) => (spread > 0 ? (value - middle) / spread : 0))];
}

function newton(
  inputs: Float64Array,
  width: number,
  rows: readonly number[],
  target: readonly (0 | 1 | null)[],
  weight: readonly number[],
  coefficients: readonly number[],
): readonly number[] {
  const slope = Float64Array.from(coefficients, (value) => RIDGE * value);
  const curve = Array.from({ length: width }, (_, one) =>
    Float64Array.from({ length: width }, (_unused, other) => (one === other ? RIDGE : 0)),
  );
  for (const [place, row] of rows.entries()) {
    const input = inputs.subarray(place * width, (place + 1) * width);
    let logOdds = 0;
    for (let one = 0; one < width; one += 1) logOdds += (coefficients[one] ?? 0) * (input[one] ?? 0);
    const chance = 1 / (1 + Math.exp(-logOdds));
    const [miss, bend] = [(weight[row] ?? 0) * (chance - (target[row] ?? 0)), (weight[row] ?? 0) * chance * (1 - chance)];
    for (let one = 0; one < width; one += 1) {
      const pull = input[one] ?? 0;
      slope[one] = (slope[one] ?? 0) + miss * pull;
      const line = curve[one] as Float64Array;
      // Symmetric: the lower half is filled in when it is solved.
      for (let other = one; other < width; other += 1) line[other] = (line[other] ?? 0) + bend * pull * (input[other] ?? 0);
    }
  }
  const step = solve(curve, slope);
  return coefficients.map((value, place) => value - (step[place] ?? 0));
}

/** Cholesky's decomposition of a symmetric positive matrix of which the upper half is given. */
function solve(upper: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => (row <= column ? upper[row]?.[column] : upper[column]?.[row]) ?? 0;
  const lower = Array.from({ length: size }, () => new Float64Array(size));
  const l = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = at(row, column);
      for (let before = 0; before < column; before += 1) rest -= l(row, before) * l(column, before);
      (lower[row] as Float64Array)[column] = row === column ? Math.sqrt(rest) : rest / l(column, column);
    }
  }
  const half = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    let rest = right[row] ?? 0;
    for (let before = 0; before < row; before += 1) rest -= l(row, before) * (half[before] ?? 0);
    half[row] = rest / l(row, row);
  }
  const found = new Float64Array(size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = half[row] ?? 0;
    for (let after = row + 1; after < size; after += 1) rest -= l(after, row) * (found[after] ?? 0);
    found[row] = rest / l(row, row);
  }
  return found;
}
