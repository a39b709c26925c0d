import { z } from "zod";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });

/** `rate`: the rate itself is that many percent. `exceeds-by`: the plan was exceeded by that many. */
export const ReadingName = z.enum(["rate", "exceeds-by"]);
export type ReadingName = z.infer<typeof ReadingName>;
export const StatementState = z.enum(["NEEDS_REVIEW", "SETTLED", "WITHDRAWN"]);
export type StatementState = z.infer<typeof StatementState>;

export const readingWords: Readonly<Record<ReadingName, Text>> = {
  rate: { zh: "完成率就是{pct}%", en: "the rate is {pct} %" },
  "exceeds-by": { zh: "比计划多{pct}%", en: "{pct} % above the plan" },
};
export const statementStateWords: Readonly<Record<StatementState, Text>> = {
  NEEDS_REVIEW: { zh: "待核实", en: "To be reviewed" },
  SETTLED: { zh: "已认定", en: "Decided" },
  WITHDRAWN: { zh: "文档已撤回", en: "Document withdrawn" },
};

/** What an accepted document says of the completion of an annual plan, in words that can be read in two ways. */
export const StatedCompletionView = z.object({
  id: Id,
  document: z.object({ id: Id, title: z.string(), published: LocalDate.nullable() }),
  region: z.string().nullable(),
  period: z.string().nullable(),
  /** Of which projects it speaks: 省市重点项目. */
  subject: z.string(),
  quote: z.string(),
  /** In 元. */
  actualYuan: Decimal,
  statedPct: Decimal,
  readings: z.array(z.object({ reading: ReadingName, ratePct: Decimal, planYuan: Decimal })),
  sentence: Words,
  state: StatementState,
  chosen: ReadingName.nullable(),
  /** Oldest first; a later one counts. */
  decisions: z.array(z.object({ reading: ReadingName, reason: z.string(), on: LocalDate, by: z.string() })),
  version: z.number().int(),
  abilities: Abilities,
});
export type StatedCompletionView = z.infer<typeof StatedCompletionView>;

export const statedCompletionOperations = defineOperations({
  listStatedCompletions: {
    kind: "query",
    path: "/api/projects/stated-completions",
    permission: "projects.read",
    summary: { zh: "文档中有两种读法的完成率", en: "Completions that documents state ambiguously" },
    input: PageRequest.extend({ state: StatementState.optional() }),
    output: pageOf(StatedCompletionView),
  },
  chooseReading: {
    kind: "command",
    path: "/api/projects/stated-completions/:statementId/choose",
    permission: "projects.settle",
    idempotency: "natural",
    summary: { zh: "认定完成率的读法", en: "Say which reading of a stated completion is meant" },
    input: z.object({ statementId: Id, version: z.number().int(), reading: ReadingName, reason: z.string().trim().min(2).max(500) }),
    output: StatedCompletionView,
  },
});
