import type { StatementItem } from "#domains/promotion/contract/statement.ts";

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
