import { z } from "zod";
import { AmountClass, ContractKind, FundsProof, FundsState } from "#domains/promotion/contract/contract.ts";
import { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { PromotionYuan } from "#domains/promotion/contract/lead-operations.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const MB = 1_048_576;

export const FundsView = z.object({
  id: Id,
  contractId: Id,
  arrivedOn: LocalDate,
  amountYuan: Decimal,
  proof: FundsProof,
  proofNumber: z.string(),
  note: z.string(),
  fileName: z.string().nullable(),
  state: FundsState,
  enteredBy: z.string(),
  recordedOn: LocalDate,
  decidedBy: z.string().nullable(),
  decidedOn: LocalDate.nullable(),
  decision: z.string().nullable(),
  version: z.number().int(),
  abilities: Abilities,
});
export type FundsView = z.infer<typeof FundsView>;

export const ContractView = z.object({
  id: Id,
  lead: z.object({ id: Id, code: z.string(), projectName: z.string() }),
  kind: ContractKind,
  number: z.string(),
  title: z.string(),
  party: z.string(),
  signedOn: LocalDate,
  amountYuan: Decimal.nullable(),
  /** Computed from the amount; null without one. */
  amountClass: AmountClass.nullable(),
  /** As the paper puts it. */
  amountPhrase: z.string(),
  investorClasses: z.array(InvestorClass),
  industry: z.string(),
  leadingIndustry: z.boolean(),
  fair: z.string(),
  conditions: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(["SIGNED", "ENDED"]),
  endedOn: LocalDate.nullable(),
  endedReason: z.string().nullable(),
  /** Confirmed by a second person. */
  arrivedYuan: Decimal,
  funds: z.array(FundsView),
  by: z.string(),
  version: z.number().int(),
  abilities: Abilities,
});
export type ContractView = z.infer<typeof ContractView>;

const Count = z.object({ count: z.number().int(), amountYuan: Decimal });

/** Contracts signed and funds arrived within a period, by the definitions of handbook §3. */
export const ContractMeasures = z.object({
  from: LocalDate,
  to: LocalDate,
  formal: Count,
  framework: Count,
  intent: Count,
  entry: z.object({ operator: z.number().int(), institute: z.number().int(), foreign: z.number().int() }),
  /** Exclusive of each other, of formal contracts. */
  classes: z.array(z.object({ class: AmountClass, count: z.number().int(), amountYuan: Decimal })),
  /** 10亿元及以上, all larger classes included. */
  atLeastOneBillion: Count,
  /** The least that the classes add up to by their lower ends: a check on the total. */
  floorYuan: Decimal,
  floorHolds: z.boolean(),
  investors: z.array(z.object({ class: InvestorClass, count: z.number().int() })),
  top500: z.number().int(),
  listed: z.number().int(),
  institutes: z.number().int(),
  leading: z.object({ count: z.number().int(), of: z.number().int(), pct: Decimal.nullable() }),
  /** Of contracts of any year. */
  arrivedYuan: Decimal,
  waitingYuan: Decimal,
  /** Arrived ÷ contracted in the same period: different cohorts, and labelled so (handbook §3). */
  arrivalRatePct: Decimal.nullable(),
  /** What of the contracts signed in the period has arrived since. */
  cohort: z.object({ contractYuan: Decimal, arrivedYuan: Decimal, pct: Decimal.nullable() }),
});
export type ContractMeasures = z.infer<typeof ContractMeasures>;

export const contractOperations = defineOperations({
  addContract: {
    kind: "command",
    path: "/api/promotion/leads/:id/contracts",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记合同或协议", en: "Enter a contract" },
    input: z.object({
      id: Id,
      kind: ContractKind,
      number: z.string().trim().min(2).max(60),
      title: z.string().trim().min(2).max(160),
      signedOn: DayInReach,
      amountYuan: PromotionYuan.optional(),
      amountPhrase: z.string().trim().max(60).default(""),
      investorClasses: z.array(InvestorClass).max(8).optional(),
      industry: z.string().trim().max(60).optional(),
      leadingIndustry: z.boolean().optional(),
      fair: z.string().trim().max(120).default(""),
      conditions: z.string().trim().max(2000).default(""),
    }),
    output: ContractView,
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
  },
  endContract: {
    kind: "command",
    path: "/api/promotion/contracts/:contractId/end",
    permission: "promotion.decide",
    idempotency: "natural",
    summary: { zh: "终止合同", en: "End a contract" },
    input: z.object({ contractId: Id, version: z.number().int(), on: DayInReach, reason: z.string().trim().min(2).max(500) }),
    output: ContractView,
  },
  listContracts: {
    kind: "query",
    path: "/api/promotion/contracts",
    permission: "promotion.read",
    summary: { zh: "合同台账", en: "List contracts" },
    input: PageRequest.extend({
      q: z.string().trim().max(60).optional(),
      kind: ContractKind.optional(),
      class: AmountClass.optional(),
      from: DayInReach.optional(),
      to: DayInReach.optional(),
      leadId: Id.optional(),
      /** `true`: those with funds that wait for a second person. */
      waiting: z.boolean().optional(),
    }),
    output: pageOf(ContractView),
  },
  contractMeasures: {
    kind: "query",
    path: "/api/promotion/measures",
    permission: "promotion.read",
    summary: { zh: "签约与到位资金指标", en: "Measures of contracts and funds" },
    input: z.object({ from: DayInReach.optional(), to: DayInReach.optional() }),
    output: ContractMeasures,
  },
  downloadContract: {
    kind: "query",
    path: "/api/promotion/contracts/:contractId/file",
    permission: "promotion.read",
    summary: { zh: "下载合同文件", en: "Download the file of a contract" },
    input: z.object({ contractId: Id }),
    output: FileReply,
    file: "stored",
  },
  enterFunds: {
    kind: "command",
    path: "/api/promotion/contracts/:contractId/funds",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记到位资金", en: "Enter funds that arrived" },
    input: z.object({
      contractId: Id,
      arrivedOn: DayInReach,
      amountYuan: PromotionYuan,
      proof: FundsProof,
      proofNumber: z.string().trim().min(1).max(80),
      note: z.string().trim().max(300).default(""),
    }),
    output: ContractView,
    upload: { maxFiles: 1, maxBytes: 20 * MB, optional: true },
  },
  confirmFunds: {
    kind: "command",
    path: "/api/promotion/funds/:fundsId/confirm",
    permission: "promotion.diligence",
    idempotency: "natural",
    summary: { zh: "第二人确认到位资金", en: "Confirm funds as a second person" },
    input: z.object({ fundsId: Id, version: z.number().int(), confirm: z.boolean(), decision: z.string().trim().min(2).max(300) }),
    output: ContractView,
  },
  downloadFunds: {
    kind: "query",
    path: "/api/promotion/funds/:fundsId/file",
    permission: "promotion.read",
    summary: { zh: "下载到位凭证", en: "Download the proof of funds" },
    input: z.object({ fundsId: Id }),
    output: FileReply,
    file: "stored",
  },
});
