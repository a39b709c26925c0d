import { z } from "zod";
import { ChainEdge, ChainLevel, ChainNode, DraftProblem, EdgeKind, NodeCode, VersionState } from "#domains/chain/contract/chain.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { Role } from "#kernel/role.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const MB = 1_048_576;
const Words = z.object({ zh: z.string(), en: z.string() });
const Counts = z.object({ industry: z.number().int(), field: z.number().int(), direction: z.number().int(), node: z.number().int() });
const Name = visibleText(2, 80);
const Note = z.string().trim().max(500);

export const VersionRow = z.object({
  id: Id,
  number: z.number().int(),
  name: z.string(),
  nameEn: z.string(),
  state: VersionState,
  effectiveFrom: LocalDate,
  /** In force today: of the approved ones that have begun, the last. */
  inForce: z.boolean(),
  basedOn: Id.nullable(),
  counts: Counts,
  edges: z.number().int(),
  note: z.string(),
  draftedBy: z.string(),
  draftedOn: LocalDate,
  approvedBy: z.string().nullable(),
  approvedOn: LocalDate.nullable(),
  /** The draft was sent back, and why. */
  returned: z.string().nullable(),
  waitsFor: z.object({ move: z.string(), by: Role }).nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type VersionRow = z.infer<typeof VersionRow>;

export const VersionStep = z.object({
  move: z.string(),
  on: LocalDate,
  at: Instant,
  by: z.string(),
  reason: z.string().nullable(),
});

export const VersionView = z.object({
  row: VersionRow,
  nodes: z.array(ChainNode),
  edges: z.array(ChainEdge),
  problems: z.array(DraftProblem),
  steps: z.array(VersionStep),
});
export type VersionView = z.infer<typeof VersionView>;

/** What a change of a draft answers: the row with its new version, and what is now wrong with the draft. */
export const DraftReply = z.object({ row: VersionRow, problems: z.array(DraftProblem) });

export const GraphImportRow = z.object({
  table: z.enum(["nodes", "edges"]),
  row: z.number().int(),
  ok: z.boolean(),
  problem: Words.nullable(),
  name: z.string().nullable(),
});
export const GraphFormat = z.enum(["xlsx", "csv", "graphml", "json"]);
export type GraphFormat = z.infer<typeof GraphFormat>;

const NodeChangeView = z.object({
  code: z.string(),
  level: ChainLevel,
  change: z.enum(["added", "removed", "moved", "renamed", "redescribed"]),
  name: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** Confirmed enterprises that stand on it. */
  enterprises: z.number().int(),
});
const EdgeChangeView = z.object({
  from: z.string(),
  to: z.string(),
  fromName: z.string(),
  toName: z.string(),
  kind: EdgeKind,
  change: z.enum(["added", "removed", "restated"]),
});
export const ComparisonView = z.object({
  from: VersionRow,
  to: VersionRow,
  counts: z.object({ before: Counts, after: Counts }),
  nodes: z.array(NodeChangeView),
  edges: z.array(EdgeChangeView),
});
export type ComparisonView = z.infer<typeof ComparisonView>;

const seen = { id: Id, version: z.number().int() };

export const versionOperations = defineOperations({
  listVersions: {
    kind: "query",
    path: "/api/chain/versions",
    permission: "chain.read",
    summary: { zh: "产业链图谱的全部版本", en: "All versions of the chain graph" },
    input: z.object({}),
    output: z.object({ items: z.array(VersionRow), abilities: Abilities }),
  },
  openVersion: {
    kind: "query",
    path: "/api/chain/versions/:id",
    permission: "chain.read",
    summary: { zh: "打开图谱版本", en: "Open a version of the graph" },
    input: z.object({ id: Id }),
    output: VersionView,
  },
  compareVersions: {
    kind: "query",
    path: "/api/chain/versions/:id/compare",
    permission: "chain.read",
    summary: { zh: "比较两个版本：增、删、移、改名、上下游关系", en: "Compare two versions: added, removed, moved, renamed, edges" },
    input: z.object({ id: Id, toId: Id }),
    output: ComparisonView,
  },
  draftVersion: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/versions",
    permission: "chain.edit",
    summary: { zh: "新建图谱版本（可以已有版本为底稿）", en: "Draft a version, empty or from another" },
    input: z.object({
      name: Name,
      nameEn: z.string().trim().max(120).default(""),
      effectiveFrom: LocalDate,
      basedOn: Id.optional(),
      note: Note.default(""),
    }),
    output: z.object({ id: Id, row: VersionRow }),
  },
  editVersion: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/edit",
    permission: "chain.edit",
    summary: { zh: "修改草稿的名称、生效日期和说明", en: "Edit a draft's name, first day and note" },
    input: z.object({
      ...seen,
      name: Name.optional(),
      nameEn: z.string().trim().max(120).optional(),
      effectiveFrom: LocalDate.optional(),
      note: Note.optional(),
    }),
    output: DraftReply,
  },
  saveNode: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/nodes",
    permission: "chain.edit",
    summary: { zh: "在草稿中添加或修改环节", en: "Add a place to a draft, or change one" },
    input: z.object({ ...seen, node: ChainNode, add: z.boolean().default(false) }),
    output: DraftReply,
  },
  removeNode: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/nodes/:code/remove",
    permission: "chain.edit",
    summary: { zh: "从草稿中删除环节", en: "Remove a place from a draft" },
    input: z.object({ ...seen, code: NodeCode, withChildren: z.boolean().default(false) }),
    output: DraftReply,
  },
  orderNodes: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/order",
    permission: "chain.edit",
    summary: { zh: "调整同一上级下各环节的次序", en: "Put the places under one parent in order" },
    input: z.object({ ...seen, parent: NodeCode.nullable(), codes: z.array(NodeCode).min(1).max(1000) }),
    output: DraftReply,
  },
  saveEdge: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/edges",
    permission: "chain.edit",
    summary: { zh: "在草稿中添加或修改上下游关系", en: "Add an edge to a draft, or change one" },
    input: z.object({ ...seen, edge: ChainEdge }),
    output: DraftReply,
  },
  removeEdge: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/edges/remove",
    permission: "chain.edit",
    summary: { zh: "从草稿中删除上下游关系", en: "Remove an edge from a draft" },
    input: z.object({ ...seen, from: NodeCode, to: NodeCode, kind: EdgeKind }),
    output: DraftReply,
  },
  submitVersion: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/submit",
    permission: "chain.edit",
    summary: { zh: "提交审定", en: "Submit for approval" },
    input: z.object({ ...seen, note: Note.optional() }),
    output: DraftReply,
  },
  approveVersion: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/approve",
    permission: "chain.approve",
    summary: { zh: "审定图谱版本", en: "Approve a version" },
    input: z.object({ ...seen, note: Note.optional() }),
    output: DraftReply,
  },
  returnVersion: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/versions/:id/return",
    permission: "chain.approve",
    summary: { zh: "退回修改", en: "Send back to its author" },
    input: z.object({ ...seen, reason: z.string().trim().min(2).max(500) }),
    output: DraftReply,
  },
  graphTemplate: {
    kind: "query",
    path: "/api/chain/template",
    permission: "chain.read",
    summary: { zh: "下载图谱表格模板", en: "Download the spreadsheet template of a graph" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importGraph: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/versions/:id/import",
    permission: "chain.edit",
    upload: { maxFiles: 2, maxBytes: 20 * MB },
    summary: {
      zh: "把表格、GraphML 或 JSON 导入草稿，逐行给出结果",
      en: "Import a spreadsheet, GraphML or JSON into a draft, with a result for each row",
    },
    input: z.object({ id: Id, dryRun: z.boolean().default(false), replace: z.boolean().default(false) }),
    output: z.object({ rows: z.array(GraphImportRow), nodes: z.number().int(), edges: z.number().int(), refused: z.number().int() }),
  },
  exportGraph: {
    kind: "query",
    path: "/api/chain/versions/:id/export",
    permission: "chain.read",
    summary: { zh: "导出图谱版本（表格、GraphML、JSON）", en: "Export a version as spreadsheet, GraphML or JSON" },
    input: z.object({ id: Id, format: GraphFormat.default("xlsx") }),
    output: FileReply,
    file: "export",
  },
  importEto: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/import-eto",
    permission: "chain.edit",
    command: "chain import-eto",
    upload: { maxFiles: 12, maxBytes: 5 * MB, folder: true },
    summary: {
      zh: "由公开的半导体供应链数据集（inputs、sequence、stages、providers、provision）生成图谱草稿",
      en: "Draft a version from the open semiconductor supply-chain data set, given as a folder",
    },
    input: z.object({ name: Name.optional(), effectiveFrom: LocalDate.optional() }),
    output: z.object({
      id: Id,
      number: z.number().int(),
      nodes: z.number().int(),
      edges: z.number().int(),
      providers: z.number().int(),
      warnings: z.array(z.string()),
      source: z.string(),
    }),
  },
});
