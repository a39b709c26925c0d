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
