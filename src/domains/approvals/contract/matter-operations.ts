import { z } from "zod";
import { Matter, MatterCode, MatterKind, MatterStage, MatterVersion } from "#domains/approvals/contract/matter.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";

const MB = 1_048_576;
const Words = z.object({ zh: z.string(), en: z.string() });
const reason = z.string().trim().min(2).max(500);

export const MatterRow = z.object({
  code: MatterCode,
  version: z.number().int(),
  effectiveOn: LocalDate,
  name: Words,
  stage: MatterStage,
  kind: MatterKind,
  authority: z.string(),
  department: z.string(),
  legal: z.object({ length: z.number(), unit: z.string() }),
  promised: z.object({ length: z.number(), unit: z.string() }).nullable(),
  materials: z.number().int(),
  deferrable: z.number().int(),
  byCommitment: z.number().int(),
  openCases: z.number().int().nullable(),
});

/** A row of an import and what became of it. */
export const MatterImportRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: Words.nullable(),
  code: z.string().nullable(),
  version: z.number().int().nullable(),
});

export const matterOperations = defineOperations({
  listMatters: {
    kind: "query",
    path: "/api/approvals/matters",
    permission: "approvals.see-matters",
    summary: { zh: "办事事项", en: "Matters" },
    input: z.object({ stage: MatterStage.optional(), asOf: DayInReach.optional(), q: z.string().trim().max(60).optional() }),
    output: z.object({ items: z.array(MatterRow) }),
  },
  openMatter: {
    kind: "query",
    path: "/api/approvals/matters/:code",
    permission: "approvals.see-matters",
    summary: { zh: "打开事项", en: "Open a matter" },
    input: z.object({ code: MatterCode, asOf: DayInReach.optional() }),
    output: z.object({ current: MatterVersion, versions: z.array(MatterVersion) }),
  },
  setMatter: {
    kind: "command",
    path: "/api/approvals/matters",
    permission: "approvals.set-matters",
    idempotency: "key",
    summary: { zh: "新增或修订事项", en: "Add or revise a matter" },
    input: z.object({ matter: Matter, effectiveOn: DayInReach, reason }),
    output: MatterVersion,
  },
  matterTemplate: {
    kind: "query",
    path: "/api/approvals/matters-template",
    permission: "approvals.set-matters",
    summary: { zh: "事项导入模板", en: "Template for importing matters" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importMatters: {
    kind: "command",
    path: "/api/approvals/matters/import",
    permission: "approvals.set-matters",
    idempotency: "key",
    summary: { zh: "导入事项", en: "Import matters" },
    input: z.object({ dryRun: z.boolean().default(false), effectiveOn: DayInReach, reason }),
    output: z.object({ rows: z.array(MatterImportRow), imported: z.number().int(), refused: z.number().int() }),
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
});
