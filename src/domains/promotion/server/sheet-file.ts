import type ExcelJS from "exceljs";
import type { FileReply } from "#kernel/contract.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { Language, Text } from "#kernel/texts.ts";

export type SheetColumn<Row> = {
  readonly head: Text;
  readonly width: number;
  readonly cell: (row: Row) => string;
  /** A figure that the reader may sum. */
  readonly figure?: true;
};

type Asked = { readonly name: string; readonly format: "xlsx" | "csv"; readonly language: Language };

/** A list as the page shows it, as a spreadsheet or as CSV. */
export async function sheetFile<Row>(
  { name, format, language }: Asked,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<FileReply> {
  const heads = columns.map(({ head }) => head[language]);
  if (format === "csv") {
    const bytes = csvFile(
      heads,
      rows.map((row) => columns.map(({ cell }) => cell(row))),
    );
    return { name: `${name}.csv`, mime: "text/csv; charset=utf-8", bytes };
  }
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(name.slice(0, 30), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ head, width }) => ({ header: head[language], width }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(columns.map(({ cell, figure }) => (figure ? numberOf(cell(row)) : cell(row))));
  const bytes = Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name: `${name}.xlsx`, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}

/** A spreadsheet keeps 15 digits: what has no more goes in as a number; a longer one, or none, stays text. */
const numberOf = (text: string): number | string =>
  /^-?\d+(\.\d+)?$/.test(text) && text.replace(/[-.]/g, "").length <= 15 ? Number(text) : text;
