import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Actor } from "#kernel/policy.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import { isMark, makeMark, withMark } from "#kernel/server/export-mark.ts";
import { MOST_EXPORTED_ROWS, markFile } from "#kernel/server/file-door.ts";
import { readGrid } from "#kernel/server/read-grid.ts";

const actor = { name: "<周>&衡" } as Actor;
const mark = makeMark(actor, "2026-06-30T16:30:00.000Z", "zh");

test("编号、人、时间、期限", () => {
  expect(mark.text).toMatch(/^导出编号 E[0-9A-F]{10}　<周>&衡　2026-07-01 00:30　请于 2026-07-31 前销毁，不得外传$/);
  expect(isMark(mark.text)).toBe(true);
  expect(isMark(makeMark(actor, "2026-06-30T16:30:00.000Z", "en").text)).toBe(true);
  expect(isMark("导出编号")).toBe(false);
});

test("CSV 末行有水印，再导入时略过", async () => {
  const file = { name: "x.csv", mime: "text/csv; charset=utf-8", bytes: csvFile(["甲", "乙"], [["1", "二\n行"]]) };
  const marked = await markFile(file, mark);
  expect(marked.rows).toBe(1);
  expect(new TextDecoder().decode(marked.bytes).trim().split("\r\n").at(-1)).toBe(mark.text);
  const rows = await readGrid({ name: "x.csv", bytes: marked.bytes }, { mostRows: 10, dates: "day" });
  expect(rows.map(({ cells }) => cells[0]?.text).filter((text) => text !== "")).toEqual(["甲", "1"]);
});

test("超过行数上限的不放行", async () => {
  const rows = Array.from({ length: MOST_EXPORTED_ROWS + 2 }, (_, place) => [String(place)]);
  const file = { name: "x.csv", mime: "text/csv; charset=utf-8", bytes: csvFile(["甲"], rows) };
  await expect(markFile(file, mark)).rejects.toMatchObject({ code: "export.too-many" });
});

test("Word 末段有水印，名字里的尖括号不成标签", async () => {
  const { Document, Packer, Paragraph } = await import("docx");
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("正文")] }] })));
  const mime = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const marked = await markFile({ name: "x.docx", mime, bytes }, mark);
  const xml = strFromU8(unzipSync(marked.bytes)["word/document.xml"] ?? new Uint8Array());
  expect(xml).toContain("&lt;周&gt;&amp;衡");
  expect(xml.indexOf("正文")).toBeLessThan(xml.indexOf(mark.number));
  expect(xml.indexOf(mark.number)).toBeLessThan(xml.lastIndexOf("<w:sectPr"));
});

test("PDF 每页有水印；不在导出时没有", async () => {
  const { setPdf } = await import("#kernel/server/documents/set-pdf.ts");
  const template =
    "#set page(width: 100mm, height: 60mm)\n#set text(font: json(bytes(sys.inputs.data)).family)\n第一页 #pagebreak() 第二页";
  const { extractText } = await import("unpdf");
  const pages = async (pdf: Uint8Array) => (await extractText(pdf)).text;
  expect((await pages(setPdf(template, {}))).join("")).not.toContain(mark.number);
  const marked = await withMark(mark, async () => setPdf(template, {}));
  const text = await pages(marked);
  expect(text).toHaveLength(2);
  for (const page of text) expect(page).toContain(mark.number);
});
