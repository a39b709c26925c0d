import type ExcelJS from "exceljs";
import { AppError } from "#kernel/app-error.ts";

const MOST_CELLS = 500_000;

function shown(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  if ("result" in value || "formula" in value || "sharedFormula" in value)
    return "result" in value ? shown(value.result as ExcelJS.CellValue) : "";
  if ("text" in value) return typeof value.text === "string" ? value.text : shown(value.text as ExcelJS.CellValue);
  if ("error" in value) return "";
  return "";
}

/** The sheets of a workbook as text: the name of the sheet on a line, then each row on a line, its cells between bars. */
export async function readXlsx(bytes: Uint8Array, name: string): Promise<string> {
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  // The library's own type of buffer is older than Node's.
  await workbook.xlsx.load(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
  const lines: string[] = [];
  let cells = 0;
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== "visible") continue;
    lines.push(sheet.name, "");
    sheet.eachRow((row) => {
      const shownCells: string[] = [];
      let merged: unknown;
      row.eachCell({ includeEmpty: false }, (cell) => {
        cells += 1;
        if (cells > MOST_CELLS) throw new AppError("document.too-many-rows", "too-large", { name, most: MOST_CELLS });
        if (cell.isMerged && cell.master === merged) return;
        merged = cell.isMerged ? cell.master : undefined;
        const text = shown(cell.value).replace(/\s+/g, " ").trim();
        if (text !== "") shownCells.push(text);
      });
      if (shownCells.length > 0) lines.push(shownCells.join(" | "));
    });
    lines.push("");
  }
  return lines.join("\n").trim();
}
