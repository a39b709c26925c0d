import { createHash } from "node:crypto";
import type ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import Papa from "papaparse";
import { AppError } from "#kernel/app-error.ts";
import { FileReply } from "#kernel/contract.ts";
import { harmless } from "#kernel/harmless-cell.ts";
import type { ExportMark } from "#kernel/server/export-mark.ts";
import type { JournalLine } from "#kernel/server/journal.ts";

/** A register that leaves the house in one piece is a risk, and a sheet of more is of no use to anybody. */
export const MOST_EXPORTED_ROWS = 20_000;

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An exported file with its mark. PDF has it already; a format for machines (JSON, GraphML, calendars, pictures) stays as it is. */
export async function markFile(file: FileReply, mark: ExportMark): Promise<FileReply & { readonly rows: number | null }> {
  const kind = file.mime.split(";")[0];
  if (kind === "text/csv") return markCsv(file, mark);
  if (kind === SHEET) return markSheet(file, mark);
  if (kind === WORD) return { ...file, bytes: markWord(file.bytes, mark.text), rows: null };
  return { ...file, rows: null };
}

function requireRows(rows: number): void {
  if (rows > MOST_EXPORTED_ROWS + 1) throw new AppError("export.too-many", "too-large", { rows, most: MOST_EXPORTED_ROWS });
}

function markCsv(file: FileReply, mark: ExportMark) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.length - 1;
  requireRows(rows);
  const end = text.endsWith("\n") ? "" : "\r\n";
  return { ...file, bytes: new TextEncoder().encode(`${text}${end}${Papa.unparse([[harmless(mark.text)]])}\r\n`), rows };
}

/** In the foot of every printed page, and in what the file says of itself: no cell is added, so that sums and imports stay right. */
async function markSheet(file: FileReply, mark: ExportMark) {
  const { default: library } = await import("exceljs");
  const workbook: ExcelJS.Workbook = new library.Workbook();
  await workbook.xlsx.load(Buffer.from(file.bytes) as unknown as ExcelJS.Buffer);
  const rows = Math.max(0, ...workbook.worksheets.map((sheet) => sheet.actualRowCount - 1));
  requireRows(rows);
  // A sheet that was read in has no header or footer at all where it was written without one.
  const oddFooter = `&L&8${mark.text.replaceAll("&", "&&")}`;
  for (const sheet of workbook.worksheets) sheet.headerFooter = { ...sheet.headerFooter, oddFooter };
  workbook.description = mark.text;
  workbook.keywords = mark.number;
  return { ...file, bytes: Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer())), rows };
}

const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A last line in small grey type, before the section's own settings. */
function markWord(bytes: Uint8Array, text: string): Uint8Array {
  const parts = unzipSync(bytes);
  const body = parts["word/document.xml"];
  if (!body) return bytes;
  const xml = strFromU8(body);
  const place = xml.lastIndexOf("<w:sectPr");
  const line = `<w:p><w:r><w:rPr><w:color w:val="808080"/><w:sz w:val="14"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const at = place < 0 ? xml.lastIndexOf("</w:body>") : place;
  return zipSync({ ...parts, "word/document.xml": strToU8(`${xml.slice(0, at)}${line}${xml.slice(at)}`) });
}

/** What the journal keeps of a file that left: enough to find who took it when a copy turns up. */
export const fileLine = (
  file: FileReply & { readonly rows?: number | null },
  asked: unknown,
  mark: ExportMark | undefined,
): Omit<JournalLine, "operation"> => ({
  subject: mark ? `export:${mark.number}` : "file",
  after: {
    name: file.name,
    bytes: file.bytes.byteLength,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    ...(file.rows === undefined || file.rows === null ? {} : { rows: file.rows }),
    ...(mark ? { validUntil: mark.validUntil } : {}),
  },
  detail: { asked },
});

export const isFile = (output: unknown): output is FileReply =>
  typeof output === "object" && output !== null && "bytes" in output && FileReply.safeParse(output).success;
