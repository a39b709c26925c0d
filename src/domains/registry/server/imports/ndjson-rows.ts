import { decodeBytes } from "#domains/registry/server/imports/decode-bytes.ts";
import type { Position, RowBatch, Source, SourceRow } from "#domains/registry/server/imports/source.ts";
import { wholeLines } from "#domains/registry/server/imports/whole-lines.ts";
import type { FileStore } from "#kernel/server/files.ts";

const CHUNK_BYTES = 1_048_576;

export async function* ndjsonBatches(store: FileStore, zoneId: string, source: Source, from: Position): AsyncGenerator<RowBatch> {
  const stream = await store.read(zoneId, source.hash, from.offset);
  let { offset, row } = from;
  try {
    for await (const { bytes, last } of wholeLines(stream, CHUNK_BYTES, false)) {
      const rows: SourceRow[] = [];
      const lines = decodeBytes(bytes, source.encoding).split("\n");
      if (lines.at(-1) === "") lines.pop();
      for (const [place, line] of lines.entries()) {
        row += 1;
        if (line.trim() === "") continue;
        const cells = cellsOf(line, source.headings);
        const cut = last && place === lines.length - 1 && bytes.at(-1) !== 0x0a;
        rows.push(cells === undefined ? { row, cells: [], broken: cut ? "cut" : "json" } : { row, cells });
      }
      offset += bytes.byteLength;
      yield { rows, position: { offset, row } };
    }
  } finally {
    stream.destroy();
  }
}

export function objectOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function cellsOf(line: string, headings: readonly string[]): readonly string[] | undefined {
  const object = objectOf(line);
  return object === undefined ? undefined : headings.map((heading) => (Object.hasOwn(object, heading) ? textOf(object[heading]) : ""));
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(textOf).join("；");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
