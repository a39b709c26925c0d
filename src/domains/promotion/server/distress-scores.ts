import type { DistressModelName, DistressScore } from "#domains/promotion/contract/distress.ts";
import { COMMITTED_DISTRESS } from "#domains/promotion/rules/distress-committed.ts";
import { type DistressModel, learnDistress } from "#domains/promotion/rules/distress-model.ts";
import { scoreDistress } from "#domains/promotion/rules/distress-score.ts";
import { type StatementHistory, statementOf } from "#domains/promotion/rules/distress-statements.ts";

/** Riskiest first, one for each company that filed a statement of the year. */
export function distressScores(histories: readonly StatementHistory[], year: number): readonly DistressScore[] {
  const { model, name } = modelFor(histories, year);
  return histories
    .filter((history) => statementOf(history, year) !== undefined)
    .map((history) => ({ stock_code: history.code, year, model: name, ...scoreDistress(model, history, year) }))
    .sort((one, other) => other.score - one.score || (one.stock_code < other.stock_code ? -1 : 1));
}

/**
 * A year is scored by nothing that was known only later. The coefficients that come with the platform know the years up to their own; for a
 * year before that they are learned anew from the earlier years of the file, where it holds enough of them.
 */
function modelFor(
  histories: readonly StatementHistory[],
  year: number,
): { readonly model: DistressModel; readonly name: DistressModelName } {
  const learned = year < COMMITTED_DISTRESS.learnedThrough ? learnDistress(histories, year) : undefined;
  return learned === undefined ? { model: COMMITTED_DISTRESS, name: "committed" } : { model: learned, name: "learned-from-file" };
}
