import { DISTRESS_FEATURES, readFeatures } from "#domains/promotion/rules/distress-features.ts";
import {
  type Additive,
  addedBy,
  binFeatures,
  fourDigits,
  type LearnOptions,
  learn,
  type Shape,
  scoreOf,
} from "#domains/promotion/rules/distress-learn.ts";
import { learnLinear } from "#domains/promotion/rules/distress-linear.ts";
import { OUTCOMES, type Outcome, YEARS_AHEAD } from "#domains/promotion/rules/distress-outcomes.ts";
import { type StatementHistory, upToYear } from "#domains/promotion/rules/distress-statements.ts";

/** A scorecard: for each feature what each stretch of its values adds to the log-odds. */
export type DistressModel = {
  /** The last year whose statements it has seen, as features or as outcomes. */
  readonly learnedThrough: number;
  readonly companyYears: number;
  readonly base: number;
  readonly shapes: Readonly<Record<string, Shape>>;
  /** Log-odds of the companies of the last year, from the least risky to the riskiest, in hundredths. */
  readonly percentiles: readonly number[];
};

/**
 * Learned apart and added in equal parts, so that no single meaning of distress rules the score: a loss, a loss without one-off items, a
 * heavy loss, and two years of losses or negative equity.
 */
export const LEARNED_OUTCOMES: readonly Outcome[] = ["loss", "deductedLoss", "heavyLoss", "distress"];
/** What the score is scaled to: how often companies of such figures lost money within two years. */
const SCALED_TO: Outcome = "lossWithinTwo";

export const LEARN_OPTIONS: LearnOptions = {
  rounds: 400,
  rate: 0.08,
  rowShare: 0.5,
  columnShare: 0.2,
  ridge: 5,
  leastWeight: 8,
  seeds: [2019],
};
/** Steps follow every bend of the past; a straight line holds up better in years unlike those before. Half as much of it does best. */
const LINEAR_SHARE = 0.5;
/** A year weighs so much less than the one after it: accounting rules and the economy move on. */
const YEARLY_DECAY = 0.85;
/** A company's statements of the years before it was listed tell of survivors only: it counts from its fourth year on file. */
const FIRST_YEAR_THAT_COUNTS = 4;
/** Below this a file cannot teach: the coefficients that come with the platform are used. */
export const FEWEST_HITS = 200;
const FEWEST_COMPANY_YEARS = 3000;

type Row = { readonly features: readonly (number | null)[]; readonly history: StatementHistory; readonly year: number };

/** Learns from all that was known at the end of `through`; undefined when that is too little. Rows of later years are not looked at. */
export function learnDistress(
  all: readonly StatementHistory[],
  through: number,
  options: LearnOptions = LEARN_OPTIONS,
): DistressModel | undefined {
  const histories = all.map((history) => upToYear(history, through));
  const rows = histories.flatMap((history) => rowsOf(history, through));
  const targets = new Map(
    [...LEARNED_OUTCOMES, SCALED_TO].map((outcome) => [
      outcome,
      rows.map(({ history, year }) => targetOf(outcome, history, year, through)),
    ]),
  );
  const hits = [...targets.values()].map((target) => target.filter((value) => value === 1).length);
  if (rows.length < FEWEST_COMPANY_YEARS || Math.min(...hits) < FEWEST_HITS) return undefined;
  const binned = binFeatures(rows.map(({ features }) => features));
  const weight = rows.map(({ year }) => YEARLY_DECAY ** (through - year));
  const parts = LEARNED_OUTCOMES.flatMap((outcome) => {
    const target = targets.get(outcome) ?? [];
    return [
      standardised(learn(binned, target, weight, options), rows),
      times(standardised(learnLinear(binned, target, weight), rows), LINEAR_SHARE),
    ];
  });
  const added = parts.reduce(together);
  const model = scaled(added, rows, targets.get(SCALED_TO) ?? [], weight);
  const last = histories
    .filter((history) => history.years.at(-1)?.year === through)
    .map((history) => scoreOf(model, readFeatures(history, through)));
  return {
    learnedThrough: through,
    companyYears: rows.length,
    base: fourDigits(model.base),
    shapes: Object.fromEntries(DISTRESS_FEATURES.map(({ name }, place) => [name, compact(model.shapes[place] ?? NO_SHAPE)])),
    percentiles: percentilesOf(last),
  };
}

const NO_SHAPE: Shape = { edges: [], values: [0], missing: 0 };

function rowsOf(history: StatementHistory, through: number): readonly Row[] {
  const first = history.years[0]?.year ?? through;
  return history.years
    .filter(({ year }) => year < through && year - first + 1 >= FIRST_YEAR_THAT_COUNTS)
    .map(({ year }) => ({ features: readFeatures(history, year), history, year }));
}

function targetOf(outcome: Outcome, history: StatementHistory, year: number, through: number): 0 | 1 | null {
  const found = year + YEARS_AHEAD[outcome] > through ? null : OUTCOMES[outcome](history, year);
  return found === null ? null : found ? 1 : 0;
}

const times = ({ base, shapes }: Additive, factor: number): Additive => ({
  base: base * factor,
  shapes: shapes.map(({ edges, values, missing }) => ({ edges, values: values.map((value) => value * factor), missing: missing * factor })),
});

/** To a spread of one over the rows, so that a rare outcome weighs as much as a frequent one. */
function standardised(model: Additive, rows: readonly Row[]): Additive {
  const scores = rows.map(({ features }) => scoreOf(model, features));
  const middle = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - middle) ** 2, 0) / scores.length);
  return times({ ...model, base: model.base - middle }, spread > 0 ? 1 / spread : 1);
}

const together = (one: Additive, other: Additive): Additive => ({
  base: one.base + other.base,
  shapes: one.shapes.map((shape, place) => ({
    edges: shape.edges,
    values: shape.values.map((value, bin) => value + (other.shapes[place]?.values[bin] ?? 0)),
    missing: shape.missing + (other.shapes[place]?.missing ?? 0),
  })),
});

const NEWTON_STEPS = 25;

/** Platt 1999: the log-odds of the outcome as a straight line of the score, by Newton's method. */
function scaled(model: Additive, rows: readonly Row[], target: readonly (0 | 1 | null)[], weight: readonly number[]): Additive {
  const scores = rows.map(({ features }) => scoreOf(model, features));
  // From the share of hits alone, whence Newton's steps do not run away.
  let [slope, shift] = [0, logOddsOf(target, weight)];
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    let [gSlope, gShift, hSlope, hBoth, hShift] = [0, 0, 1e-9, 0, 1e-9];
    for (const [row, score] of scores.entries()) {
      const hit = target[row] ?? null;
      if (hit === null) continue;
      const chance = chanceOf(slope * score + shift);
      const [miss, curve] = [(weight[row] ?? 0) * (chance - hit), (weight[row] ?? 0) * chance * (1 - chance)];
      gSlope += miss * score;
      gShift += miss;
      hSlope += curve * score * score;
      hBoth += curve * score;
      hShift += curve;
    }
    const size = hSlope * hShift - hBoth * hBoth;
    slope -= (gSlope * hShift - gShift * hBoth) / size;
    shift -= (gShift * hSlope - gSlope * hBoth) / size;
  }
  const line = times(model, slope);
  return { ...line, base: line.base + shift };
}

function logOddsOf(target: readonly (0 | 1 | null)[], weight: readonly number[]): number {
  let [hits, all] = [0, 0];
  for (const [row, hit] of target.entries()) {
    if (hit === null) continue;
    hits += hit * (weight[row] ?? 0);
    all += weight[row] ?? 0;
  }
  return Math.log(hits / (all - hits));
}

export const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Neighbouring bins of one value become one. */
function compact({ edges, values, missing }: Shape): Shape {
  const rounded = values.map(fourDigits);
  const kept = edges.map((edge, bin) => ({ edge, bin })).filter(({ bin }) => rounded[bin] !== rounded[bin + 1]);
  return {
    edges: kept.map(({ edge }) => edge),
    values: [...kept.map(({ bin }) => rounded[bin] ?? 0), rounded.at(-1) ?? 0],
    missing: fourDigits(missing),
  };
}

function percentilesOf(scores: readonly number[]): readonly number[] {
  const sorted = scores.toSorted((one, other) => one - other);
  return Array.from({ length: 101 }, (_, hundredth) =>
    fourDigits(sorted[Math.min(sorted.length - 1, Math.floor((hundredth * sorted.length) / 100))] ?? 0),
  );
}

/** What each feature adds to the log-odds, in the order of the features. */
export const addsOf = (model: DistressModel, features: readonly (number | null)[]): readonly number[] =>
  DISTRESS_FEATURES.map(({ name }, place) => addedBy(model.shapes[name] ?? NO_SHAPE, features[place] ?? null));
