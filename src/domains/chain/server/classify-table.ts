import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import Papa from "papaparse";
import { AppError } from "#kernel/app-error.ts";

const MEGABYTE = 1024 * 1024;
/** A million companies with a dozen products each; more is not one table. */
const MOST_MEGABYTES = 400;

/** One row by the names of its columns; `row` counts the heading as the first, as a spreadsheet shows it. */
export type TableRow = { readonly row: number; readonly cells: Readonly<Record<string, string>>; readonly found: number };
export type ClassifyTable = {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** The first row in which a quotation mark is opened and not closed. */
  readonly brokenAt: number | null;
};

/** A CSV file, packed with gzip or not, in UTF-8 or GB18030. @throws AppError `classify.…` when it cannot be read or lacks a column. */
export async function readTable(path: string, expected: readonly string[]): Promise<ClassifyTable> {
  // Files put together from several systems end their lines in several ways.
  const text = decode(await unpack(path)).replace(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\n" });
  const columns = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = expected.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw new AppError("classify.columns", "invalid", { path, missing, expected: [...expected], found: columns.slice(0, 20) });
  const rows = data
    .map((cells, place) => ({
      row: place + 1,
      cells: Object.fromEntries(columns.map((column, at) => [column, (cells[at] ?? "").trim()])),
      found: cells.length,
      empty: cells.every((cell) => cell.trim() === ""),
    }))
    .slice(1)
    .filter(({ empty }) => !empty);
  const broken = errors.find(({ type }) => type === "Quotes");
  return { columns, rows, brokenAt: broken ? (broken.row ?? 0) + 1 : null };
}

async function unpack(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new AppError("classify.unreadable", "invalid", { path, reason: error.code ?? "" });
  });
  if (bytes.length > MOST_MEGABYTES * MEGABYTE) throw new AppError("classify.too-large", "too-large", { path, megabytes: MOST_MEGABYTES });
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MOST_MEGABYTES * MEGABYTE });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw new AppError("classify.too-large", "too-large", { path, megabytes: MOST_MEGABYTES });
    throw new AppError("classify.unreadable", "invalid", { path, reason: code ?? "gzip" });
  }
}

/** UTF-8; a file that is not, as Chinese spreadsheets save it. A few broken characters do not make it another encoding. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const [utf8, national] = ["utf-8", "gb18030"].map((label) => new TextDecoder(label).decode(bytes)) as [string, string];
    return lost(utf8) * 20 < wide(utf8) ? utf8 : national;
  }
}

const lost = (text: string): number => text.match(/\ufffd/g)?.length ?? 0;
const wide = (text: string): number => text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
