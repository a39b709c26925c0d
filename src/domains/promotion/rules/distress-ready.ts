import type { Statement, StatementItem } from "#domains/promotion/contract/statement.ts";
import type { MissingItem } from "#domains/promotion/contract/statement-ratios.ts";

/**
 * Without these the score says little: the model learned from listed companies, which file all of them, and takes what is missing for the
 * mean. An enterprise of which only revenue and profit are known would look sounder than it is; so it is not scored at all.
 */
const NEEDED: readonly StatementItem[] = [
  "revenue",
  "netProfit",
  "operatingCash",
  "assets",
  "currentAssets",
  "liabilities",
  "currentLiabilities",
  "equity",
];

/** What the newest year lacks to be scored; nothing where it can be. */
export function missingForDistress(statements: readonly Statement[], year: number): MissingItem[] {
  const statement = statements.find((one) => one.year === year);
  return NEEDED.filter((item) => (statement?.[item] ?? null) === null).map((item) => ({ item, year }));
}
