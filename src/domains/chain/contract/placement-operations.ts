import { z } from "zod";
import { NodeCode } from "#domains/chain/contract/chain.ts";
import { Candidate, Placement, PlacementState, Presence } from "#domains/chain/contract/placement.ts";
import { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const MB = 1_048_576;
const Words = z.object({ zh: z.string(), en: z.string() });

export const ProposalRow = z.object({
  row: z.number().int(),
  ok: z.boolean(),
  problem: Words.nullable(),
  enterprise: z.string().nullable(),
  proposals: z.array(z.object({ node: NodeCode, name: z.string(), score: z.number(), isNew: z.boolean() })),
});
export type ProposalRow = z.infer<typeof ProposalRow>;

export const placementOperations = defineOperations({
  listPlacements: {
    kind: "query",
    path: "/api/chain/placements",
    permission: "chain.read",
    summary: { zh: "企业落位", en: "Enterprises on the graph" },
    input: PageRequest.extend({
      state: PlacementState.optional(),
      node: NodeCode.optional(),
      presence: Presence.optional(),
      q: z.string().trim().max(80).optional(),
      /** An enterprise of the register: where it stands, as itself or as a row that was merged into it. */
      enterprise: Id.optional(),
    }),
    output: pageOf(Placement),
  },
  placementTemplate: {
    kind: "query",
    path: "/api/chain/placements/template",
    permission: "chain.read",
    summary: { zh: "下载企业名单模板", en: "Download the template of the list of enterprises" },
    input: z.object({}),
    output: FileReply,
    file: "template",
  },
  proposePlacements: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/placements/propose",
    permission: "chain.place",
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
    summary: {
      zh: "由企业名单（行业代码、产品、主营构成）提出落位，待人确认",
      en: "Propose places for a list of enterprises from class codes, products and segments; a person confirms",
    },
    input: z.object({
      enterprises: z.array(Candidate).max(2000).default([]),
      /** Instead of a list: enterprises of the register that a filter finds, the best known first, up to `most`. */
      pool: EnterpriseFilter.optional(),
      most: z.number().int().min(1).max(2000).default(500),
      dryRun: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(ProposalRow), proposed: z.number().int(), refused: z.number().int() }),
  },
  placeEnterprise: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/placements",
    permission: "chain.place",
    summary: { zh: "人工把企业放到环节上", en: "Place an enterprise by hand" },
    input: z.object({
      node: NodeCode,
      enterprise: visibleText(2, 120),
      uscc: z.string().trim().max(30).optional(),
      presence: Presence,
      leading: z.boolean().default(false),
      from: LocalDate.optional(),
      /** What it makes: kept as an example from which later proposals learn. */
      products: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
      note: z.string().trim().min(2).max(300),
    }),
    output: Placement,
  },
  decidePlacement: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/placements/:placementId/decide",
    permission: "chain.place",
    summary: { zh: "确认或否决企业落位", en: "Confirm or reject a placement" },
    input: z.object({
      placementId: Id,
      version: z.number().int(),
      confirm: z.boolean(),
      presence: Presence.optional(),
      leading: z.boolean().optional(),
      from: LocalDate.optional(),
      note: z.string().trim().max(300).default(""),
    }),
    output: Placement,
  },
  endPlacement: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/placements/:placementId/end",
    permission: "chain.place",
    summary: { zh: "企业不再在此环节", en: "End a placement" },
    input: z.object({ placementId: Id, version: z.number().int(), until: LocalDate, note: z.string().trim().min(2).max(300) }),
    output: Placement,
  },
});
