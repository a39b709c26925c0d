import { STATEMENT_ITEMS, type Statement, type StatementItem } from "#domains/promotion/contract/statement.ts";
import { decimal } from "#kernel/decimal.ts";

/** A statement of a year with the items that matter; all others are unknown. */
export function exampleStatement(year: number, given: Readonly<Partial<Record<StatementItem, string>>>): Statement {
  const items = STATEMENT_ITEMS.map((item) => [item, given[item] === undefined ? null : decimal(given[item])]);
  return { year, ...Object.fromEntries(items) } as Statement;
}
