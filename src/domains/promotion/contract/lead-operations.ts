import { z } from "zod";
import {
  Channel,
  HandEvidenceKind,
  InteractionKind,
  InvestorClass,
  LeadNature,
  LeadStage,
  LeadStatus,
  LostReason,
} from "#domains/promotion/contract/lead.ts";
import { LeadRow, LeadView } from "#domains/promotion/contract/lead-view.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { personal } from "#kernel/personal.ts";

const Id = z.uuid();
const MB = 1_048_576;
const Version = z.number().int();
const Reason = z.string().trim().min(2).max(500);
export const PromotionYuan = Decimal.refine((amount) => !amount.startsWith("-") && amount !== "0" && amount.length <= 20, {
  error: "promotion.amount",
});

/** What is said of a lead and may be changed later. Without defaults: what an edit does not name stays as it is. */
const LeadSaid = z.object({
  projectName: z.string().trim().min(2).max(120),
  nature: LeadNature,
  party: z.string().trim().min(2).max(120),
  /** Of an entity of the national register. */
  enterpriseId: Id.nullable(),
  uscc: z.string().trim().max(30).nullable(),
  /** Of a party abroad: the number of its own register, with its country. */
  foreignId: z.string().trim().min(2).max(60).nullable(),
  country: z.string().trim().max(60),
  investorClasses: z.array(InvestorClass).max(8),
  /** Code of a node of the chain graph. */
  chainNode: z.string().trim().max(60).nullable(),
  industry: z.string().trim().max(60),
  leadingIndustry: z.boolean(),
  channel: Channel,
  /** Where it came from, in words: a fair, a resident, a fund. */
  origin: z.string().trim().max(200),
  amountYuan: PromotionYuan.nullable(),
  summary: z.string().trim().max(2000),
  contactName: personal("name", z.string().trim().max(40)),
  contactPhone: personal("phone", z.string().trim().max(30)),
});

export const LeadDraft = LeadSaid.partial().extend({
  projectName: LeadSaid.shape.projectName,
  party: LeadSaid.shape.party,
  channel: Channel,
  /** Into the pool instead of one's own hands. */
  toPool: z.boolean().default(false),
  pool: z.string().trim().max(30).optional(),
  /** The day on which one's own team first talked with the party: registers the first talk with it. */
  talkedOn: DayInReach.optional(),
  /** A lead of the same party and name is there, and this is another project all the same: why. */
  distinctReason: z.string().trim().min(4).max(300).optional(),
});
export type LeadDraft = z.infer<typeof LeadDraft>;

export const LeadFilter = z.object({
  q: z.string().trim().max(60).optional(),
  stage: LeadStage.optional(),
  status: LeadStatus.optional(),
  channel: Channel.optional(),
  nature: LeadNature.optional(),
  ownerId: Id.optional(),
  /** `true`: one's own only. */
  mine: z.boolean().optional(),
  /** `true`: those that nobody owns. */
  pooled: z.boolean().optional(),
  /** `true`: those with a clock that is over. */
  late: z.boolean().optional(),
});
export type LeadFilter = z.infer<typeof LeadFilter>;

/** A column of the board: active leads of one stage, how many and how much, and the first of them. */
const BoardCard = LeadRow.pick({
  id: true,
  code: true,
  projectName: true,
  party: true,
  nature: true,
  channel: true,
  amountYuan: true,
  owner: true,
  ownerId: true,
  stageSince: true,
  due: true,
}).extend({
  /** The move to the next stage and what is missing for it. */
  next: z.object({ move: z.string(), to: LeadStage, missing: z.array(z.string()) }).nullable(),
});
export type BoardCard = z.infer<typeof BoardCard>;

const BoardColumn = z.object({
  stage: LeadStage,
  count: z.number().int(),
  amountYuan: Decimal,
  late: z.number().int(),
  cards: z.array(BoardCard),
});

export const FunnelStage = z.object({
  stage: LeadStage,
  /** Leads that reached it, within the period in which they were registered. */
  reached: z.number().int(),
  amountYuan: Decimal,
  /** Of those of the stage before, in percent. */
  ofPreviousPct: Decimal.nullable(),
  /** Where the others of this stage are: still here, parked, lost, rejected. */
  here: z.number().int(),
  parked: z.number().int(),
  lost: z.number().int(),
  rejected: z.number().int(),
});
export type FunnelStage = z.infer<typeof FunnelStage>;

export const leadOperations = defineOperations({
  registerLead: {
    kind: "command",
    path: "/api/promotion/leads",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记招商线索", en: "Register a lead" },
    input: LeadDraft,
    output: z.object({ id: Id, code: z.string(), claim: z.enum(["VALID", "DISPUTED"]).nullable() }),
  },
  editLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/edit",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "修改线索", en: "Edit what is said of a lead" },
    input: LeadSaid.partial().extend({ id: Id, version: Version }),
    output: LeadView,
  },
  listLeads: {
    kind: "query",
    path: "/api/promotion/leads",
    permission: "promotion.read",
    summary: { zh: "线索列表", en: "List leads" },
    input: PageRequest.extend({
      ...LeadFilter.shape,
      sort: z.enum(["due", "code", "amount", "touched", "stage"]).default("due"),
    }),
    output: pageOf(LeadRow),
  },
  exportLeads: {
    kind: "query",
    path: "/api/promotion/leads/export",
    permission: "promotion.read",
    summary: { zh: "导出线索清单", en: "Export a list of leads" },
    input: LeadFilter.extend({ format: z.enum(["xlsx", "csv"]).default("xlsx") }),
    output: FileReply,
    file: "export",
  },
  board: {
    kind: "query",
    path: "/api/promotion/board",
    permission: "promotion.read",
    summary: { zh: "招商看板", en: "Board by stage" },
    input: LeadFilter.pick({ q: true, channel: true, ownerId: true, mine: true }).extend({
      perColumn: z.number().int().min(1).max(100).default(20),
    }),
    output: z.object({
      columns: z.array(BoardColumn),
      side: z.record(LeadStatus, z.number().int()),
      pooled: z.number().int(),
      late: z.number().int(),
      disputes: z.number().int(),
    }),
  },
  leadFunnel: {
    kind: "query",
    path: "/api/promotion/funnel",
    permission: "promotion.read",
    summary: { zh: "招商漏斗", en: "Funnel of promotion" },
    input: z.object({ from: DayInReach.optional(), to: DayInReach.optional(), channel: Channel.optional(), nature: LeadNature.optional() }),
    output: z.object({
      from: LocalDate.nullable(),
      to: LocalDate,
      stages: z.array(FunnelStage),
      lostReasons: z.array(z.object({ reason: LostReason, count: z.number().int() })),
    }),
  },
  openLead: {
    kind: "query",
    path: "/api/promotion/leads/:id",
    permission: "promotion.read",
    summary: { zh: "打开线索", en: "Open a lead" },
    input: z.object({ id: Id }),
    output: LeadView,
  },
  moveLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/move",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "线索转入下一阶段", en: "Move a lead to its next stage" },
    input: z.object({
      id: Id,
      version: Version,
      move: z.enum(["contact", "negotiate", "propose", "startDiligence", "submitDecision", "sign", "land", "stepBack"]),
      on: DayInReach,
      reason: z.string().trim().max(500).optional(),
      /** At signing: category of the project, and its code when the register has it already. */
      category: z.enum(["science", "industry", "city"]).default("industry"),
      project: z.string().trim().min(1).max(40).optional(),
    }),
    output: LeadView,
  },
  changeLeadStatus: {
    kind: "command",
    path: "/api/promotion/leads/:id/status",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "搁置、恢复或登记流失", en: "Park, resume or lose a lead" },
    input: z.object({
      id: Id,
      version: Version,
      change: z.enum(["park", "resume", "lose"]),
      on: DayInReach,
      reason: Reason,
      lostReason: LostReason.optional(),
    }),
    output: LeadView,
  },
  decideLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/decide",
    permission: "promotion.decide",
    idempotency: "key",
    summary: { zh: "对线索作出决策", en: "Decide on a lead" },
    input: z.object({
      id: Id,
      version: Version,
      decision: z.enum(["approve", "reject", "reopen"]),
      on: DayInReach,
      /** Of the meeting or paper that decided. */
      number: z.string().trim().max(80).default(""),
      reason: Reason,
    }),
    output: LeadView,
  },
  markLead: {
    kind: "command",
    path: "/api/promotion/leads/:id/mark",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "登记答复、研判或告知", en: "Enter that a lead was answered, judged or told" },
    input: z.object({
      id: Id,
      version: Version,
      mark: z.enum(["answered", "judged", "told"]),
      on: DayInReach,
      worthwhile: z.boolean().optional(),
      note: z.string().trim().max(500).default(""),
    }),
    output: LeadView,
  },
  logInteraction: {
    kind: "command",
    path: "/api/promotion/leads/:id/interactions",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "记录一次对接", en: "Log an interaction" },
    input: z.object({
      id: Id,
      kind: InteractionKind,
      on: DayInReach,
      place: z.string().trim().max(120).default(""),
      ours: z.string().trim().max(200).default(""),
      theirs: personal("names", z.string().trim().max(200)).default(""),
      learnt: z.string().trim().min(2).max(2000),
      nextStep: z.string().trim().max(500).default(""),
      nextOn: DayInReach.optional(),
    }),
    output: LeadView,
  },
  attachLeadEvidence: {
    kind: "command",
    path: "/api/promotion/leads/:id/evidence",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "附上线索材料", en: "Attach evidence to a lead" },
    input: z.object({
      id: Id,
      kind: HandEvidenceKind,
      number: z.string().trim().max(80).default(""),
      datedOn: DayInReach,
      note: z.string().trim().max(500).default(""),
    }),
    output: LeadView,
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
  },
  confirmLeadEvidence: {
    kind: "command",
    path: "/api/promotion/evidence/:evidenceId/confirm",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "第二人确认材料", en: "Confirm evidence as a second person" },
    input: z.object({ evidenceId: Id, version: Version, note: z.string().trim().max(500).default("") }),
    output: LeadView,
  },
  downloadLeadEvidence: {
    kind: "query",
    path: "/api/promotion/evidence/:evidenceId/file",
    permission: "promotion.read",
    summary: { zh: "下载线索材料", en: "Download a file of a lead" },
    input: z.object({ evidenceId: Id }),
    output: FileReply,
    file: "stored",
  },
  sendLeadToRegister: {
    kind: "command",
    path: "/api/promotion/leads/:id/send",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "重新送项目库立项", en: "Send a signed lead to the register again" },
    input: z.object({
      id: Id,
      version: Version,
      category: z.enum(["science", "industry", "city"]).default("industry"),
      project: z.string().trim().min(1).max(40).optional(),
    }),
    output: LeadView,
  },
});
