import type ExcelJS from "exceljs";
import { basisWords, growthBaseWords, settlednessWords } from "#domains/economy/contract/card-words.ts";
import { indicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import { type SheetColumn, sheetColumns } from "#domains/economy/contract/sheet-columns.ts";
import type { FileReply } from "#kernel/contract.ts";
import { type Language, say, type Text } from "#kernel/texts.ts";

const INK = "FF1F4E8C";
const PALE = "FFEEF3F9";
/** Rows that carry drop-down lists; more can be filled in without them. */
const PREPARED_ROWS = 300;

const titles = {
  figures: { zh: "指标填报", en: "Figures" },
  help: { zh: "填表说明", en: "How to fill in" },
  catalogue: { zh: "指标目录", en: "Catalogue" },
  required: { zh: "必填", en: "required" },
  optional: { zh: "选填", en: "optional" },
  file: { zh: "指标填报模板.xlsx", en: "figures-template.xlsx" },
  column: { zh: "列", en: "Column" },
  what: { zh: "填什么", en: "What to give" },
  example: {
    zh: "例：出口总额 | 云岭高新区 | 2026H1 | 881.7 | 亿元 | 5.5 | 同比 | 累计 |  | 初步数 | 海关月报",
    en: "Example: 出口总额 | 云岭高新区 | 2026H1 | 881.7 | 亿元 | 5.5 | 同比 | 累计 |  | 初步数 | 海关月报",
  },
} as const satisfies Record<string, Text>;

/** The spreadsheet for manual figures: one sheet to fill in, one that explains it, one with the catalogue. */
export async function factsTemplateXlsx(language: Language): Promise<FileReply> {
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  addFigures(workbook, language);
  addHelp(workbook, language);
  addCatalogue(workbook, language);
  const bytes = Uint8Array.from(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name: titles.file[language], mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes };
}

function addFigures(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(titles.figures[language], { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = sheetColumns.map(({ key, head, required, width }) => ({ key, header: `${head[language]}${required ? "*" : ""}`, width }));
  styleHead(sheet);
  sheetColumns.forEach((column, place) => {
    sheet.getRow(1).getCell(place + 1).note = say(column.expected, language);
    // Periods and amounts as text or plain numbers: a sheet that turns 2026-06 into a date, or 5.5 into 5.5 %, says something else.
    if (column.key === "period") sheet.getColumn(place + 1).numFmt = "@";
    const list = choices(column, language);
    if (list !== undefined) for (let row = 2; row <= PREPARED_ROWS + 1; row += 1) sheet.getCell(row, place + 1).dataValidation = list;
  });
}

function choices({ key }: SheetColumn, language: Language): ExcelJS.DataValidation | undefined {
  if (key === "indicator")
    return {
      type: "list",
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`'${titles.catalogue[language]}'!$A$2:$A$${indicatorMetadata.length + 1}`],
    };
  const words = { growthBase: growthBaseWords, basis: basisWords, settledness: settlednessWords }[key as "growthBase"];
  if (words === undefined) return undefined;
  return {
    type: "list",
    allowBlank: true,
    showErrorMessage: false,
    formulae: [
      `"${Object.values(words)
        .map((word) => word.zh)
        .join(",")}"`,
    ],
  };
}

function addHelp(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(titles.help[language]);
  sheet.columns = [
    { header: titles.column[language], width: 16 },
    { header: "", width: 10 },
    { header: titles.what[language], width: 80 },
  ];
  for (const { head, required, expected } of sheetColumns)
    sheet.addRow([head[language], (required ? titles.required : titles.optional)[language], expected[language]]);
  sheet.addRow([]);
  sheet.addRow([titles.example[language]]);
  styleHead(sheet);
}

function addCatalogue(workbook: ExcelJS.Workbook, language: Language): void {
  const sheet = workbook.addWorksheet(titles.catalogue[language], { views: [{ state: "frozen", ySplit: 1 }] });
  const heads: readonly (readonly [Text, number])[] = [
    [{ zh: "指标", en: "Indicator (Chinese)" }, 30],
    [{ zh: "英文名", en: "Indicator" }, 40],
    [{ zh: "代码", en: "Code" }, 24],
    [{ zh: "常用单位", en: "Usual unit" }, 12],
    [{ zh: "定义", en: "Definition" }, 60],
    [{ zh: "口径", en: "Calibre" }, 60],
  ];
  sheet.columns = heads.map(([head, width]) => ({ header: head[language], width }));
  for (const one of indicatorMetadata)
    sheet.addRow([one.name.zh, one.name.en, one.code, one.unit, one.definition[language], one.calibre[language]]);
  styleHead(sheet);
}

function styleHead(sheet: ExcelJS.Worksheet): void {
  const head = sheet.getRow(1);
  head.font = { bold: true, color: { argb: INK } };
  head.fill = { type: "pattern", pattern: "solid", fgColor: { argb: PALE } };
  head.border = { bottom: { style: "thin", color: { argb: INK } } };
  head.height = 22;
  head.alignment = { vertical: "middle" };
}
