import type { Text } from "#kernel/texts.ts";

/** Refusals of dispatch. */
const dispatchTexts = {
  "projects.no-such-meeting": { zh: "没有这次调度会。", en: "There is no such meeting." },
  "projects.no-such-item": { zh: "议程里没有这个议题。", en: "There is no such item on the agenda." },
  "projects.no-such-resolution": { zh: "没有这个议定事项。", en: "There is no such resolution." },
  "projects.no-minutes": { zh: "这次调度会还没有纪要。", en: "The meeting has no minutes yet." },
  "projects.no-such-department": { zh: "没有这个部门。", en: "There is no such department." },
  "projects.meeting-not-a-workday": {
    zh: "{date} 不是工作日：调度会应安排在工作日，例如 {next}。",
    en: "{date} is not a working day: a meeting is held on one, such as {next}.",
  },
  "projects.meeting-in-past": {
    zh: "调度会的日期 {date} 应不早于今天（{today}）。",
    en: "The day {date} of the meeting should be today ({today}) or later.",
  },
  "projects.meeting-that-day": { zh: "{date} 已经安排了一次调度会。", en: "A meeting is planned for {date} already." },
  "projects.nothing-changed": { zh: "没有改动任何内容。", en: "Nothing was changed." },
  "projects.due-before-today": {
    zh: "办结期限 {due} 应不早于今天（{today}）。",
    en: "The due date {due} should be today ({today}) or later.",
  },
  "projects.extension-forward": {
    zh: "延期后的期限 {to} 应晚于原期限 {due}。",
    en: "The new due date {to} should be later than {due}.",
  },
  "projects.absence-reason": { zh: "“{name}”未出席，须写明理由。", en: "“{name}” was absent; a reason is needed." },
  "projects.represented-by": {
    zh: "“{name}”委托他人代会，须写明代会人。",
    en: "“{name}” was represented; say by whom.",
  },
  "projects.not-invited": { zh: "“{name}”不在这次会议的名单里。", en: "“{name}” was not invited to this meeting." },
  "projects.invited-already": { zh: "“{name}”已在这次会议的名单里。", en: "“{name}” is invited already." },
  "projects.chair-stays": {
    zh: "主持人应出席；换主持人请先调整会议。",
    en: "The chair is present; to have another one, change the meeting.",
  },
  "projects.review-note": { zh: "退回纪要须写明理由。", en: "A reason is needed to return the minutes." },
  "projects.revision-reason": {
    zh: "纪要已经审定，更正须写明理由；原来的版本保留。",
    en: "The minutes were approved; a correction needs a reason, and the approved edition is kept.",
  },
  "projects.escalate-up": {
    zh: "问题现在由“{from}”处理，只能上交到更高一级。",
    en: "The issue lies with “{from}”; it can only go to a higher level.",
  },
} as const satisfies Record<string, Text>;

/** Why a button is closed, and what a meeting still needs. */
export const dispatchReasons = {
  "meeting:PLANNED": { zh: "会议还没有召开", en: "the meeting has not been held" },
  "meeting:CONVENED": { zh: "会议已经召开", en: "the meeting has been held" },
  "meeting:MINUTED": { zh: "会议纪要已经审定", en: "the minutes have been approved" },
  "meeting:CANCELLED": { zh: "会议已取消", en: "the meeting was cancelled" },
  "missing:agenda": { zh: "议程里没有议题", en: "there is nothing on the agenda" },
  "missing:meeting-day": { zh: "还没有到会议日期", en: "the day of the meeting has not come" },
  "missing:attendance": { zh: "还有人的出席情况没有登记", en: "attendance has not been entered for everybody" },
  "missing:discussion": { zh: "还没有一个议题有讨论记录或议定事项", en: "no item has notes or a resolution yet" },
  "missing:minutes": { zh: "纪要还没有送审", en: "no minutes are waiting for review" },
  "own-minutes": { zh: "起草纪要的人不能自己审定", en: "whoever wrote the minutes may not approve them" },
  "minutes-in-review": { zh: "已有一版纪要在审定中", en: "an edition is in review already" },
  "minutes-decided": { zh: "这版纪要已有结论", en: "this edition has been decided on" },
  "not-owner": {
    zh: "只有责任人、专班领导或会议主持人可以办结",
    en: "only its owner, the lead of the task force or the chair may close it",
  },
  "own-resolution": { zh: "责任人不能自己延期或撤销", en: "its owner may not extend or cancel it" },
  "resolution-closed": { zh: "这个议定事项已有结论", en: "the resolution has been closed" },
  "missing-permission:projects.dispatch": { zh: "当前岗位无权组织调度会", en: "the present role may not run the meeting" },
  "missing-permission:projects.resolve": { zh: "当前岗位无权办结议定事项", en: "the present role may not close resolutions" },
} as const satisfies Record<string, Text>;

/** Every sentence that dispatch can answer with, by code. */
export const dispatchErrorTexts: Readonly<Record<string, Text>> = {
  ...dispatchTexts,
  ...Object.fromEntries(
    Object.entries(dispatchReasons).map(([code, { zh, en }]) => [
      `projects.refused.${code}`,
      { zh: `现在不能这样做：${zh}。`, en: `This is not possible now: ${en}.` },
    ]),
  ),
};
