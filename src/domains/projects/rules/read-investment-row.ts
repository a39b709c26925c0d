import { investmentColumns } from "#domains/projects/contract/investment-columns.ts";
import { type Decimal, ZERO } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { RowReader, readAmount, readDay, readMonth, type SheetCells, upTo } from "#kernel/sheet-cells.ts";
import type { Text } from "#kernel/texts.ts";

export type InvestmentRow = {
  readonly project: string;
  readonly plan: { readonly year: number; readonly monthsYuan: readonly Decimal[] } | null;
  readonly report: { readonly month: string; readonly investedYuan: Decimal | null; readonly progress: string } | null;
  readonly enteredOn: LocalDate | null;
};
export type InvestmentRowReading =
  | { readonly ok: true; readonly given: InvestmentRow }
  | { readonly ok: false; readonly problems: readonly Text[] };

const nothing = (row: number): Text => ({
  zh: `第 ${row} 行：年度计划、月份和入库日期至少填一项`,
  en: `Row ${row}: give a plan of a year, a month or a statistics entry`,
});

/** Reads one row of plans and reports. Months without a plan are 0 once the year is given. */
export function readInvestmentRow(row: number, cells: SheetCells): InvestmentRowReading {
  const reader = new RowReader(row, cells, investmentColumns);
  const project = reader.read("project", upTo(120));
  const year = reader.read("year", (found) => (/^20\d{2}$/.test(found) ? Number(found) : undefined));
  const monthsYuan = Array.from({ length: 12 }, (_, place) => reader.read(`plan${place + 1}`, readAmount) ?? ZERO);
  const month = reader.read("month", readMonth);
  const investedYuan = reader.read("invested", readAmount) ?? null;
  const progress = reader.read("progress", upTo(1000)) ?? "";
  const enteredOn = reader.read("entered", readDay) ?? null;
  const { problems } = reader;
  if (year === undefined && month === undefined && enteredOn === null && problems.length === 0) problems.push(nothing(row));
  if (problems.length > 0 || project === undefined) return { ok: false, problems };
  return {
    ok: true,
    given: {
      project,
      plan: year === undefined ? null : { year, monthsYuan },
      report: month === undefined ? null : { month, investedYuan, progress },
      enteredOn,
    },
  };
}
