import { z } from "zod";
import { CaseRow } from "#domains/approvals/contract/case.ts";
import { FormAnswers } from "#domains/approvals/contract/case-operations.ts";
import { MatterCode, MatterField } from "#domains/approvals/contract/matter.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) });
const Code = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/);
const MB = 1_048_576;
const reason = z.string().trim().min(2).max(500);

/** One child of 一件事: it begins when those in `after` are decided. What becomes of the finished ones when it fails is said, not rolled back. */
export const PackageChild = z.object({
  matterCode: MatterCode,
  after: z.array(MatterCode).max(10).default([]),
  /** The child's form field ← the package's form field. */
  fields: z.record(z.string().max(40), z.string().max(40)).default({}),
  /** The child's material ← the shared material of the package. */
  materials: z.record(z.string().max(40), z.string().max(40)).default({}),
  /** What is done about the others when this one fails. */
  compensation: Words,
});

export const PackageDefinition = z.object({
  code: Code,
  name: Words,
  form: z.array(MatterField).max(60),
  materials: z.array(z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), name: Words })).max(60),
  children: z.array(PackageChild).min(2).max(20),
  promised: z.object({ length: z.number().int().min(0).max(200), unit: z.enum(["workday", "hour"]), source: z.string().max(400) }),
  source: z.string().trim().min(1).max(400),
});
export type PackageDefinition = z.infer<typeof PackageDefinition>;

export const PackageRow = z.object({
  id: Id,
  number: z.string(),
  code: Code,
  name: Words,
  enterprise: z.string(),
  title: z.string(),
  state: z.enum(["DRAFT", "RUNNING", "COMPENSATING", "DONE", "FAILED", "WITHDRAWN"]),
  submittedOn: LocalDate.nullable(),
  finishedOn: LocalDate.nullable(),
  /** By the package's own promise, from the day of its submission. */
  dueOn: LocalDate.nullable(),
  dueProvisional: z.boolean(),
  late: z.boolean(),
  children: z.number().int(),
  finished: z.number().int(),
  failed: z.number().int(),
});

export const PackageView = z.object({
  row: PackageRow,
  definitionVersion: z.number().int(),
  project: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
  form: personal("text", z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]))),
  materials: z.array(z.object({ key: z.string(), name: Words, provided: z.boolean(), fileName: z.string().nullable() })),
  children: z.array(
    z.object({
      matterCode: MatterCode,
      name: Words,
      after: z.array(MatterCode),
      state: z.enum(["waiting", "running", "granted", "failed"]),
      case: CaseRow.nullable(),
    }),
  ),
  compensations: z.array(
    z.object({
      id: Id,
      /** The child that failed, and the other that something is to be done about. */
      failed: MatterCode,
      matter: MatterCode,
      text: Words,
      openedOn: LocalDate,
      state: z.enum(["OPEN", "DONE"]),
      doneOn: LocalDate.nullable(),
      note: z.string().nullable(),
      version: z.number().int(),
    }),
  ),
  version: z.number().int(),
  abilities: Abilities,
});

/** A link of the chain from signing to production, with the elapsed working days beside what was planned. */
export const ChainLink = z.object({
  name: Words,
  /** A stage of the project, its approvals from the first application to the construction permit, or one case. */
  kind: z.enum(["stage", "approvals", "case"]),
  caseId: Id.nullable(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  workdays: z.number().int().nullable(),
  pausedWorkdays: z.number().int(),
  plannedWorkdays: z.number().int().nullable(),
  provisional: z.boolean(),
});

export const packageOperations = defineOperations({
  listPackageDefinitions: {
    kind: "query",
    path: "/api/approvals/package-definitions",
    permission: "approvals.see-matters",
    summary: { zh: "一件事清单", en: "One-thing packages on offer" },
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ version: z.number().int(), effectiveOn: LocalDate, definition: PackageDefinition })),
    }),
  },
  setPackageDefinition: {
    kind: "command",
    path: "/api/approvals/package-definitions",
    permission: "approvals.set-matters",
    idempotency: "key",
    summary: { zh: "新增或修订一件事", en: "Add or revise a one-thing package" },
    input: z.object({ definition: PackageDefinition, effectiveOn: DayInReach, reason }),
    output: z.object({ code: Code, version: z.number().int() }),
  },
  draftPackage: {
    kind: "command",
    path: "/api/approvals/packages",
    permission: "approvals.apply",
    idempotency: "key",
    summary: { zh: "填写一件事申请", en: "Draft a one-thing application" },
    input: z.object({
      code: Code,
      title: z.string().trim().min(2).max(160),
      enterprise: z.string().trim().min(2).max(120).optional(),
      uscc: z.string().trim().max(30).optional(),
      projectId: Id.optional(),
      contactName: personal("name", z.string().trim().max(40)).default(""),
      contactPhone: personal("phone", z.string().trim().max(30)).default(""),
      form: personal("text", FormAnswers).default({}),
    }),
    output: z.object({ package: PackageView, accessCode: z.string().nullable() }),
    shownOnce: ["accessCode"],
  },
  renewPackageCode: {
    kind: "command",
    path: "/api/approvals/packages/:id/access-code",
    permission: "approvals.apply",
    idempotency: "key",
    summary: { zh: "重发一件事的查询码", en: "Give a package a new access code" },
    input: z.object({ id: Id, version: z.number().int() }),
    output: z.object({ package: PackageView, accessCode: z.string().nullable() }),
    shownOnce: ["accessCode"],
  },
  providePackageMaterial: {
    kind: "command",
    path: "/api/approvals/packages/:id/materials",
    permission: "approvals.apply",
    idempotency: "key",
    summary: { zh: "提交一件事共用材料", en: "Provide a shared material" },
    input: z.object({ id: Id, key: z.string().trim().min(1).max(40) }),
    output: PackageView,
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
  submitPackage: {
    kind: "command",
    path: "/api/approvals/packages/:id/submit",
    permission: "approvals.apply",
    idempotency: "key",
    summary: { zh: "提交一件事", en: "Submit a one-thing application" },
    input: z.object({ id: Id, version: z.number().int() }),
    output: PackageView,
  },
  withdrawPackage: {
    kind: "command",
    path: "/api/approvals/packages/:id/withdraw",
    permission: "approvals.apply",
    idempotency: "natural",
    summary: { zh: "撤回未提交的一件事", en: "Withdraw a draft of a one-thing application" },
    input: z.object({ id: Id, version: z.number().int() }),
    output: PackageView,
  },
  openPackage: {
    kind: "query",
    path: "/api/approvals/packages/:id",
    permission: "approvals.open-case",
    summary: { zh: "打开一件事", en: "Open a one-thing application" },
    input: z.object({ id: Id }),
    output: PackageView,
  },
  listPackages: {
    kind: "query",
    path: "/api/approvals/packages",
    permission: "approvals.open-case",
    summary: { zh: "一件事办件", en: "One-thing applications" },
    input: PageRequest.extend({ state: PackageRow.shape.state.optional() }),
    output: pageOf(PackageRow),
  },
  compensate: {
    kind: "command",
    path: "/api/approvals/compensations/:compensationId/done",
    permission: "approvals.handle",
    idempotency: "natural",
    summary: { zh: "登记补偿处理", en: "Say what was done about a failed child" },
    input: z.object({ compensationId: Id, version: z.number().int(), note: reason }),
    output: PackageView,
  },
  projectChain: {
    kind: "query",
    path: "/api/approvals/projects/:projectId/chain",
    permission: "approvals.read",
    summary: { zh: "项目全链条用时", en: "The chain of a project from signing to production" },
    input: z.object({ projectId: Id, asOf: DayInReach.optional() }),
    output: z.object({
      asOf: LocalDate,
      project: z.object({ id: Id, code: z.string(), name: z.string() }),
      links: z.array(ChainLink),
      /** From signing to the last stage that was reached; null before one was. */
      upTo: Words.nullable(),
      workdays: z.number().int().nullable(),
      plannedWorkdays: z.number().int().nullable(),
      /** planned − actual: above zero is ahead. */
      aheadWorkdays: z.number().int().nullable(),
    }),
  },
  chainOverview: {
    kind: "query",
    path: "/api/approvals/chain",
    command: "approvals chain",
    permission: "approvals.read",
    summary: { zh: "全链条用时总览", en: "Elapsed working days by link, over all projects" },
    input: z.object({ asOf: DayInReach.optional(), from: DayInReach.optional() }),
    output: z.object({
      asOf: LocalDate,
      /** Finished between this day and `asOf`; `medianBefore` is of the twelve months before it. */
      from: LocalDate,
      links: z.array(
        z.object({
          name: Words,
          kind: ChainLink.shape.kind,
          finished: z.number().int(),
          open: z.number().int(),
          medianWorkdays: z.number().nullable(),
          longestWorkdays: z.number().int().nullable(),
          plannedWorkdays: z.number().int().nullable(),
          /** The same link of those that were finished in the twelve months before. */
          medianBefore: z.number().nullable(),
        }),
      ),
    }),
  },
});
