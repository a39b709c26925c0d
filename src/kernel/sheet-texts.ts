import type { Text } from "#kernel/texts.ts";

/** Refusals of a spreadsheet as a file, and the sentence about one of its cells: where, what, what was expected. */
export const gridTexts = {
  "sheet.bad-cell": {
    zh: "第 {row} 行“{column}”列：{problem}，应为{expected}",
    en: "Row {row}, column “{column}”: {problem}; expected {expected}",
  },
  "sheet.empty-cell": { zh: "没有填写", en: "nothing was given" },
  "sheet.not-that": { zh: "“{found}”不符合要求", en: "“{found}” will not do" },
  "sheet.formula-error": { zh: "单元格公式出错（{found}）", en: "the cell's formula failed ({found})" },
  "sheet.too-many-rows": { zh: "超过 {most} 行，请分几次导入。", en: "More than {most} rows; import it in parts." },
  "sheet.not-a-sheet": {
    zh: "文件“{name}”不是能读的表格：应为 .xlsx 或 .csv（旧式 .xls 请在表格软件中另存为 .xlsx）。",
    en: "“{name}” is not a readable spreadsheet: .xlsx or .csv was expected (save an old .xls as .xlsx first).",
  },
  "sheet.too-large-inside": { zh: "文件“{name}”解压后过大，已拒绝。", en: "“{name}” is too large when unpacked and was refused." },
  "sheet.no-columns": {
    zh: "没有找到表头：需有“{columns}”列，请使用下载的模板。",
    en: "No header row was found: the columns {columns} are needed; use the template.",
  },
} as const satisfies Record<string, Text>;

/** What every template says beside its columns. */
export const templateWords = {
  help: { zh: "填表说明", en: "How to fill in" },
  column: { zh: "列", en: "Column" },
  what: { zh: "填什么", en: "What to give" },
  required: { zh: "必填", en: "required" },
  optional: { zh: "选填", en: "optional" },
} as const satisfies Record<string, Text>;
