import ExcelJS from "exceljs";
import mammoth from "mammoth";
import Papa from "papaparse";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type CardToPrint, presentReportCard } from "#domains/economy/rules/present-report-card.ts";
import { factsTemplateXlsx } from "#domains/economy/server/artefacts/facts-template.ts";
import { makeArtefact } from "#domains/economy/server/artefacts/make-artefact.ts";
import { harmless } from "#kernel/harmless-cell.ts";
import type { Instant } from "#kernel/local-date.ts";
import { drawable } from "#kernel/server/documents/fonts.ts";

const figure = (code: string, indicator: string, more: Partial<ReportCardFigure>): ReportCardFigure => ({
  id: code,
  code,
  indicator,
  indicatorEn: code,
  value: null,
  unit: null,
  yoyPct: null,
  growthBase: "last-year",
  approximation: "exact",
  basis: "cumulative",
  calibre: null,
  settledness: "unknown",
  period: "2026H1",
  region: "云岭高新区",
  comparisons: [],
  lastYear: null,
  sources: [
    {
      kind: "document",
      documentId: "1",
      title: "上半年运行",
      published: null,
      quote: `${indicator}如此`,
      spans: [{ start: 3, end: 9 }],
      start: 3,
      end: 9,
    },
  ],
  observationId: code,
  observationIds: [code],
  status: "accepted",
  ...more,
});

const card: CardToPrint = {
  region: "云岭高新区",
  period: "2026H1",
  title: "云岭高新区2026年上半年成绩单",
  titleEn: "Yunling High-tech Zone: report card, first half of 2026",
  state: "PUBLISHED",
  edition: 1,
  preliminary: true,
  signer: { name: "周衡", department: "改革发展局" },
  publishedAt: "2026-07-20T02:00:00.000Z" as Instant,
  figures: [
    figure("gdp", "地区生产总值", {
      yoyPct: "4.7",
      comparisons: [{ with: "city", region: null, points: "1.4", growthPct: "3.3", origin: "stated" }],
    }),
    figure("exports", "出口总额", { value: "881.7", unit: "亿元", yoyPct: "-5.5" }),
    figure("market-entities", "经营主体数", {
      value: "2",
      unit: "万户",
      approximation: "at-least",
      calibre: "区属",
      settledness: "preliminary",
    }),
  ],
  checks: [
    { name: "a", title: { zh: "一", en: "one" }, ok: true, severity: "error", detail: { zh: "两数相等", en: "both agree" }, figures: [] },
    {
      name: "b",
      title: { zh: "二", en: "two" },
      ok: false,
      severity: "warning",
      detail: { zh: "缺一项", en: "one is missing" },
      figures: [],
    },
    {
      name: "c",
      title: { zh: "三", en: "three" },
      ok: null,
      severity: "error",
      detail: { zh: "无从说起", en: "nobody knows" },
      figures: [],
    },
  ],
  missing: [{ code: "tax", indicator: "税收收入", indicatorEn: "Tax revenue" }],
  conflicts: [],
  history: [],
};

/** Script, formula, markup of the page setter, lost and invisible characters, traditional and rare ones. */
const HOSTILE = `#eval("1") \\u{1} <script>alert(1)</script> & "引" $x$ @a *b* [c] \u0000\u200b\ue000 區 𠮷 =1+1`;
const hostile: CardToPrint = {
  ...card,
  title: HOSTILE,
  region: `../${HOSTILE}`,
  figures: [
    figure("exports", HOSTILE, {
      value: "1",
      unit: "亿元",
      sources: [{ kind: "rows", dataset: "x", title: `=cmd|' /C calc'!A0`, rows: [{ id: "1", label: HOSTILE }], note: null }],
    }),
  ],
};

const pdfText = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), { mergePages: true });
  return text.replace(/\s+/g, "");
};
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const docxText = async (bytes: Uint8Array): Promise<string> => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

describe("成绩单的各种样式", () => {
  test("PDF 里每一个字都在：标题、数、单位、核对、出处", async () => {
    const { bytes, name } = await makeArtefact(card, "pdf", "zh");
    const words = await pdfText(bytes);
    expect(name).toBe("云岭高新区-2026H1-成绩单-v1.pdf");
    for (const part of [
      "云岭高新区2026年上半年成绩单",
      "地区生产总值",
      "同比+4.7%",
      "881.7",
      "亿元",
      "同比−5.5%",
      "高于全市1.4个百分点（全市3.3%）",
      "区属·初步数",
      "万户以上",
      "两数相等",
      "税收收入",
      "签发：周衡（改革发展局）",
      "2026年7月20日（周一）",
      "“出口总额如此”",
    ]) {
      expect(words).toContain(part.replace(/\s/g, ""));
    }
    expect(words).not.toContain("〓");
    expect(text(bytes)).toContain("/FontFile2");
  });

  test("英文版换算成英文读者的单位", async () => {
    const words = await pdfText((await makeArtefact(card, "pdf", "en")).bytes);
    for (const part of ["CNY88.17billion", "−5.5%y/y", "1.4pointsabovethecity", "20,000", "Taxrevenue", "Signed:周衡"])
      expect(words).toContain(part);
  });

  test("Word 文档：内容齐全，东亚字体写明", async () => {
    const { bytes } = await makeArtefact(card, "docx", "zh");
    const words = await docxText(bytes);
    for (const part of ["云岭高新区2026年上半年成绩单", "881.7", "同比 −5.5%", "✘ 不符", "[2]", "“出口总额如此”"])
      expect(words).toContain(part);
  });

  test("图片：SVG 自带文字说明，PNG 为两倍宽", async () => {
    const svg = text((await makeArtefact(card, "svg", "zh")).bytes);
    expect(svg).toContain("<title>云岭高新区2026年上半年成绩单</title>");
    expect(svg).toContain("出口总额 881.7 亿元 同比 −5.5%");
    expect(svg).not.toContain("<text");
    const png = (await makeArtefact(card, "png", "zh")).bytes;
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join("")).toBe("PNG");
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(2160);
  });

  test("同一份成绩单每次印得一样", async () => {
    for (const format of ["svg", "csv", "json"] as const) {
      expect(text((await makeArtefact(card, format, "zh")).bytes)).toBe(text((await makeArtefact(card, format, "zh")).bytes));
    }
  });

  test("CSV：表格软件读得出，负数仍是数", async () => {
    const csv = text((await makeArtefact(card, "csv", "zh")).bytes);
    const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ""), { skipEmptyLines: true });
    expect(data[2]?.slice(0, 6)).toEqual(["出口总额", "exports", "881.7", "亿元", "-5.5", "同比"]);
  });

  test("JSON：小数原样为文字，只有增速的以增速为名", async () => {
    const plain = JSON.parse(text((await makeArtefact(card, "json", "en")).bytes));
    expect(plain.figures[0]).toMatchObject({
      indicator: "地区生产总值增速",
      value: "4.7",
      unit: "%",
      yoy_pct: "4.7",
      source: { document: "上半年运行", start: 3, end: 9 },
    });
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    [" =1", "' =1"],
    ["＝1", "'＝1"],
    ["-5.5", "-5.5"],
    ["0", "0"],
    ["出口-进口", "出口-进口"],
  ])("公式注入：%s → %s", (cell, expected) => {
    expect(harmless(cell)).toBe(expected);
  });

  test("恶意文字在每种样式里都只是文字", async () => {
    for (const format of ["docx", "pdf", "svg", "png", "csv", "json"] as const) {
      const { name, bytes } = await makeArtefact(hostile, format, "zh");
      expect(name).not.toMatch(/[\\/<>:"|?*]/);
      expect(bytes.byteLength).toBeGreaterThan(100);
    }
    const svg = text((await makeArtefact(hostile, "svg", "zh")).bytes);
    expect(svg).not.toContain("<script");
    expect(await pdfText((await makeArtefact(hostile, "pdf", "zh")).bytes)).toContain('#eval("1")');
    expect(text((await makeArtefact(hostile, "csv", "zh")).bytes)).toContain("'=cmd|");
    expect(await docxText((await makeArtefact(hostile, "docx", "zh")).bytes)).toContain("<script>alert(1)</script>");
  });

  test("没有字形的字印成〓，不会悄悄消失；看不见的字符不留痕迹", () => {
    expect(drawable("埃\ue000克\u200b森")).toBe("埃〓克森");
    expect(drawable("区a1％（）“”—−·％")).toBe("区a1％（）“”—−·％");
  });

  test.each(["zh", "en"] as const)("Word（%s）自带所用的字，正体和粗体，文件仍然小", async (language) => {
    const { bytes } = await makeArtefact(card, "docx", language);
    const names = Buffer.from(bytes).toString("latin1");
    expect(["word/fonts/font1.odttf", "word/fonts/font2.odttf"].every((name) => names.includes(name))).toBe(true);
    expect(bytes.byteLength).toBeLessThan(400_000);
  });

  test("草稿在纸面上写明未发布", () => {
    const draft = presentReportCard({ ...card, state: "DRAFT", publishedAt: null }, "zh");
    expect([draft.state, draft.published]).toEqual(["草稿 · 第1版 · 初步数", "未发布，仅供内部核对"]);
  });

  test("填报模板：表头、下拉、说明、目录", async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from((await factsTemplateXlsx("zh")).bytes) as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(["指标填报", "填表说明", "指标目录"]);
    expect(workbook.worksheets[0]?.getCell("A1").value).toBe("指标*");
    expect(workbook.worksheets[0]?.getCell("H2").dataValidation.formulae).toEqual(['"累计,当期,时点"']);
    expect(workbook.worksheets[2]?.rowCount).toBeGreaterThan(130);
  });
});
