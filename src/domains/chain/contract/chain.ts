import { z } from "zod";
import { LocalDate } from "#kernel/local-date.ts";
import type { Text } from "#kernel/texts.ts";
import { visibleText } from "#kernel/visible-text.ts";

/** Levels of the graph (handbook §2), from above; enterprises stand on them and are none of them. */
export const ChainLevel = z.enum(["industry", "field", "direction", "node"]);
export type ChainLevel = z.infer<typeof ChainLevel>;
export const levelWords = {
  industry: { zh: "主导产业", en: "Leading industry" },
  field: { zh: "细分领域", en: "Field" },
  direction: { zh: "产业方向", en: "Direction" },
  node: { zh: "产业环节", en: "Node" },
} as const satisfies Record<ChainLevel, Text>;

/** How strong a place of the chain is in this zone: computed from its resident producers, never typed in. */
export const Strength = z.enum(["missing", "weak", "present", "strong"]);
export type Strength = z.infer<typeof Strength>;
export const strengthWords = {
  missing: { zh: "缺", en: "Missing" },
  weak: { zh: "弱", en: "Weak" },
  present: { zh: "有", en: "Present" },
  strong: { zh: "强", en: "Strong" },
} as const satisfies Record<Strength, Text>;

/** What a gap asks for (handbook §2): fill what is missing, upgrade what is weak, add beyond either end. */
export const ChainAction = z.enum(["gap_fill", "strengthen", "extend"]);
export type ChainAction = z.infer<typeof ChainAction>;
export const actionWords = {
  gap_fill: { zh: "补链", en: "Fill the gap" },
  strengthen: { zh: "强链", en: "Strengthen" },
  extend: { zh: "延链", en: "Extend" },
} as const satisfies Record<ChainAction, Text>;

/** What flows from upstream to downstream. */
export const EdgeKind = z.enum(["material", "equipment", "component", "service"]);
export type EdgeKind = z.infer<typeof EdgeKind>;
export const edgeKindWords = {
  material: { zh: "材料", en: "Material" },
  equipment: { zh: "设备", en: "Equipment" },
  component: { zh: "零部件", en: "Component" },
  service: { zh: "服务", en: "Service" },
} as const satisfies Record<EdgeKind, Text>;

/** How well an edge is proven: assumed, from trade literature, from contracts or invoices seen. */
export const EvidenceStrength = z.enum(["weak", "medium", "strong"]);
export type EvidenceStrength = z.infer<typeof EvidenceStrength>;
export const evidenceWords = {
  weak: { zh: "弱（推断）", en: "Weak (inferred)" },
  medium: { zh: "中（公开资料）", en: "Medium (published)" },
  strong: { zh: "强（合同或票据）", en: "Strong (contract or invoice)" },
} as const satisfies Record<EvidenceStrength, Text>;

export const VersionState = z.enum(["DRAFT", "SUBMITTED", "APPROVED"]);
export type VersionState = z.infer<typeof VersionState>;
export const versionStateWords = {
  DRAFT: { zh: "草稿", en: "Draft" },
  SUBMITTED: { zh: "待审定", en: "Awaiting approval" },
  APPROVED: { zh: "已审定", en: "Approved" },
} as const satisfies Record<VersionState, Text>;

/** A code stays the same over versions: it is what placements, roles and targets hold on to. */
export const NodeCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/);
/** GB/T 4754-2017: a letter alone, or 2 to 4 digits with or without their letter. */
export const ClassCode = z
  .string()
  .trim()
  .regex(/^([A-T]|[A-T]?\d{2,4})$/);
const Words = visibleText(1, 60);

export const ChainNode = z.object({
  code: NodeCode,
  level: ChainLevel,
  parent: NodeCode.nullable(),
  name: Words,
  nameEn: z.string().trim().max(120).default(""),
  classCodes: z.array(ClassCode).max(20).default([]),
  /** Words by which a product of this place is known. */
  products: z.array(Words).max(60).default([]),
  note: z.string().trim().max(500).default(""),
});
export type ChainNode = z.infer<typeof ChainNode>;

export const ChainEdge = z.object({
  from: NodeCode,
  to: NodeCode,
  kind: EdgeKind,
  strength: EvidenceStrength.default("weak"),
  evidence: z.string().trim().max(500).default(""),
});
export type ChainEdge = z.infer<typeof ChainEdge>;

/** The whole of one version, as it is imported, exported, compared and checked. Nodes in the order of the page. */
export const ChainContent = z.object({ nodes: z.array(ChainNode).max(10_000), edges: z.array(ChainEdge).max(40_000) });
export type ChainContent = z.infer<typeof ChainContent>;

/** Something that is wrong with a draft: an error keeps it from being submitted, a warning is for the person who approves. */
export const DraftProblem = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  /** The place that it is about, where it is one. */
  node: z.string().nullable(),
  text: z.object({ zh: z.string(), en: z.string() }),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

/** Thresholds of the four strengths; data with its source, version by version. Counts are of distinct resident producers. */
export const StrengthRule = z
  .object({
    /** From so many producers a place is present; fewer, but one, is weak. */
    presentFrom: z.number().int().min(2).max(100),
    /** From so many it is strong. */
    strongFrom: z.number().int().min(2).max(200),
    /** With a 链主 or another leading firm among them, from so many already. */
    strongWithLeaderFrom: z.number().int().min(1).max(200),
    source: z.string().trim().min(2).max(200),
  })
  .refine((rule) => rule.presentFrom <= rule.strongFrom && rule.strongWithLeaderFrom <= rule.strongFrom, { path: ["strongFrom"] });
export type StrengthRule = z.infer<typeof StrengthRule>;

export const StrengthRuleVersion = z.object({
  version: z.number().int(),
  effectiveOn: LocalDate,
  rule: StrengthRule,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type StrengthRuleVersion = z.infer<typeof StrengthRuleVersion>;
