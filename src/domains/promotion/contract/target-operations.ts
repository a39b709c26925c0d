import { z } from "zod";
import { Channel, InvestorClass } from "#domains/promotion/contract/lead.ts";
import { PoolFilter } from "#domains/promotion/contract/screening.ts";
import { Candidate, NodeAsked } from "#domains/promotion/contract/screening-operations.ts";
import { TargetListRow, TargetMove, TargetRow, TargetStatus, TargetStep } from "#domains/promotion/contract/target.ts";
import { defineOperations, FileReply } from "#kernel/contract.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const Reason = visibleText(2, 500);
const Version = z.number().int();
export const MOST_TARGETS = 500;

export const targetOperations = defineOperations({
  lockTargets: {
    kind: "command",
    path: "/api/promotion/target-lists",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "锁定目标企业清单", en: "Lock a list of targets from a screening" },
    input: z.object({
      name: visibleText(2, 60),
      node: NodeAsked,
      filter: PoolFilter.default({}),
      count: z.number().int().min(1).max(MOST_TARGETS).default(158),
      /** Of the ranked ones that were looked at and left out. */
      without: z.array(Id).max(MOST_TARGETS).default([]),
      reason: visibleText(0, 500).default(""),
    }),
    output: z.object({ id: Id, count: z.number().int() }),
  },
  listTargetLists: {
    kind: "query",
    path: "/api/promotion/target-lists",
    permission: "promotion.read",
    summary: { zh: "目标企业清单", en: "Lists of targets" },
    input: z.object({ state: z.enum(["OPEN", "CLOSED"]).optional() }),
    output: z.object({ items: z.array(TargetListRow), abilities: Abilities }),
  },
  openTargetList: {
    kind: "query",
    path: "/api/promotion/target-lists/:listId",
    permission: "promotion.read",
    summary: { zh: "打开目标企业清单", en: "Open a list of targets" },
    input: z.object({
      listId: Id,
      status: TargetStatus.optional(),
      ownerId: Id.optional(),
      class: InvestorClass.optional(),
      q: z.string().trim().max(60).optional(),
    }),
    output: z.object({ list: TargetListRow, items: z.array(TargetRow) }),
  },
  openTarget: {
    kind: "query",
    path: "/api/promotion/targets/:targetId",
    permission: "promotion.read",
    summary: { zh: "打开目标企业", en: "Open a target" },
    input: z.object({ targetId: Id }),
    output: z.object({
      row: TargetRow,
      scores: z.array(TargetRow.shape.score),
      steps: z.array(z.object({ step: TargetStep, on: LocalDate, at: Instant, by: z.string(), reason: z.string() })),
    }),
  },
  refreshTargets: {
    kind: "query",
    path: "/api/promotion/target-lists/:listId/refresh",
    permission: "promotion.read",
    summary: { zh: "对照最新数据：哪些变动、为什么", en: "A locked list against today's data: what moved and why" },
    input: z.object({ listId: Id }),
    output: z.object({
      list: TargetListRow,
      asOf: LocalDate,
      scoring: z.number().int(),
      /** Ranked within the length of the list today and not on it. */
      fresh: z.array(Candidate),
      moved: z.array(TargetMove),
      unmoved: z.number().int(),
    }),
  },
  takeRefresh: {
    kind: "command",
    path: "/api/promotion/target-lists/:listId/take",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "采用所选企业的最新评分", en: "Take over today's scores of chosen targets" },
    input: z.object({ listId: Id, version: Version, targetIds: z.array(Id).min(1).max(MOST_TARGETS) }),
    output: z.object({ taken: z.number().int() }),
  },
  addTarget: {
    kind: "command",
    path: "/api/promotion/target-lists/:listId/targets",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "增补目标企业", en: "Add a target to a list" },
    input: z.object({ listId: Id, enterpriseId: Id, reason: Reason }),
    output: TargetRow,
  },
  assignTargets: {
    kind: "command",
    path: "/api/promotion/target-lists/:listId/assign",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "批量分派尚未分派的目标企业", en: "Share out targets that nobody has yet" },
    /** In the order of the list, turn by turn. Whoever is assigned, dropped or a lead already is left as it is. */
    input: z.object({ listId: Id, targetIds: z.array(Id).min(1).max(MOST_TARGETS), ownerIds: z.array(Id).min(1).max(50) }),
    output: z.object({ assigned: z.number().int(), left: z.number().int() }),
  },
  editTarget: {
    kind: "command",
    path: "/api/promotion/targets/:targetId/edit",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "分派目标企业，认定类别", en: "Assign a target, say its classes" },
    input: z.object({
      targetId: Id,
      version: Version,
      ownerId: Id.nullable().optional(),
      classes: z.array(InvestorClass).max(8).optional(),
      reason: Reason.optional(),
    }),
    output: TargetRow,
  },
  dropTarget: {
    kind: "command",
    path: "/api/promotion/targets/:targetId/drop",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "移出或恢复目标企业", en: "Drop a target or restore it" },
    input: z.object({ targetId: Id, version: Version, restore: z.boolean().default(false), because: Reason }),
    output: TargetRow,
  },
  targetToLead: {
    kind: "command",
    path: "/api/promotion/targets/:targetId/lead",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "目标企业转为招商线索", en: "Open a lead from a target" },
    input: z.object({
      targetId: Id,
      version: Version,
      projectName: z.string().trim().min(2).max(120),
      channel: Channel.default("peer-referral"),
    }),
    output: z.object({ leadId: Id, code: z.string(), row: TargetRow }),
  },
  closeTargetList: {
    kind: "command",
    path: "/api/promotion/target-lists/:listId/close",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "关闭目标企业清单", en: "Close a list of targets" },
    input: z.object({ listId: Id, version: Version, because: Reason }),
    output: TargetListRow,
  },
  exportTargets: {
    kind: "query",
    path: "/api/promotion/target-lists/:listId/export",
    permission: "promotion.read",
    summary: { zh: "导出目标企业清单", en: "Export a list of targets" },
    input: z.object({ listId: Id, format: z.enum(["xlsx", "csv"]).default("xlsx") }),
    output: FileReply,
    file: "export",
  },
});
