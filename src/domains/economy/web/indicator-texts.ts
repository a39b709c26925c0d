import type { Text } from "#kernel/texts.ts";

export const indicatorTexts = {
  title: { zh: "指标目录", en: "Indicators" },
  state: {
    zh: "{count} 项指标。名称、口径和出处统一后，数据才能相比。",
    en: "{count} indicators. Figures can be compared once name, calibre and source agree.",
  },
  name: { zh: "指标", en: "Indicator" },
  unit: { zh: "单位", en: "Unit" },
  basis: { zh: "基准", en: "Basis" },
  aliases: { zh: "别名", en: "Also called" },
  definition: { zh: "定义", en: "Definition" },
  calibre: { zh: "口径", en: "Calibre" },
  direction: { zh: "方向", en: "Direction" },
  source: { zh: "来源", en: "Source" },
  collector: { zh: "采集部门", en: "Collected by" },
  release: { zh: "发布日程", en: "Release calendar" },
  limits: { zh: "使用限制", en: "Limits" },
  code: { zh: "代码", en: "Code" },
  back: { zh: "返回指标目录", en: "Back to indicators" },
  metadata: { zh: "指标说明", en: "About this indicator" },
  series: { zh: "历史序列：{region}", en: "Series: {region}" },
  noSeries: { zh: "还没有这项指标的数据。", en: "There are no figures of this indicator yet." },
  period: { zh: "时期", en: "Period" },
  value: { zh: "数值", en: "Value" },
  growth: { zh: "增速", en: "Growth" },
  growthLine: { zh: "增速走势（%）", en: "Growth, %" },
  levelLine: { zh: "数值走势", en: "Level" },
  toFacts: { zh: "查看数据", en: "See facts" },
  unknown: { zh: "目录里没有这项指标", en: "The catalogue has no such indicator" },
} as const satisfies Record<string, Text>;

export const directionTexts: Readonly<Record<string, Text>> = {
  up: { zh: "越高越好", en: "higher is better" },
  down: { zh: "越低越好", en: "lower is better" },
  neutral: { zh: "视情况而定", en: "depends" },
};

export const factTexts = {
  title: { zh: "指标数据", en: "Facts" },
  state: { zh: "共 {count} 条。点开数值可查看出处。", en: "{count} facts. Open a value to see its source." },
  import: { zh: "导入表格", en: "Import a spreadsheet" },
  region: { zh: "地区", en: "Region" },
  period: { zh: "时期", en: "Period" },
  indicator: { zh: "指标", en: "Indicator" },
  status: { zh: "状态", en: "State" },
  value: { zh: "数值", en: "Value" },
  growth: { zh: "增速", en: "Growth" },
  origin: { zh: "来源", en: "Origin" },
  source: { zh: "出处", en: "Source" },
  recorded: { zh: "录入", en: "Recorded" },
  empty: { zh: "还没有数据", en: "No facts yet" },
  emptyHint: { zh: "审核文档或导入表格后，数据会出现在这里。", en: "Review documents or import a spreadsheet, and facts stand here." },
} as const satisfies Record<string, Text>;

export const originTexts: Readonly<Record<string, Text>> = {
  document: { zh: "文档", en: "Document" },
  spreadsheet: { zh: "表格", en: "Spreadsheet" },
  rows: { zh: "业务记录", en: "Records" },
  manual: { zh: "手工", en: "By hand" },
  model: { zh: "模型", en: "Model" },
};

export const statusTexts: Readonly<Record<string, Text>> = {
  proposed: { zh: "待审", en: "Open" },
  accepted: { zh: "已采纳", en: "Accepted" },
  rejected: { zh: "已驳回", en: "Rejected" },
  corrected: { zh: "已更正", en: "Corrected" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
};

export const importFactTexts = {
  title: { zh: "导入指标表格", en: "Import a spreadsheet of figures" },
  state: {
    zh: "下载模板，逐行填写，先检查再导入；有问题的行单独退回，不影响其他行。",
    en: "Download the template, fill it row by row, check, then import; a row with a problem is refused alone.",
  },
  fileHint: { zh: "按模板填写的 XLSX 或 CSV。", en: "XLSX or CSV after the template." },
  back: { zh: "返回指标数据", en: "Back to facts" },
} as const satisfies Record<string, Text>;

export const healthTexts = {
  title: { zh: "缺项与冲突", en: "Gaps and conflicts" },
  state: {
    zh: "{region}{period}：缺 {missing} 项，{conflicts} 处冲突，{open} 项核对待说明。",
    en: "{region}, {period}. Missing: {missing}; conflicts: {conflicts}; checks to explain: {open}.",
  },
  choose: { zh: "选择地区和时期", en: "Choose a region and a period" },
  chooseHint: {
    zh: "填写时期，如 2026H1，查看缺哪些指标、哪里冲突。",
    en: "Give a period such as 2026H1 to see what is missing and what conflicts.",
  },
  missing: { zh: "缺项", en: "Missing" },
  nothingMissing: { zh: "主要指标齐全。", en: "All headline indicators are here." },
  last: { zh: "最近一期：{period}", en: "last known: {period}" },
  never: { zh: "从未有过", en: "never known" },
  conflicts: { zh: "冲突", en: "Conflicts" },
  noConflicts: { zh: "没有冲突。", en: "No conflicts." },
} as const satisfies Record<string, Text>;
