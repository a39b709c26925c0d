import type { Text } from "#kernel/texts.ts";

export const cockpitTexts = {
  title: { zh: "驾驶舱", en: "Cockpit" },
  state: {
    zh: "{region}{period}：{tiles} 项指标，{conflicts} 处数据冲突，{documents} 篇文档待审核，缺 {missing} 项。",
    en: "{region}, {period}. Indicators: {tiles}; conflicts: {conflicts}; documents to review: {documents}; missing: {missing}.",
  },
  stateEmpty: { zh: "{region}还没有已采纳的数据。", en: "{region} has no accepted figures yet." },
  openCard: { zh: "打开本期成绩单", en: "Open this report card" },
  figures: { zh: "主要指标", en: "Headline indicators" },
  noFigures: { zh: "这里将显示主要指标", en: "Headline indicators will stand here" },
  noFiguresHint: {
    zh: "上传文档并审核，或导入指标表格，数据就会出现。",
    en: "Upload and review documents, or import a spreadsheet, and they appear.",
  },
  addDocuments: { zh: "收录文档", en: "Add documents" },
  above: { zh: "高于全市 {points} 个百分点", en: "{points} points above the city" },
  below: { zh: "低于全市 {points} 个百分点", en: "{points} points below the city" },
  level: { zh: "与全市持平", en: "level with the city" },
  trend: { zh: "{name}近 {count} 期走势", en: "{name}, last {count} periods" },
  conflicts: { zh: "数据冲突", en: "Conflicts" },
  noConflicts: { zh: "没有冲突。", en: "No conflicts." },
  review: { zh: "待审核", en: "To review" },
  backlog: { zh: "{documents} 篇文档，{proposals} 条结果", en: "{documents} documents, {proposals} findings" },
  startReview: { zh: "开始审核", en: "Start reviewing" },
  nothingToReview: { zh: "没有待审核的文档。", en: "Nothing waits for review." },
  missing: { zh: "本期缺项", en: "Missing this period" },
  nothingMissing: { zh: "主要指标齐全。", en: "All headline indicators are here." },
  recent: { zh: "最近收录的文档", en: "Recent documents" },
  noRecent: { zh: "还没有文档。", en: "No documents yet." },
  all: { zh: "全部", en: "All" },
  period: { zh: "时期", en: "Period" },
} as const satisfies Record<string, Text>;
