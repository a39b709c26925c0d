import { STATEMENT_ITEMS, type Statement, type StatementItem } from "#domains/promotion/contract/statement.ts";
import { type Decimal, shift } from "#kernel/decimal.ts";

/**
 * What the distress score reads of one year, in one unit throughout (the national file has 万元). Null where the statement is silent.
 * These are numbers for statistics, where rounding in the sixteenth digit is nothing; money that is owed or paid is never a number here.
 */
export type AnnualStatement = { readonly year: number } & { readonly [Item in StatementItem]: number | null };

/** One company, its years rising; a year that was not filed is not there. */
export type StatementHistory = { readonly code: string; readonly years: readonly AnnualStatement[] };

/** The history as it stood when the statement of `year` was the newest: later rows do not exist. */
export const upToYear = ({ code, years }: StatementHistory, year: number): StatementHistory => ({
  code,
  years: years.filter((statement) => statement.year <= year),
});

export const statementOf = ({ years }: StatementHistory, year: number): AnnualStatement | undefined =>
  years.find((statement) => statement.year === year);

/** Statements as filed, exact and in 元, as the score reads them: in 万元, years rising. */
export const historyOf = (code: string, statements: readonly Statement[]): StatementHistory => ({
  code,
  years: statements.map(inTenThousands).sort((one, other) => one.year - other.year),
});

function inTenThousands(statement: Statement): AnnualStatement {
  const items = STATEMENT_ITEMS.map((item) => [item, numberOf(item, statement[item])]);
  return { year: statement.year, ...(Object.fromEntries(items) as Record<StatementItem, number | null>) };
}

/** Everything is an amount but the return on equity, which is a percentage in both. */
const numberOf = (item: StatementItem, value: Decimal | null): number | null =>
  value === null ? null : Number(item === "returnOnEquity" ? value : shift(value, -4));
