import Papa from "papaparse";
import { decodeBytes } from "#domains/registry/server/imports/decode-bytes.ts";
import type { Position, RowBatch, Source, SourceRow } from "#domains/registry/server/imports/source.ts";
import { wholeLines } from "#domains/registry/server/imports/whole-lines.ts";
import type { FileStore } from "#kernel/server/files.ts";

const CHUNK_BYTES = 1_048_576;
/** So many headings are looked at; a file may have more. */
export const MOST_HEADINGS = 200;

export async function* csvBatches(store: FileStore, zoneId: string, source: Source, from: Position): AsyncGenerator<RowBatch> {
  const stream = await store.read(zoneId, source.hash, from.offset);
  let { offset, row } = from;
  try {
    for await (const { bytes, last } of wholeLines(stream, CHUNK_BYTES, true)) {
      const records = parseRecords(decodeBytes(bytes, source.encoding), source.separator ?? ",");
      const rows: SourceRow[] = [];
      for (const record of records) {
        row += 1;
        if (row <= source.headRow || isEmpty(record.cells)) continue;
        rows.push({ row, ...record, ...(tooMany(record.cells, source.headings.length) ? { broken: "wide" } : {}) });
      }
      const end = rows.at(-1);
      // A file that was cut ends within a record: fewer cells than there are headings or an open quotation mark, and no newline behind them.
      if (last && end !== undefined && bytes.at(-1) !== 0x0a && (end.cells.length < source.headings.length || end.broken === "quote"))
        rows[rows.length - 1] = { ...end, broken: "cut" };
      offset += bytes.byteLength;
      yield { rows, position: { offset, row } };
    }
  } finally {
    stream.destroy();
  }
}

/** Something behind the last heading: a separator within a value has moved the cells behind it into other columns. */
const tooMany = (cells: readonly string[], headings: number): boolean =>
  cells.length > headings && headings < MOST_HEADINGS && cells.slice(headings).some((cell) => cell.trim() !== "");
const isEmpty = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]?.trim() === "";

type Parsed = { readonly cells: readonly string[]; readonly broken?: "quote" };

/** Records of a piece. Where a quotation mark is not closed, line by line: only the lines that it stands in are lost. */
export function parseRecords(text: string, delimiter: string): readonly Parsed[] {
  const body = text.endsWith("\r\n") ? text.slice(0, -2) : text.endsWith("\n") ? text.slice(0, -1) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  if (!errors.some((error) => error.type === "Quotes")) return data.map((cells) => ({ cells }));
  return body.split(/\r?\n/).map((line): Parsed => {
    const one = Papa.parse<string[]>(line, { delimiter });
    const cells = one.data[0] ?? [""];
    return one.errors.some((error) => error.type === "Quotes") ? { cells, broken: "quote" } : { cells };
  });
}
