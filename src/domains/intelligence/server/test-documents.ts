import { Document, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";
import type { TestServer } from "#apps/test-server.ts";
import {
  type IngestResult,
  intelligenceOperations,
  type Proposal,
  type ReviewDesk,
} from "#domains/intelligence/contract/intelligence-operations.ts";
import type { UploadedFile } from "#kernel/server/operation-context.ts";

const { ingest, openReview } = intelligenceOperations;

/** An article in the manner of a zone's newspaper, with figures of its own. */
export const firstHalf = `云岭高新区上半年经济运行稳中有进

2025-07-24　来源：岚州日报

上半年，云岭高新区实现地区生产总值286.4亿元，同比增长6.2%。规模以上工业总产值完成512.8亿元，增长8.1%；固定资产投资同比增长12.3%。

外贸方面，上半年全区出口总额132.7亿元，同比增长9.4%；进口总额63.8亿元，同比增长3.5%。

项目建设提速。岚州芯屏科技有限公司总投资26亿元的芯屏封装测试基地项目已开工建设。专班制项目在建率从72%提升到131%。
`;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textFile = (text: string, name = "上半年.txt"): UploadedFile => ({ name, bytes: utf8(text) });

export async function wordFile(text: string, name = "上半年.docx"): Promise<UploadedFile> {
  const paragraphs = text.split("\n").map((line) => new Paragraph(line));
  return { name, bytes: new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }))) };
}

export async function sheetFile(rows: readonly (readonly (string | number)[])[], name = "指标.xlsx"): Promise<UploadedFile> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("云岭高新区2025年上半年主要指标");
  for (const row of rows) sheet.addRow([...row]);
  return { name, bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
}

/** A PDF of one page with text, its places computed as they must be. */
export function pdfFile(text: string, name = "report.pdf"): UploadedFile {
  const content = `BT /F 12 Tf 20 200 Td (${text}) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let body = "%PDF-1.4\n";
  const places: number[] = [];
  for (const [place, object] of objects.entries()) {
    places.push(body.length);
    body += `${place + 1} 0 obj${object}endobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  return {
    name,
    bytes: utf8(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`),
  };
}

/** Takes files in and has them read. @returns the reply of the command, and each document as the review desk shows it. */
export async function takeIn(
  at: TestServer,
  files: readonly UploadedFile[],
  input: { readonly acceptAll?: boolean; readonly published?: string } = {},
): Promise<{ readonly result: IngestResult; readonly desks: readonly ReviewDesk[] }> {
  const account = at.account("statistics");
  const result = await at.done(account, ingest, input as never, { files });
  await at.worker.drain();
  const ids = result.documents.flatMap((row) => (row.duplicateOf === null && row.id !== null ? [row.id] : []));
  const desks = await Promise.all(ids.map((id) => at.done(account, openReview, { id })));
  return { result, desks };
}

export const figures = (desk: ReviewDesk) =>
  desk.proposals.filter((one): one is Extract<Proposal, { type: "figure" }> => one.type === "figure");

/** The proposal of a figure with this value. */
export function figureOf(desk: ReviewDesk, value: string): Extract<Proposal, { type: "figure" }> {
  const found = figures(desk).find((one) => one.finding.value === value);
  if (!found) throw new Error(`no figure ${value} among ${figures(desk).map((one) => one.finding.value)}`);
  return found;
}
