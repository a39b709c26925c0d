import { z } from "zod";
import { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Reason = z.string().trim().min(2).max(500);

/** One term of the score: what was compared, what each of the two says, how many points of how many. */
export const DuplicateTerm = z.object({
  term: z.enum(["name", "alias", "address", "region", "class", "founded", "capital", "website", "identifier", "stock"]),
  one: z.string(),
  other: z.string(),
  points: z.number().int(),
  of: z.number().int(),
});
export type DuplicateTerm = z.infer<typeof DuplicateTerm>;

export const DuplicateView = z.object({
  id: Id,
  one: EnterpriseRow,
  other: EnterpriseRow,
  /** −100 to 100, the sum of the terms. */
  score: z.number().int(),
  terms: z.array(DuplicateTerm),
  state: z.enum(["OPEN", "DISMISSED", "MERGED"]),
  foundOn: LocalDate,
  decidedBy: z.string().nullable(),
  because: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});

export const MergeView = z.object({
  id: Id,
  kept: z.object({ id: Id, name: z.string(), identifier: z.string() }),
  merged: z.object({ id: Id, name: z.string(), identifier: z.string() }),
  because: z.string(),
  /** Fields of the kept one that were empty and were filled from the other. */
  filled: z.array(z.string()),
  on: LocalDate,
  by: z.string(),
  at: Instant,
  undone: z.object({ on: LocalDate, by: z.string(), because: z.string() }).nullable(),
  abilities: Abilities,
});

export const duplicateOperations = defineOperations({
  listDuplicates: {
    kind: "query",
    path: "/api/registry/duplicates",
    permission: "registry.read",
    summary: { zh: "疑似重复的企业", en: "Candidates for duplicates" },
    input: PageRequest.extend({ state: DuplicateView.shape.state.default("OPEN"), enterpriseId: Id.optional() }),
    output: pageOf(DuplicateView),
  },
  findDuplicates: {
    kind: "command",
    path: "/api/registry/duplicates/find",
    permission: "registry.merge",
    idempotency: "natural",
    summary: { zh: "查找疑似重复", en: "Look for duplicates" },
    input: z.object({}),
    output: z.object({ jobId: Id }),
  },
  dismissDuplicate: {
    kind: "command",
    path: "/api/registry/duplicates/:candidateId/dismiss",
    permission: "registry.merge",
    idempotency: "natural",
    summary: { zh: "认定不是重复", en: "Say that two are not the same" },
    input: z.object({ candidateId: Id, version: z.number().int(), because: Reason }),
    output: DuplicateView,
  },
  /** What a merge would do, field by field. */
  tryMerge: {
    kind: "query",
    path: "/api/registry/merges/try",
    permission: "registry.read",
    summary: { zh: "试算合并", en: "Dry run of a merge" },
    input: z.object({ keepId: Id, mergeId: Id }),
    output: z.object({
      keep: EnterpriseRow,
      merge: EnterpriseRow,
      fields: z.array(z.object({ field: z.string(), keep: z.string().nullable(), merge: z.string().nullable(), filled: z.boolean() })),
      terms: z.array(DuplicateTerm),
      score: z.number().int(),
      /** Why it may not be done, as a code; null when it may. */
      problem: z.object({ zh: z.string(), en: z.string() }).nullable(),
    }),
  },
  mergeEnterprises: {
    kind: "command",
    path: "/api/registry/merges",
    permission: "registry.merge",
    idempotency: "key",
    summary: { zh: "合并企业", en: "Merge two enterprises" },
    input: z.object({ keepId: Id, mergeId: Id, keepVersion: z.number().int(), mergeVersion: z.number().int(), because: Reason }),
    output: MergeView,
  },
  undoMerge: {
    kind: "command",
    path: "/api/registry/merges/:mergeId/undo",
    permission: "registry.merge",
    idempotency: "natural",
    summary: { zh: "撤销合并", en: "Undo a merge" },
    input: z.object({ mergeId: Id, because: Reason }),
    output: MergeView,
  },
  listMerges: {
    kind: "query",
    path: "/api/registry/merges",
    permission: "registry.read",
    summary: { zh: "合并记录", en: "Merges" },
    input: PageRequest.extend({ enterpriseId: Id.optional() }),
    output: pageOf(MergeView),
  },
});
