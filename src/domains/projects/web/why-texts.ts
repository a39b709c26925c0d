import type { ColourDimension } from "#domains/projects/contract/colour.ts";
import type { Text } from "#kernel/texts.ts";

export const dimensionTexts: Readonly<Record<ColourDimension, Text>> = {
  progress: { zh: "进度缺口", en: "Progress" },
  milestone: { zh: "里程碑逾期", en: "Milestones" },
  start: { zh: "逾期未开工", en: "Start" },
  "stat-entry": { zh: "开工未入库", en: "Statistics entry" },
  silence: { zh: "月报", en: "Reports" },
  state: { zh: "停建", en: "Suspension" },
};

/** What the value of a dimension counts. */
export const dimensionUnits: Readonly<Record<ColourDimension, Text | undefined>> = {
  progress: { zh: "个百分点", en: "points" },
  milestone: { zh: "天", en: "days" },
  start: { zh: "个月", en: "months" },
  "stat-entry": { zh: "个月", en: "months" },
  silence: undefined,
  state: undefined,
};

export const whyTexts = {
  title: { zh: "为什么是这个颜色", en: "Why this colour" },
  verdict: { zh: "{colour}灯：{reasons}。", en: "{colour}: {reasons}." },
  fine: { zh: "{colour}灯：各项都没有问题。", en: "{colour}: nothing is wrong." },
  unsupervised: { zh: "这个项目现在不在四色监管之内。", en: "The project is not supervised now." },
  dimension: { zh: "看什么", en: "Looked at" },
  light: { zh: "颜色", en: "Colour" },
  value: { zh: "实际", en: "Value" },
  sentence: { zh: "怎么说", en: "What it says" },
  thresholds: { zh: "阈值", en: "Thresholds" },
  worst: {
    zh: "取最差的一项。规则第 {version} 版，截至 {day}。",
    en: "The worst of them wins. Rule version {version}, as of {day}.",
  },
  rule: { zh: "查看规则", en: "See the rule" },
  upTo: { zh: "≤{value}", en: "≤{value}" },
  below: { zh: "<{value}", en: "<{value}" },
  above: { zh: ">{value}", en: ">{value}" },
  from: { zh: "≥{value}", en: "≥{value}" },
  silenceRule: { zh: "截止日未报", en: "not reported by the cutoff" },
  stateRule: { zh: "停建", en: "suspended" },
  second: { zh: "第二盏灯：", en: "Second light:" },
  lastReport: { zh: "最近一次月报 {day}", en: "last report on {day}" },
  history: { zh: "变色记录", en: "Changes of colour" },
  noHistory: { zh: "还没有变色记录。", en: "No colour has been recorded yet." },
  on: { zh: "日期", en: "Day" },
  held: { zh: "持续", en: "Held" },
  days: { zh: "{days} 天", en: "{days} days" },
  version: { zh: "规则", en: "Rule" },
  versionOf: { zh: "第 {version} 版", en: "version {version}" },
  none: { zh: "不再监管", en: "no longer supervised" },
  falseAlarm: { zh: "误报", en: "False alarm" },
  sayFalseAlarm: { zh: "认定为误报", en: "Call it a false alarm" },
  falseAlarmHint: {
    zh: "颜色的记录不改；误报另记一笔，统计红灯转出用时不算它。",
    en: "The recorded colour stays. The false alarm stands beside it, and is left out when days to clear a red are counted.",
  },
  falseAlarmSaid: { zh: "误报：{reason}（{by}，{day}）", en: "false alarm: {reason} ({by}, {day})" },
  why: { zh: "原因", en: "Why" },
  reason: { zh: "理由", en: "Reason" },
  cleared: { zh: "红灯转出用时：{days} 天。", en: "Days from red to cleared: {days}." },
  open: { zh: "打开项目", en: "Open the project" },
} as const satisfies Record<string, Text>;
