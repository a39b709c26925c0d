import { deflateRawSync } from "node:zlib";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import ExcelJS from "exceljs";
import { encodeGb18030 } from "../e2e/encode-gb18030.ts";
import { HOSTILE_TEXTS, SLOW_TEXTS } from "./fuzz-values.ts";

export type HostileFile = { readonly name: string; readonly bytes: Uint8Array };
export type FileKind = "html" | "docx" | "xlsx" | "csv" | "pdf" | "gb18030" | "zip" | "text" | "xml" | "json" | "image";
export const FILE_KINDS: readonly FileKind[] = ["html", "docx", "xlsx", "csv", "pdf", "gb18030", "zip", "text", "xml", "json", "image"];

const STORY = "云岭高新区半年报\n\n2025年上半年，云岭高新区出口总额132.7亿元，同比增长9.4%；固定资产投资12.5亿元，开工项目16个。\n";

/** Makes files of one kind without end: sound ones that carry something, then the same with bytes turned, cut, doubled and put in. */
export type FileMaker = (kind: FileKind, number: number, random: () => number) => HostileFile;

export async function fileMaker(): Promise<FileMaker> {
  const docx = await wordFile();
  const xlsx = await sheetFile();
  const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T;
  return (kind, number, random) => {
    const words = pick(HOSTILE_TEXTS, random);
    const slow = random() < 0.1 ? pick(SLOW_TEXTS, random) : "";
    const text = `${STORY}${words}\n第${number}份，出口总额${"9".repeat(Math.ceil(random() * 40))}亿元。\n${slow}\n`;
    const hurt = (bytes: Uint8Array): Uint8Array => (random() < 0.25 ? bytes : damaged(bytes, random));
    const name = `${pick(["材料", "../../etc/passwd", "<img src=x onerror=alert(1)>", "=1+1", "a\u0000b", "长".repeat(180)], random)}${number}`;
    switch (kind) {
      case "html":
        return { name: `${name}.html`, bytes: hurt(Buffer.from(page(text, words, random))) };
      case "docx":
        return { name: `${name}.docx`, bytes: hurt(docx) };
      case "xlsx":
        return { name: `${name}.xlsx`, bytes: hurt(xlsx) };
      case "csv":
        return { name: `${name}.csv`, bytes: hurt(Buffer.from(table(words, slow, number, random))) };
      case "pdf":
        return { name: `${name}.pdf`, bytes: hurt(portable(words)) };
      case "gb18030":
        return { name: `${name}.txt`, bytes: hurt(encodeGb18030(`${STORY.repeat(3)}第${number}份。`)) };
      case "zip":
        return { name: `${name}.${pick(["docx", "xlsx", "zip"], random)}`, bytes: bomb(random) };
      case "xml":
        return { name: `${name}.graphml`, bytes: hurt(Buffer.from(graph(words, random))) };
      case "json":
        return { name: `${name}.${pick(["json", "geojson"], random)}`, bytes: hurt(Buffer.from(shape(words, random))) };
      case "image":
        return { name: `${name}.${pick(["png", "jpg", "heic", "svg"], random)}`, bytes: hurt(picture(random)) };
      default:
        return { name: `${name}.txt`, bytes: hurt(Buffer.from(text)) };
    }
  };
}

function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 8);
  for (let time = 0; time < times; time += 1) {
    const at = Math.floor(random() * out.length);
    switch (Math.floor(random() * 5)) {
      case 0:
        if (out.length > 0) out[at] = Math.floor(random() * 256);
        break;
      case 1:
        out = out.subarray(0, Math.max(1, at));
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), Buffer.alloc(Math.floor(random() * 64), Math.floor(random() * 256)), out.subarray(at)]);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, at), out.subarray(Math.floor(at / 2), at), out.subarray(at)]);
        break;
      default:
        if (out.length > 4) out.writeUInt32LE(Math.floor(random() * 0xffffffff), Math.min(at, out.length - 4));
    }
  }
  return new Uint8Array(out);
}

function page(text: string, words: string, random: () => number): string {
  const deep = random() < 0.1 ? "<div>".repeat(20_000) : "";
  const entity = random() < 0.1 ? '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' : "<!doctype html>";
  const many = random() < 0.1 ? ` ${"x='1' ".repeat(5000)}` : "";
  return `${entity}<html><head><title>${words}</title><meta charset="${random() < 0.2 ? "utf-7" : "utf-8"}"></head><body${many}>${deep}<article><h1>云岭高新区半年报</h1><p>${text}</p>${words}<table><tr><td colspan=99999999 rowspan=99999999>${words}</td></tr></table><!-- ${"-".repeat(200)}</article>`;
}

function table(words: string, slow: string, number: number, random: () => number): string {
  const separator = random() < 0.3 ? "\t" : ",";
  const quote = random() < 0.2 ? '"' : "";
  const head = ["名称", "信用代码", "住所", "项目名称", "总投资", "指标", "数值", "期间"];
  const rows = Array.from({ length: 12 }, (_, row) =>
    head.map((_, place) => `${quote}${place === 0 ? `企业${number}-${row}` : words.replaceAll(separator, " ")}${place === 2 ? slow : ""}`),
  );
  return [head, ...rows].map((row) => row.join(separator)).join(random() < 0.2 ? "\r" : "\n");
}

function portable(words: string): Uint8Array {
  const content = `BT /F1 24 Tf 50 700 Td (${words.replace(/[()\\]/g, " ").replace(/[^ -~]/g, "?")} 2025 export 132.7) Tj ET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, "latin1");
}

/** Archives that unpack to much more than they are, or say that they do not, or name a place outside. */
function bomb(random: () => number): Uint8Array {
  const size = 1_000_000 * (1 + Math.floor(random() * 30));
  const packed = deflateRawSync(Buffer.alloc(size, Math.floor(random() * 256)));
  const told = random() < 0.5 ? size : Math.floor(random() * 5000);
  const names = ["word/document.xml", "xl/workbook.xml", "../../etc/cron.d/x", "[Content_Types].xml", `${"a/".repeat(500)}x`];
  const count = 1 + Math.floor(random() * 4);
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (let number = 0; number < count; number += 1) {
    const label = Buffer.from(names[Math.floor(random() * names.length)] ?? "x");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(told, 22);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(told, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, label, packed);
    entries.push(entry, label);
    offset += local.length + label.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(random() < 0.2 ? 65_535 : count, 8);
  end.writeUInt16LE(random() < 0.2 ? 65_535 : count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

function graph(words: string, random: () => number): string {
  const escaped = random() < 0.5 ? words : words.replace(/[<&]/g, " ");
  const entities =
    random() < 0.3
      ? '<!DOCTYPE g [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
      : "";
  return `<?xml version="1.0"?>${entities}<graphml><graph edgedefault="directed"><node id="A"><data key="name">${escaped}&c;&x;</data></node><node id="B"/>${random() < 0.2 ? "<node>".repeat(5000) : ""}<edge source="A" target="${random() < 0.5 ? "B" : "A"}"/></graph></graphml>`;
}

function shape(words: string, random: () => number): string {
  const number = () => (random() < 0.2 ? "1e999" : String(random() * 400 - 200));
  const ring = Array.from({ length: 4 }, () => `[${number()},${number()}]`).join(",");
  const deep = random() < 0.1 ? "[".repeat(50_000) : "";
  return `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":${JSON.stringify(words)},"kind":"zone","code":"A"},"geometry":{"type":"Polygon","coordinates":[[${ring}]]}}],"nodes":[{"code":"A","parent":"A","name":${JSON.stringify(words)}}],"edges":[]${deep}}`;
}

const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
function picture(random: () => number): Uint8Array {
  if (random() < 0.3) return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
  const png = Buffer.from(PIXEL);
  // A picture that says it is 60,000 by 60,000.
  if (random() < 0.4) png.writeUInt32BE(60_000, 16);
  if (random() < 0.4) png.writeUInt32BE(60_000, 20);
  return png;
}

async function wordFile(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const rows = HOSTILE_TEXTS.slice(0, 12).map((text) => new TableRow({ children: [cell("出口总额"), cell(text), cell("132.7亿元")] }));
  const children = [
    ...STORY.split("\n").map((line) => new Paragraph(line)),
    new Table({ rows }),
    ...HOSTILE_TEXTS.map((text) => new Paragraph(text)),
  ];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function sheetFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("表");
  sheet.addRow(["名称", "信用代码", "住所", "项目名称", "总投资", "指标", "数值", "期间"]);
  for (const text of HOSTILE_TEXTS) sheet.addRow([text, text, text, text, 1e308, text, -1, "2025年上半年"]);
  sheet.addRow([
    { formula: "1+1", result: 2 },
    { text: "x", hyperlink: "javascript:alert(1)" },
    { error: "#REF!" },
    new Date("2026-02-28"),
    true,
  ]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
