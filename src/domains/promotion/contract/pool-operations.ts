import { z } from "zod";
import { ClaimKind, ClaimState } from "#domains/promotion/contract/lead.ts";
import { LeadRules, LeadRulesVersion } from "#domains/promotion/contract/lead-rules.ts";
import { ClaimView, LeadRow, LeadView } from "#domains/promotion/contract/lead-view.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Reason = z.string().trim().min(2).max(500);

/** Why two leads look like one: each reason in both languages, and how sure it is, from 0 to 100. */
export const DuplicatePair = z.object({
  one: LeadRow,
  other: LeadRow,
  score: z.number().int(),
  reasons: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** Who may own leads: name and department, nothing more. */
export const Officer = z.object({ id: Id, name: z.string(), department: z.string().nullable(), held: z.number().int() });
export type Officer = z.infer<typeof Officer>;

/** Pools, picking, first-talk registration, duplicates and the rules of all of them. */
export const poolOperations = defineOperations({
  leadPools: {
    kind: "query",
    path: "/api/promotion/pools",
    permission: "promotion.read",
    summary: { zh: "线索池", en: "Pools of leads" },
    input: z.object({}),
    output: z.object({
      pools: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
      perDay: z.number().int(),
      pickedToday: z.number().int(),
      mostHeld: z.number().int(),
      held: z.number().int(),
    }),
  },
  listPool: {
    kind: "query",
    path: "/api/promotion/pool",
    permission: "promotion.read",
    summary: { zh: "池中线索", en: "Leads of a pool" },
    input: PageRequest.extend({ pool: z.string().max(30).optional(), q: z.string().trim().max(60).optional() }),
    output: pageOf(z.object({ row: LeadRow, since: LocalDate, previousOwner: z.string().nullable(), abilities: Abilities })),
  },
  pickLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/pick",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "领取线索", en: "Pick a lead from its pool" },
    input: z.object({ id: Id }),
    output: LeadView,
  },
  releaseLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/release",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "退回线索池", en: "Give a lead back to its pool" },
    input: z.object({ id: Id, version: z.number().int(), reason: Reason, pool: z.string().max(30).optional() }),
    output: LeadView,
  },
  assignLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/assign",
    permission: "promotion.decide",
    idempotency: "natural",
    summary: { zh: "指派线索", en: "Assign a lead" },
    input: z.object({ id: Id, version: z.number().int(), ownerId: Id, reason: Reason }),
    output: LeadView,
  },
  listOfficers: {
    kind: "query",
    path: "/api/promotion/officers",
    permission: "promotion.read",
    summary: { zh: "招商人员", en: "Officers who may own leads" },
    input: z.object({}),
    output: z.object({ items: z.array(Officer) }),
  },
  claimLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/claims",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "首谈报备或申报同一项目", en: "Register a first talk, or claim the same project" },
    input: z.object({
      id: Id,
      kind: ClaimKind.default("first-talk"),
      /** Of a fair its name; of a team, where it is not the department, its own. */
      team: z.string().trim().max(80).default(""),
      talkedOn: DayInReach,
      note: z.string().trim().max(500).default(""),
    }),
    output: z.object({ claim: z.enum(["VALID", "DISPUTED"]), lead: LeadView }),
  },
  decideClaim: {
    kind: "command",
    path: "/api/promotion/claims/:claimId/decide",
    permission: "promotion.decide",
    idempotency: "natural",
    summary: { zh: "裁定首谈归属", en: "Decide whose first talk stands" },
    input: z.object({ claimId: Id, version: z.number().int(), uphold: z.boolean(), decision: Reason }),
    output: LeadView,
  },
  listClaims: {
    kind: "query",
    path: "/api/promotion/claims",
    permission: "promotion.read",
    summary: { zh: "首谈报备", en: "Registered first talks" },
    input: PageRequest.extend({ state: ClaimState.optional(), kind: ClaimKind.optional() }),
    output: pageOf(ClaimView),
  },
  listDuplicates: {
    kind: "query",
    path: "/api/promotion/duplicates",
    permission: "promotion.read",
    summary: { zh: "疑似重复线索", en: "Leads that look like one project" },
    input: z.object({}),
    output: z.object({ items: z.array(DuplicatePair), abilities: Abilities }),
  },
  joinLeads: {
    kind: "command",
    path: "/api/promotion/leads/:id/join",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "并入同一项目的线索", en: "Join a lead to the one of the same project" },
    input: z.object({ id: Id, version: z.number().int(), intoId: Id, reason: Reason }),
    output: LeadView,
  },
  keepApart: {
    kind: "command",
    path: "/api/promotion/leads/:id/keep-apart",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "认定不是同一项目", en: "Say that two leads are not one project" },
    input: z.object({ id: Id, otherId: Id, reason: Reason }),
    output: z.object({ decidedOn: LocalDate }),
  },
  listLeadRules: {
    kind: "query",
    path: "/api/promotion/rules",
    permission: "promotion.read",
    summary: { zh: "招商规则", en: "Rules of pools and clocks" },
    input: z.object({}),
    output: z.object({ inForce: LeadRulesVersion, versions: z.array(LeadRulesVersion), abilities: Abilities }),
  },
  setLeadRules: {
    kind: "command",
    path: "/api/promotion/rules",
    permission: "promotion.set-rules",
    idempotency: "key",
    summary: { zh: "修改招商规则", en: "Set the rules of pools and clocks" },
    input: z.object({
      rules: LeadRules,
      effectiveOn: DayInReach,
      reason: Reason,
      /** The newest version that the change was made from: another that came meanwhile is not painted over. */
      basedOn: z.number().int().optional(),
    }),
    output: z.object({ version: z.number().int() }),
  },
  runLeadClocks: {
    kind: "command",
    path: "/api/promotion/run-clocks",
    permission: "promotion.decide",
    idempotency: "natural",
    summary: { zh: "按规则核对全部线索", en: "Look at all leads by the rules" },
    input: z.object({}),
    output: z.object({
      looked: z.number().int(),
      parked: z.number().int(),
      recycled: z.number().int(),
      lapsed: z.number().int(),
    }),
  },
});
