import { STATEMENT_ITEMS, type StatementItem } from "#domains/promotion/contract/statement.ts";
import type { AnnualStatement, StatementHistory } from "#domains/promotion/rules/distress-statements.ts";

const NOTHING = Object.fromEntries(STATEMENT_ITEMS.map((item) => [item, null])) as Record<StatementItem, null>;

/** Statements of rising years, each with the items that matter; all others are unknown. */
export const exampleHistory = (
  code: string,
  first: number,
  years: readonly Readonly<Partial<Record<StatementItem, number>>>[],
): StatementHistory => ({ code, years: years.map((given, place): AnnualStatement => ({ ...NOTHING, ...given, year: first + place })) });

/**
 * Made-up companies of ten years. The weaker a company, the more it owes and the likelier it loses in any year; what it loses comes out of its
 * equity. Deterministic.
 */
export function madeUpHistories(count: number, first = 2008): readonly StatementHistory[] {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return Array.from({ length: count }, (_, place) => {
    const weakness = random();
    let equity = 100 * (1 - 0.7 * weakness);
    const years = Array.from({ length: 10 }, () => {
      const netProfit = 100 * (0.1 - 0.2 * weakness + 0.2 * (random() - 0.5));
      equity += netProfit;
      return {
        revenue: 80 + 40 * random(),
        netProfit,
        deductedProfit: netProfit - 3 * random(),
        operatingCash: netProfit + 6 * (random() - 0.5),
        assets: 100,
        liabilities: 100 - equity,
        currentAssets: 50,
        currentLiabilities: 30 + 40 * weakness,
        equity,
      };
    });
    return exampleHistory(String(place).padStart(6, "0"), first, years);
  });
}
