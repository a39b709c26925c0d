import { z } from "zod";
import { NodeCode } from "#domains/chain/contract/chain.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

/** 链长制 (handbook §2): an official coordinates a chain, an enterprise leads it. */
export const RoleKind = z.enum(["chief", "leader_firm"]);
export type RoleKind = z.infer<typeof RoleKind>;
export const roleKindWords = {
  chief: { zh: "链长", en: "Chain chief" },
  leader_firm: { zh: "链主", en: "Chain leader firm" },
} as const satisfies Record<RoleKind, Text>;

export const ChainRole = z.object({
  id: z.uuid(),
  node: NodeCode,
  kind: RoleKind,
  /** The official's or the enterprise's name; of an official the office beside. */
  name: z.string(),
  office: z.string(),
  enterpriseId: z.uuid().nullable(),
  from: LocalDate,
  until: LocalDate.nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type ChainRole = z.infer<typeof ChainRole>;

export const CarrierKind = z.enum(["laboratory", "technology_centre", "platform", "incubator", "institute"]);
export type CarrierKind = z.infer<typeof CarrierKind>;
export const carrierKindWords = {
  laboratory: { zh: "重点实验室", en: "Key laboratory" },
  technology_centre: { zh: "企业技术中心", en: "Technology centre" },
  platform: { zh: "公共服务平台", en: "Public service platform" },
  incubator: { zh: "孵化载体", en: "Incubator" },
  institute: { zh: "高校院所", en: "University or institute" },
} as const satisfies Record<CarrierKind, Text>;

export const CarrierRank = z.enum(["national", "provincial", "municipal", "zone"]);
export type CarrierRank = z.infer<typeof CarrierRank>;
export const carrierRankWords = {
  national: { zh: "国家级", en: "National" },
  provincial: { zh: "省级", en: "Provincial" },
  municipal: { zh: "市级", en: "Municipal" },
  zone: { zh: "区级", en: "Zone" },
} as const satisfies Record<CarrierRank, Text>;

/** An innovation carrier, and the directions that it serves. */
export const Carrier = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: CarrierKind,
  rank: CarrierRank,
  nodes: z.array(NodeCode),
  from: LocalDate,
  until: LocalDate.nullable(),
  note: z.string(),
  version: z.number().int(),
});
export type Carrier = z.infer<typeof Carrier>;
