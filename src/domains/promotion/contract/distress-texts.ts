import type { Text } from "#kernel/texts.ts";

/** Refusals of a file of statements as a whole, and sentences about single rows of it. */
export const distressTexts = {
  "distress.no-file": { zh: "请给出一个财务年报文件（.csv 或 .csv.gz）。", en: "Name one file of annual statements (.csv or .csv.gz)." },
  "distress.unreadable": { zh: "文件“{name}”打不开，请核对路径。", en: "“{name}” cannot be opened; check the path." },
  "distress.cut-off": {
    zh: "压缩文件“{name}”不完整或已损坏，请重新取得后再算。",
    en: "The compressed file “{name}” is cut off or damaged; get it again.",
  },
  "distress.too-large": {
    zh: "文件“{name}”解压后超过 {megabytes} MB，请分开计算。",
    en: "“{name}” is over {megabytes} MB when unpacked; split it.",
  },
  "distress.not-a-sheet": { zh: "文件“{name}”不是 CSV 表格。", en: "“{name}” is not a CSV file." },
  "distress.no-columns": {
    zh: "文件“{name}”缺少列：{columns}。表头应与上市公司年度财务数据一致。",
    en: "“{name}” lacks the columns {columns}; its head should be that of the annual statements of listed companies.",
  },
  "distress.no-year": { zh: "文件“{name}”里没有 {year} 年的年报。", en: "“{name}” holds no annual statement of {year}." },
  "distress.bad-row": {
    zh: "第 {row} 行“{column}”列：“{found}”不符合要求，应为{expected}；此行未计入。",
    en: "Row {row}, column “{column}”: “{found}” will not do, expected {expected}; the row is left out.",
  },
  "distress.short-row": {
    zh: "第 {row} 行只有 {found} 列，应为 {expected} 列（文件可能被截断）；此行未计入。",
    en: "Row {row} has {found} columns and {expected} were expected (the file may be cut off); the row is left out.",
  },
  "distress.repeated": {
    zh: "第 {row} 行：{code} 的 {year} 年在第 {first} 行已有，此行未计入。",
    en: "Row {row}: {code} has {year} on row {first} already; the row is left out.",
  },
  "distress.more-rows": { zh: "另有 {count} 行未计入。", en: "{count} more rows are left out." },
} as const satisfies Record<string, Text>;

export const distressWords = {
  code: { zh: "证券代码，不超过 40 字", en: "a stock code of at most 40 characters" },
  day: { zh: "报告期，如 2019-12-31", en: "a report date such as 2019-12-31" },
  number: { zh: "数字或空", en: "a number or nothing" },
} as const satisfies Record<string, Text>;
