import type { Text } from "#kernel/texts.ts";

export const noticeWords = {
  title: { zh: "我的提醒", en: "My notices" },
  state: { zh: "未读 {count} 条", en: "{count} unread" },
  bell: { zh: "提醒", en: "Notices" },
  bellUnread: { zh: "提醒，未读 {count} 条", en: "Notices, {count} unread" },
  show: { zh: "显示", en: "Show" },
  all: { zh: "全部", en: "All" },
  unread: { zh: "未读", en: "Unread" },
  readAll: { zh: "全部标为已读", en: "Mark all as read" },
  read: { zh: "标为已读", en: "Mark as read" },
  what: { zh: "事项", en: "What" },
  kind: { zh: "类别", en: "Kind" },
  about: { zh: "所属", en: "About" },
  due: { zh: "期限", en: "Due" },
  when: { zh: "时间", en: "When" },
  empty: { zh: "没有提醒", en: "No notices" },
  emptyHint: {
    zh: "交办、督办、临期、逾期、批复、退回和答复会在这里提醒。",
    en: "What is assigned, due, decided, returned or answered is told here.",
  },
  settings: { zh: "提醒方式", en: "How I am told" },
  seeAll: { zh: "查看全部", en: "See all" },
} as const satisfies Record<string, Text>;

export const settingWords = {
  title: { zh: "提醒方式", en: "How I am told" },
  state: { zh: "站内提醒总会有；另可选择邮件和工作群", en: "Notices here are always made; mail and work chats by choice" },
  mail: { zh: "接收提醒的邮箱", en: "Mail address" },
  mailNow: {
    zh: "现为 {mail}；填写新的即更换。加密保存，不对他人显示。",
    en: "{mail} at present; fill in another to change it. Kept sealed, shown to nobody.",
  },
  mailNone: { zh: "尚未填写。加密保存，不对他人显示。", en: "None yet. Kept sealed, shown to nobody." },
  mailRemove: { zh: "不再用邮件", en: "No mail any more" },
  quiet: {
    zh: "下班时间和节假日不打扰（督办和接口异常除外），留到下一个工作时间 8:30 发",
    en: "Nothing outside of office hours (except supervision and interfaces); kept until 8:30 of the next working day",
  },
  digest: { zh: "每个工作日 17:20 发一封当天提醒的摘要", en: "A digest of the day at 17:20 on working days" },
  which: { zh: "哪些提醒发到哪里", en: "Which notices go where" },
  kind: { zh: "类别", en: "Kind" },
  byMail: { zh: "邮件", en: "Mail" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已保存", en: "Saved" },
  failures: { zh: "近七天没有送达的", en: "What did not arrive in seven days" },
  back: { zh: "我的提醒", en: "My notices" },
  when: { zh: "时间", en: "When" },
  reason: { zh: "原因", en: "Reason" },
  groupNote: {
    zh: "发到工作群的只有姓名、类别和期限，事项内容登录后查看。",
    en: "Groups are told name, kind and day only; what it is about is read after signing in.",
  },
} as const satisfies Record<string, Text>;

export const robotWords = {
  title: { zh: "群机器人", en: "Chat robots" },
  state: { zh: "{count} 个；各人自选哪些提醒发到哪个群", en: "{count}; everybody chooses which notices go to which group" },
  add: { zh: "接入机器人", en: "Add a robot" },
  name: { zh: "群名称", en: "Group" },
  kind: { zh: "平台", en: "Platform" },
  address: { zh: "Webhook 地址", en: "Webhook address" },
  addressHint: {
    zh: "在群设置里添加自定义机器人后得到。加密保存，不再显示。",
    en: "From the group's settings. Kept sealed, not shown again.",
  },
  secret: { zh: "签名密钥", en: "Signing secret" },
  secretHint: { zh: "钉钉“加签”、飞书“签名校验”给出的密钥；企业微信没有，留空。", en: "Of DingTalk and Feishu; WeCom has none." },
  host: { zh: "地址", en: "Address" },
  signed: { zh: "签名", en: "Signed" },
  yes: { zh: "有", en: "yes" },
  no: { zh: "无", en: "no" },
  week: { zh: "近七天", en: "Seven days" },
  counts: { zh: "送达 {delivered} · 失败 {failed}", en: "{delivered} delivered · {failed} failed" },
  lastFailure: { zh: "最近失败", en: "Last failure" },
  test: { zh: "试发", en: "Test" },
  remove: { zh: "移除", en: "Remove" },
  removeAsk: { zh: "移除后提醒不再发到这个群。", en: "Nothing is sent to this group any more." },
  empty: { zh: "还没有群机器人", en: "No robots yet" },
  emptyHint: {
    zh: "接入企业微信、钉钉或飞书的群机器人后，各人可以选择把提醒发到工作群。",
    en: "With a robot of WeCom, DingTalk or Feishu everybody can have notices sent to a work chat.",
  },
} as const satisfies Record<string, Text>;

export const robotKinds = {
  wecom: { zh: "企业微信", en: "WeCom" },
  dingtalk: { zh: "钉钉", en: "DingTalk" },
  feishu: { zh: "飞书", en: "Feishu" },
} as const satisfies Record<string, Text>;
