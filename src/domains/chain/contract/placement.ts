import { z } from "zod";
import { ChainLevel, ClassCode, NodeCode } from "#domains/chain/contract/chain.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";
import { visibleText } from "#kernel/visible-text.ts";

export const PlacementState = z.enum(["PROPOSED", "CONFIRMED", "REJECTED"]);
export type PlacementState = z.infer<typeof PlacementState>;
export const placementStateWords = {
  PROPOSED: { zh: "待确认", en: "Proposed" },
  CONFIRMED: { zh: "已确认", en: "Confirmed" },
  REJECTED: { zh: "已否决", en: "Rejected" },
} as const satisfies Record<PlacementState, Text>;

/** Whether the enterprise makes here what the node stands for: only who produces in the zone counts for its strength (handbook §2). */
export const Presence = z.enum(["producing", "preparing", "elsewhere"]);
export type Presence = z.infer<typeof Presence>;
export const presenceWords = {
  producing: { zh: "区内在产", en: "Produces in the zone" },
  preparing: { zh: "区内在建", en: "Being built in the zone" },
  elsewhere: { zh: "区外", en: "Outside the zone" },
} as const satisfies Record<Presence, Text>;

/** Why an enterprise is proposed for a node: what was looked at, what was found there, and how much it gave. */
export const PlacementReason = z.object({
  kind: z.enum(["class", "product", "segment", "learned", "hand"]),
  found: z.string(),
  points: z.number(),
});
export type PlacementReason = z.infer<typeof PlacementReason>;
export const reasonWords = {
  class: { zh: "行业代码 {found}", en: "Class code {found}" },
  product: { zh: "产品“{found}”", en: "Product “{found}”" },
  segment: { zh: "主营构成“{found}”", en: "Segment “{found}”" },
  learned: { zh: "与已确认企业相似：{found}", en: "Like confirmed enterprises: {found}" },
  hand: { zh: "人工：{found}", en: "By hand: {found}" },
} as const satisfies Record<PlacementReason["kind"], Text>;

/** What is known of an enterprise when a place for it is looked for. */
export const Candidate = z.object({
  name: visibleText(2, 120),
  uscc: z.string().trim().max(30).optional(),
  classCode: ClassCode.optional(),
  products: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
  segments: z.array(z.string().trim().min(1).max(60)).max(60).default([]),
});
export type Candidate = z.infer<typeof Candidate>;

export const Placement = z.object({
  id: z.uuid(),
  node: NodeCode,
  nodeName: z.object({ zh: z.string(), en: z.string() }).nullable(),
  level: ChainLevel.nullable(),
  /** Of the names above the node, from the industry down. */
  path: z.array(z.object({ zh: z.string(), en: z.string() })),
  enterpriseId: z.uuid().nullable(),
  enterprise: z.string(),
  uscc: z.string().nullable(),
  state: PlacementState,
  /** 0 to 1, of a proposal; null for what a person placed. */
  score: z.number().nullable(),
  reasons: z.array(PlacementReason),
  presence: Presence,
  leading: z.boolean(),
  from: LocalDate.nullable(),
  until: LocalDate.nullable(),
  proposedOn: LocalDate,
  proposedBy: z.string(),
  decidedOn: LocalDate.nullable(),
  decidedBy: z.string().nullable(),
  note: z.string(),
  version: z.number().int(),
  abilities: Abilities,
});
export type Placement = z.infer<typeof Placement>;
