import type { WorkKind } from "#domains/workbench/contract/workbench-operations.ts";
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

export const workKindTexts: Readonly<Record<WorkKind, Text>> = {
  task: { zh: "专班事项", en: "Duty" },
  "calendar-item": { zh: "建设日历", en: "Project calendar" },
  issue: { zh: "卡点问题", en: "Issue" },
  "supervision-issue": { zh: "待签发督办", en: "Letter to issue" },
  "supervision-reply": { zh: "待回复督办", en: "Reply to supervision" },
  "date-request": { zh: "改期待审定", en: "Date to decide" },
  "case-accept": { zh: "待受理", en: "To accept" },
  "case-review": { zh: "待出意见", en: "Opinion to give" },
  "case-decide": { zh: "待决定", en: "To decide" },
  "case-deliver": { zh: "待送达", en: "To deliver" },
  commitment: { zh: "承诺待核查", en: "Commitment to verify" },
  "report-card": { zh: "成绩单待审定", en: "Report card to approve" },
  documents: { zh: "文档待审核", en: "Document to review" },
};

/** Where an item is worked on. */
export const workAddress = (kind: WorkKind, opens: string): string => {
  if (kind.startsWith("case-") || kind === "commitment") return `/approvals/${opens}`;
  if (kind === "report-card") return `/report-cards/${opens}`;
  if (kind === "documents") return `/review/${opens}`;
  return `/projects/${opens}`;
};
