import type ExcelJS from "exceljs";
import Papa from "papaparse";
import { type SheetColumn, sheetColumns } from "#domains/economy/contract/sheet-columns.ts";
import type { SheetCell, SheetRow } from "#domains/economy/rules/read-figure-row.ts";
import { unpackedSize } from "#domains/economy/server/unpacked-size.ts";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";

const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
/** A sheet of this many rows unpacks to a few megabytes; a bomb to gigabytes. */
const MOST_UNPACKED_BYTES = 100 * 1_048_576;
const HEAD_WITHIN_ROWS = 10;

type Grid = readonly { readonly row: number; readonly cells: readonly SheetCell[] }[];

/** The rows of a filled-in template, by the columns that its header names. @throws AppError `sheet.…` for a file that is none. */
export async function readSheet(file: UploadedFile): Promise<readonly SheetRow[]> {
  const grid = isZip(file.bytes) ? await readWorkbook(file) : readCsv(file);
  const place = grid
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((line) => columnsIn(line.cells).has("indicator") && columnsIn(line.cells).has("period"));
  const head = grid[place];
  if (head === undefined) throw new AppError("sheet.no-head", "invalid");
  const columns = columnsIn(head.cells);
  const rows = grid.slice(place + 1).flatMap(({ row, cells }): SheetRow[] => {
    const named = [...columns].flatMap(([key, column]) => (cells[column] === undefined ? [] : [[key, cells[column]] as const]));
    return named.every(([, cell]) => cell.text.trim() === "" && cell.error === undefined)
      ? []
      : [{ row, cells: Object.fromEntries(named) }];
  });
  if (rows.length > MOST_ROWS) throw new AppError("sheet.too-many-rows", "too-large", { most: MOST_ROWS });
  return rows;
}

function columnsIn(cells: readonly SheetCell[]): ReadonlyMap<SheetColumn["key"], number> {
  const found = new Map<SheetColumn["key"], number>();
  cells.forEach((cell, place) => {
    const word = cell.text.replace(/[*＊\s]/g, "").toLowerCase();
    const column = sheetColumns.find(({ head }) => [head.zh, head.en].some((name) => name.replace(/\s/g, "").toLowerCase() === word));
    if (column !== undefined && !found.has(column.key)) found.set(column.key, place);
  });
  return found;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readWorkbook({ name, bytes }: UploadedFile): Promise<Grid> {
  const size = unpackedSize(bytes);
  if (size === undefined) throw new AppError("sheet.not-a-sheet", "invalid", { name });
  if (size > MOST_UNPACKED_BYTES) throw new AppError("sheet.too-large-inside", "too-large", { name });
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch {
    throw new AppError("sheet.not-a-sheet", "invalid", { name });
  }
  const sheet = workbook.worksheets[0];
  if (sheet === undefined) throw new AppError("sheet.not-a-sheet", "invalid", { name });
  if (sheet.actualRowCount > MOST_ROWS + HEAD_WITHIN_ROWS) throw new AppError("sheet.too-many-rows", "too-large", { most: MOST_ROWS });
  const grid: { row: number; cells: SheetCell[] }[] = [];
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    const width = Math.min(line.cellCount, MOST_COLUMNS);
    grid.push({ row, cells: Array.from({ length: width }, (_, place) => readCell(line.getCell(place + 1))) });
  });
  return grid;
}

function readCell(cell: ExcelJS.Cell): SheetCell {
  const value = cell.formula === undefined ? cell.value : cell.result;
  if (value === null || value === undefined) return { text: "" };
  if (typeof value === "number") return { text: plainNumber(value, isPercent(cell.numFmt)) };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 7) };
  if (typeof value === "string") return { text: value };
  if ("error" in value) return { text: "", error: String(value.error) };
  if ("richText" in value) return { text: value.richText.map((piece) => piece.text).join("") };
  if ("text" in value) return { text: typeof value.text === "string" ? value.text : "" };
  return { text: "" };
}

const isPercent = (format: string | undefined): boolean => format !== undefined && /%/.test(format);

/** What the sheet shows: 15 digits, no exponent; a cell formatted as per cent stores 0.055 for 5.5. */
function plainNumber(value: number, percent: boolean): string {
  const shown = Number((percent ? value * 100 : value).toPrecision(15));
  const text = String(shown);
  return /e/i.test(text) ? shown.toFixed(10).replace(/\.?0+$/, "") : text;
}

/** UTF-8 or the GB18030 that Chinese spreadsheets save. An old .xls and other binary files are refused by name. */
function readCsv({ name, bytes }: UploadedFile): Grid {
  if (bytes.subarray(0, 4096).includes(0)) throw new AppError("sheet.not-a-sheet", "invalid", { name });
  const text = decode(bytes);
  const { data } = Papa.parse<string[]>(text, { preview: MOST_ROWS + HEAD_WITHIN_ROWS + 1 });
  return data.map((cells, place) => ({ row: place + 1, cells: cells.slice(0, MOST_COLUMNS).map((cell) => ({ text: cell })) }));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
