import { z } from "zod";
import {
  ChainAction,
  ChainEdge,
  ChainLevel,
  ChainNode,
  EdgeKind,
  EvidenceStrength,
  NodeCode,
  Strength,
  StrengthRule,
  StrengthRuleVersion,
} from "#domains/chain/contract/chain.ts";
import { Placement } from "#domains/chain/contract/placement.ts";
import { Carrier, CarrierKind, CarrierRank, ChainRole, RoleKind } from "#domains/chain/contract/role.ts";
import { defineOperations } from "#kernel/contract.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const Words = z.object({ zh: z.string(), en: z.string() });

export const VersionRef = z.object({ id: Id, number: z.number().int(), name: z.string(), nameEn: z.string(), effectiveFrom: LocalDate });
export const CoverageFigure = z.object({ covered: z.number().int(), total: z.number().int(), pct: z.string().nullable() });

export const GraphNode = ChainNode.omit({ note: true }).extend({
  strength: Strength,
  producers: z.number().int(),
  leaders: z.number().int(),
  action: ChainAction.nullable(),
});
export type GraphNode = z.infer<typeof GraphNode>;
export const GraphView = z.object({
  asOf: LocalDate,
  version: VersionRef,
  nodes: z.array(GraphNode),
  edges: z.array(ChainEdge.omit({ evidence: true })),
  coverage: CoverageFigure,
  /** How many directions are missing, weak, present, strong. */
  strengths: z.record(Strength, z.number().int()),
  rule: StrengthRuleVersion,
  /** Placements that wait for a person. */
  proposed: z.number().int(),
});
export type GraphView = z.infer<typeof GraphView>;

const Neighbour = z.object({
  code: NodeCode,
  name: Words,
  kind: EdgeKind,
  evidence: EvidenceStrength,
  said: z.string(),
  strength: Strength,
});
export type Neighbour = z.infer<typeof Neighbour>;

export const NodeView = z.object({
  asOf: LocalDate,
  version: VersionRef,
  node: ChainNode,
  /** From the industry down to the one above it. */
  path: z.array(z.object({ code: NodeCode, name: Words, level: ChainLevel })),
  children: z.array(GraphNode),
  strength: Strength,
  producers: z.number().int(),
  leaders: z.number().int(),
  action: ChainAction.nullable(),
  end: z.enum(["upstream", "downstream"]).nullable(),
  upstream: z.array(Neighbour),
  downstream: z.array(Neighbour),
  /** Confirmed enterprises on it and below it, and those that wait for a person. */
  placements: z.array(Placement),
  roles: z.array(ChainRole),
  carriers: z.array(Carrier),
  /** Versions that hold this code, newest first. */
  versions: z.array(VersionRef.extend({ nameThen: z.string() })),
  abilities: Abilities,
});
export type NodeView = z.infer<typeof NodeView>;

export const GapRow = z.object({
  code: NodeCode,
  name: Words,
  industry: Words,
  field: Words,
  strength: Strength,
  action: ChainAction,
  end: z.enum(["upstream", "downstream"]).nullable(),
  /** Neighbours that are present or strong. */
  pull: z.number().int(),
  producers: z.number().int(),
  preparing: z.number().int(),
  elsewhere: z.number().int(),
  proposed: z.number().int(),
});
export type GapRow = z.infer<typeof GapRow>;

const CoverageRow = CoverageFigure.extend({ code: NodeCode, name: Words, level: ChainLevel, parent: NodeCode.nullable() });
const asOf = LocalDate.optional();
const Reason = z.string().trim().min(2).max(500);

export const graphOperations = defineOperations({
  graph: {
    kind: "query",
    path: "/api/chain/graph",
    permission: "chain.read",
    summary: { zh: "某日生效的产业链图谱及各环节强弱", en: "The chain graph in force on a day, with the strength of each place" },
    input: z.object({ asOf, versionId: Id.optional() }),
    output: GraphView,
  },
  coverage: {
    kind: "query",
    path: "/api/chain/coverage",
    permission: "chain.read",
    summary: { zh: "产业方向覆盖率", en: "Coverage of the directions" },
    input: z.object({ asOf }),
    output: CoverageFigure.extend({ asOf: LocalDate, version: VersionRef, rows: z.array(CoverageRow) }),
  },
  gaps: {
    kind: "query",
    path: "/api/chain/gaps",
    permission: "chain.read",
    summary: { zh: "短板清单：补链、强链、延链", en: "Gaps: to fill, to strengthen, to extend" },
    input: z.object({
      asOf,
      industry: NodeCode.optional(),
      action: ChainAction.optional(),
      level: z.enum(["direction", "node"]).default("direction"),
    }),
    output: z.object({ asOf: LocalDate, version: VersionRef, items: z.array(GapRow) }),
  },
  openNode: {
    kind: "query",
    path: "/api/chain/nodes/:code",
    permission: "chain.read",
    summary: {
      zh: "一个环节：企业、强弱、上下游、链长链主、创新载体",
      en: "One place: enterprises, strength, neighbours, roles, carriers",
    },
    input: z.object({ code: NodeCode, asOf }),
    output: NodeView,
  },
  appointRole: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/roles",
    permission: "chain.edit",
    summary: { zh: "确定链长或链主", en: "Name a chain chief or a leader firm" },
    input: z.object({
      node: NodeCode,
      kind: RoleKind,
      name: visibleText(2, 120),
      office: z.string().trim().max(80).default(""),
      personId: Id.optional(),
      uscc: z.string().trim().max(30).optional(),
      from: LocalDate,
    }),
    output: ChainRole,
  },
  endRole: {
    kind: "command",
    idempotency: "natural",
    path: "/api/chain/roles/:roleId/end",
    permission: "chain.edit",
    summary: { zh: "结束链长或链主任职", en: "End a role" },
    input: z.object({ roleId: Id, version: z.number().int(), until: LocalDate }),
    output: ChainRole,
  },
  listRoles: {
    kind: "query",
    path: "/api/chain/roles",
    permission: "chain.read",
    summary: { zh: "链长与链主", en: "Chain chiefs and leader firms" },
    input: z.object({ asOf }),
    output: z.object({ items: z.array(ChainRole) }),
  },
  saveCarrier: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/carriers",
    permission: "chain.edit",
    summary: { zh: "登记或修改创新载体及其服务方向", en: "Enter or change an innovation carrier and the directions that it serves" },
    input: z.object({
      carrierId: Id.optional(),
      version: z.number().int().optional(),
      name: visibleText(2, 120),
      kind: CarrierKind,
      rank: CarrierRank,
      nodes: z.array(NodeCode).min(1).max(60),
      from: LocalDate,
      until: LocalDate.optional(),
      note: z.string().trim().max(500).default(""),
    }),
    output: Carrier,
  },
  listCarriers: {
    kind: "query",
    path: "/api/chain/carriers",
    permission: "chain.read",
    summary: { zh: "创新载体", en: "Innovation carriers" },
    input: z.object({ asOf }),
    output: z.object({ items: z.array(Carrier), abilities: Abilities }),
  },
  listStrengthRules: {
    kind: "query",
    path: "/api/chain/strength-rules",
    permission: "chain.read",
    summary: { zh: "强弱判定标准的各版本", en: "Thresholds of strength, version by version" },
    input: z.object({}),
    output: z.object({ items: z.array(StrengthRuleVersion), abilities: Abilities }),
  },
  setStrengthRule: {
    kind: "command",
    idempotency: "key",
    path: "/api/chain/strength-rules",
    permission: "chain.approve",
    summary: { zh: "调整强弱判定标准", en: "Set the thresholds of strength" },
    input: z.object({ rule: StrengthRule, effectiveOn: LocalDate, reason: Reason }),
    output: StrengthRuleVersion,
  },
});
