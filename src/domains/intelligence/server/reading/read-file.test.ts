import { deflateRawSync } from "node:zlib";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { decodeText } from "#domains/intelligence/server/reading/decode-text.ts";
import { readFileBytes } from "#domains/intelligence/server/reading/read-file.ts";

const text = (value: string) => new TextEncoder().encode(value);
const latin = (value: string) => Uint8Array.from(value, (character) => character.charCodeAt(0));

/** 云岭高新区一季度完成工业投资12.6亿元,增长8.1%。 in GB18030 and a Big5 sentence, written as bytes. */
const GB18030 = Uint8Array.from([
  0xd4, 0xc6, 0xc1, 0xeb, 0xb8, 0xdf, 0xd0, 0xc2, 0xc7, 0xf8, 0xd2, 0xbb, 0xbc, 0xbe, 0xb6, 0xc8, 0xcd, 0xea, 0xb3, 0xc9, 0xb9, 0xa4, 0xd2,
  0xb5, 0xcd, 0xb6, 0xd7, 0xca, 0x31, 0x32, 0x2e, 0x36, 0xd2, 0xda, 0xd4, 0xaa, 0xa3, 0xac, 0xd4, 0xf6, 0xb3, 0xa4, 0x38, 0x2e, 0x31, 0x25,
  0xa1, 0xa3,
]);

test("UTF-8 with and without a mark, UTF-16 both ways", () => {
  const said = "云岭高新区上半年进出口总额 120.5 亿元";
  expect(decodeText(text(said))).toEqual({ text: said, encoding: "utf-8" });
  expect(decodeText(text(`\ufeff${said}`)).text).toBe(said);
  const little = new Uint8Array(2 + said.length * 2);
  little.set([0xff, 0xfe]);
  for (let place = 0; place < said.length; place += 1) {
    little[2 + place * 2] = said.charCodeAt(place) & 255;
    little[3 + place * 2] = said.charCodeAt(place) >> 8;
  }
  expect(decodeText(little)).toEqual({ text: said, encoding: "utf-16le" });
});

test("GB18030 is told from Big5 by what the text says, with or without a stated charset", () => {
  expect(decodeText(GB18030)).toEqual({ text: "云岭高新区一季度完成工业投资12.6亿元，增长8.1%。", encoding: "gb18030" });
  const big5 = Uint8Array.from([
    0xa5, 0xbb, 0xb0, 0xcf, 0xa4, 0xbd, 0xa7, 0x47, 0xb8, 0x67, 0xc0, 0xd9, 0xbc, 0xc6, 0xbe, 0xda, 0xa1, 0x41, 0xa6, 0xa8, 0xaa, 0xf8,
    0xab, 0xd8, 0xb3, 0x5d,
  ]);
  expect(decodeText(big5).encoding).toBe("big5");
  const stated = new Uint8Array([...latin('<meta charset="gb2312">'), ...GB18030]);
  expect(decodeText(stated).encoding).toBe("gb18030");
});

test("a page that states GB2312 but is UTF-8 is read as UTF-8", () => {
  expect(decodeText(text('<meta charset="gb2312"><p>云岭高新区</p>'))).toMatchObject({ encoding: "utf-8" });
});

test("a few broken bytes stay lost, the rest of a UTF-8 text is read", () => {
  const bytes = text("云岭高新区上半年实现地区生产总值二百亿元，同比增长百分之六，规模以上工业增加值保持增长。");
  const broken = new Uint8Array([...bytes.subarray(0, 9), 0xe5, ...bytes.subarray(12)]);
  const decoded = decodeText(broken);
  expect(decoded.encoding).toBe("utf-8");
  expect(decoded.text).toContain("\ufffd");
  expect(decoded.text).toContain("规模以上工业增加值");
});

test("a Word document gives its paragraphs and the rows of its tables", async () => {
  const cell = (value: string) => new TableCell({ children: [new Paragraph(value)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph("云岭高新区上半年运行情况"),
          new Paragraph("固定资产投资增长一成。"),
          new Table({ rows: [new TableRow({ children: [cell("出口总额"), cell("35.2"), cell("6.1%")] })] }),
        ],
      },
    ],
  });
  const read = await readFileBytes(await Packer.toBuffer(document), "云岭.docx");
  expect(read).toMatchObject({ format: "docx", mime: "text/plain" });
  expect(read.text.split("\n").filter((line) => line !== "")).toEqual([
    "云岭高新区上半年运行情况",
    "固定资产投资增长一成。",
    "出口总额 35.2 6.1%",
  ]);
});

test("a workbook gives sheet names and rows, formulas by their result", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("上半年指标");
  sheet.addRow(["指标", "累计", "增长%"]);
  sheet.addRow(["进口总额", 88.25, { formula: "1+1", result: 2 }]);
  const read = await readFileBytes(new Uint8Array(await workbook.xlsx.writeBuffer()), "指标.xlsx");
  expect(read.text.split("\n").filter((line) => line !== "")).toEqual(["上半年指标", "指标 | 累计 | 增长%", "进口总额 | 88.25 | 2"]);
});

test("a saved web page gives its HTML part", async () => {
  const page =
    'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>云岭</p></body></html>\r\n--b--\r\n';
  const read = await readFileBytes(text(page), "云岭.mht");
  expect(read).toMatchObject({ format: "mhtml", mime: "text/html" });
  expect(read.text).toContain("<p>云岭</p>");
});

/** A ZIP with one entry, its stated sizes free to choose. */
function zip(name: string, packed: Uint8Array, unpacked: number, flags = 0): Uint8Array {
  const nameBytes = text(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const start = local.length + nameBytes.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + nameBytes.length, 12);
  end.writeUInt32LE(start, 16);
  return new Uint8Array(Buffer.concat([local, nameBytes, packed, entry, nameBytes, end]));
}

const packedZeros = deflateRawSync(Buffer.alloc(100_000));
test.each([
  ["old-office", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
  ["old-office", latin("{\\rtf1\\ansi hello}")],
  ["ofd", zip("OFD.xml", packedZeros, 100)],
  ["archive", zip("readme.txt", packedZeros, 100)],
  ["zip-bomb", zip("word/document.xml", packedZeros, 900_000_000)],
  ["encrypted", zip("xl/workbook.xml", packedZeros, 100, 1)],
  // It says 100 and unpacks to 100,000.
  ["damaged", zip("word/document.xml", packedZeros, 100)],
  ["damaged", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
  ["damaged", latin("%PDF-1.7 and then nothing")],
  [
    "picture",
    Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0,
      0,
    ]),
  ],
  ["binary", Uint8Array.from({ length: 4096 }, (_, place) => (place * 7 + (place >> 3)) & 255)],
  ["empty", new Uint8Array(0)],
  ["empty", text(" \n\u3000\n")],
] as const)("refused with what to do instead: document.%s", async (reason, bytes) => {
  await expect(readFileBytes(bytes, "某文件")).rejects.toMatchObject({ code: `document.${reason}` });
});

test("a PDF without a text layer is a scan; with one it is read", async () => {
  const pdf = (content: string) => {
    const objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ];
    let body = "%PDF-1.4\n";
    const places: number[] = [];
    objects.forEach((object, place) => {
      places.push(body.length);
      body += `${place + 1} 0 obj${object}endobj\n`;
    });
    const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
    return latin(`${body}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`);
  };
  await expect(readFileBytes(pdf("0 0 m 10 10 l S"), "扫描.pdf")).rejects.toMatchObject({ code: "document.scanned" });
  const read = await readFileBytes(pdf("BT /F 12 Tf 20 200 Td (GDP grew by 6.2 percent in the first half) Tj ET"), "text.pdf");
  expect(read.text).toContain("GDP grew by 6.2 percent");
});
