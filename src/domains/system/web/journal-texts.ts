import type { Text } from "#kernel/texts.ts";

export const journalTexts = {
  title: { zh: "操作日志", en: "Journal" },
  state: {
    zh: "每一次操作都在链上：谁、何时、从哪里、前后如何。",
    en: "Every command stands in the chain: who, when, from where, before and after.",
  },
  verify: { zh: "校验日志链", en: "Verify the chain" },
  verified: {
    zh: "日志链完整：{entries} 条，未发现改动、缺失或错序。",
    en: "The chain is whole: {entries} entries, no edit, gap or reorder.",
  },
  broken: { zh: "发现 {count} 处问题：", en: "{count} problems found:" },
  export: { zh: "导出 CSV", en: "Export as CSV" },
  number: { zh: "序号", en: "No." },
  at: { zh: "时间", en: "Time" },
  who: { zh: "人员", en: "Who" },
  role: { zh: "岗位", en: "Role" },
  operation: { zh: "操作", en: "Operation" },
  subject: { zh: "对象", en: "Subject" },
  from: { zh: "来源地址", en: "From" },
  since: { zh: "自", en: "Since" },
  until: { zh: "至", en: "Until" },
  before: { zh: "之前", en: "Before" },
  after: { zh: "之后", en: "After" },
  hash: { zh: "链值", en: "Hash" },
  empty: { zh: "没有符合条件的记录", en: "No entry matches" },
  entry: { zh: "第 {sequence} 条", en: "Entry {sequence}" },
} as const satisfies Record<string, Text>;

export const jobTexts = {
  title: { zh: "后台任务", en: "Jobs" },
  state: { zh: "{running} 项进行中。", en: "{running} running." },
  name: { zh: "任务", en: "Job" },
  progress: { zh: "进度", en: "Progress" },
  status: { zh: "状态", en: "State" },
  created: { zh: "开始", en: "Started" },
  finished: { zh: "结束", en: "Finished" },
  message: { zh: "说明", en: "Message" },
  cancel: { zh: "取消", en: "Cancel" },
  resume: { zh: "继续", en: "Resume" },
  empty: { zh: "没有后台任务", en: "No jobs" },
  emptyHint: { zh: "大批文档、订阅拉取和表格导入会在这里显示进度。", en: "Large batches, feeds and imports show their progress here." },
} as const satisfies Record<string, Text>;

export const jobStateTexts: Readonly<Record<string, Text>> = {
  queued: { zh: "排队", en: "Queued" },
  running: { zh: "进行中", en: "Running" },
  done: { zh: "完成", en: "Done" },
  failed: { zh: "失败", en: "Failed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
};

export const sessionTexts = {
  title: { zh: "我的登录", en: "My sessions" },
  state: {
    zh: "{count} 处登录中。看到不认识的，请结束它并修改密码。",
    en: "{count} sign-ins. End one that you do not know, and change your password.",
  },
  device: { zh: "设备", en: "Device" },
  from: { zh: "来源地址", en: "From" },
  started: { zh: "登录时间", en: "Signed in" },
  seen: { zh: "最近活动", en: "Last seen" },
  current: { zh: "当前", en: "this one" },
  end: { zh: "结束", en: "End" },
} as const satisfies Record<string, Text>;
