import type { IssueLevel, TaskKind } from "#domains/projects/contract/task-force-operations.ts";
import type { Text } from "#kernel/texts.ts";

export const superviseTexts = {
  title: { zh: "督办事项", en: "Supervision" },
  none: { zh: "没有督办事项。颜色变差时自动产生。", en: "There is none. A worse colour opens it by itself." },
  all: { zh: "全区督办", en: "All supervision" },
} as const satisfies Record<string, Text>;

export const taskKindTexts: Readonly<Record<TaskKind, Text>> = {
  duty: { zh: "责任事项", en: "Duty" },
  calendar: { zh: "建设日历", en: "Project calendar" },
  issue: { zh: "问题", en: "Issue" },
};

export const issueLevelTexts: Readonly<Record<IssueLevel, Text>> = {
  "task-force": { zh: "专班", en: "Task force" },
  department: { zh: "部门", en: "Department" },
  leadership: { zh: "管委会领导", en: "Leadership" },
};

export const taskStateTexts: Readonly<Record<"OPEN" | "DONE" | "CANCELLED", Text>> = {
  OPEN: { zh: "未办结", en: "Open" },
  DONE: { zh: "已办结", en: "Done" },
  CANCELLED: { zh: "已取消", en: "Cancelled" },
};

export const logKindTexts: Readonly<Record<string, Text>> = {
  note: { zh: "记事", en: "Note" },
  rolled: { zh: "顺延", en: "Rolled over" },
  raised: { zh: "提出", en: "Raised" },
  closed: { zh: "办结", en: "Closed" },
  handover: { zh: "移交", en: "Handed over" },
};

export const forceTexts = {
  force: { zh: "专班", en: "Task force" },
  noForce: { zh: "还没有专班；开工须有专班。", en: "There is no task force yet. It is needed before the start." },
  form: { zh: "组建专班", en: "Form a task force" },
  adjust: { zh: "调整专班", en: "Change the task force" },
  lead: { zh: "牵头领导", en: "Leading official" },
  formed: { zh: "{day} 组建", en: "formed on {day}" },
  members: { zh: "成员", en: "Members" },
  member: { zh: "成员 {number}", en: "Member {number}" },
  duty: { zh: "职责", en: "Duty" },
  dutyOf: { zh: "成员 {number} 的职责", en: "Duty of member {number}" },
  from: { zh: "起", en: "From" },
  until: { zh: "至 {day}", en: "until {day}" },
  present: { zh: "在任", en: "now" },
  addMember: { zh: "加一名成员", en: "Add a member" },
  removeMember: { zh: "移出成员 {number}", en: "Remove member {number}" },
  chooseLead: { zh: "请选牵头领导。", en: "Choose who leads." },
  save: { zh: "保存", en: "Save" },
  tasks: { zh: "事项与问题", en: "Duties, calendar and issues" },
  noTasks: { zh: "没有事项。", en: "There is nothing here." },
  which: { zh: "范围", en: "Which" },
  open: { zh: "未办结", en: "Open" },
  all: { zh: "全部", en: "All" },
  add: { zh: "登记事项", en: "Add" },
  addTitle: { zh: "登记事项或问题", en: "Add a duty, calendar item or issue" },
  kind: { zh: "种类", en: "Kind" },
  task: { zh: "事项", en: "What" },
  owner: { zh: "责任人", en: "Owner" },
  due: { zh: "期限", en: "Due" },
  level: { zh: "所在层级", en: "Where it lies" },
  state: { zh: "状态", en: "State" },
  late: { zh: "超 {days} 天", en: "{days} days over" },
  rolled: { zh: "顺延 {count} 次", en: "rolled over: {count}" },
  action: { zh: "办理", en: "Act" },
  close: { zh: "办结", en: "Close" },
  roll: { zh: "顺延", en: "Roll over" },
  escalate: { zh: "上交", en: "Escalate" },
  note: { zh: "办结说明", en: "Closing note" },
  rollTo: { zh: "顺延到", en: "To" },
  reason: { zh: "理由", en: "Reason" },
  escalateTo: { zh: "上交到", en: "Escalate to" },
  calendarHint: {
    zh: "建设日历的事项当天事情当天毕；没办完的写明理由顺延。",
    en: "An item of the project calendar is done the same day; what is not is rolled over with a reason.",
  },
  chooseOwner: { zh: "请选责任人。", en: "Choose an owner." },
  log: { zh: "专班日志", en: "Log" },
  noLog: { zh: "还没有记录。", en: "Nothing was logged yet." },
  calendar: { zh: "建设日历", en: "Project calendar" },
  dispatch: { zh: "调度会", en: "Dispatch" },
} as const satisfies Record<string, Text>;
