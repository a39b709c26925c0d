import { z } from "zod";
import {
  Article,
  Cut,
  Figure,
  MechanismFinding,
  OrganisationFinding,
  PolicyFinding,
  ProjectFinding,
  Span,
} from "#domains/intelligence/contract/extraction.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();

/** received → reading → review → reviewed; failed with a sentence; withdrawn with all that rests on it. */
export const DocumentState = z.enum(["received", "reading", "review", "reviewed", "failed", "withdrawn"]);
export type DocumentState = z.infer<typeof DocumentState>;
export const DocumentOrigin = z.enum(["upload", "paste", "address", "feed", "folder", "sample"]);

export const DocumentRow = z.object({
  id: Id,
  title: z.string(),
  origin: DocumentOrigin,
  address: z.string().nullable(),
  medium: z.string().nullable(),
  published: LocalDate.nullable(),
  receivedAt: Instant,
  state: DocumentState,
  /** Why it failed or was withdrawn, as a sentence in both languages. */
  message: z.object({ zh: z.string(), en: z.string() }).nullable(),
  regions: z.array(z.string()),
  proposals: z.object({ total: z.number().int(), open: z.number().int(), accepted: z.number().int(), rejected: z.number().int() }),
  /** The story that it shares with other documents, when there are any. */
  storyId: Id.nullable(),
  storySize: z.number().int(),
  version: z.number().int(),
  abilities: Abilities,
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** A document that mentions a name, with the words around the first place and the accepted figures that speak of it. */
export const Mention = z.object({
  id: Id,
  title: z.string(),
  medium: z.string().nullable(),
  published: LocalDate.nullable(),
  before: z.string(),
  name: z.string(),
  after: z.string(),
  facts: z.array(
    z.object({
      observationId: Id,
      indicator: z.string(),
      value: z.string(),
      unit: z.string(),
      approximation: z.string(),
      period: z.string().nullable(),
    }),
  ),
});
export type Mention = z.infer<typeof Mention>;

export const ProposalStatus = z.enum(["proposed", "accepted", "rejected", "corrected", "withdrawn"]);
const proposal = {
  id: Id,
  status: ProposalStatus,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  conflictId: z.string().nullable(),
};
/** What waits for a person: a finding, its present status, and who decided. */
export const Proposal = z.discriminatedUnion("type", [
  z.object({ type: z.literal("figure"), ...proposal, finding: Figure }),
  z.object({ type: z.literal("project"), ...proposal, finding: ProjectFinding }),
  z.object({ type: z.literal("organisation"), ...proposal, finding: OrganisationFinding }),
  z.object({ type: z.literal("policy"), ...proposal, finding: PolicyFinding }),
  z.object({ type: z.literal("mechanism"), ...proposal, finding: MechanismFinding }),
]);
export type Proposal = z.infer<typeof Proposal>;

export const ReviewDesk = z.object({
  document: DocumentRow,
  original: z.string(),
  articles: z.array(Article),
  cuts: z.array(Cut),
  proposals: z.array(Proposal),
});
export type ReviewDesk = z.infer<typeof ReviewDesk>;

/** What a reviewer may put right of a figure; a field left out stays as proposed. */
export const FigureCorrection = Figure.pick({
  indicator: true,
  code: true,
  value: true,
  unit: true,
  approximation: true,
  period: true,
  basis: true,
  region: true,
  yoyPct: true,
  growthBase: true,
  scope: true,
  kind: true,
}).partial();
export const Correction = FigureCorrection.extend({
  name: z.string().max(200).optional(),
  company: z.string().max(200).nullable().optional(),
  investmentYuan: z.string().max(40).nullable().optional(),
  stage: ProjectFinding.shape.stage.optional(),
  amountYuan: z.string().max(40).nullable().optional(),
});
export type Correction = z.infer<typeof Correction>;

export const ReviewDecision = z.discriminatedUnion("decision", [
  z.object({ proposalId: Id, decision: z.literal("accept") }),
  z.object({ proposalId: Id, decision: z.literal("reject"), reason: z.string().trim().max(200).optional() }),
  z.object({ proposalId: Id, decision: z.literal("correct"), correction: Correction, reason: z.string().trim().max(200).optional() }),
]);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A named rule under which proposals may be accepted in bulk; its name stands in every decision that it made. */
export const AcceptanceRule = z.object({
  name: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  description: z.object({ zh: z.string(), en: z.string() }),
});

export const ConflictSide = z.object({
  observationId: Id,
  value: z.string(),
  unit: z.string(),
  documentId: Id.nullable(),
  documentTitle: z.string(),
  quote: z.string(),
  published: LocalDate.nullable(),
  status: ProposalStatus,
});
export const Conflict = z.object({
  id: z.string(),
  indicator: z.string(),
  code: z.string().nullable(),
  region: z.string().nullable(),
  period: z.string().nullable(),
  sides: z.array(ConflictSide).min(2),
  resolved: z.boolean(),
  resolution: z.string().nullable(),
  abilities: Abilities,
});
export type Conflict = z.infer<typeof Conflict>;

export const Story = z.object({
  id: Id,
  title: z.string(),
  documents: z.array(
    z.object({ id: Id, title: z.string(), medium: z.string().nullable(), published: LocalDate.nullable(), similarity: z.number() }),
  ),
});

export const Feed = z.object({
  id: Id,
  title: z.string(),
  /** A web address, or the path of a watched folder. */
  address: z.string(),
  kind: z.enum(["feed", "folder"]),
  everyMinutes: z.number().int(),
  lastPolledAt: Instant.nullable(),
  lastResult: z.object({ zh: z.string(), en: z.string() }).nullable(),
  active: z.boolean(),
});

export const LexiconKind = z.enum(["organisation", "region", "indicator", "noise"]);
export const LexiconEntry = z.object({
  id: Id,
  kind: LexiconKind,
  words: z.string().trim().min(1).max(100),
  meaning: z.string().max(100).nullable(),
  source: z.string(),
  addedAt: Instant,
});

export const IngestResult = z.object({
  documents: z.array(
    z.object({
      id: Id.nullable(),
      name: z.string(),
      title: z.string().nullable(),
      state: DocumentState.or(z.literal("refused")),
      message: z.object({ zh: z.string(), en: z.string() }).nullable(),
      duplicateOf: Id.nullable(),
      figures: z.number().int(),
      projects: z.number().int(),
      organisations: z.number().int(),
      accepted: z.number().int(),
    }),
  ),
  jobId: Id.nullable(),
});
export type IngestResult = z.infer<typeof IngestResult>;

const MB = 1_048_576;

/** A row that a figure rests on. `dataset` begins with the domain that has it: `projects.building`. */
export const FigureRow = z.object({ id: z.string(), label: z.string(), dataset: z.string() });

export const intelligenceOperations = defineOperations({
  ingest: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/documents",
    permission: "intelligence.ingest",
    upload: { maxFiles: 500, maxBytes: 50 * MB },
    summary: { zh: "收录文件，抽取后进入审核队列", en: "Take files in; findings enter the review queue" },
    input: z.object({ published: LocalDate.optional(), acceptAll: z.boolean().default(false), title: z.string().max(200).optional() }),
    output: IngestResult,
  },
  ingestText: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/documents/text",
    permission: "intelligence.ingest",
    summary: { zh: "粘贴文字收录", en: "Take pasted text in" },
    input: z.object({ text: z.string().min(10).max(2_000_000), title: z.string().max(200).optional(), published: LocalDate.optional() }),
    output: IngestResult,
  },
  ingestAddress: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/documents/address",
    permission: "intelligence.ingest",
    summary: { zh: "按网址收录网页", en: "Take a page in by its address" },
    input: z.object({ address: z.url({ protocol: /^https?$/ }).max(2000), published: LocalDate.optional() }),
    output: IngestResult,
  },
  listDocuments: {
    kind: "query",
    path: "/api/intelligence/documents",
    permission: "intelligence.read",
    summary: { zh: "文档列表", en: "List documents" },
    input: PageRequest.extend({ state: DocumentState.optional(), origin: DocumentOrigin.optional(), q: z.string().max(80).optional() }),
    output: pageOf(DocumentRow),
  },
  /** By whichever of its names: a name of fewer characters would be found inside other words. */
  listMentions: {
    kind: "query",
    path: "/api/intelligence/mentions",
    permission: "intelligence.read",
    summary: { zh: "提到某个名称的文档与数据", en: "Documents and figures that mention a name" },
    input: z.object({
      names: z.array(z.string().trim().min(4).max(120)).min(1).max(12),
      limit: z.number().int().min(1).max(50).default(20),
    }),
    output: z.object({ items: z.array(Mention) }),
  },
  openReview: {
    kind: "query",
    path: "/api/intelligence/documents/:id",
    permission: "intelligence.read",
    summary: { zh: "打开文档与其抽取结果", en: "A document, its original text and its findings" },
    input: z.object({ id: Id }),
    output: ReviewDesk,
  },
  downloadOriginal: {
    kind: "query",
    path: "/api/intelligence/documents/:id/original",
    permission: "intelligence.read-original",
    summary: { zh: "下载原件", en: "Download the original file" },
    input: z.object({ id: Id }),
    output: FileReply,
    file: "stored",
  },
  withdrawDocument: {
    kind: "command",
    idempotency: "natural",
    path: "/api/intelligence/documents/:id/withdraw",
    permission: "intelligence.withdraw",
    summary: { zh: "撤回文档及由其而来的全部事实", en: "Withdraw a document with all that rests on it" },
    input: z.object({ id: Id, reason: z.string().trim().min(2).max(200), version: z.number().int() }),
    output: DocumentRow,
  },
  nextForReview: {
    kind: "query",
    path: "/api/intelligence/review/next",
    permission: "intelligence.review",
    summary: { zh: "下一篇待审核文档", en: "The next document to review" },
    input: z.object({ after: Id.optional() }),
    output: z.object({ id: Id.nullable(), backlog: z.object({ documents: z.number().int(), proposals: z.number().int() }) }),
  },
  decide: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/documents/:documentId/decisions",
    permission: "intelligence.review",
    summary: { zh: "采纳、更正或驳回", en: "Accept, correct or reject findings" },
    input: z.object({ documentId: Id, decisions: z.array(ReviewDecision).min(1).max(500) }),
    output: z.object({ proposals: z.array(Proposal), document: DocumentRow }),
  },
  listAcceptanceRules: {
    kind: "query",
    path: "/api/intelligence/acceptance-rules",
    permission: "intelligence.read",
    summary: { zh: "批量采纳规则", en: "Named rules of bulk acceptance" },
    input: z.object({}),
    output: z.object({ items: z.array(AcceptanceRule) }),
  },
  acceptByRule: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/review/accept-by-rule",
    permission: "intelligence.review",
    summary: { zh: "按规则批量采纳", en: "Accept in bulk by a named rule" },
    input: z.object({ rule: z.string().max(60), documentId: Id.optional(), dryRun: z.boolean().default(false) }),
    output: z.object({ accepted: z.number().int(), left: z.number().int() }),
  },
  listConflicts: {
    kind: "query",
    path: "/api/intelligence/conflicts",
    permission: "intelligence.read",
    summary: { zh: "数据冲突：同一口径、不同数值", en: "Conflicts: one key, different values" },
    input: PageRequest.extend({
      region: z.string().max(80).optional(),
      period: z.string().max(20).optional(),
      resolved: z.boolean().optional(),
    }),
    output: pageOf(Conflict),
  },
  resolveConflict: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/conflicts/:id/resolve",
    permission: "intelligence.review",
    summary: { zh: "裁定冲突：保留其一并说明理由", en: "Resolve a conflict: keep one side, with a reason" },
    input: z.object({ id: z.string().max(300), keep: Id, reason: z.string().trim().min(2).max(200) }),
    output: Conflict,
  },
  listStories: {
    kind: "query",
    path: "/api/intelligence/stories",
    permission: "intelligence.read",
    summary: { zh: "同题报道归并", en: "The same story in several places" },
    input: PageRequest,
    output: pageOf(Story),
  },
  listFeeds: {
    kind: "query",
    path: "/api/intelligence/feeds",
    permission: "intelligence.read",
    summary: { zh: "订阅源与监看文件夹", en: "Feeds and watched folders" },
    input: z.object({}),
    output: z.object({ items: z.array(Feed) }),
  },
  addFeed: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/feeds",
    permission: "intelligence.ingest",
    summary: { zh: "新增订阅源", en: "Add a feed" },
    input: z.object({
      address: z.url({ protocol: /^https?$/ }).max(2000),
      title: z.string().trim().min(1).max(100),
      everyMinutes: z.number().int().min(15).max(10_080).default(60),
    }),
    output: Feed,
  },
  pollFeed: {
    kind: "command",
    idempotency: "natural",
    path: "/api/intelligence/feeds/:id/poll",
    permission: "intelligence.ingest",
    summary: { zh: "立即拉取订阅源", en: "Poll a feed now" },
    input: z.object({ id: Id }),
    output: IngestResult,
  },
  removeFeed: {
    kind: "command",
    idempotency: "natural",
    path: "/api/intelligence/feeds/:id/remove",
    permission: "intelligence.ingest",
    summary: { zh: "停用订阅源", en: "Stop a feed" },
    input: z.object({ id: Id }),
    output: z.object({ removed: z.literal(true) }),
  },
  listLexicon: {
    kind: "query",
    path: "/api/intelligence/lexicon",
    permission: "intelligence.read",
    summary: { zh: "词库（由更正沉淀）", en: "The lexicon that corrections feed" },
    input: PageRequest.extend({ kind: LexiconKind.optional() }),
    output: pageOf(LexiconEntry),
  },
  addLexiconEntry: {
    kind: "command",
    idempotency: "key",
    path: "/api/intelligence/lexicon",
    permission: "intelligence.review",
    summary: { zh: "增补词条", en: "Add to the lexicon" },
    input: LexiconEntry.pick({ kind: true, words: true }).extend({ meaning: z.string().max(100).optional() }),
    output: LexiconEntry,
  },
  removeLexiconEntry: {
    kind: "command",
    idempotency: "natural",
    path: "/api/intelligence/lexicon/:id/remove",
    permission: "intelligence.review",
    summary: { zh: "移除词条", en: "Remove from the lexicon" },
    input: z.object({ id: Id }),
    output: z.object({ removed: z.literal(true) }),
  },
  figureSource: {
    kind: "query",
    path: "/api/intelligence/figures/:observationId/source",
    permission: "intelligence.read",
    summary: { zh: "一个数据的出处：原文语句与位置", en: "Where a figure comes from: sentence and place" },
    input: z.object({ observationId: Id }),
    output: z.object({
      documentId: Id.nullable(),
      documentTitle: z.string(),
      medium: z.string().nullable(),
      published: LocalDate.nullable(),
      quote: z.string(),
      spans: z.array(Span),
      /** How many rows prove it, when it was computed from rows: `figureRows` lists them. */
      rows: z.number().int(),
      before: z.string(),
      after: z.string(),
      rule: z.string(),
      confidence: z.number(),
      decidedBy: z.string().nullable(),
      decidedAt: Instant.nullable(),
    }),
  },
  figureRows: {
    kind: "query",
    path: "/api/intelligence/figures/:observationId/rows",
    permission: "intelligence.read",
    summary: { zh: "一个数据由哪些数据行算出", en: "The rows that a figure was computed from" },
    input: PageRequest.extend({ observationId: Id }),
    output: pageOf(FigureRow),
  },
});
export type IntelligenceOperations = typeof intelligenceOperations;
