import { type StatementHistory, statementOf } from "#domains/promotion/rules/distress-statements.ts";

export type Outcome =
  | "loss"
  | "deductedLoss"
  | "lossTwice"
  | "deductedLossTwice"
  | "lossWithinTwo"
  | "negativeEquity"
  | "distress"
  | "heavyLoss";

/**
 * What the statements themselves show later. Null: not known, because the years that would tell are not on file. Nobody agrees on one
 * meaning of distress, so the score is held against all of these.
 */
export const OUTCOMES: Readonly<Record<Outcome, (history: StatementHistory, year: number) => boolean | null>> = {
  /** 净利润 below zero in the year after. */
  loss: (history, year) => below(history, year + 1, "netProfit"),
  /** 扣非净利润 below zero in the year after: the loss that one-off income would hide. */
  deductedLoss: (history, year) => below(history, year + 1, "deductedProfit"),
  /** In each of the two years after. */
  lossTwice: (history, year) => both(below(history, year + 1, "netProfit"), below(history, year + 2, "netProfit")),
  deductedLossTwice: (history, year) => both(below(history, year + 1, "deductedProfit"), below(history, year + 2, "deductedProfit")),
  /** In one of the two years after. */
  lossWithinTwo: (history, year) => either(below(history, year + 1, "netProfit"), below(history, year + 2, "netProfit")),
  /** 归母权益 below zero at the end of one of the two years after. */
  negativeEquity: (history, year) => either(below(history, year + 1, "equity"), below(history, year + 2, "equity")),
  /** Losses in both years after, or equity below zero in one of them: what costs a listed company its standing. */
  distress: (history, year) => either(OUTCOMES.lossTwice(history, year), OUTCOMES.negativeEquity(history, year)),
  /** A loss larger than a tenth of the assets with which the year began, in one of the two years after. */
  heavyLoss: (history, year) => either(heavy(history, year + 1), heavy(history, year + 2)),
};

/** How many later years it takes to say no: before that only those that came to harm would be known, and nobody to hold them against. */
export const YEARS_AHEAD: Readonly<Record<Outcome, 1 | 2>> = {
  loss: 1,
  deductedLoss: 1,
  lossTwice: 2,
  deductedLossTwice: 2,
  lossWithinTwo: 2,
  negativeEquity: 2,
  distress: 2,
  heavyLoss: 2,
};

function below(history: StatementHistory, year: number, item: "netProfit" | "deductedProfit" | "equity"): boolean | null {
  const value = statementOf(history, year)?.[item] ?? null;
  return value === null ? null : value < 0;
}

const HEAVY = -0.1;
function heavy(history: StatementHistory, year: number): boolean | null {
  const profit = statementOf(history, year)?.netProfit ?? null;
  const before = statementOf(history, year - 1)?.assets ?? null;
  return profit === null || before === null || before <= 0 ? null : profit / before < HEAVY;
}

const both = (one: boolean | null, other: boolean | null): boolean | null =>
  one === false || other === false ? false : one === null || other === null ? null : true;
const either = (one: boolean | null, other: boolean | null): boolean | null =>
  one === true || other === true ? true : one === null || other === null ? null : false;
