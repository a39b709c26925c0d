import type { ImportEncoding, ImportFormat } from "#domains/registry/contract/import-operations.ts";
import { csvBatches } from "#domains/registry/server/imports/csv-rows.ts";
import { ndjsonBatches } from "#domains/registry/server/imports/ndjson-rows.ts";
import { xlsxBatches } from "#domains/registry/server/imports/xlsx-rows.ts";
import type { FileStore } from "#kernel/server/files.ts";

/** Where a reading stands: the byte after the last row that was given (0 where only rows can be counted), and that row's number. */
export type Position = { readonly offset: number; readonly row: number };
export const BEGINNING: Position = { offset: 0, row: 0 };

/** `broken` where the row cannot be told apart from its neighbours, or ends with the file in the middle. */
export type SourceRow = { readonly row: number; readonly cells: readonly string[]; readonly broken?: "quote" | "json" | "cut" };
export type RowBatch = { readonly rows: readonly SourceRow[]; readonly position: Position };

export type Source = {
  readonly hash: string;
  readonly bytes: number;
  readonly name: string;
  readonly format: ImportFormat;
  readonly encoding: ImportEncoding | null;
  readonly separator: string | null;
  readonly headings: readonly string[];
  /** Rows before the data: titles and the heading itself. */
  readonly headRow: number;
};

/** The rows behind the heading, batch by batch, from where a former reading stopped. Nothing but the batch at hand is in memory. */
export function readRows(store: FileStore, zoneId: string, source: Source, from: Position): AsyncGenerator<RowBatch> {
  switch (source.format) {
    case "csv":
      return csvBatches(store, zoneId, source, from);
    case "ndjson":
      return ndjsonBatches(store, zoneId, source, from);
    case "xlsx":
      return xlsxBatches(store, zoneId, source, from);
  }
}
