import type { Text } from "#kernel/texts.ts";

export const correctionTexts = {
  title: { zh: "更正申请", en: "Corrections asked for" },
  state: {
    zh: "企业对自己登记信息提出的更正，由招商、统计部门答复；企业看得到答复。",
    en: "What enterprises asked to have corrected of themselves; they see the answer.",
  },
  filter: { zh: "状态", en: "State" },
  field: { zh: "字段", en: "Field" },
  enterprise: { zh: "企业", en: "Enterprise" },
  change: { zh: "现值 → 申请", en: "As it stands → asked" },
  because: { zh: "理由", en: "Reason" },
  asked: { zh: "申请", en: "Asked" },
  stateOf: { zh: "状态", en: "State" },
  answerOf: { zh: "答复", en: "Answer" },
  nothing: { zh: "（空）", en: "(nothing)" },
  answer: { zh: "答复", en: "Answer" },
  answerTitle: { zh: "答复更正申请：{field}", en: "Answer: {field}" },
  decision: { zh: "结论", en: "Decision" },
  accept: { zh: "同意更正", en: "Accept" },
  refuse: { zh: "不予更正", en: "Refuse" },
  acceptHint: {
    zh: "同意后字段立即改为申请的值，来源写明是企业申请更正。",
    en: "Accepted, the field takes the value at once and names the correction as its source.",
  },
  words: { zh: "给企业的答复", en: "What the enterprise is told" },
  empty: { zh: "没有待答复的申请", en: "Nothing waits for an answer" },
  emptyHint: { zh: "企业在“本企业信息”里提出的更正会出现在这里。", en: "What enterprises ask for on the page of their own stands here." },
  of: { zh: "{field}：", en: "{field}: " },
  answered: { zh: "答复：{answer}", en: "Answer: {answer}" },
  by: { zh: "{by} {day}", en: "{by}, {day}" },
} as const satisfies Record<string, Text>;

export const correctionStateTexts = {
  ASKED: { zh: "待答复", en: "Waiting" },
  ACCEPTED: { zh: "已更正", en: "Accepted" },
  REFUSED: { zh: "不予更正", en: "Refused" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
} as const satisfies Record<string, Text>;

export const ownTexts = {
  title: { zh: "本企业信息", en: "Your enterprise" },
  state: {
    zh: "园区的企业库里记的是这些；哪里不对，可以申请更正，答复会写在这里。",
    en: "This is what the zone's register says of you. Ask for a correction where it is wrong; the answer stands here.",
  },
  none: { zh: "企业库里还没有你的企业", en: "The register does not have your enterprise yet" },
  noneHint: { zh: "请联系园区的联络员登记。", en: "Ask the zone's liaison to enter it." },
  ask: { zh: "申请更正", en: "Ask for a correction" },
  askTitle: { zh: "申请更正{field}", en: "Ask to correct: {field}" },
  asked: { zh: "我的更正申请", en: "What you asked for" },
  nothingAsked: { zh: "还没有申请过更正。", en: "Nothing has been asked for." },
  withdraw: { zh: "撤回", en: "Withdraw" },
  withdrawSure: { zh: "撤回这份申请？", en: "Withdraw this?" },
  aside: { zh: "右列是来源和时点，点开可申请更正", en: "At the right source and day; open it to ask for a correction" },
} as const satisfies Record<string, Text>;
