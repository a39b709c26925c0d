import { z } from "zod";
import { CaseState } from "#domains/approvals/contract/case.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";

const MB = 1_048_576;

/** A row of an import and what became of it. */
export const CaseImportRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  state: CaseState.nullable(),
});

/** How a zone begins: the cases of its former register come with their days, and each is held against the rules of its matter. */
export const caseImportOperations = defineOperations({
  casesTemplate: {
    kind: "query",
    path: "/api/approvals/cases-template",
    permission: "approvals.set-matters",
    summary: { zh: "历史办件导入模板", en: "Template for importing past cases" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  importCases: {
    kind: "command",
    path: "/api/approvals/cases-import",
    permission: "approvals.set-matters",
    idempotency: "key",
    summary: { zh: "导入历史办件", en: "Import past cases" },
    input: z.object({ dryRun: z.boolean().default(false) }),
    output: z.object({ rows: z.array(CaseImportRow), imported: z.number().int(), refused: z.number().int() }),
    upload: { maxFiles: 1, maxBytes: 20 * MB },
  },
});
