import type ExcelJS from "exceljs";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { readGrid } from "#kernel/server/read-grid.ts";
import type { SheetCells, SheetColumn } from "#kernel/sheet-cells.ts";
import { templateWords } from "#kernel/sheet-texts.ts";
import type { Language, Text } from "#kernel/texts.ts";

const MOST_ROWS = 20_000;
const HEAD_WITHIN_ROWS = 10;

export type ColumnRow = { readonly row: number; readonly cells: SheetCells };

/** The rows of a sheet by the columns that its header names. @throws AppError `sheet.no-columns` when the required ones are not there. */
export async function readColumns(
  file: UploadedFile,
  columns: readonly SheetColumn[],
  { sheet = 0, mostRows = MOST_ROWS }: { readonly sheet?: number; readonly mostRows?: number } = {},
): Promise<readonly ColumnRow[]> {
  const grid = await readGrid(file, { mostRows: mostRows + HEAD_WITHIN_ROWS, dates: "day", sheet });
  if (grid.length === 0 && sheet > 0) return [];
  const required = columns.filter((column) => column.required);
  const place = grid.slice(0, HEAD_WITHIN_ROWS).findIndex(({ cells }) => {
    const found = columnsIn(cells, columns);
    return required.slice(0, 2).every(({ key }) => found.has(key));
  });
  const head = grid[place];
  if (head === undefined)
    throw new AppError("sheet.no-columns", "invalid", { columns: required.slice(0, 2).map((column) => column.head.zh) });
  const places = columnsIn(head.cells, columns);
  return grid.slice(place + 1).flatMap(({ row, cells }): ColumnRow[] => {
    const named = [...places].flatMap(([key, column]) => (cells[column] === undefined ? [] : [[key, cells[column]] as const]));
    return named.every(([, cell]) => cell.text.trim() === "" && cell.error === undefined)
      ? []
      : [{ row, cells: Object.fromEntries(named) }];
  });
}

const plain = (words: string): string => words.normalize("NFKC").replace(/[*\s]/g, "").toLowerCase();

function columnsIn(cells: readonly { readonly text: string }[], columns: readonly SheetColumn[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  cells.forEach((cell, place) => {
    const said = plain(cell.text);
    const column = columns.find(({ head, alias = [] }) => [head.zh, head.en, ...alias].some((name) => plain(name) === said));
    if (column !== undefined && !found.has(column.key)) found.set(column.key, place);
  });
  return found;
}

export type TemplateNames = { readonly sheet: Text; readonly file: Text };

/** A sheet to fill in, and one that explains it. */
export async function columnsTemplate(
  columns: readonly (SheetColumn & { readonly width: number })[],
  { sheet: title, file }: TemplateNames,
  language: Language,
): Promise<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  const sheet = workbook.addWorksheet(title[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ key, head, required, width }) => ({ key, header: `${head[language]}${required ? "*" : ""}`, width }));
  sheet.getRow(1).font = { bold: true };
  const help = workbook.addWorksheet(templateWords.help[language]);
  help.columns = [
    { header: templateWords.column[language], width: 24 },
    { header: "", width: 10 },
    { header: templateWords.what[language], width: 70 },
  ];
  help.getRow(1).font = { bold: true };
  for (const { head, required, expected } of columns)
    help.addRow([head[language], (required ? templateWords.required : templateWords.optional)[language], expected[language]]);
  const bytes = Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name: file[language], mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}
