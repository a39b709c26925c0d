/**
 * A generalised additive model of step functions, fitted by boosting stumps on the logistic loss: Friedman 2001, with second-order steps;
 * as an explainable scorecard Lou, Caruana & Gehrke 2012. What a feature adds can be read off its own table, so a score is explained
 * exactly. Deterministic: the only chance is a generator with a given seed.
 */
export type Shape = {
  /** Upper ends of the bins, rising, each belonging to its bin; the last bin has no end. */
  readonly edges: readonly number[];
  /** One more than there are edges. */
  readonly values: readonly number[];
  readonly missing: number;
};
export type Additive = { readonly base: number; readonly shapes: readonly Shape[] };

export type LearnOptions = {
  readonly rounds: number;
  readonly rate: number;
  readonly rowShare: number;
  readonly columnShare: number;
  /** Pulls the steps towards zero. */
  readonly ridge: number;
  /** Least Σ p(1−p) on either side of a step. */
  readonly leastWeight: number;
  readonly seeds: readonly number[];
};

/** Features as bins: made once, used for every outcome. */
export type Binned = {
  readonly edges: readonly (readonly number[])[];
  /** Bin of each row, by feature; 0 is for what is missing. */
  readonly bins: readonly Uint8Array[];
  /** The middle of the values in each bin, what is missing left out. */
  readonly middles: readonly (readonly number[])[];
  readonly rows: number;
};

const MISSING = 0;
const MOST_BINS = 32;

export function binFeatures(rows: readonly (readonly (number | null)[])[]): Binned {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, feature) => edgesOf(rows, feature));
  const bins = edges.map((edge, feature) => Uint8Array.from(rows, (row) => binOf(edge, row[feature] ?? null)));
  const middles = edges.map((edge, feature) => middlesOf(rows, feature, bins[feature] ?? new Uint8Array(0), edge.length + 1));
  return { edges, bins, middles, rows: rows.length };
}

/** The middle value of each bin: of the outermost ones too, whatever absurd ratios they hold. */
function middlesOf(rows: readonly (readonly (number | null)[])[], feature: number, bins: Uint8Array, count: number): readonly number[] {
  const values = Array.from({ length: count }, (): number[] => []);
  for (const [row, bin] of bins.entries()) if (bin !== MISSING) values[bin - 1]?.push(rows[row]?.[feature] ?? 0);
  return values.map((inBin) => inBin.sort((one, other) => one - other)[inBin.length >> 1] ?? 0);
}

function edgesOf(rows: readonly (readonly (number | null)[])[], feature: number): readonly number[] {
  const values = Float64Array.from(rows.map((row) => row[feature] ?? null).filter((value) => value !== null)).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin += 1) {
    const edge = fourDigits(values[Math.floor((bin * values.length) / MOST_BINS)] ?? 0);
    if (values.length > 0 && edge > (edges.at(-1) ?? Number.NEGATIVE_INFINITY)) edges.push(edge);
  }
  return edges;
}

/** Finer ones would say nothing, and make the table of coefficients long. */
export const fourDigits = (value: number): number => Number(value.toPrecision(4));

function binOf(edges: readonly number[], value: number | null): number {
  if (value === null) return MISSING;
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

/** What a feature of this value adds. */
export const addedBy = ({ edges, values, missing }: Shape, value: number | null): number =>
  value === null ? missing : (values[binOf(edges, value) - 1] ?? 0);

/** Log-odds of one row. */
export const scoreOf = ({ base, shapes }: Additive, features: readonly (number | null)[]): number =>
  shapes.reduce((sum, shape, place) => sum + addedBy(shape, features[place] ?? null), base);

/** `target` of a row: 1, 0, or null where the outcome is not known; such rows teach nothing. */
export function learn(binned: Binned, target: readonly (0 | 1 | null)[], weight: readonly number[], options: LearnOptions): Additive {
  const fitted = options.seeds.map((seed) => fitOnce(binned, target, weight, options, seed));
  const tables = binned.edges.map((_, feature) => meanOf(fitted.map(({ tables }) => tables[feature] ?? new Float64Array(1))));
  return centred(binned, target, weight, fitted.reduce((sum, { base }) => sum + base, 0) / fitted.length, tables);
}

type Fitted = { readonly base: number; readonly tables: readonly Float64Array[] };

function fitOnce(
  binned: Binned,
  target: readonly (0 | 1 | null)[],
  weight: readonly number[],
  options: LearnOptions,
  seed: number,
): Fitted {
  const random = generator(seed);
  const known = Int32Array.from(target.keys()).filter((row) => target[row] !== null);
  const base = startOf(known, target, weight);
  const scores = new Float64Array(binned.rows).fill(base);
  const slopes = new Float64Array(binned.rows);
  const curves = new Float64Array(binned.rows);
  const tables = binned.edges.map((edges) => new Float64Array(edges.length + 2));
  for (let round = 0; round < options.rounds; round += 1) {
    const rows = known.filter(() => random() < options.rowShare);
    for (const row of rows) {
      const chance = 1 / (1 + Math.exp(-at(scores, row)));
      slopes[row] = (weight[row] ?? 0) * (chance - (target[row] ?? 0));
      curves[row] = (weight[row] ?? 0) * chance * (1 - chance);
    }
    const features = [...tables.keys()].filter(() => random() < options.columnShare);
    const step = bestStep(binned, rows, features, slopes, curves, options);
    if (step === undefined) continue;
    const { feature, upTo, low, high, missing } = step;
    const move = Float64Array.from(
      tables[feature] ?? [],
      (_, bin) => (bin === MISSING ? missing : bin <= upTo ? low : high) * options.rate,
    );
    for (const [bin, by] of move.entries()) addTo(tables[feature], bin, by);
    const bins = binned.bins[feature] ?? new Uint8Array(0);
    for (const row of known) addTo(scores, row, at(move, at(bins, row)));
  }
  return { base, tables };
}

type Step = {
  readonly feature: number;
  readonly upTo: number;
  readonly low: number;
  readonly high: number;
  readonly missing: number;
  readonly gain: number;
};

/** The one feature and place where a step of two values, and one for what is missing, lowers the loss most. */
function bestStep(
  binned: Binned,
  rows: Int32Array,
  features: readonly number[],
  slopes: Float64Array,
  curves: Float64Array,
  { ridge, leastWeight }: LearnOptions,
): Step | undefined {
  const slope = new Float64Array(MOST_BINS + 2);
  const curve = new Float64Array(MOST_BINS + 2);
  const worth = (g: number, h: number): number => (g * g) / (h + ridge);
  let best: Step | undefined;
  for (const feature of features) {
    slope.fill(0);
    curve.fill(0);
    const bins = binned.bins[feature] ?? new Uint8Array(0);
    for (const row of rows) {
      const bin = at(bins, row);
      slope[bin] = at(slope, bin) + at(slopes, row);
      curve[bin] = at(curve, bin) + at(curves, row);
    }
    const last = (binned.edges[feature]?.length ?? 0) + 1;
    let [allSlope, allCurve] = [0, 0];
    for (let bin = 1; bin <= last; bin += 1) [allSlope, allCurve] = [allSlope + at(slope, bin), allCurve + at(curve, bin)];
    const missing = worth(at(slope, MISSING), at(curve, MISSING));
    let [g, h] = [0, 0];
    for (let bin = 1; bin < last; bin += 1) {
      g += at(slope, bin);
      h += at(curve, bin);
      if (h < leastWeight || allCurve - h < leastWeight) continue;
      const gain = worth(g, h) + worth(allSlope - g, allCurve - h) + missing;
      if (gain <= (best?.gain ?? 0)) continue;
      best = {
        feature,
        upTo: bin,
        low: -g / (h + ridge),
        high: -(allSlope - g) / (allCurve - h + ridge),
        missing: -at(slope, MISSING) / (at(curve, MISSING) + ridge),
        gain,
      };
    }
  }
  return best;
}

/** Each table moved so that the rows it was learned from have zero on average: what a feature adds is then against the average company. */
function centred(
  { edges, bins }: Binned,
  target: readonly (0 | 1 | null)[],
  weight: readonly number[],
  base: number,
  tables: readonly Float64Array[],
): Additive {
  let moved = base;
  const shapes = tables.map((table, feature): Shape => {
    let [sum, all] = [0, 0];
    for (const [row, bin] of (bins[feature] ?? new Uint8Array(0)).entries()) {
      if (target[row] === null) continue;
      sum += at(table, bin) * (weight[row] ?? 0);
      all += weight[row] ?? 0;
    }
    const middle = all > 0 ? sum / all : 0;
    moved += middle;
    return {
      edges: edges[feature] ?? [],
      values: [...table.subarray(1)].map((value) => value - middle),
      missing: at(table, MISSING) - middle,
    };
  });
  return { base: moved, shapes };
}

function startOf(rows: Int32Array, target: readonly (0 | 1 | null)[], weight: readonly number[]): number {
  let [hits, all] = [0, 0];
  for (const row of rows) {
    hits += (target[row] ?? 0) * (weight[row] ?? 0);
    all += weight[row] ?? 0;
  }
  const share = Math.min(0.999, Math.max(0.001, all > 0 ? hits / all : 0.5));
  return Math.log(share / (1 - share));
}

const meanOf = (tables: readonly Float64Array[]): Float64Array =>
  Float64Array.from(tables[0] ?? [], (_, bin) => tables.reduce((sum, table) => sum + at(table, bin), 0) / tables.length);

const at = (numbers: Float64Array | Uint8Array, place: number): number => numbers[place] ?? 0;
function addTo(numbers: Float64Array | undefined, place: number, by: number): void {
  if (numbers !== undefined) numbers[place] = at(numbers, place) + by;
}

/** A linear congruential generator (Numerical Recipes): the same sequence on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
