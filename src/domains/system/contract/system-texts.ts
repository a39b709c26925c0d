import { identityTexts } from "#domains/system/contract/identity-texts.ts";
import type { Role } from "#kernel/role.ts";
import type { Text } from "#kernel/texts.ts";

export const systemTexts = {
  ...identityTexts,
  "sign-in.wrong": { zh: "用户名或密码不对。", en: "The user name or password is wrong." },
  "sign-in.locked": { zh: "多次输入有误，请 {minutes} 分钟后再试。", en: "Too many failures; try again in {minutes} minutes." },
  "sign-in.locked-account": {
    zh: "这个账号被多处多次输错，请 {minutes} 分钟后再试，或请安全管理员解除。",
    en: "Too many failures at this account from several places; try again in {minutes} minutes, or ask the security administrator.",
  },
  "sign-in.locked-address": {
    zh: "所在网络多次输入有误，请 {minutes} 分钟后再试。",
    en: "Too many failures from your network; try again in {minutes} minutes.",
  },
  "sign-in.no-membership": {
    zh: "这个账号目前没有任何岗位，请联系管理员。",
    en: "This account holds no role at present; ask an administrator.",
  },
  "role.not-yours": { zh: "这个岗位不属于您或已失效。", en: "This role is not yours or has expired." },
  "zone.slug-taken": { zh: "园区代号“{slug}”已被使用。", en: "The zone code “{slug}” is taken." },
  "person.username-taken": { zh: "用户名“{username}”已被使用。", en: "The user name “{username}” is taken." },
  "person.self": {
    zh: "不能变更自己的岗位，请由另一位管理员办理。",
    en: "You may not change your own roles; another administrator has to.",
  },
  "person.enterprise-required": { zh: "企业账号须绑定一家企业。", en: "An enterprise account has to be bound to an enterprise." },
  "missing-permission:system.people": {
    zh: "岗位由安全管理员授予和收回，当前岗位无权办理。",
    en: "The security administrator grants and revokes roles; your present role may not.",
  },
  "missing-permission:system.administer": {
    zh: "他人的任务由系统管理员处理，当前岗位无权办理。",
    en: "The system administrator handles other people's jobs; your present role may not.",
  },
  "membership.held": { zh: "{name}已有这一岗位。", en: "{name} holds this role already." },
  "membership.ended-before": {
    zh: "岗位的截止日 {validTo} 早于今天（{today}）。",
    en: "The role would end on {validTo}, before today ({today}).",
  },
  "missing-permission:system.journal": {
    zh: "日志由审计管理员签名、核对和清理，当前岗位无权办理。",
    en: "The audit administrator signs, compares and removes; your present role may not.",
  },
  "missing-permission:system.keys": {
    zh: "签名密钥由安全管理员更换，当前岗位无权办理。",
    en: "The security administrator replaces the signing key; your present role may not.",
  },
  "digests.not-a-file": {
    zh: "这不是从本系统下载的签名摘要文件（JSON，含 keys 与 digests）。",
    en: "This is not a file of signed digests as downloaded from here (JSON with keys and digests).",
  },
  "digests.other-zone": {
    zh: "这份摘要是“{zone}”的，不是当前园区的。",
    en: "These digests are those of “{zone}”, not of the present zone.",
  },
  "digests.file-changed": {
    zh: "文件里的签名自身就对不上：文件被改动过，不能用来核对。",
    en: "The signatures within the file do not hold: it was changed and cannot be compared with.",
  },
  "digests.too-young": {
    zh: "该号摘要签于 {signed}，未满 {months} 个月，不能清理。",
    en: "That digest was signed on {signed}, less than {months} months ago; nothing was removed.",
  },
  "journal.chain-unknown": {
    zh: "没有这条日志链，或不归您查阅：{chain}。",
    en: "There is no such chain, or it is not yours to read: {chain}.",
  },
  "calendar.refused": { zh: "{year} 年放假通知未载入：{problems}", en: "The notice of {year} was not loaded: {problems}" },
  "job.not-running": { zh: "任务已经结束，无法取消。", en: "The job has ended and cannot be cancelled." },
  "job.not-stopped": { zh: "任务没有中断，无需继续。", en: "The job has not stopped and need not be resumed." },
  "sample.only-embedded": {
    zh: "示范数据与示范账号只在本机自带数据库中存在。",
    en: "Sample data and demo accounts exist on the embedded database only.",
  },
} as const satisfies Record<string, Text>;

export const roleTexts: Readonly<Record<Role, Text>> = {
  leadership: { zh: "管委会领导", en: "Leadership" },
  promotion: { zh: "招商", en: "Promotion" },
  task_force: { zh: "项目专班", en: "Task force" },
  liaison: { zh: "店小二（驻企联络员）", en: "Liaison" },
  approval_window: { zh: "审批窗口", en: "Approval window" },
  policy_payout: { zh: "政策兑现", en: "Policy and payout" },
  payer: { zh: "财政拨付", en: "Payer" },
  statistics: { zh: "经济运行与统计", en: "Economy and statistics" },
  department_head: { zh: "部门负责人", en: "Department head" },
  enterprise: { zh: "企业", en: "Enterprise" },
  bank: { zh: "银行", en: "Bank" },
  expert: { zh: "高校院所与专家", en: "University or expert" },
  hw_carrier: { zh: "危废收运单位", en: "Waste carrier" },
  system_administrator: { zh: "系统管理员", en: "System administrator" },
  security_administrator: { zh: "安全管理员", en: "Security administrator" },
  audit_administrator: { zh: "审计管理员", en: "Audit administrator" },
  anonymous: { zh: "公众", en: "Public" },
};
