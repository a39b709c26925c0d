import { z } from "zod";
import { MailAddress, Password, PersonName, Reason, SecondFactorCode, Username } from "#domains/system/contract/account-fields.ts";
import { HeldRole, PersonRow, SecondFactorStanding } from "#domains/system/contract/person-row.ts";
import { SessionView } from "#domains/system/contract/session-view.ts";
import { defineOperations } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();
const Token = z.string().min(20).max(200);
const GrantableRole = Role.exclude(["anonymous"]);

/** A link is shown once, to whoever made it; by mail it goes to the person alone, and then it is not shown. */
const MadeLink = z.object({ person: PersonRow, token: z.string().nullable(), expiresAt: Instant, mailed: z.boolean() });

export const Lock = z.object({
  of: z.enum(["account", "address"]),
  name: z.string(),
  personName: z.string().nullable(),
  kind: z.enum(["password", "second-factor", "reset"]),
  failures: z.number().int(),
  firstAt: Instant,
  lastAt: Instant,
  until: Instant,
});
export type Lock = z.infer<typeof Lock>;

export const Delegation = z.object({
  id: Id,
  role: Role,
  department: z.string().nullable(),
  from: z.object({ id: Id, name: z.string() }),
  to: z.object({ id: Id, name: z.string() }),
  validFrom: LocalDate,
  validTo: LocalDate,
  because: z.string(),
  state: z.enum(["coming", "running", "over", "ended"]),
  abilities: Abilities,
});
export type Delegation = z.infer<typeof Delegation>;

/** Who comes in and by what: steps of the sign-in, one's own account, and what the security administrator does for others. */
export const identityOperations = defineOperations({
  passSecondFactor: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sign-in/second-factor",
    permission: "public",
    summary: { zh: "登录第二步：验证码或恢复码", en: "Second step of the sign-in: a code, or a recovery code" },
    input: z.object({ code: SecondFactorCode }),
    output: SessionView,
  },
  beginSecondFactor: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/second-factor/begin",
    permission: "public",
    summary: { zh: "启用双因素：取得密钥与二维码内容", en: "Set up a second factor: the seed, and what the QR code holds" },
    input: z.object({}),
    output: z.object({ secret: z.string(), uri: z.string() }),
  },
  confirmSecondFactor: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/second-factor/confirm",
    permission: "public",
    summary: {
      zh: "启用双因素：用第一个验证码确认，取得恢复码",
      en: "Set up a second factor: confirm by a first code, and take the recovery codes",
    },
    input: z.object({ code: SecondFactorCode }),
    output: z.object({ recoveryCodes: z.array(z.string()), session: SessionView }),
  },
  renewRecoveryCodes: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/second-factor/recovery-codes",
    permission: "signed-in",
    summary: { zh: "换一组恢复码，原有的作废", en: "A new set of recovery codes; the former ones end" },
    input: z.object({ code: SecondFactorCode }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  removeSecondFactor: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/second-factor/remove",
    permission: "signed-in",
    summary: { zh: "停用自己的双因素", en: "Give up one's second factor" },
    input: z.object({ code: SecondFactorCode }),
    output: z.object({ removed: z.literal(true) }),
  },
  changePassword: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/password",
    permission: "public",
    summary: { zh: "修改自己的密码；其他登录随即结束", en: "Change one's password; other sessions end" },
    input: z.object({ currentPassword: Password, newPassword: Password }),
    output: SessionView,
  },
  askForReset: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/password/ask-for-reset",
    permission: "public",
    summary: { zh: "忘记密码：请求发送重设邮件", en: "Forgotten password: ask for a letter with a link" },
    input: z.object({ username: Username }),
    output: z.object({ asked: z.literal(true) }),
  },
  openLink: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/account-links/open",
    permission: "public",
    summary: { zh: "查看邀请或重设链接", en: "What an invitation or a reset link is for" },
    input: z.object({ token: Token }),
    output: z.object({ purpose: z.enum(["invitation", "reset"]), username: z.string(), name: z.string(), expiresAt: Instant }),
  },
  useLink: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/account-links/use",
    permission: "public",
    summary: { zh: "凭邀请或重设链接设定密码", en: "Set a password by an invitation or a reset link" },
    input: z.object({ token: Token, newPassword: Password }),
    output: z.object({ username: z.string() }),
  },
  beginSingleSignOn: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/single-sign-on/begin",
    permission: "public",
    summary: { zh: "单点登录：去往统一认证", en: "Single sign-on: the way to the provider" },
    input: z.object({}),
    output: z.object({ address: z.string(), flow: z.string() }),
  },
  finishSingleSignOn: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/single-sign-on/finish",
    permission: "public",
    summary: { zh: "单点登录：从统一认证回来", en: "Single sign-on: back from the provider" },
    input: z.object({ flow: z.string().max(2000), answer: z.string().max(4000) }),
    output: SessionView,
  },
  myAccount: {
    kind: "query",
    path: "/api/system/account",
    permission: "signed-in",
    summary: { zh: "我的账号", en: "My account" },
    input: z.object({}),
    output: z.object({
      username: z.string(),
      name: z.string(),
      mail: z.string().nullable(),
      published: z.boolean(),
      passwordSetAt: Instant.nullable(),
      secondFactor: z.object({
        standing: SecondFactorStanding,
        since: Instant.nullable(),
        codesLeft: z.number().int(),
        because: Role.nullable(),
      }),
      abilities: Abilities,
    }),
  },
  endAllSessions: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sessions/end-all",
    permission: "signed-in",
    summary: { zh: "在其他设备上全部退出", en: "Sign out everywhere else" },
    input: z.object({}),
    output: z.object({ ended: z.number().int() }),
  },

  listDelegations: {
    kind: "query",
    path: "/api/system/delegations",
    permission: "system.delegate",
    summary: { zh: "我的授权代办", en: "Roles that I lent or was lent" },
    input: z.object({}),
    output: z.object({ items: z.array(Delegation), lendable: z.array(HeldRole) }),
  },
  listColleagues: {
    kind: "query",
    path: "/api/system/colleagues",
    permission: "system.delegate",
    summary: { zh: "可受托的同事", en: "Colleagues to whom a role may be lent" },
    input: z.object({ q: z.string().max(60).optional() }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string(), department: z.string().nullable() })) }),
  },
  delegateRole: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/delegations",
    permission: "system.delegate",
    summary: { zh: "授权同事在一段时间内代办", en: "Lend a role to a colleague for some days" },
    input: z.object({ membershipId: Id, personId: Id, from: LocalDate, to: LocalDate, reason: Reason }),
    output: Delegation,
  },
  endDelegation: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/delegations/:id/end",
    permission: "system.delegate",
    summary: { zh: "提前结束授权代办", en: "End a lent role before its day" },
    input: z.object({ id: Id }),
    output: z.object({ ended: z.literal(true) }),
  },

  invitePerson: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/people/invite",
    permission: "system.people",
    shownOnce: ["token"],
    summary: { zh: "邀请人员：本人凭一次性链接设定密码", en: "Invite a person, who sets the password by a link that opens once" },
    input: z.object({
      username: Username,
      name: PersonName,
      mail: MailAddress.optional(),
      role: GrantableRole.optional(),
      departmentId: Id.optional(),
      enterpriseId: Id.optional(),
      validTo: LocalDate.optional(),
      days: z.number().int().min(1).max(30).default(7),
    }),
    output: MadeLink,
  },
  resetPassword: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/people/:personId/password/reset",
    permission: "system.people",
    shownOnce: ["token", "password"],
    summary: {
      zh: "重设他人的密码：一次性链接或须修改的临时密码",
      en: "Reset somebody's password: a link that opens once, or one that must be changed",
    },
    input: z.object({ personId: Id, by: z.enum(["link", "mail", "temporary"]), reason: Reason }),
    output: MadeLink.extend({ expiresAt: Instant.nullable(), password: z.string().nullable() }),
  },
  resetSecondFactor: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/people/:personId/second-factor/reset",
    permission: "system.people",
    summary: {
      zh: "重置他人的双因素，本人下次登录时重新启用",
      en: "Reset somebody's second factor, to be set up anew at the next sign-in",
    },
    input: z.object({ personId: Id, reason: Reason }),
    output: PersonRow,
  },
  endSessionsOf: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/people/:personId/sessions/end",
    permission: "system.people",
    summary: { zh: "结束他人的全部登录", en: "End all sessions of somebody" },
    input: z.object({ personId: Id, reason: Reason }),
    output: PersonRow,
  },
  setMail: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/people/:personId/mail",
    permission: "system.people",
    summary: { zh: "登记或清除电子邮箱（用于重设密码）", en: "Enter or clear a mail address, for resets" },
    input: z.object({ personId: Id, mail: MailAddress.nullable() }),
    output: PersonRow,
  },
  departure: {
    kind: "query",
    path: "/api/system/people/:personId/departure",
    permission: "system.people",
    summary: { zh: "离任前查看：岗位、登录与未办事项", en: "Before somebody leaves: roles, sessions and open work" },
    input: z.object({ personId: Id }),
    output: z.object({
      person: PersonRow,
      openWork: z.array(
        z.object({ what: z.object({ zh: z.string(), en: z.string() }), count: z.number().int(), handOverAt: z.string().nullable() }),
      ),
    }),
  },
  leavePost: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/people/:personId/leave",
    permission: "system.people",
    summary: { zh: "办理离任：岗位、登录与账号即刻终止", en: "Somebody leaves: roles, sessions and account end at once" },
    input: z.object({ personId: Id, reason: Reason, openWork: z.number().int().min(0) }),
    output: PersonRow,
  },
  listLocks: {
    kind: "query",
    path: "/api/system/locks",
    permission: "system.people",
    summary: { zh: "因多次输错而锁定的账号与地址", en: "Accounts and addresses that have to wait after failures" },
    input: z.object({}),
    output: z.object({ items: z.array(Lock) }),
  },
  liftLock: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/locks/lift",
    permission: "system.people",
    summary: { zh: "解除锁定", en: "Lift a lock" },
    input: z.object({ of: Lock.shape.of, name: z.string().min(1).max(100), reason: Reason }),
    output: z.object({ lifted: z.literal(true) }),
  },
  findEnterprises: {
    kind: "query",
    path: "/api/system/enterprises",
    permission: "system.people",
    command: "system find-enterprises",
    summary: { zh: "按名称或统一社会信用代码查找要绑定的企业", en: "Find the enterprise that an account is bound to" },
    input: z.object({ q: z.string().trim().min(2).max(80) }),
    output: z.object({ items: z.array(z.object({ id: Id, name: z.string(), identifier: z.string() })) }),
  },
});
