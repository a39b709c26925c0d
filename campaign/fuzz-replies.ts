import ExcelJS from "exceljs";
import Papa from "papaparse";
import { harmless } from "#kernel/harmless-cell.ts";
import type { Answer } from "./campaign-server.ts";

/** What is wrong with an answer, whatever was asked: undefined when it is a sound reply or a clear refusal. */
export async function faultOf(answer: Answer): Promise<string | undefined> {
  const { status, headers } = answer;
  const type = headers.get("content-type") ?? "";
  // Longer than HTTP takes: the connection itself refuses before there is a request.
  if (status === 431 || status === 414) return undefined;
  if (status >= 500) return `${status}: ${answer.bytes.toString("utf8").slice(0, 400)}`;
  if (headers.get("x-content-type-options") !== "nosniff") return `${status} without nosniff`;
  if (status >= 400) return type.startsWith("application/problem+json") ? refusalFault(answer) : `${status} as ${type}`;
  if (type.startsWith("application/json")) return undefined;
  return fileFault(answer, type);
}

function refusalFault(answer: Answer): string | undefined {
  const { title, code } = answer.json<{ title?: unknown; code?: unknown }>();
  if (typeof title !== "string" || typeof code !== "string" || title === "" || title === code) return "a refusal without a sentence";
  return /\{\w+\}|undefined|\[object/.test(title) && !/\{\{|\$\{|undefined”|object/.test(title)
    ? `a sentence with holes: ${title.slice(0, 200)}`
    : undefined;
}

/** A file is offered and never shown by the browser, and nothing in it runs. */
async function fileFault({ headers, bytes }: Answer, type: string): Promise<string | undefined> {
  if (!/^attachment/.test(headers.get("content-disposition") ?? "") && !type.startsWith("text/calendar"))
    return `a file that is not an attachment: ${type}`;
  if (type.startsWith("text/csv")) {
    const { data } = Papa.parse<string[]>(bytes.toString("utf8").replace(/^\ufeff/, ""));
    const live = data.flat().find((cell) => harmless(cell) !== cell);
    return live === undefined ? undefined : `a cell that a spreadsheet runs: ${live.slice(0, 80)}`;
  }
  if (type.includes("spreadsheetml")) return formulaIn(bytes);
  return undefined;
}

async function formulaIn(bytes: Buffer): Promise<string | undefined> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  let found: string | undefined;
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (
          cell.type === ExcelJS.ValueType.Formula ||
          (cell.type === ExcelJS.ValueType.Hyperlink && /^\s*javascript:/i.test(cell.hyperlink))
        )
          found ??= `${sheet.name}!${cell.address}`;
      }),
    ),
  );
  return found === undefined ? undefined : `a formula in a spreadsheet: ${found}`;
}
