import { DISTRESS_FEATURES, readFeatures } from "#domains/promotion/rules/distress-features.ts";
import { binFeatures, scoreOf } from "#domains/promotion/rules/distress-learn.ts";
import { learnLinear } from "#domains/promotion/rules/distress-linear.ts";
import { learnDistress } from "#domains/promotion/rules/distress-model.ts";
import { OUTCOMES, type Outcome, YEARS_AHEAD } from "#domains/promotion/rules/distress-outcomes.ts";
import { scoreDistress } from "#domains/promotion/rules/distress-score.ts";
import { type StatementHistory, statementOf, upToYear } from "#domains/promotion/rules/distress-statements.ts";
import { readDistressFile } from "#domains/promotion/server/distress-file.ts";
import { type Measured, median, type Table } from "./measure.ts";

/** Scored years: each by a model that saw nothing later than the year itself, held against what came after. */
const YEARS = [2013, 2014, 2015, 2016, 2017, 2018];
const OUTCOME_NAMES = Object.keys(OUTCOMES) as Outcome[];
/** The last year of which every company's statement is on file. */
const LAST_FULL_YEAR = 2019;
/** A company's years before it was listed are those of survivors. */
const LEAST_YEARS_ON_FILE = 4;
const DOZEN = [
  "roa",
  "operating-roa",
  "debt",
  "current",
  "working-capital",
  "cash",
  "size",
  "turnover",
  "revenue-growth",
  "asset-growth",
  "losses",
  "profit-swing",
];
const dozenOf = (features: readonly (number | null)[]): readonly (number | null)[] =>
  DOZEN.map((name) => features[DISTRESS_FEATURES.findIndex((feature) => feature.name === name)] ?? null);

type Scorer = { readonly name: string; readonly scores: (filed: readonly StatementHistory[], year: number) => readonly number[] };

/** How well the score ranks companies by what their statements showed later, beside what the literature and a plain regression give. */
export async function run(): Promise<Table> {
  const path = process.env["DISTRESS_FILE"];
  const title = "distress";
  if (path === undefined)
    return { title, unit: "AUC × 100", rows: [], lines: ["DISTRESS_FILE names no file of annual statements: nothing was measured"] };
  const { histories } = await readDistressFile(path);
  const took: number[] = [];
  const scorers: readonly Scorer[] = [
    { name: "this score", scores: (filed, year) => learnedScores(histories, filed, year, took) },
    { name: "logistic regression on twelve ratios", scores: (filed, year) => logisticScores(histories, filed, year) },
    { name: "Zmijewski 1984, its own coefficients", scores: (filed, year) => filed.map((history) => zmijewski(history, year)) },
    { name: "return on assets", scores: (filed, year) => filed.map((history) => -(readFeatures(history, year)[0] ?? 0)) },
  ];
  const found = new Map<string, number[]>();
  for (const year of YEARS) {
    const filed = histories.filter(
      (history) => statementOf(history, year) !== undefined && year - (history.years[0]?.year ?? year) + 1 >= LEAST_YEARS_ON_FILE,
    );
    for (const { name, scores } of scorers) {
      const given = scores(filed, year);
      for (const outcome of OUTCOME_NAMES.filter((one) => year + YEARS_AHEAD[one] <= LAST_FULL_YEAR)) {
        const area = areaUnderCurve(filed, year, outcome, given);
        if (area !== undefined) found.set(`${outcome}: ${name}`, [...(found.get(`${outcome}: ${name}`) ?? []), 100 * area]);
      }
    }
  }
  const rows = OUTCOME_NAMES.flatMap((outcome) =>
    scorers.map(({ name }) => measured(`${outcome}: ${name}`, found.get(`${outcome}: ${name}`) ?? [])),
  );
  return {
    title,
    unit: "AUC × 100",
    rows,
    lines: [
      `${histories.length} companies; scored years ${YEARS.join(", ")}; each model learned from what was known at the end of that year`,
      `learning took ${(median(took) / 1000).toFixed(1)} s a year`,
    ],
  };
}

const measured = (name: string, numbers: readonly number[]): Measured => ({
  name,
  median: median(numbers),
  least: Math.min(...numbers),
  most: Math.max(...numbers),
});

function learnedScores(
  all: readonly StatementHistory[],
  filed: readonly StatementHistory[],
  year: number,
  took: number[],
): readonly number[] {
  const started = performance.now();
  const model = learnDistress(all, year);
  took.push(performance.now() - started);
  if (model === undefined) throw new Error(`too few statements before ${year}`);
  return filed.map((history) => scoreDistress(model, history, year).score);
}

/** Calibrated on the losses of the year after, of all earlier years. */
function logisticScores(all: readonly StatementHistory[], filed: readonly StatementHistory[], year: number): readonly number[] {
  const rows = all.flatMap((history) =>
    history.years
      .filter((statement) => statement.year < year && OUTCOMES.loss(history, statement.year) !== null)
      .map((statement) => ({
        features: dozenOf(readFeatures(history, statement.year)),
        lost: OUTCOMES.loss(history, statement.year) === true,
      })),
  );
  const model = learnLinear(
    binFeatures(rows.map(({ features }) => features)),
    rows.map(({ lost }) => (lost ? 1 : 0)),
    rows.map(() => 1),
  );
  return filed.map((history) => scoreOf(model, dozenOf(readFeatures(upToYear(history, year), year))));
}

function zmijewski(history: StatementHistory, year: number): number {
  const statement = statementOf(history, year);
  const share = (part: number | null | undefined, whole: number | null | undefined): number => (part && whole ? part / whole : 0);
  return (
    -4.336 -
    4.513 * share(statement?.netProfit, statement?.assets) +
    5.679 * share(statement?.liabilities, statement?.assets) -
    0.004 * share(statement?.currentAssets, statement?.currentLiabilities)
  );
}

/** The chance that a company which came to harm had the higher score of two: Mann–Whitney, ties counted half. */
function areaUnderCurve(filed: readonly StatementHistory[], year: number, outcome: Outcome, scores: readonly number[]): number | undefined {
  const known = filed
    .map((history, place) => ({ score: scores[place] ?? 0, harmed: OUTCOMES[outcome](history, year) }))
    .filter(({ harmed }) => harmed !== null)
    .sort((one, other) => one.score - other.score);
  const harmed = known.filter((one) => one.harmed === true).length;
  if (harmed === 0 || harmed === known.length) return undefined;
  let ranks = 0;
  for (let start = 0; start < known.length; ) {
    let end = start;
    while (end < known.length && known[end]?.score === known[start]?.score) end += 1;
    ranks += known.slice(start, end).filter((one) => one.harmed === true).length * ((start + end + 1) / 2);
    start = end;
  }
  return (ranks - (harmed * (harmed + 1)) / 2) / (harmed * (known.length - harmed));
}
