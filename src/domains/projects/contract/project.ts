import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** 签约 → 供地 → 建设 → 竣工 → 投产, and the two ways out of it (handbook §4). */
export const ProjectStage = z.enum(["SIGNED", "LAND", "BUILDING", "COMPLETED", "PRODUCING", "SUSPENDED", "TERMINATED"]);
export type ProjectStage = z.infer<typeof ProjectStage>;

/** 科、产、城: every list and rate can be split by it. */
export const ProjectCategory = z.enum(["science", "industry", "city"]);
export type ProjectCategory = z.infer<typeof ProjectCategory>;

/** Of which level it is a key project; `ordinary` is none. */
export const KeyLevel = z.enum(["national", "provincial", "municipal", "zone", "ordinary"]);
export type KeyLevel = z.infer<typeof KeyLevel>;

/** What is planned and followed for each project. The first five are its stages, 达产 and 上规 follow production, the rest are construction elements. */
export const Milestone = z.enum([
  "sign",
  "land",
  "start",
  "complete",
  "produce",
  "full-capacity",
  "above-scale",
  "element-land",
  "element-power",
  "element-water",
  "element-gas",
  "element-fire",
  "permit",
]);
export type Milestone = z.infer<typeof Milestone>;

/** What the gates look at: attached by hand, or by an event of another domain. */
export const EvidenceKind = z.enum([
  "contract",
  "land-contract",
  "lease",
  "construction-permit",
  "permit-exemption",
  "acceptance",
  "output-proof",
  "full-capacity-proof",
  "above-scale-proof",
  "suspension-decision",
  "termination-decision",
  "restart-plan",
  "resources-recovered",
  "stat-files",
  "investment-proof",
  "other",
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const stageWords: Readonly<Record<ProjectStage, Text>> = {
  SIGNED: { zh: "签约", en: "Signed" },
  LAND: { zh: "供地", en: "Land supplied" },
  BUILDING: { zh: "建设", en: "Building" },
  COMPLETED: { zh: "竣工", en: "Completed" },
  PRODUCING: { zh: "投产", en: "In production" },
  SUSPENDED: { zh: "停建", en: "Suspended" },
  TERMINATED: { zh: "终止", en: "Terminated" },
};

export const categoryWords: Readonly<Record<ProjectCategory, Text>> = {
  science: { zh: "科技", en: "Science" },
  industry: { zh: "产业", en: "Industry" },
  city: { zh: "城市", en: "City" },
};

export const keyLevelWords: Readonly<Record<KeyLevel, Text>> = {
  national: { zh: "国家重点", en: "National key" },
  provincial: { zh: "省级重点", en: "Provincial key" },
  municipal: { zh: "市级重点", en: "Municipal key" },
  zone: { zh: "区级重点", en: "Zone key" },
  ordinary: { zh: "一般", en: "Ordinary" },
};

export const milestoneWords: Readonly<Record<Milestone, Text>> = {
  sign: { zh: "签约", en: "signing" },
  land: { zh: "供地", en: "land supply" },
  start: { zh: "开工", en: "start of construction" },
  complete: { zh: "竣工", en: "completion" },
  produce: { zh: "投产", en: "start of production" },
  "full-capacity": { zh: "达产", en: "full capacity" },
  "above-scale": { zh: "上规", en: "above scale" },
  "element-land": { zh: "土地平整", en: "site levelled" },
  "element-power": { zh: "通电", en: "power connected" },
  "element-water": { zh: "通水", en: "water connected" },
  "element-gas": { zh: "通气", en: "gas connected" },
  "element-fire": { zh: "消防", en: "fire safety" },
  permit: { zh: "施工许可", en: "construction permit" },
};

export const evidenceWords: Readonly<Record<EvidenceKind, Text>> = {
  contract: { zh: "正式合同", en: "formal contract" },
  "land-contract": { zh: "土地出让合同", en: "land contract" },
  lease: { zh: "租赁合同", en: "lease" },
  "construction-permit": { zh: "施工许可证", en: "construction permit" },
  "permit-exemption": { zh: "免办施工许可依据", en: "exemption from the construction permit" },
  acceptance: { zh: "竣工验收备案", en: "acceptance filing" },
  "output-proof": { zh: "首批产出或运营证明", en: "proof of first output or operation" },
  "full-capacity-proof": { zh: "达产证明", en: "proof of full capacity" },
  "above-scale-proof": { zh: "上规入统证明", en: "proof of being above scale" },
  "suspension-decision": { zh: "停建决定", en: "decision to suspend" },
  "termination-decision": { zh: "终止决定", en: "decision to terminate" },
  "restart-plan": { zh: "复工计划", en: "plan to restart" },
  "resources-recovered": { zh: "资源收回凭证", en: "proof that resources were recovered" },
  "stat-files": { zh: "入库申报材料", en: "files for the statistics entry" },
  "investment-proof": { zh: "投资完成凭证", en: "proof of investment" },
  other: { zh: "其他", en: "other" },
};
