import type { Text } from "#kernel/texts.ts";

/** Sentences of what the sign-in and the keeping of accounts refuse. */
export const identityTexts = {
  "password.too-short": { zh: "密码太短：至少 {least} 个字符。", en: "The password is too short: at least {least} characters." },
  "password.too-long": { zh: "密码太长：最多 {most} 个字符。", en: "The password is too long: at most {most} characters." },
  "password.holds-username": { zh: "密码里不要含有用户名。", en: "The password must not hold the user name." },
  "password.holds-name": { zh: "密码里不要含有姓名。", en: "The password must not hold the name." },
  "password.too-simple": {
    zh: "密码过于简单：不要用连续或重复的字符。",
    en: "The password is too simple: no runs, and not the same few characters again and again.",
  },
  "password.common": {
    zh: "这个密码太常见，容易被猜中；可以用几个互不相干的词。",
    en: "This password is among the most common ones and soon guessed; some words that have nothing to do with one another are better.",
  },
  "password.used": { zh: "最近 {count} 次用过的密码不能再用。", en: "The last {count} passwords cannot be used again." },
  "single-sign-on.not-yet": {
    zh: "“{username}”首次关联之前，须先在本平台设定密码；岗位要求双因素的，还须先启用双因素。",
    en: "Before “{username}” is linked, its person sets a password here, and a second factor where a role asks for one.",
  },
  "account.proof": {
    zh: "请输入双因素验证码；没有启用双因素的，请输入当前密码。",
    en: "Enter a code of your second factor, or your password where none is set up.",
  },
  "password.current-wrong": { zh: "当前密码不对。", en: "The present password is wrong." },
  "account.published": {
    zh: "示范账号的密码公开在登录页上，密码与双因素不能改。",
    en: "The password of a demo account stands on the sign-in page; neither it nor the second factor can be changed.",
  },
  "second-factor.wrong": {
    zh: "验证码不对或已用过；请等下一个验证码，或用恢复码。",
    en: "The code is wrong or was used already; wait for the next one, or use a recovery code.",
  },
  "second-factor.held": { zh: "双因素已经启用。", en: "There is a second factor already." },
  "second-factor.none": { zh: "此人没有启用双因素，无需重置。", en: "This person has no second factor; there is nothing to reset." },
  "second-factor.required": {
    zh: "您的岗位要求双因素，不能停用；换手机请由安全管理员重置。",
    en: "Your role asks for a second factor, so it cannot be given up; for another telephone the security administrator resets it.",
  },
  "sign-in.begin-again": {
    zh: "这一步须先登录，或登录已超时；请重新登录。",
    en: "This step follows a sign-in, or yours has run out; sign in again.",
  },
  "sign-in.step-in-browser": {
    zh: "这个账号还须先在网页上修改密码或启用双因素，再用命令行。",
    en: "This account has to change its password or set up a second factor in the browser first.",
  },
  "account-link.closed": {
    zh: "链接无效、已用过或已过期，请向安全管理员索取新的链接。",
    en: "The link is not valid, was used, or has expired; ask the security administrator for a new one.",
  },
  "mail.no-address": {
    zh: "尚未配置平台地址（PUBLIC_URL），邮件里写不出链接。",
    en: "The platform's own address (PUBLIC_URL) is not configured, so no letter can hold a link.",
  },
  "single-sign-on.not-configured": { zh: "没有配置单点登录。", en: "No single sign-on is configured." },
  "single-sign-on.incomplete": {
    zh: "单点登录配置不全：除 OIDC_ISSUER 外还需要 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 和 PUBLIC_URL。",
    en: "Single sign-on is not fully configured: beside OIDC_ISSUER it needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.",
  },
  "server.public-url": {
    zh: "PUBLIC_URL 应为 https:// 开头的地址，现为“{address}”。",
    en: "PUBLIC_URL should be an address such as https://yuanshu.example.gov.cn; it is “{address}”.",
  },
  "single-sign-on.unreachable": {
    zh: "统一认证暂时连不上，请稍后再试，或用用户名和密码登录。",
    en: "The single sign-on cannot be reached; try again later, or sign in by user name and password.",
  },
  "single-sign-on.stale": {
    zh: "这次单点登录已过期或不是在这个浏览器里开始的，请重新登录。",
    en: "This single sign-on is too old, or was not begun in this browser; begin again.",
  },
  "single-sign-on.refused": {
    zh: "统一认证没有确认您的身份，请重新登录。",
    en: "The single sign-on did not confirm who you are; begin again.",
  },
  "single-sign-on.no-claim": {
    zh: "统一认证没有给出账号名（声明“{claim}”），请联系系统管理员。",
    en: "The single sign-on did not say which account (claim “{claim}”); ask the system administrator.",
  },
  "single-sign-on.no-account": {
    zh: "园枢里没有账号“{username}”；单点登录不会自动开通账号，请联系安全管理员。",
    en: "There is no account “{username}” here; single sign-on makes none, so ask the security administrator.",
  },
  "single-sign-on.other-person": {
    zh: "账号“{username}”已与统一认证里的另一个人关联，请联系安全管理员。",
    en: "The account “{username}” is linked to another person of the single sign-on; ask the security administrator.",
  },
  "person.left": { zh: "此人已离任。", en: "This person has left." },
  "person.role-first": {
    zh: "先选岗位，再填部门、企业或期限。",
    en: "Choose a role before a department, an enterprise or a last day.",
  },
  "person.enterprise-only": {
    zh: "只有企业账号绑定企业；工作人员绑定部门。",
    en: "Only an enterprise account is bound to an enterprise; officers belong to departments.",
  },
  "person.mail-only": {
    zh: "此人岗位要求双因素，密码只能通过本人邮箱重设。",
    en: "A role of this person asks for a second factor: the password is reset by the person's own mail only.",
  },
  "person.other-administrator": {
    zh: "{days} 天内您已为此人办过密码、邮箱或双因素中的另一项，须由另一位安全管理员办理。",
    en: "Within {days} days you did the other half (password or mail, second factor) for this person; another security administrator has to.",
  },
  "person.no-mail": { zh: "{name}没有登记电子邮箱。", en: "No mail address of {name} is known." },
  "person.open-work-changed": {
    zh: "此人的未办事项已有变化（原 {expected} 项，现 {found} 项），请重新查看。",
    en: "The open work has changed ({expected} then, {found} now); look again.",
  },
  "membership.separate": {
    zh: "一人不得兼任这两个岗位（{role}、{other}）：相互制约的岗位须由不同的人担任。",
    en: "One person may not hold both of these roles ({role}, {other}): roles that check one another are held by different people.",
  },
  "membership.days": {
    zh: "岗位的起止日期不对（{validFrom} 至 {validTo}）：不早于今天，止日不早于起日。",
    en: "The days of the role are wrong ({validFrom} to {validTo}): not before today, and the last not before the first.",
  },
  "lock.none": { zh: "“{name}”没有被锁定。", en: "“{name}” is not locked." },
  "delegation.to-self": { zh: "不能授权给自己。", en: "A role cannot be lent to oneself." },
  "delegation.lent-on": { zh: "受托代办的岗位不能再转授。", en: "A role that was lent cannot be lent on." },
  "delegation.not-lendable": { zh: "这个岗位不能授权他人代办。", en: "This role cannot be lent." },
  "delegation.begins-before": {
    zh: "代办的起日 {from} 早于今天（{today}）。",
    en: "The delegation would begin on {from}, before today ({today}).",
  },
  "delegation.ends-before": {
    zh: "代办的止日 {to} 早于起日 {from}。",
    en: "The delegation would end on {to}, before its first day {from}.",
  },
  "delegation.outlives": {
    zh: "代办的止日 {to} 晚于您自己岗位的止日 {ends}。",
    en: "The delegation would end on {to}, after your own role does ({ends}).",
  },
  "delegation.too-long": {
    zh: "代办最长 {most} 天，现为 {days} 天；更久应由安全管理员授予岗位。",
    en: "A role is lent for {most} days at most, this would be {days}; for longer the security administrator grants it.",
  },
  "delegation.no-colleague": {
    zh: "{name}在管委会没有岗位，不能受托代办。",
    en: "{name} holds no office of the committee and cannot be lent a role.",
  },
  "delegation.not-yours": { zh: "只有授权人能结束这项代办。", en: "Only who lent the role can end it." },
  "delegation.over": { zh: "这项代办已经结束。", en: "This delegation is over." },
} as const satisfies Record<string, Text>;
