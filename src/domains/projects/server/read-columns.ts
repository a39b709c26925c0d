import type ExcelJS from "exceljs";
import { templateTexts } from "#domains/projects/contract/project-columns.ts";
import type { SheetCells, SheetColumn } from "#domains/projects/rules/sheet-cells.ts";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { readGrid } from "#kernel/server/read-grid.ts";
import type { Language } from "#kernel/texts.ts";

const MOST_ROWS = 20_000;
const HEAD_WITHIN_ROWS = 10;

export type ColumnRow = { readonly row: number; readonly cells: SheetCells };

/** The rows of a sheet by the columns that its header names. @throws AppError `projects.no-head` when the required ones are not there. */
export async function readColumns(file: UploadedFile, columns: readonly SheetColumn[]): Promise<readonly ColumnRow[]> {
  const grid = await readGrid(file, { mostRows: MOST_ROWS + HEAD_WITHIN_ROWS, dates: "day" });
  const required = columns.filter((column) => column.required);
  const place = grid.slice(0, HEAD_WITHIN_ROWS).findIndex(({ cells }) => {
    const found = columnsIn(cells, columns);
    return required.slice(0, 2).every(({ key }) => found.has(key));
  });
  const head = grid[place];
  if (head === undefined)
    throw new AppError("projects.no-head", "invalid", { columns: required.slice(0, 2).map((column) => column.head.zh) });
  const places = columnsIn(head.cells, columns);
  return grid.slice(place + 1).flatMap(({ row, cells }): ColumnRow[] => {
    const named = [...places].flatMap(([key, column]) => (cells[column] === undefined ? [] : [[key, cells[column]] as const]));
    return named.every(([, cell]) => cell.text.trim() === "" && cell.error === undefined)
      ? []
      : [{ row, cells: Object.fromEntries(named) }];
  });
}

const plain = (words: string): string => words.replace(/[*＊\s]/g, "").toLowerCase();

function columnsIn(cells: readonly { readonly text: string }[], columns: readonly SheetColumn[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  cells.forEach((cell, place) => {
    const column = columns.find(({ head }) => plain(head.zh) === plain(cell.text) || plain(head.en) === plain(cell.text));
    if (column !== undefined && !found.has(column.key)) found.set(column.key, place);
  });
  return found;
}

/** A sheet to fill in, and one that explains it. */
export async function columnsTemplate(
  columns: readonly (SheetColumn & { readonly width: number })[],
  name: string,
  language: Language,
): Promise<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(templateTexts.sheet[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ key, head, required, width }) => ({ key, header: `${head[language]}${required ? "*" : ""}`, width }));
  sheet.getRow(1).font = { bold: true };
  const help = workbook.addWorksheet(templateTexts.help[language]);
  help.columns = [
    { header: templateTexts.column[language], width: 24 },
    { header: "", width: 10 },
    { header: templateTexts.what[language], width: 70 },
  ];
  help.getRow(1).font = { bold: true };
  for (const { head, required, expected } of columns)
    help.addRow([head[language], (required ? templateTexts.required : templateTexts.optional)[language], expected[language]]);
  const bytes = Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}
