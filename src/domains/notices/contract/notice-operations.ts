import { z } from "zod";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";

const Id = z.uuid();

/** Why a person is told. */
export const NoticeKind = z.enum(["assigned", "supervision", "due-soon", "overdue", "decided", "returned", "answered", "interface"]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const NoticeRow = z.object({
  id: Id,
  kind: NoticeKind,
  title: z.string(),
  titleEn: z.string(),
  about: z.string(),
  /** The page that it opens. */
  link: z.string(),
  dueOn: LocalDate.nullable(),
  at: Instant,
  read: z.boolean(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

export const RobotKind = z.enum(["wecom", "dingtalk", "feishu"]);
export type RobotKind = z.infer<typeof RobotKind>;

export const RobotRow = z.object({
  id: Id,
  name: z.string(),
  kind: RobotKind,
  /** The host alone: the address opens the group. */
  host: z.string(),
  signed: z.boolean(),
  createdAt: Instant,
  /** Of the last seven days. */
  delivered: z.number().int(),
  failed: z.number().int(),
  lastFailure: z.string().nullable(),
});
export type RobotRow = z.infer<typeof RobotRow>;

export const NoticeSettings = z.object({
  /** Masked: `zh…@example.cn`. */
  mail: z.string().nullable(),
  quiet: z.boolean(),
  digest: z.boolean(),
  channels: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  /** By channel the kinds that go there. */
  choices: z.record(z.string(), z.array(NoticeKind)),
  /** What did not arrive in the last seven days. */
  failures: z.array(z.object({ channel: z.string(), at: Instant, failure: z.string() })),
});
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export const noticesOperations = defineOperations({
  listNotices: {
    kind: "query",
    path: "/api/notices",
    permission: "notices.read",
    command: "notice list",
    summary: { zh: "我的提醒", en: "My notices" },
    input: PageRequest.extend({ unread: z.boolean().optional() }),
    output: pageOf(NoticeRow),
  },
  countNotices: {
    kind: "query",
    path: "/api/notices/count",
    permission: "notices.read",
    command: "notice count",
    summary: { zh: "未读提醒数", en: "How many notices are unread" },
    input: z.object({}),
    output: z.object({ unread: z.number().int() }),
  },
  readNotices: {
    kind: "command",
    idempotency: "natural",
    path: "/api/notices/read",
    permission: "notices.read",
    command: "notice read",
    summary: { zh: "标为已读：指定的或全部", en: "Mark as read: those named, or all" },
    input: z.object({ ids: z.array(Id).min(1).max(200).optional() }),
    output: z.object({ unread: z.number().int() }),
  },
  noticeSettings: {
    kind: "query",
    path: "/api/notices/settings",
    permission: "notices.read",
    command: "notice settings",
    summary: { zh: "我的提醒方式", en: "How I am told" },
    input: z.object({}),
    output: NoticeSettings,
  },
  saveNoticeSettings: {
    kind: "command",
    idempotency: "natural",
    path: "/api/notices/settings",
    permission: "notices.read",
    command: "notice choose",
    summary: { zh: "设定我的提醒方式", en: "Choose how I am told" },
    input: z.object({
      /** Left out it stays; empty it goes. */
      mail: z.union([z.email().max(200), z.literal("")]).optional(),
      quiet: z.boolean(),
      digest: z.boolean(),
      choices: z.record(z.string().max(60), z.array(NoticeKind).max(NoticeKind.options.length)),
    }),
    output: NoticeSettings,
  },
  listRobots: {
    kind: "query",
    path: "/api/notices/robots",
    permission: "notices.robots",
    command: "robot list",
    summary: { zh: "群机器人列表", en: "List chat robots" },
    input: z.object({}),
    output: z.object({ items: z.array(RobotRow) }),
  },
  addRobot: {
    kind: "command",
    idempotency: "key",
    path: "/api/notices/robots",
    permission: "notices.robots",
    command: "robot add",
    summary: { zh: "接入群机器人（企业微信、钉钉、飞书）", en: "Add a chat robot (WeCom, DingTalk, Feishu)" },
    input: z.object({
      name: z.string().trim().min(2).max(60),
      kind: RobotKind,
      address: z.string().trim().min(8).max(500),
      secret: z.string().trim().max(200).optional(),
    }),
    output: RobotRow,
  },
  removeRobot: {
    kind: "command",
    idempotency: "natural",
    path: "/api/notices/robots/:robotId/remove",
    permission: "notices.robots",
    command: "robot remove",
    summary: { zh: "移除群机器人", en: "Remove a chat robot" },
    input: z.object({ robotId: Id }),
    output: z.object({ removed: z.literal(true) }),
  },
  testRobot: {
    kind: "command",
    idempotency: "key",
    path: "/api/notices/robots/:robotId/test",
    permission: "notices.robots",
    command: "robot test",
    summary: { zh: "试发一条", en: "Send a test message" },
    input: z.object({ robotId: Id }),
    output: z.object({ queued: z.literal(true) }),
  },
});
