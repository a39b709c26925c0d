import { csvBatches } from "#domains/registry/server/imports/csv-rows.ts";
import { ndjsonBatches } from "#domains/registry/server/imports/ndjson-rows.ts";
import type { Position, RowBatch, Source } from "#domains/registry/server/imports/source.ts";
import { xlsxBatches } from "#domains/registry/server/imports/xlsx-rows.ts";
import type { FileStore } from "#kernel/server/files.ts";

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
