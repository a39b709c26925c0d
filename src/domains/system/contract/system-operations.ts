import { z } from "zod";
import { Password, Username } from "#domains/system/contract/account-fields.ts";
import { identityOperations } from "#domains/system/contract/identity-operations.ts";
import { journalOperations } from "#domains/system/contract/journal-operations.ts";
import { PeopleShown, PersonRow } from "#domains/system/contract/person-row.ts";
import { personalOperations } from "#domains/system/contract/personal-operations.ts";
import { retentionOperations } from "#domains/system/contract/retention-operations.ts";
import { SessionView, Zone } from "#domains/system/contract/session-view.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

export { PersonRow } from "#domains/system/contract/person-row.ts";
export { Membership, SessionView, Zone } from "#domains/system/contract/session-view.ts";

const Id = z.uuid();

export const Department = z.object({ id: Id, name: z.string().min(2).max(60), nameEn: z.string().max(120) });

export const JobState = z.enum(["queued", "running", "done", "failed", "cancelled"]);
export const Job = z.object({
  id: Id,
  kind: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  state: JobState,
  done: z.number().int(),
  total: z.number().int().nullable(),
  message: z.string().nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  abilities: Abilities,
});
export type Job = z.infer<typeof Job>;

/** An attempt that was refused: kept apart from the journal's chain. */
export const RefusalRow = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  actorName: z.string(),
  role: z.string(),
  from: z.string().nullable(),
  operation: z.string(),
  code: z.string(),
});

export const CalendarNotice = z.object({
  year: z.number().int(),
  source: z.string(),
  daysOff: z.array(LocalDate),
  extraWorkdays: z.array(LocalDate),
  loadedAt: Instant.nullable(),
});
export type CalendarNotice = z.infer<typeof CalendarNotice>;

export const systemOperations = defineOperations({
  ...identityOperations,
  session: {
    kind: "query",
    path: "/api/system/session",
    permission: "public",
    summary: { zh: "当前登录身份", en: "Who is signed in" },
    input: z.object({}),
    output: SessionView,
  },
  signIn: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sign-in",
    permission: "public",
    summary: { zh: "登录", en: "Sign in" },
    input: z.object({ username: Username, password: z.string().min(1).max(200) }),
    output: SessionView,
  },
  signOut: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sign-out",
    permission: "signed-in",
    summary: { zh: "退出登录", en: "Sign out" },
    input: z.object({}),
    output: z.object({ signedOut: z.literal(true) }),
  },
  chooseRole: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/choose-role",
    permission: "signed-in",
    summary: { zh: "切换岗位（同一时间只能以一个岗位办事）", en: "Choose the one active role" },
    input: z.object({ membershipId: Id }),
    output: SessionView,
  },
  listSessions: {
    kind: "query",
    path: "/api/system/sessions",
    permission: "signed-in",
    summary: { zh: "我的登录会话", en: "My sessions" },
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          startedAt: Instant,
          lastSeenAt: Instant,
          from: z.string().nullable(),
          device: z.string().nullable(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  endSession: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sessions/:id/end",
    permission: "signed-in",
    summary: { zh: "结束一个登录会话", en: "End one of my sessions" },
    input: z.object({ id: z.string().max(100) }),
    output: z.object({ ended: z.literal(true) }),
  },

  listZones: {
    kind: "query",
    path: "/api/system/zones",
    permission: "system.read",
    command: "zone list",
    platform: true,
    summary: { zh: "园区列表", en: "List zones" },
    input: z.object({}),
    output: z.object({ items: z.array(Zone) }),
  },
  createZone: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/zones",
    permission: "system.administer",
    command: "zone create",
    platform: true,
    summary: { zh: "新建园区，含部门与首位安全管理员", en: "Create a zone with departments and a first security administrator" },
    input: z.object({
      slug: Zone.shape.slug,
      name: Zone.shape.name,
      nameEn: Zone.shape.nameEn.default(""),
      region: z.string().max(80).optional(),
      departments: z.array(z.string().trim().min(2).max(60)).max(100).default([]),
      adminUsername: Username,
      adminName: z.string().trim().min(1).max(60),
      adminPassword: Password,
    }),
    output: Zone,
  },
  removeSample: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/sample/remove",
    permission: "system.administer",
    command: "sample remove",
    platform: true,
    summary: { zh: "移除示范园区的数据与示范账号", en: "Remove the sample zone's data and demo accounts" },
    input: z.object({}),
    output: z.object({ removed: z.boolean() }),
  },

  listDepartments: {
    kind: "query",
    path: "/api/system/departments",
    permission: "signed-in",
    summary: { zh: "部门列表", en: "List departments" },
    input: z.object({}),
    output: z.object({ items: z.array(Department) }),
  },
  createDepartment: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/departments",
    permission: "system.administer",
    summary: { zh: "新建部门", en: "Create a department" },
    input: z.object({ name: Department.shape.name, nameEn: Department.shape.nameEn.default("") }),
    output: Department,
  },
  listPeople: {
    kind: "query",
    path: "/api/system/people",
    permission: "system.read",
    summary: { zh: "人员与岗位", en: "People and roles" },
    input: PageRequest.extend({ q: z.string().max(60).optional(), role: Role.optional(), show: PeopleShown.default("present") }),
    output: pageOf(PersonRow),
  },
  createPerson: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/people",
    permission: "system.people",
    summary: { zh: "新增人员", en: "Add a person" },
    input: z.object({ username: Username, name: z.string().trim().min(1).max(60), password: Password }),
    output: PersonRow,
  },
  grantRole: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/people/:personId/roles",
    permission: "system.people",
    summary: { zh: "授予岗位", en: "Grant a role" },
    input: z.object({
      personId: Id,
      role: Role.exclude(["anonymous"]),
      departmentId: Id.optional(),
      enterpriseId: Id.optional(),
      validFrom: LocalDate.optional(),
      validTo: LocalDate.optional(),
    }),
    output: PersonRow,
  },
  revokeRole: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/people/:personId/roles/:membershipId/revoke",
    permission: "system.people",
    summary: { zh: "收回岗位", en: "Revoke a role" },
    input: z.object({ personId: Id, membershipId: Id, reason: z.string().trim().min(2).max(200) }),
    output: PersonRow,
  },

  listCalendarNotices: {
    kind: "query",
    path: "/api/system/calendar-notices",
    permission: "signed-in",
    command: "calendar list",
    platform: true,
    summary: { zh: "已载入的放假调休通知", en: "Loaded holiday notices" },
    input: z.object({}),
    output: z.object({ items: z.array(CalendarNotice) }),
  },
  loadCalendarNotice: {
    kind: "command",
    idempotency: "key",
    path: "/api/system/calendar-notices",
    permission: "system.administer",
    command: "calendar load",
    summary: {
      zh: "载入某年放假调休通知；暂定的期限从此按通知推算",
      en: "Load a year's holiday notice; due dates that were provisional are reckoned by it from then on",
    },
    input: z.object({
      year: z.number().int().min(2007).max(2100),
      source: z.string().trim().min(4).max(200),
      daysOff: z.array(LocalDate).min(5).max(60),
      extraWorkdays: z.array(LocalDate).max(30),
    }),
    output: CalendarNotice,
  },
  workdays: {
    kind: "query",
    path: "/api/system/workdays",
    permission: "signed-in",
    command: "calendar due",
    platform: true,
    summary: { zh: "推算工作日期限", en: "Compute a due date in working days" },
    input: z.object({ from: LocalDate, count: z.number().int().min(1).max(2000) }),
    output: z.object({ due: LocalDate, provisional: z.boolean() }),
  },

  listJobs: {
    kind: "query",
    path: "/api/system/jobs",
    permission: "signed-in",
    command: "job list",
    summary: { zh: "后台任务", en: "Background jobs" },
    input: PageRequest.extend({ state: JobState.optional() }),
    output: pageOf(Job),
  },
  getJob: {
    kind: "query",
    path: "/api/system/jobs/:id",
    permission: "signed-in",
    command: "job show",
    summary: { zh: "查看后台任务", en: "One background job" },
    input: z.object({ id: Id }),
    output: Job,
  },
  cancelJob: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/jobs/:id/cancel",
    permission: "signed-in",
    command: "job cancel",
    summary: { zh: "取消后台任务", en: "Cancel a background job" },
    input: z.object({ id: Id }),
    output: Job,
  },
  resumeJob: {
    kind: "command",
    idempotency: "natural",
    path: "/api/system/jobs/:id/resume",
    permission: "signed-in",
    command: "job resume",
    summary: { zh: "从中断处继续后台任务", en: "Resume a background job where it stopped" },
    input: z.object({ id: Id }),
    output: Job,
  },

  listRefusals: {
    kind: "query",
    path: "/api/system/refusals",
    permission: "system.journal",
    command: "audit refusals",
    summary: { zh: "被拒绝的操作", en: "Attempts that were refused" },
    input: PageRequest.extend({ actor: z.string().max(80).optional() }),
    output: pageOf(RefusalRow),
  },
  ...journalOperations,
  ...personalOperations,
  ...retentionOperations,
});
export type SystemOperations = typeof systemOperations;
