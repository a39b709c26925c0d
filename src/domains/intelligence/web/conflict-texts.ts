import type { Text } from "#kernel/texts.ts";

export const conflictTexts = {
  title: { zh: "数据冲突", en: "Conflicts" },
  state: {
    zh: "{open} 处未裁定。同一地区、时期、口径的同一指标有不同数值，两边都留着，裁定后成绩单采用留下的一边。",
    en: "{open} unresolved. One key, different values: both stay visible; a report card uses the side that is kept.",
  },
  filter: { zh: "状态", en: "State" },
  open: { zh: "未裁定", en: "Unresolved" },
  resolved: { zh: "已裁定", en: "Resolved" },
  all: { zh: "全部", en: "All" },
  empty: { zh: "没有数据冲突", en: "No conflicts" },
  emptyHint: {
    zh: "不同来源对同一数据说法不一时，会并排出现在这里。",
    en: "Where sources disagree about one figure, they stand here side by side.",
  },
  keep: { zh: "保留这一边", en: "Keep this side" },
  keepTitle: { zh: "裁定：保留 {value}", en: "Resolve: keep {value}" },
  keepHint: { zh: "另一边保留为历史，不再用于成绩单。", en: "The other side stays in history and is no longer used in report cards." },
  reason: { zh: "理由", en: "Reason" },
  resolution: { zh: "裁定理由：{reason}", en: "Resolved because: {reason}" },
  kept: { zh: "采用", en: "Kept" },
  left: { zh: "未采用", en: "Set aside" },
} as const satisfies Record<string, Text>;
