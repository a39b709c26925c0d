import type { Text } from "#kernel/texts.ts";

export const workTexts = {
  title: { zh: "我的工作", en: "My work" },
  state: {
    zh: "逾期 {late} 件，今天 {now} 件，将到期 {coming} 件，未定期限 {whenever} 件。",
    en: "Late: {late}; today: {now}; coming: {coming}; without a day: {whenever}.",
  },
  nothing: { zh: "当前岗位没有待办", en: "Nothing waits for you in this role" },
  nothingHint: { zh: "分派给您或等您办理的事项会出现在这里。", en: "What is assigned to you or waits for your role stands here." },
  late: { zh: "逾期", en: "Late" },
  now: { zh: "今天", en: "Today" },
  coming: { zh: "将到期", en: "Coming" },
  whenever: { zh: "未定期限", en: "Without a day" },
  kind: { zh: "类别", en: "Kind" },
  what: { zh: "事项", en: "What" },
  about: { zh: "所属", en: "About" },
  due: { zh: "期限", en: "Due" },
  daysLate: { zh: "逾期 {days} 天", en: "late by {days} d" },
  provisional: { zh: "暂定", en: "provisional" },
} as const satisfies Record<string, Text>;
