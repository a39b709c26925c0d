import type { Text } from "#kernel/texts.ts";

export const deskTexts = {
  title: { zh: "审批工作台", en: "Approval desk" },
  state: {
    zh: "在办 {open} 件，3 日内到期 {near} 件，超承诺 {late} 件，超法定 {over} 件，中止 {suspended} 件",
    en: "{open} open; {near} due within 3 days, {late} past the promise, {over} past the legal limit, {suspended} suspended",
  },
  apply: { zh: "代企业填写申请", en: "Apply for an enterprise" },
  caseState: { zh: "状态", en: "State" },
  openOnly: { zh: "在办", en: "Open" },
  every: { zh: "全部（含已办结）", en: "All, ended too" },
  stage: { zh: "阶段", en: "Stage" },
  matter: { zh: "事项", en: "Matter" },
  alert: { zh: "预警", en: "Alert" },
  waits: { zh: "在谁那里", en: "Waits for" },
  mine: { zh: "只看我部门的", en: "My department only" },
  reviewBy: { zh: "只看等{name}意见的", en: "Waiting for the opinion of {name}" },
  order: { zh: "排序", en: "Order" },
  byDue: { zh: "按到期日", en: "By due day" },
  byNumber: { zh: "按编号", en: "By number" },
  byAccepted: { zh: "按受理日", en: "By day of acceptance" },
  search: { zh: "编号、企业、项目", en: "Number, enterprise, project" },
  number: { zh: "办件编号", en: "Case" },
  enterprise: { zh: "申请人", en: "Applicant" },
  project: { zh: "项目", en: "Project" },
  holder: { zh: "在谁那里", en: "Who has it" },
  since: { zh: "自 {since} 起 {count} 个工作日", en: "since {since}, {count} working days" },
  clock: { zh: "期限", en: "Clock" },
  inPackage: { zh: "一件事 {number}", en: "One-thing {number}" },
  empty: { zh: "没有符合条件的办件", en: "No case matches" },
  emptyHint: {
    zh: "企业在“企业办事”提交的申请会按期限先后排在这里。",
    en: "What enterprises submit stands here, in the order of its due day.",
  },
  blocking: { zh: "卡在谁那里", en: "Who is blocking" },
  blockingState: {
    zh: "{cases} 件在办，分在 {holders} 处；其中 {late} 件已超期限。最久的在{name}，{days} 个工作日。",
    en: "{cases} open cases with {holders} holders; {late} of them late. Longest with {name}: {days} working days.",
  },
  blockingNone: { zh: "没有在办的办件。", en: "No case is open." },
  kind: { zh: "类别", en: "Kind" },
  cases: { zh: "办件", en: "Cases" },
  late: { zh: "已超期", en: "Late" },
  longest: { zh: "最久（工作日）", en: "Longest (working days)" },
  asOf: { zh: "截至", en: "As of" },
  show: { zh: "查看办件", en: "Show the cases" },
  runClocks: { zh: "执行到期步骤", en: "Take due steps" },
  ranClocks: {
    zh: "截至 {asOf}：逾期未告知补正视为受理 {deemedAccepted} 件，中止期满恢复计时 {resumed} 件，部门逾期视为无异议 {silentOpinions} 项，延续逾期视为准予 {deemedRenewed} 件，容缺逾期终止 {lapsedDeferrals} 件，承诺不实逾期未整改终止 {falsePromises} 件。",
    en: "As of {asOf}: {deemedAccepted} deemed accepted, {resumed} clocks running again, {silentOpinions} opinions read as no objection, {deemedRenewed} renewals deemed granted, {lapsedDeferrals} deferrals lapsed, {falsePromises} ended for a false promise.",
  },
} as const satisfies Record<string, Text>;

export const alertWords = {
  near: { zh: "3 日内到期", en: "Due within 3 days" },
  late: { zh: "超承诺", en: "Past the promise" },
  over: { zh: "超法定", en: "Past the legal limit" },
} as const satisfies Record<string, Text>;

export const holderWords = {
  applicant: { zh: "申请人", en: "Applicant" },
  window: { zh: "窗口", en: "Window" },
  department: { zh: "审查部门", en: "Reviewing department" },
  head: { zh: "审批负责人", en: "Head" },
  nobody: { zh: "无", en: "Nobody" },
} as const satisfies Record<string, Text>;

export const decisionWords = {
  granted: { zh: "准予", en: "Granted" },
  refused: { zh: "不予许可", en: "Refused" },
} as const satisfies Record<string, Text>;

export const clockWords = {
  notStarted: { zh: "未起算", en: "Not started" },
  notice: { zh: "最迟 {day} 受理或告知补正，逾期视为受理", en: "Accept or notice by {day}; else deemed accepted" },
  noticeOver: { zh: "{day} 前未告知补正，视为受理", en: "No notice by {day}: deemed accepted" },
  supplement: { zh: "最迟 {day} 补正", en: "Supplement by {day}" },
  supplementOver: { zh: "补正期限 {day} 已过", en: "The supplement was due by {day}" },
  delivery: { zh: "已决定，最迟 {day} 送达", en: "Decided; deliver by {day}" },
  deliveryOver: { zh: "送达逾期 {count} 个工作日（最迟 {day}）", en: "Delivery {count} working days late (due {day})" },
  left: { zh: "剩 {count} 个工作日", en: "{count} working days left" },
  leftDays: { zh: "剩 {count} 日", en: "{count} days left" },
  today: { zh: "今天到期", en: "Due today" },
  overPromise: { zh: "超承诺 {count} 个工作日", en: "{count} working days past the promise" },
  overPromiseDays: { zh: "超承诺 {count} 日", en: "{count} days past the promise" },
  overPromiseSome: { zh: "超承诺", en: "Past the promise" },
  overLaw: { zh: "超法定 {count} 个工作日", en: "{count} working days past the legal limit" },
  overLawDays: { zh: "超法定 {count} 日", en: "{count} days past the legal limit" },
  paused: { zh: "中止：{reason}", en: "Suspended: {reason}" },
  metInTime: { zh: "按期办结", en: "Done in time" },
  metBeyondPromise: { zh: "超承诺办结", en: "Done past the promise" },
  metLate: { zh: "超法定期限办结", en: "Done past the legal limit" },
  provisional: { zh: "暂定", en: "provisional" },
  provisionalHint: {
    zh: "到期年份的放假通知尚未载入，载入后重算。",
    en: "The holiday notice of that year is not loaded; it is computed again when it is.",
  },
  promisedDue: { zh: "承诺 {day}", en: "Promised {day}" },
  legalDue: { zh: "法定 {day}", en: "By law {day}" },
  bar: {
    zh: "已用 {elapsed}，承诺 {promised}，法定 {legal}",
    en: "Used {elapsed}, promised {promised}, by law {legal}",
  },
} as const satisfies Record<string, Text>;
