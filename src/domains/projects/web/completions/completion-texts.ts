import type { Text } from "#kernel/texts.ts";

export const completionTexts = {
  title: { zh: "完成率有两种读法", en: "Completions that can be read in two ways" },
  hint: {
    zh: "文档原话分不清是“完成率”还是“比计划多出”，两种读法连同推出的年度计划都留着；认定之前都不进成绩单。",
    en: "The document's words may mean the rate, or what goes beyond the plan. Both readings stand with the plan that follows; neither enters the report card until one is chosen.",
  },
  about: { zh: "{region}{period}{subject}", en: "{region}, {period}: {subject}" },
  invested: { zh: "完成投资", en: "Invested" },
  plan: { zh: "则年度计划", en: "so the annual plan is" },
  rate: { zh: "完成率 {pct}%", en: "rate {pct} %" },
  chosen: { zh: "采用", en: "used" },
  choose: { zh: "认定", en: "Decide" },
  revise: { zh: "改判", en: "Decide anew" },
  chooseTitle: { zh: "认定读法", en: "Which reading is meant" },
  reading: { zh: "读法", en: "Reading" },
  reason: { zh: "理由", en: "Reason" },
  decided: { zh: "{reading}：{reason}（{by}，{on}）", en: "{reading}: {reason} ({by}, {on})" },
} as const satisfies Record<string, Text>;
