import Papa from "papaparse";
import { harmless } from "#kernel/harmless-cell.ts";

/** Rows as the bytes of a CSV file: UTF-8 with a byte-order mark, so that Excel reads the Chinese; no cell is a formula (`harmless`). */
export function csvFile(head: readonly string[], rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = [head, ...rows].map((row) => row.map(harmless));
  return new TextEncoder().encode(`\ufeff${Papa.unparse(lines)}\r\n`);
}
