import type { Text } from "#kernel/texts.ts";

export const tokenWords = {
  title: { zh: "接口令牌", en: "Access tokens" },
  state: {
    zh: "有效 {count} 个；令牌以本人的岗位和权限办事，不多一分",
    en: "{count} in force; a token acts in its person's role and no further",
  },
  make: { zh: "制作令牌", en: "Make a token" },
  purpose: { zh: "用途", en: "Purpose" },
  purposeHint: { zh: "写明给哪个程序用，例如“桌面智能体查项目”。", en: "Which program it is for, such as “the assistant on my desk”." },
  days: { zh: "有效天数", en: "Days" },
  daysHint: { zh: "1 至 365 天，到期自动失效。", en: "1 to 365; it ends by itself." },
  scope: { zh: "可做什么", en: "What it may do" },
  reads: { zh: "只查询", en: "Ask only" },
  acts: { zh: "查询，并可办事（每件事都要确认）", en: "Ask, and act (each act is confirmed)" },
  proof: { zh: "验证码或当前密码", en: "Code or present password" },
  proofHint: {
    zh: "双因素的验证码或恢复码；没有启用双因素的，填当前密码。",
    en: "A code of the second factor, or a recovery code; the present password where none is set up.",
  },
  role: { zh: "岗位", en: "Role" },
  kind: { zh: "类别", en: "Kind" },
  agent: { zh: "智能体", en: "Agent" },
  feed: { zh: "日历订阅", en: "Calendar feed" },
  created: { zh: "制作时间", en: "Made" },
  expires: { zh: "到期", en: "Expires" },
  used: { zh: "最近使用", en: "Last used" },
  never: { zh: "未使用", en: "never" },
  status: { zh: "状态", en: "State" },
  revoke: { zh: "吊销", en: "Revoke" },
  revokeAsk: { zh: "吊销后使用它的程序立即失效，不能恢复。", en: "Programs that use it stop at once; this cannot be undone." },
  empty: { zh: "还没有令牌", en: "No tokens yet" },
  emptyHint: {
    zh: "制作令牌后，智能体（MCP 客户端）可以用它连接 {address}，以您的岗位查询和办事。",
    en: "With a token an agent (an MCP client) connects to {address} and works in your role.",
  },
  shownOnce: { zh: "令牌（只显示这一次）", en: "The token (shown this once)" },
  howTo: {
    zh: "在 MCP 客户端填写地址 {address}，请求头 Authorization: Bearer 加空格加令牌。库里只存散列，关闭后无法再看。",
    en: "In the MCP client: address {address}, header Authorization: Bearer, a blank and the token. Only its hash is kept; it cannot be shown again.",
  },
  again: {
    zh: "令牌已制作，但不能再次显示；请吊销后重做。",
    en: "The token was made but cannot be shown again; revoke it and make another.",
  },
} as const satisfies Record<string, Text>;

export const tokenStates = {
  "in-force": { zh: "有效", en: "In force" },
  expired: { zh: "已过期", en: "Expired" },
  revoked: { zh: "已吊销", en: "Revoked" },
} as const satisfies Record<string, Text>;

export const hookWords = {
  title: { zh: "事件推送", en: "Webhooks" },
  state: { zh: "{count} 个；只推送事件种类、时间和记录编号，不含个人信息", en: "{count}; kind, time and ids go out, nothing personal" },
  add: { zh: "新增推送", en: "Add a webhook" },
  edit: { zh: "修改", en: "Change" },
  editTitle: { zh: "修改事件推送", en: "Change the webhook" },
  name: { zh: "名称", en: "Name" },
  address: { zh: "接收地址", en: "Address" },
  addressHint: {
    zh: "http 或 https；不能指向内部网络，除非服务器管理员在 OUTGOING_ALLOW 中放行。",
    en: "http or https; not into the private network, unless the server's administrator allows it (OUTGOING_ALLOW).",
  },
  kinds: { zh: "事件", en: "Events" },
  kindCount: { zh: "{count} 种", en: "{count} kinds" },
  all: { zh: "全选", en: "All" },
  save: { zh: "保存", en: "Save" },
  status: { zh: "状态", en: "State" },
  last30: { zh: "近 30 天", en: "Last 30 days" },
  counts: { zh: "送达 {delivered} · 等待 {waiting} · 失败 {failed}", en: "{delivered} delivered · {waiting} waiting · {failed} failed" },
  by: { zh: "负责人", en: "Owner" },
  deliveries: { zh: "推送记录", en: "Deliveries" },
  test: { zh: "试发", en: "Test" },
  switchOn: { zh: "启用", en: "Switch on" },
  switchOff: { zh: "停用", en: "Switch off" },
  renew: { zh: "更换密钥", en: "Renew key" },
  renewAsk: { zh: "更换后旧密钥立即失效，接收方要同时更换。", en: "The old key ends at once; the receiver has to change too." },
  key: { zh: "签名密钥（只显示这一次）", en: "The signing key (shown this once)" },
  keyHint: {
    zh: "接收方用它核对请求头 yuanshu-signature（HMAC-SHA256）。库里加密保存，关闭后无法再看。",
    en: "The receiver checks the header yuanshu-signature with it (HMAC-SHA256). It is kept sealed and cannot be shown again.",
  },
  empty: { zh: "还没有事件推送", en: "No webhooks yet" },
  emptyHint: {
    zh: "别的系统想在项目推进、办件办结时立即知道，可在这里登记接收地址。",
    en: "Enter the address of a system that wants to hear at once when something happens.",
  },
  back: { zh: "事件推送", en: "Webhooks" },
} as const satisfies Record<string, Text>;

export const hookStates = {
  ON: { zh: "启用", en: "On" },
  "by-hand": { zh: "已停用", en: "Off" },
  failures: { zh: "连续失败，已停用", en: "Off: kept failing" },
} as const satisfies Record<string, Text>;

export const deliveryWords = {
  state: {
    zh: "最近的推送；失败的按 10 秒至 8 小时的间隔重试 {attempts} 次",
    en: "The latest; what fails is tried {attempts} times, from 10 seconds to 8 hours apart",
  },
  when: { zh: "时间", en: "Time" },
  event: { zh: "事件", en: "Event" },
  status: { zh: "状态", en: "State" },
  answer: { zh: "对方答复", en: "Answer" },
  attempts: { zh: "次数", en: "Attempts" },
  next: { zh: "下次", en: "Next" },
  replay: { zh: "重新推送", en: "Send again" },
  replayAll: { zh: "全部失败的重新推送", en: "Send all failed again" },
  filterAll: { zh: "全部", en: "All" },
  test: { zh: "试发", en: "Test" },
  empty: { zh: "没有推送记录", en: "No deliveries" },
} as const satisfies Record<string, Text>;

export const deliveryStates = {
  waiting: { zh: "等待", en: "Waiting" },
  delivered: { zh: "已送达", en: "Delivered" },
  failed: { zh: "失败", en: "Failed" },
} as const satisfies Record<string, Text>;

/** Headings of the choice of events. */
export const domainWords: Readonly<Record<string, Text>> = {
  calendar: { zh: "工作日历", en: "Calendar" },
  registry: { zh: "企业", en: "Enterprises" },
  intelligence: { zh: "情报", en: "Intelligence" },
  chain: { zh: "产业链", en: "Chain" },
  promotion: { zh: "招商", en: "Promotion" },
  projects: { zh: "项目", en: "Projects" },
  approvals: { zh: "审批", en: "Approvals" },
  economy: { zh: "经济运行", en: "Economy" },
  exchange: { zh: "接口", en: "Interfaces" },
};
