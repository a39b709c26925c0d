import type ExcelJS from "exceljs";
import Papa from "papaparse";
import { AppError } from "#kernel/app-error.ts";
import { isMark } from "#kernel/server/export-mark.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { unpackedSize } from "#kernel/server/unpacked-size.ts";

/** A cell as text; `error` where the sheet itself says that it failed. */
export type GridCell = { readonly text: string; readonly error?: string };
export type GridRow = { readonly row: number; readonly cells: readonly GridCell[] };
/** `day` keeps the whole date of a cell, `month` its month only; `sheet` is the place of the sheet in its workbook, the first unless given. */
export type GridOptions = { readonly mostRows: number; readonly dates: "day" | "month"; readonly sheet?: number };

const MOST_COLUMNS = 60;
/** A sheet of some thousand rows unpacks to a few megabytes; a bomb to gigabytes. */
const MOST_UNPACKED_BYTES = 100 * 1_048_576;

/** The cells of one sheet of a workbook (none when it has no such sheet), or of a CSV file. @throws AppError `sheet.…` for a file that is neither, or too large. */
export const readGrid = async (file: UploadedFile, options: GridOptions): Promise<readonly GridRow[]> =>
  isZip(file.bytes) ? readWorkbook(file, options) : (options.sheet ?? 0) === 0 ? readCsv(file, options) : [];

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readWorkbook({ name, bytes }: UploadedFile, options: GridOptions): Promise<readonly GridRow[]> {
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
  const sheet = workbook.worksheets[options.sheet ?? 0];
  if (sheet === undefined && workbook.worksheets.length > 0) return [];
  if (sheet === undefined) throw new AppError("sheet.not-a-sheet", "invalid", { name });
  if (sheet.actualRowCount > options.mostRows) throw new AppError("sheet.too-many-rows", "too-large", { most: options.mostRows });
  const grid: GridRow[] = [];
  sheet.eachRow({ includeEmpty: false }, (line, row) => {
    const width = Math.min(line.cellCount, MOST_COLUMNS);
    grid.push({ row, cells: Array.from({ length: width }, (_, place) => readCell(line.getCell(place + 1), options)) });
  });
  return grid;
}

export function readCell(cell: ExcelJS.Cell, { dates }: Pick<GridOptions, "dates">): GridCell {
  const value = cell.formula === undefined ? cell.value : cell.result;
  if (value === null || value === undefined) return { text: "" };
  if (typeof value === "number") return { text: plainNumber(value, isPercent(cell.numFmt)) };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  if (value instanceof Date) return { text: value.toISOString().slice(0, dates === "day" ? 10 : 7) };
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
function readCsv({ name, bytes }: UploadedFile, { mostRows }: GridOptions): readonly GridRow[] {
  if (bytes.subarray(0, 4096).includes(0)) throw new AppError("sheet.not-a-sheet", "invalid", { name });
  const { data } = Papa.parse<string[]>(decode(bytes), { preview: mostRows + 1 });
  const lines = data.filter(([first = ""]) => !isMark(first));
  return lines.map((cells, place) => ({ row: place + 1, cells: cells.slice(0, MOST_COLUMNS).map((cell) => ({ text: cell })) }));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
