import { z } from "zod";
import { DiligenceView, MemoCondition, Recommendation } from "#domains/promotion/contract/diligence.ts";
import { DiligenceRules, DiligenceRulesVersion } from "#domains/promotion/contract/diligence-rules.ts";
import { DiligenceEventKind } from "#domains/promotion/contract/statement-red-lines.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const MB = 1_048_576;
const Version = z.number().int();
const Source = z.string().trim().min(2).max(200);
const Name = z.string().trim().min(2).max(120);
const Share = Decimal.refine((share) => !share.startsWith("-") && share !== "0" && Number(share) <= 100 && share.length <= 9, {
  error: "promotion.share",
});

export const StatementImportRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
  party: z.string().nullable(),
  year: z.number().int().nullable(),
  /** new: the first of its year; corrected: a further revision; same: nothing was kept. */
  result: z.enum(["new", "corrected", "same"]).nullable(),
});
export type StatementImportRow = z.infer<typeof StatementImportRow>;

/** Statements, events, holdings and the risk memo of the party of a lead. Each command answers with the whole of it. */
export const diligenceOperations = defineOperations({
  statementTemplate: {
    kind: "query",
    path: "/api/promotion/statements/template",
    permission: "promotion.diligence",
    summary: { zh: "财务报表模板", en: "Template of statements" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importStatements: {
    kind: "command",
    path: "/api/promotion/statements/import",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "导入财务报表", en: "Import statements" },
    input: z.object({
      dryRun: z.boolean().default(false),
      /** Of rows that do not say whence they are: a file of a data service has no column for it. */
      source: Source.optional(),
    }),
    output: z.object({
      /** Of a long file the refused rows and the first of the others, as many as a person reads. */
      rows: z.array(StatementImportRow),
      accepted: z.number().int(),
      imported: z.number().int(),
      refused: z.number().int(),
    }),
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
  openDiligence: {
    kind: "query",
    path: "/api/promotion/leads/:id/diligence",
    permission: "promotion.read",
    summary: { zh: "打开尽职调查", en: "Open the due diligence of a lead" },
    input: z.object({ id: Id }),
    output: DiligenceView,
  },
  enterEvent: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/events",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "登记失信、诉讼、处罚等事项", en: "Enter an event on record" },
    input: z.object({ id: Id, kind: DiligenceEventKind, on: DayInReach, subject: z.string().trim().min(2).max(200), source: Source }),
    output: DiligenceView,
  },
  liftEvent: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/events/:eventId/lift",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "登记事项解除", en: "Enter that an event was lifted" },
    input: z.object({ id: Id, eventId: Id, version: Version, on: DayInReach, because: z.string().trim().min(2).max(200) }),
    output: DiligenceView,
  },
  enterHolding: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/holdings",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "登记持股", en: "Enter a holding" },
    input: z.object({
      id: Id,
      holder: Name,
      held: Name,
      sharePct: Share.nullable(),
      evidence: z.string().trim().max(200).default(""),
      from: DayInReach.optional(),
      to: DayInReach.optional(),
      source: Source,
    }),
    output: DiligenceView,
  },
  endHolding: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/holdings/:holdingId/end",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "登记持股终止", en: "Enter the end of a holding" },
    input: z.object({ id: Id, holdingId: Id, version: Version, on: DayInReach }),
    output: DiligenceView,
  },
  claimParent: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/parents",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "登记所称隶属并核查", en: "Enter a claimed parent and check it" },
    input: z.object({ id: Id, parent: Name, on: DayInReach, source: Source }),
    output: DiligenceView,
  },
  enterDenial: {
    kind: "command",
    path: "/api/promotion/leads/:id/diligence/denials",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "登记公开否认", en: "Enter a public denial" },
    input: z.object({ id: Id, parent: Name, on: DayInReach, evidence: Source }),
    output: DiligenceView,
  },
  writeMemo: {
    kind: "command",
    path: "/api/promotion/leads/:id/memo",
    permission: "promotion.diligence",
    idempotency: "key",
    summary: { zh: "起草或修改风险评估意见", en: "Write the risk memo" },
    input: z.object({
      id: Id,
      /** Of the draft that is changed; without it a new edition begins. */
      version: Version.optional(),
      recommendation: Recommendation,
      summary: z.string().trim().min(10).max(4000),
      conditions: z
        .array(MemoCondition)
        .max(10)
        .refine((conditions) => new Set(conditions.map(({ clause }) => clause)).size === conditions.length, {
          error: "promotion.clause-twice",
        })
        .default([]),
    }),
    output: DiligenceView,
  },
  submitMemo: {
    kind: "command",
    path: "/api/promotion/leads/:id/memo/:memoId/submit",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "提交风险评估意见复核", en: "Submit the risk memo" },
    input: z.object({ id: Id, memoId: Id, version: Version }),
    output: DiligenceView,
  },
  reviewMemo: {
    kind: "command",
    path: "/api/promotion/leads/:id/memo/:memoId/review",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "第二人复核风险评估意见", en: "Review the risk memo as a second person" },
    input: z.object({ id: Id, memoId: Id, version: Version, approve: z.boolean(), review: z.string().trim().min(2).max(500) }),
    output: DiligenceView,
  },
  listDiligenceRules: {
    kind: "query",
    path: "/api/promotion/diligence-rules",
    permission: "promotion.read",
    summary: { zh: "尽调红线与预警规则", en: "Red lines and thresholds of warning" },
    input: z.object({}),
    output: z.object({ inForce: DiligenceRulesVersion, versions: z.array(DiligenceRulesVersion), abilities: Abilities }),
  },
  setDiligenceRules: {
    kind: "command",
    path: "/api/promotion/diligence-rules/set",
    permission: "promotion.set-rules",
    idempotency: "key",
    summary: { zh: "修订尽调红线与预警规则", en: "Set red lines and thresholds of warning" },
    input: z.object({
      rules: DiligenceRules,
      effectiveOn: DayInReach,
      reason: z.string().trim().min(2).max(500),
      /** The newest version that the change was made from: another that came meanwhile is not painted over. */
      basedOn: Version.optional(),
    }),
    output: z.object({ version: z.number().int() }),
  },
});
