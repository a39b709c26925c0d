import { z } from "zod";
import { openDataOperations } from "#domains/economy/contract/open-data-operations.ts";
import { ReportCard, ReportCardState } from "#domains/economy/contract/report-card.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });
const MB = 1_048_576;

/** One indicator of the catalogue with its metadata (handbook §11, fields after SDMX concepts). */
export const IndicatorView = z.object({
  code: z.string(),
  name: Words,
  aliases: z.array(z.string()),
  unit: z.string(),
  unitName: Words,
  definition: Words,
  calibre: Words,
  basis: Words,
  direction: z.enum(["up", "down", "neutral"]),
  source: Words,
  collector: Words,
  releaseCalendar: Words,
  limits: Words,
});

export const FactRow = z.object({
  observationId: Id,
  indicator: z.string(),
  code: z.string().nullable(),
  region: z.string().nullable(),
  period: z.string().nullable(),
  basis: z.string(),
  value: z.string(),
  unit: z.string(),
  approximation: z.string(),
  yoyPct: z.string().nullable(),
  origin: z.enum(["document", "spreadsheet", "rows", "manual", "model"]),
  sourceTitle: z.string(),
  recordedAt: Instant,
  status: z.enum(["proposed", "accepted", "rejected", "corrected", "withdrawn"]),
});

/** A row of an import and what became of it: `problem` is one sentence, where, what, what was expected. */
export const ImportRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: Words.nullable(),
  indicator: z.string().nullable(),
  value: z.string().nullable(),
});

/** The shape that the command line prints for scripts: field names fixed by the issue, numbers as printed. */
export const ReportCardBrief = z.object({
  region: z.string(),
  period: z.string(),
  state: ReportCardState,
  version: z.number().int().nullable(),
  figures: z.array(
    z.object({
      indicator: z.string(),
      indicatorEn: z.string(),
      code: z.string().nullable(),
      value: z.number(),
      unit: z.string(),
      yoy_pct: z.number().nullable(),
      source: z.object({ document: z.string(), quote: z.string(), start: z.number().int().nullable(), end: z.number().int().nullable() }),
      sources: z.array(
        z.object({ document: z.string(), quote: z.string(), start: z.number().int().nullable(), end: z.number().int().nullable() }),
      ),
      observationId: Id,
    }),
  ),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean().nullable(), detail: z.string() })),
  conflicts: z.array(z.object({ indicator: z.string(), indicatorEn: z.string(), values: z.array(z.string()) })),
});

export const DataHealth = z.object({
  region: z.string(),
  period: z.string(),
  missing: z.array(z.object({ code: z.string(), name: Words, lastPeriod: z.string().nullable() })),
  conflicts: z.array(z.object({ id: z.string(), indicator: z.string(), values: z.array(z.string()) })),
  checks: ReportCard.shape.checks,
});

/** The move that comes next and the role that has to take it: on whom a card waits. */
export const Waiting = z.object({ move: z.string(), by: Role });
/** A move that leaves the card's state, with what is missing for it, as codes of contract/economy-texts.ts. */
export const NextCardMove = Waiting.extend({ to: ReportCardState, missing: z.array(z.string()) });

export const CardRow = z.object({
  id: Id,
  region: z.string(),
  period: z.string(),
  title: z.string(),
  titleEn: z.string(),
  state: ReportCardState,
  version: z.number().int(),
  waitsFor: Waiting.nullable(),
  signer: z.string().nullable(),
  updatedAt: Instant,
  publishedAt: Instant.nullable(),
  slug: z.string().nullable(),
  abilities: Abilities,
});
export const CardView = z.object({ card: ReportCard, row: CardRow, next: z.array(NextCardMove), abilities: Abilities });
export const Format = z.enum(["docx", "pdf", "svg", "png", "csv", "json"]);
const move = z.object({ id: Id, version: z.number().int(), comment: z.string().trim().max(500).optional() });
const moveWithReason = z.object({ id: Id, version: z.number().int(), reason: z.string().trim().min(2).max(500) });

export const PublishedCardRow = z.object({
  slug: z.string(),
  region: z.string(),
  period: z.string(),
  title: z.string(),
  titleEn: z.string(),
  version: z.number().int(),
  publishedAt: Instant,
  withdrawn: z.boolean(),
});
/** What the public sees: the immutable snapshot, or, when withdrawn, only that and why. */
export const PublishedCard = z.object({
  slug: z.string(),
  card: ReportCard.nullable(),
  version: z.number().int(),
  publishedAt: Instant,
  withdrawn: z.object({ at: Instant, reason: z.string() }).nullable(),
  versions: z.array(z.object({ version: z.number().int(), publishedAt: Instant })),
  zone: Words,
});

export const economyOperations = defineOperations({
  listIndicators: {
    kind: "query",
    path: "/api/economy/indicators",
    permission: "economy.read",
    summary: { zh: "指标目录", en: "The indicator catalogue" },
    input: z.object({}),
    output: z.object({ items: z.array(IndicatorView) }),
  },
  listFacts: {
    kind: "query",
    path: "/api/economy/facts",
    permission: "economy.read",
    summary: { zh: "指标数据", en: "Facts by region, period and indicator" },
    input: PageRequest.extend({
      region: z.string().max(80).optional(),
      period: z.string().max(20).optional(),
      code: z.string().max(60).optional(),
      status: FactRow.shape.status.optional(),
    }),
    output: pageOf(FactRow),
  },
  series: {
    kind: "query",
    path: "/api/economy/series",
    permission: "economy.read",
    summary: { zh: "一个指标的历史序列", en: "An indicator's series" },
    input: z.object({ region: z.string().max(80), code: z.string().max(60) }),
    output: z.object({
      points: z.array(
        z.object({ period: z.string(), value: z.string().nullable(), unit: z.string(), yoyPct: z.string().nullable(), observationId: Id }),
      ),
    }),
  },
  factsTemplate: {
    kind: "query",
    path: "/api/economy/facts/template",
    permission: "economy.read",
    summary: { zh: "下载填报模板（XLSX）", en: "Download the spreadsheet template" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importFacts: {
    kind: "command",
    idempotency: "key",
    path: "/api/economy/facts/import",
    permission: "economy.record",
    upload: { maxFiles: 1, maxBytes: 20 * MB },
    summary: { zh: "导入指标表格，逐行给出结果", en: "Import a spreadsheet of facts, with a result for each row" },
    input: z.object({ dryRun: z.boolean().default(false) }),
    output: z.object({ rows: z.array(ImportRow), imported: z.number().int(), refused: z.number().int() }),
  },
  dataHealth: {
    kind: "query",
    path: "/api/economy/data-health",
    permission: "economy.read",
    summary: { zh: "缺什么、哪里冲突", en: "What is missing and what conflicts" },
    input: z.object({ region: z.string().max(80), period: z.string().max(20) }),
    output: DataHealth,
  },
  reportCard: {
    kind: "query",
    path: "/api/economy/report-card",
    permission: "economy.read",
    command: "economy report-card",
    summary: {
      zh: "某地某期成绩单（默认最新状态）及出处",
      en: "A region's report card for a period, newest state by default, with sources",
    },
    input: z.object({
      region: z.string().min(2).max(80),
      period: z.string().min(4).max(20),
      state: ReportCardState.optional(),
      asOf: LocalDate.optional(),
    }),
    output: ReportCardBrief,
  },
  reportProjects: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-projects",
    permission: "economy.record",
    summary: { zh: "由项目台账更新成绩单指标", en: "Take the figures of the register of projects into the facts" },
    input: z.object({}),
    output: z.object({
      region: z.string(),
      periods: z.array(z.object({ period: z.string(), figures: z.number().int(), changed: z.number().int() })),
    }),
  },
  listReportCards: {
    kind: "query",
    path: "/api/economy/report-cards",
    permission: "economy.read",
    summary: { zh: "成绩单列表", en: "List report cards" },
    input: PageRequest.extend({ region: z.string().max(80).optional(), state: ReportCardState.optional() }),
    output: pageOf(CardRow),
  },
  openReportCard: {
    kind: "query",
    path: "/api/economy/report-cards/:id",
    permission: "economy.read",
    summary: { zh: "打开成绩单", en: "Open a report card" },
    input: z.object({ id: Id }),
    output: CardView,
  },
  draftReportCard: {
    kind: "command",
    idempotency: "key",
    path: "/api/economy/report-cards",
    permission: "economy.draft",
    summary: { zh: "起草成绩单", en: "Draft a report card" },
    input: z.object({ region: z.string().min(2).max(80), period: z.string().min(4).max(20), title: z.string().trim().max(120).optional() }),
    output: CardView,
  },
  editReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/edit",
    permission: "economy.draft",
    summary: { zh: "调整标题、签发人与入选指标", en: "Edit title, signer and the figures chosen" },
    input: z.object({
      id: Id,
      version: z.number().int(),
      title: z.string().trim().min(2).max(120).optional(),
      signer: z.string().trim().min(1).max(60).optional(),
      signerDepartment: z.string().trim().min(1).max(80).optional(),
      excluded: z.array(Id).max(500).optional(),
      preliminary: z.boolean().optional(),
    }),
    output: CardView,
  },
  checkReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/check",
    permission: "economy.check",
    summary: { zh: "核对", en: "Check" },
    input: move,
    output: CardView,
  },
  approveReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/approve",
    permission: "economy.approve",
    summary: { zh: "审定", en: "Approve" },
    input: move,
    output: CardView,
  },
  returnReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/return",
    permission: "economy.check",
    summary: { zh: "退回修改", en: "Return to draft" },
    input: moveWithReason,
    output: CardView,
  },
  publishReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/publish",
    permission: "economy.publish",
    summary: { zh: "发布", en: "Publish" },
    input: move,
    output: CardView,
  },
  reviseReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/revise",
    permission: "economy.draft",
    summary: { zh: "修订（生成新版本）", en: "Revise: open a new version" },
    input: moveWithReason,
    output: CardView,
  },
  withdrawReportCard: {
    kind: "command",
    idempotency: "natural",
    path: "/api/economy/report-cards/:id/withdraw",
    permission: "economy.publish",
    summary: { zh: "撤下已发布成绩单", en: "Withdraw a published card" },
    input: moveWithReason,
    output: CardView,
  },
  downloadReportCard: {
    kind: "query",
    path: "/api/economy/report-cards/:id/download",
    permission: "economy.read",
    summary: { zh: "下载成绩单", en: "Download a report card" },
    input: z.object({ id: Id, format: Format, language: z.enum(["zh", "en"]).default("zh") }),
    output: FileReply,
    file: "export",
  },
  listPublished: {
    kind: "query",
    path: "/api/public/:zone/report-cards",
    permission: "public",
    summary: { zh: "已发布成绩单", en: "Published report cards" },
    input: z.object({ zone: z.string().max(60) }),
    output: z.object({ zone: Words, items: z.array(PublishedCardRow) }),
  },
  openPublished: {
    kind: "query",
    path: "/api/public/:zone/report-cards/:slug",
    permission: "public",
    summary: { zh: "查看已发布成绩单", en: "A published report card" },
    input: z.object({
      zone: z.string().max(60),
      slug: z.string().max(100),
      asOf: LocalDate.optional(),
      version: z.number().int().positive().optional(),
    }),
    output: PublishedCard,
  },
  downloadPublished: {
    kind: "query",
    path: "/api/public/:zone/report-cards/:slug/download",
    permission: "public",
    summary: { zh: "下载已发布成绩单", en: "Download a published report card" },
    input: z.object({
      zone: z.string().max(60),
      slug: z.string().max(100),
      version: z.number().int().positive().optional(),
      format: Format,
      language: z.enum(["zh", "en"]).default("zh"),
    }),
    output: FileReply,
    file: "published",
  },
  ...openDataOperations,
});
export type EconomyOperations = typeof economyOperations;
