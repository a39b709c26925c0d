import type { ImportEncoding, ImportFormat, ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { columnFor } from "#domains/registry/rules/column-mapping.ts";
import { MOST_HEADINGS, parseRecords } from "#domains/registry/server/imports/csv-rows.ts";
import { decodeBytes, encodingOf } from "#domains/registry/server/imports/decode-bytes.ts";
import { objectOf, textOf } from "#domains/registry/server/imports/ndjson-rows.ts";
import { bytesOf, checkPacked } from "#domains/registry/server/imports/packed-file.ts";
import type { Source } from "#domains/registry/server/imports/source.ts";
import { sheetRows } from "#domains/registry/server/imports/xlsx-rows.ts";
import { AppError } from "#kernel/app-error.ts";
import type { FileStore } from "#kernel/server/files.ts";
import type { KeptFile } from "#kernel/server/operation-context.ts";

const HEAD_BYTES = 262_144;
const HEAD_WITHIN_ROWS = 10;
const SAMPLE_ROWS = 3;
const LONGEST_VALUE = 60;
const SEPARATORS = [",", "\t", ";", "|"] as const;

export type Inspected = { readonly source: Source; readonly values: readonly (readonly string[])[] };
type Told = { readonly subject: ImportSubject; readonly separator?: string | undefined; readonly encoding?: ImportEncoding | undefined };
type Grid = {
  readonly format: ImportFormat;
  readonly encoding: ImportEncoding | null;
  readonly separator: string | null;
  readonly rows: readonly (readonly string[])[];
};

/** What kind of file it is, where its headings stand and what they are. @throws AppError `registry.import-…` with one sentence. */
export async function inspectFile(store: FileStore, zoneId: string, file: KeptFile, told: Told): Promise<Inspected> {
  const head = await bytesOf(await store.read(zoneId, file.hash), HEAD_BYTES);
  if (head.byteLength === 0) throw new AppError("file.empty", "invalid");
  const grid = await readHead(store, zoneId, file, head, told);
  const place = grid.format === "ndjson" ? 0 : headPlace(grid.rows, told.subject);
  const names = grid.rows[place];
  if (names === undefined) throw new AppError("registry.import-empty", "invalid", { name: file.name });
  const headings = named(names.slice(0, MOST_HEADINGS));
  const below = grid.rows.slice(place + 1).filter((row) => row.some((cell) => cell.trim() !== ""));
  if (below.length === 0) throw new AppError("registry.import-empty", "invalid", { name: file.name });
  const values = headings.map((_, column) => below.slice(0, SAMPLE_ROWS).map((row) => (row[column] ?? "").trim().slice(0, LONGEST_VALUE)));
  const { format, encoding, separator } = grid;
  return {
    source: {
      hash: file.hash,
      bytes: file.size,
      name: file.name,
      format,
      encoding,
      separator,
      headings,
      headRow: format === "ndjson" ? 0 : place + 1,
    },
    values,
  };
}

async function readHead(store: FileStore, zoneId: string, file: KeptFile, head: Buffer, told: Told): Promise<Grid> {
  if (head[0] === 0x50 && head[1] === 0x4b) {
    await checkPacked(store, zoneId, file);
    return { format: "xlsx", encoding: null, separator: null, rows: await firstRows(store, zoneId, file) };
  }
  if (head.includes(0)) throw new AppError("registry.import-not-a-table", "invalid", { name: file.name });
  const encoding = told.encoding ?? encodingOf(head);
  const text = decodeBytes(wholePart(head, file.size), encoding);
  if (/^\s*\{/.test(text)) return { format: "ndjson", encoding, separator: null, rows: objectRows(text, file.name) };
  const separator = told.separator ?? separatorOf(text);
  return {
    format: "csv",
    encoding,
    separator,
    rows: parseRecords(text, separator)
      .slice(0, 200)
      .map((record) => record.cells),
  };
}

/** Without the record that the end of the look cut through. */
function wholePart(head: Buffer, size: number): Buffer {
  const newline = head.lastIndexOf(0x0a);
  return head.byteLength < size && newline > 0 ? head.subarray(0, newline + 1) : head;
}

async function firstRows(store: FileStore, zoneId: string, file: KeptFile): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const line of sheetRows(store, zoneId, { hash: file.hash, name: file.name })) {
    rows[line.row - 1] = [...line.cells];
    if (line.row >= HEAD_WITHIN_ROWS + SAMPLE_ROWS) break;
  }
  return Array.from(rows, (row) => row ?? []);
}

/** The keys of the first objects in the order in which they come, as if they were a heading. */
function objectRows(text: string, name: string): readonly (readonly string[])[] {
  const objects = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 200)
    .flatMap((line): Readonly<Record<string, unknown>>[] => {
      const object = objectOf(line);
      return object === undefined ? [] : [object];
    });
  if (objects.length === 0) throw new AppError("registry.import-not-a-table", "invalid", { name });
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  return [keys, ...objects.map((object) => keys.map((key) => textOf(object[key])))];
}

function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => one.trim() !== "") ?? "";
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** Titles may stand above: the heading is the first row of which two columns are known, otherwise the first that says anything. */
function headPlace(rows: readonly (readonly string[])[], subject: ImportSubject): number {
  const known = rows
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((row) => row.filter((cell) => columnFor(cell, subject) !== undefined).length >= 2);
  return known >= 0
    ? known
    : Math.max(
        0,
        rows.findIndex((row) => row.some((cell) => cell.trim() !== "")),
      );
}

/** Headings name columns, so each is another: the second of a name and one without any are told apart by number. */
function named(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, place) => {
    const heading = cell.replace(/\s+/g, " ").trim().slice(0, 100) || `#${place + 1}`;
    const times = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, times);
    return times === 1 ? heading : `${heading} #${times}`;
  });
}
