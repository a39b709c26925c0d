import type { ImportEncoding, ImportFormat } from "#domains/registry/contract/import-operations.ts";

/** Where a reading stands: the byte after the last row that was given (0 where only rows can be counted), and that row's number. */
export type Position = { readonly offset: number; readonly row: number };
export const BEGINNING: Position = { offset: 0, row: 0 };

/** `broken` where the row cannot be told apart from its neighbours, or ends with the file in the middle. */
export type SourceRow = { readonly row: number; readonly cells: readonly string[]; readonly broken?: "quote" | "wide" | "json" | "cut" };
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
