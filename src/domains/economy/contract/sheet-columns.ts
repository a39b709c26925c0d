import { gridTexts } from "#kernel/sheet-texts.ts";
import type { Text } from "#kernel/texts.ts";

export type SheetColumn = {
  readonly key:
    | "indicator"
    | "region"
    | "period"
    | "value"
    | "unit"
    | "growth"
    | "growthBase"
    | "basis"
    | "calibre"
    | "settledness"
    | "note";
  readonly head: Text;
  readonly required: boolean;
  readonly width: number;
  readonly expected: Text;
};

const text = (zh: string, en: string): Text => ({ zh, en });

/** The columns of the spreadsheet of manual figures, in the order of the template. */
export const sheetColumns: readonly SheetColumn[] = [
  {
    key: "indicator",
    head: text("指标", "Indicator"),
    required: true,
    width: 26,
    expected: text("指标目录中的名称、别名或代码，如“出口总额”", "a name, alias or code of the catalogue, such as exports"),
  },
  {
    key: "region",
    head: text("地区", "Region"),
    required: false,
    width: 20,
    expected: text("地区全名；不填为本园区", "the region's full name; empty means this zone"),
  },
  {
    key: "period",
    head: text("期间", "Period"),
    required: true,
    width: 14,
    expected: text("如 2026H1、2026Q1、2026、2026-06 或“2026年上半年”", "such as 2026H1, 2026Q1, 2026 or 2026-06"),
  },
  {
    key: "value",
    head: text("数值", "Value"),
    required: false,
    width: 14,
    expected: text("阿拉伯数字，如 881.7；只有增速时不填", "digits such as 881.7; empty where only the growth is known"),
  },
  {
    key: "unit",
    head: text("单位", "Unit"),
    required: false,
    width: 12,
    expected: text("如 亿元、万元、户、%", "such as 亿元, 万元, 户, %"),
  },
  {
    key: "growth",
    head: text("增速(%)", "Growth (%)"),
    required: false,
    width: 12,
    expected: text("阿拉伯数字，如 5.5 或 -2.1，不写百分号", "digits such as 5.5 or -2.1, without a per cent sign"),
  },
  {
    key: "growthBase",
    head: text("增速基期", "Growth base"),
    required: false,
    width: 12,
    expected: text("同比、较上年末、较上期之一；不填为同比", "同比, 较上年末 or 较上期; empty means on last year"),
  },
  {
    key: "basis",
    head: text("累计或时点", "Basis"),
    required: false,
    width: 12,
    expected: text("累计、当期、时点之一；不填为累计", "累计, 当期 or 时点; empty means cumulative"),
  },
  {
    key: "calibre",
    head: text("口径", "Calibre"),
    required: false,
    width: 16,
    expected: text("与目录口径不同时填写，如“区属”，不超过40字", "only where it differs from the catalogue, at most 40 characters"),
  },
  {
    key: "settledness",
    head: text("数据状态", "Settledness"),
    required: false,
    width: 12,
    expected: text("初步数、核实数、修订数之一，可不填", "初步数, 核实数 or 修订数; may be empty"),
  },
  {
    key: "note",
    head: text("来源说明", "Source"),
    required: false,
    width: 36,
    expected: text("数据出自何处，不超过300字", "where the figure comes from, at most 300 characters"),
  },
];

/** Sentences about a sheet or one of its cells: where, what, what was expected. */
export const sheetTexts = {
  ...gridTexts,
  "sheet.neither-value-nor-growth": { zh: "数值和增速都没有填写", en: "neither a value nor a growth was given" },
  "sheet.unit-family": { zh: "单位“{found}”与该指标不相称", en: "the unit “{found}” does not fit the indicator" },
  "sheet.repeated": {
    zh: "第 {row} 行与第 {first} 行是同一指标、地区、期间和口径，请只留一行",
    en: "Row {row} repeats the indicator, region, period and calibre of row {first}; keep one of them",
  },
  "sheet.no-head": {
    zh: "没有找到表头：需有“指标”“期间”两列，请使用下载的模板。",
    en: "No header row was found: columns 指标 and 期间 are needed; use the template.",
  },
} as const satisfies Record<string, Text>;
