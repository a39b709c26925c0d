import { type SheetColumn, sheetColumns } from "#domains/economy/contract/sheet-columns.ts";
import type { SheetCell, SheetRow } from "#domains/economy/rules/read-figure-row.ts";
import { AppError } from "#kernel/app-error.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";
import { readGrid } from "#kernel/server/read-grid.ts";

const MOST_ROWS = 5000;
const HEAD_WITHIN_ROWS = 10;

/** The rows of a filled-in template, by the columns that its header names. @throws AppError `sheet.…` for a file that is none. */
export async function readSheet(file: UploadedFile): Promise<readonly SheetRow[]> {
  const grid = await readGrid(file, { mostRows: MOST_ROWS + HEAD_WITHIN_ROWS, dates: "month" });
  const place = grid
    .slice(0, HEAD_WITHIN_ROWS)
    .findIndex((line) => columnsIn(line.cells).has("indicator") && columnsIn(line.cells).has("period"));
  const head = grid[place];
  if (head === undefined) throw new AppError("sheet.no-head", "invalid");
  const columns = columnsIn(head.cells);
  const rows = grid.slice(place + 1).flatMap(({ row, cells }): SheetRow[] => {
    const named = [...columns].flatMap(([key, column]) => (cells[column] === undefined ? [] : [[key, cells[column]] as const]));
    return named.every(([, cell]) => cell.text.trim() === "" && cell.error === undefined)
      ? []
      : [{ row, cells: Object.fromEntries(named) }];
  });
  if (rows.length > MOST_ROWS) throw new AppError("sheet.too-many-rows", "too-large", { most: MOST_ROWS });
  return rows;
}

function columnsIn(cells: readonly SheetCell[]): ReadonlyMap<SheetColumn["key"], number> {
  const found = new Map<SheetColumn["key"], number>();
  cells.forEach((cell, place) => {
    const word = cell.text.replace(/[*＊\s]/g, "").toLowerCase();
    const column = sheetColumns.find(({ head }) => [head.zh, head.en].some((name) => name.replace(/\s/g, "").toLowerCase() === word));
    if (column !== undefined && !found.has(column.key)) found.set(column.key, place);
  });
  return found;
}
