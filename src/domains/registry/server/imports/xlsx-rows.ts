import type ExcelJS from "exceljs";
import type { Position, RowBatch, Source, SourceRow } from "#domains/registry/server/imports/source.ts";
import { watchReader } from "#domains/registry/server/imports/watch-reader.ts";
import { AppError } from "#kernel/app-error.ts";
import type { FileStore } from "#kernel/server/files.ts";
import { readCell } from "#kernel/server/read-grid.ts";

const BATCH_ROWS = 5_000;
const MOST_COLUMNS = 200;

/** A workbook is packed: rows before the place are unpacked again and passed over. */
export async function* xlsxBatches(store: FileStore, zoneId: string, source: Source, from: Position): AsyncGenerator<RowBatch> {
  let rows: SourceRow[] = [];
  let row = from.row;
  for await (const line of sheetRows(store, zoneId, source)) {
    if (line.row <= Math.max(from.row, source.headRow)) continue;
    row = line.row;
    if (line.cells.some((cell) => cell.trim() !== "")) rows.push(line);
    if (rows.length < BATCH_ROWS) continue;
    yield { rows, position: { offset: 0, row } };
    rows = [];
  }
  if (rows.length > 0) yield { rows, position: { offset: 0, row } };
}

/** Rows of the first sheet as texts, while they are unpacked. @throws AppError `registry.import-cut` where the packing breaks off. */
export async function* sheetRows(store: FileStore, zoneId: string, source: Pick<Source, "hash" | "name">): AsyncGenerator<SourceRow> {
  const { default: library } = await import("exceljs");
  const stream = await store.read(zoneId, source.hash);
  const watched = watchReader(stream);
  try {
    const workbook = new library.stream.xlsx.WorkbookReader(stream, {
      sharedStrings: "cache",
      styles: "cache",
      hyperlinks: "ignore",
      worksheets: "emit",
      entries: "emit",
    });
    const sheet = await watched.next(workbook[Symbol.asyncIterator]());
    if (sheet.done) return;
    const lines = (sheet.value as AsyncIterable<ExcelJS.Row>)[Symbol.asyncIterator]();
    for (let line = await watched.next(lines); !line.done; line = await watched.next(lines))
      yield { row: line.value.number, cells: cellsOf(line.value) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("registry.import-cut", "invalid", { name: source.name });
  } finally {
    watched.end();
  }
}

function cellsOf(line: ExcelJS.Row): readonly string[] {
  const width = Math.min(line.cellCount, MOST_COLUMNS);
  return Array.from({ length: width }, (_, place) => readCell(line.getCell(place + 1), { dates: "day" }).text);
}
