import { z } from "zod";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });
const GB = 1_073_741_824;

export const ImportSubject = z.enum(["enterprises", "finances", "products", "ties"]);
export type ImportSubject = z.infer<typeof ImportSubject>;
export const ImportFormat = z.enum(["csv", "xlsx", "ndjson"]);
export type ImportFormat = z.infer<typeof ImportFormat>;
export const ImportEncoding = z.enum(["utf-8", "gb18030"]);
export type ImportEncoding = z.infer<typeof ImportEncoding>;

/** Which column of the file is which of ours: our key by the file's heading. A heading that is not named is not read. */
export const ColumnMapping = z.record(z.string().max(120), z.string().max(40));
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** RECEIVED and waiting for its columns → QUEUED → RUNNING → DONE, FAILED (may go on) or CHECKED by a dry run (may then be run). */
export const ImportState = z.enum(["RECEIVED", "QUEUED", "RUNNING", "CHECKED", "DONE", "FAILED", "CANCELLED"]);
export type ImportState = z.infer<typeof ImportState>;

export const ImportView = z.object({
  id: Id,
  subject: ImportSubject,
  fileName: z.string(),
  bytes: z.number().int(),
  format: ImportFormat,
  encoding: ImportEncoding.nullable(),
  separator: z.string().nullable(),
  /** The headings of the file, with the first values of each and the column of ours that they are taken for. */
  headings: z.array(z.object({ heading: z.string(), values: z.array(z.string()), column: z.string().nullable() })),
  mapping: ColumnMapping,
  /** Columns of ours that the file has to have and nobody has named. */
  missing: z.array(z.string()),
  source: z.string(),
  asOf: LocalDate,
  state: ImportState,
  dryRun: z.boolean(),
  jobId: Id.nullable(),
  /** Rows looked at, and what became of them. */
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  warned: z.number().int(),
  /** How far it has come in the file, 0 to 100. */
  progressPct: z.number().int(),
  failure: z.string().nullable(),
  createdAt: Instant,
  createdBy: z.string(),
  finishedAt: Instant.nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type ImportView = z.infer<typeof ImportView>;

/** A row that was not taken, or was with a warning: one sentence, where, what, what was expected. */
export const ImportRefusal = z.object({
  row: z.number().int(),
  refused: z.boolean(),
  name: z.string(),
  identifier: z.string(),
  problem: Words,
});
export type ImportRefusal = z.infer<typeof ImportRefusal>;

export const MappingView = z.object({
  id: Id,
  name: z.string(),
  subject: ImportSubject,
  mapping: ColumnMapping,
  savedBy: z.string(),
  savedAt: Instant,
});

const Told = z.object({
  subject: ImportSubject.default("enterprises"),
  /** Who says so, such as 市场监管局企业名录. */
  source: z.string().trim().min(2).max(120),
  /** As of which day the file tells; the business day when nothing is said. */
  asOf: LocalDate.optional(),
  mapping: ColumnMapping.optional(),
  mappingId: Id.optional(),
  separator: z.enum([",", ";", "\t", "|"]).optional(),
  encoding: ImportEncoding.optional(),
  dryRun: z.boolean().default(false),
});

export const importOperations = defineOperations({
  importEnterprises: {
    kind: "command",
    path: "/api/registry/imports",
    permission: "registry.import",
    command: "registry import",
    idempotency: "key",
    summary: {
      zh: "导入企业、财务、产品或关联（CSV、XLSX、NDJSON）",
      en: "Import enterprises, finances, products or ties (CSV, XLSX, NDJSON)",
    },
    /** `hold` only receives the file and says which columns were recognised; otherwise it is run when nothing is missing. */
    input: Told.extend({ hold: z.boolean().default(false) }),
    output: ImportView,
    upload: { maxFiles: 1, maxBytes: 4 * GB, kept: true },
  },
  runImport: {
    kind: "command",
    path: "/api/registry/imports/:importId/run",
    permission: "registry.import",
    idempotency: "natural",
    summary: { zh: "执行或继续导入", en: "Run an import, or go on with it" },
    input: z.object({
      importId: Id,
      version: z.number().int(),
      mapping: ColumnMapping.optional(),
      dryRun: z.boolean().default(false),
    }),
    output: ImportView,
  },
  openImport: {
    kind: "query",
    path: "/api/registry/imports/:importId",
    permission: "registry.import",
    summary: { zh: "打开导入", en: "Open an import" },
    input: z.object({ importId: Id }),
    output: ImportView,
  },
  listImports: {
    kind: "query",
    path: "/api/registry/imports",
    permission: "registry.import",
    summary: { zh: "导入记录", en: "Imports" },
    input: PageRequest.extend({ state: ImportState.optional() }),
    output: pageOf(ImportView),
  },
  listRefusedRows: {
    kind: "query",
    path: "/api/registry/imports/:importId/refused",
    permission: "registry.import",
    summary: { zh: "未导入的行", en: "Rows that were refused" },
    input: PageRequest.extend({ importId: Id, refused: z.boolean().optional() }),
    output: pageOf(ImportRefusal),
  },
  downloadRefusedRows: {
    kind: "query",
    path: "/api/registry/imports/:importId/refused/file",
    permission: "registry.import",
    summary: { zh: "下载未导入的行（CSV，附原因，最多 100000 行）", en: "Download refused rows as CSV, at most 100,000" },
    input: z.object({ importId: Id }),
    output: FileReply,
    file: "export",
  },
  importTemplate: {
    kind: "query",
    path: "/api/registry/imports/template",
    permission: "registry.import",
    summary: { zh: "企业导入模板", en: "Template for importing enterprises" },
    input: z.object({ subject: ImportSubject.default("enterprises") }),
    output: FileReply,
    file: "template",
  },
  listMappings: {
    kind: "query",
    path: "/api/registry/mappings",
    permission: "registry.import",
    summary: { zh: "保存的列对应", en: "Saved mappings of columns" },
    input: z.object({ subject: ImportSubject.optional() }),
    output: z.object({ items: z.array(MappingView) }),
  },
  saveMapping: {
    kind: "command",
    path: "/api/registry/mappings",
    permission: "registry.import",
    idempotency: "key",
    summary: { zh: "保存列对应", en: "Save a mapping of columns" },
    /** A mapping of the same name is replaced. */
    input: z.object({ name: z.string().trim().min(1).max(60), subject: ImportSubject.default("enterprises"), mapping: ColumnMapping }),
    output: MappingView,
  },
  removeMapping: {
    kind: "command",
    path: "/api/registry/mappings/:mappingId/remove",
    permission: "registry.import",
    idempotency: "natural",
    summary: { zh: "删除列对应", en: "Remove a mapping of columns" },
    input: z.object({ mappingId: Id }),
    output: z.object({ ok: z.boolean() }),
  },
});
