import type { Text } from "#kernel/texts.ts";

export const delegationTexts = {
  title: { zh: "授权代办", en: "Lent roles" },
  state: {
    zh: "外出、休假时把岗位借给同事；到期自动收回，日志写明代谁办的。",
    en: "Lend a role to a colleague while you are away; it ends by itself, and the journal says for whom something was done.",
  },
  lend: { zh: "授权同事代办", en: "Lend a role" },
  nothing: { zh: "还没有授权或受托", en: "Nothing lent or borrowed yet" },
  nothingHint: {
    zh: "受托人以您的岗位办事，但不能办您不能办的，也不能审批您自己申请的。",
    en: "The colleague may do what your role may and no more, and decides on nothing that you applied for.",
  },
  role: { zh: "岗位", en: "Role" },
  from: { zh: "授权人", en: "Lent by" },
  to: { zh: "受托人", en: "Lent to" },
  days: { zh: "起止", en: "Days" },
  span: { zh: "{from} 至 {to}", en: "{from} – {to}" },
  because: { zh: "事由", en: "Reason" },
  standing: { zh: "状态", en: "State" },
  coming: { zh: "未开始", en: "to come" },
  running: { zh: "代办中", en: "running" },
  over: { zh: "已到期", en: "over" },
  ended: { zh: "已收回", en: "ended" },
  end: { zh: "收回", en: "End" },
  endQuestion: { zh: "现在收回？受托人随即不能再办。", en: "End it now? The colleague can do nothing by it from then on." },
  firstDay: { zh: "起日", en: "First day" },
  lastDay: { zh: "止日（含）", en: "Last day (included)" },
  daysHint: { zh: "最长 90 天。", en: "90 days at most." },
  noRole: { zh: "您没有可以授权他人代办的岗位", en: "You hold no role that can be lent" },
} as const satisfies Record<string, Text>;
