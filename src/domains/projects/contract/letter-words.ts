import type { Text } from "#kernel/texts.ts";

/** What stands on a supervision letter beside its own words. */
export const letterWords = {
  letter: { zh: "督 办 单", en: "Supervision letter" },
  escalation: { zh: "升级督办单", en: "Supervision letter (escalated)" },
  project: { zh: "督办项目", en: "Project" },
  code: { zh: "项目编号", en: "Code" },
  addressee: { zh: "责任人", en: "Addressed to" },
  taskForce: { zh: "项目专班", en: "the project's task force" },
  colour: { zh: "督办颜色", en: "Colour" },
  reasons: { zh: "督办事由", en: "Reasons" },
  issued: { zh: "签发日期", en: "Issued on" },
  due: { zh: "回复期限", en: "Reply by" },
  provisional: { zh: "（暂定，待当年放假安排公布后确认）", en: " (provisional until the year's holidays are announced)" },
  demand: { zh: "督办要求", en: "What is asked" },
  reply: { zh: "回复", en: "Reply" },
  closing: { zh: "办结意见", en: "Closed" },
  awaited: { zh: "（待回复）", en: "(awaited)" },
  by: { zh: "{name}　{date}", en: "{name}, {date}" },
  committee: { zh: "{zone}管理委员会", en: "{zone} Committee" },
  signer: { zh: "签发人：{name}", en: "Issued by {name}" },
  page: { zh: "第 {page} 页，共 {pages} 页", en: "Page {page} of {pages}" },
} as const satisfies Record<string, Text>;

/** What a letter asks for, by what made the project red. */
export const letterDemands = {
  whole: {
    zh: "请于{days}个工作日内书面回复：{demands}。",
    en: "Please reply in writing within {days} working days: {demands}.",
  },
  progress: { zh: "说明投资进度缺口的原因，按月列出追赶计划", en: "explain the gap in progress, with a plan by month to catch up" },
  milestone: {
    zh: "逐项说明逾期节点的原因和完成时间，确需改期的按程序提出申请",
    en: "for each overdue milestone say why and when it will be reached; where the date has to change, request it",
  },
  start: {
    zh: "说明未开工的障碍、需协调的事项和开工时间",
    en: "say what keeps the works from starting, what is needed, and when they will",
  },
  statEntry: {
    zh: "办结统计入库，或说明缺哪些材料、何时补齐",
    en: "complete the entry into the statistics, or say what is missing and by when it will come",
  },
  silence: { zh: "补报所缺月报，说明未报原因", en: "hand in the missing report and say why it did not come" },
  state: { zh: "说明停工原因和复工计划，或提出终止意见", en: "explain the stop and plan the resumption, or propose to terminate" },
  other: { zh: "说明原因、整改措施和完成时限", en: "explain the cause, the remedy and the day by which it is done" },
} as const satisfies Record<string, Text>;
