import { type ReadCompletion, readStatedCompletion } from "#domains/projects/rules/stated-completion.ts";
import { type Decimal, findDecimal, shift } from "#kernel/decimal.ts";

/** An accepted figure of a document, with the words and their place. */
export type SaidFigure = {
  readonly id: string;
  readonly indicator: string;
  readonly value: string;
  readonly unit: string;
  readonly quote: string;
  readonly start: number | null;
  readonly end: number | null;
};

export type StatedPair = {
  readonly rate: SaidFigure;
  readonly amount: SaidFigure;
  /** Of which projects it speaks; empty when the words name none. */
  readonly subject: string;
  readonly actualYuan: Decimal;
  readonly statedPct: Decimal;
  readonly read: ReadCompletion;
};

/** 超年度计划投资, 超额完成年度投资计划: what is exceeded is a plan, and it is about investment. */
const OF_PLAN = /计划/u;
const INVESTMENT = /投资/u;
/** From the amount to the percentage that speaks of it: no farther than one clause. */
const FARTHEST = 40;
const YUAN: Readonly<Record<string, number>> = { 亿元: 8, 万元: 4, 元: 0 };

/** Of the accepted figures of one document the completions that can be read in two ways; certain ones need nobody. */
export function pairCompletions(figures: readonly SaidFigure[]): readonly StatedPair[] {
  const amounts = figures.filter(({ indicator, unit }) => unit in YUAN && INVESTMENT.test(indicator) && !OF_PLAN.test(indicator));
  return figures.flatMap((rate): readonly StatedPair[] => {
    if (rate.unit !== "%" || rate.start === null || !OF_PLAN.test(rate.indicator)) return [];
    const amount = nearestBefore(rate.start, amounts);
    const [actual, statedPct] = [amount && findDecimal(amount.value), findDecimal(rate.value)];
    if (amount === undefined || actual === undefined || statedPct === undefined) return [];
    const actualYuan = shift(actual, YUAN[amount.unit] ?? 0);
    // The shorter the words, the clearer what is doubted: the name under which the figure was read, and its percentage.
    const read = readStatedCompletion({ actualYuan, statedPct, wording: `${rate.indicator}${statedPct}%` });
    if (read?.status !== "NEEDS_REVIEW") return [];
    return [{ rate, amount, subject: subjectOf(amount.indicator), actualYuan, statedPct, read }];
  });
}

function nearestBefore(place: number, amounts: readonly SaidFigure[]): SaidFigure | undefined {
  return amounts
    .filter(({ end }) => end !== null && end <= place && place - end <= FARTHEST)
    .toSorted((one, other) => (other.end ?? 0) - (one.end ?? 0))[0];
}

/** 省市重点项目完成投资 → 省市重点项目. */
const subjectOf = (indicator: string): string => indicator.replace(/(全年|累计|已)?(完成)?投资(额|总额)?$/u, "");
