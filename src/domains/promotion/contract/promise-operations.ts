import { z } from "zod";
import { PromotionYuan } from "#domains/promotion/contract/lead-operations.ts";
import { PromiseLine, PromiseMetric } from "#domains/promotion/contract/promise.ts";
import { defineOperations, FileReply, PageRequest, pageOf } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { DayInReach, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";

const Id = z.uuid();
const Year = z.number().int().min(2000).max(2100);
const NotNegative = Decimal.refine((amount) => !amount.startsWith("-") && amount.length <= 20, { error: "promotion.not-negative" });

export const PromiseSaid = z.object({
  /** Fixed investment by year. */
  investment: z
    .array(z.object({ year: Year, yuan: PromotionYuan }))
    .max(15)
    .refine((years) => new Set(years.map(({ year }) => year)).size === years.length, { error: "promotion.year-twice" }),
  startOn: DayInReach.optional(),
  produceOn: DayInReach.optional(),
  /** The year from which output, tax, jobs and land yield are promised. */
  fullYear: Year.optional(),
  outputYuan: NotNegative.optional(),
  taxYuan: NotNegative.optional(),
  jobs: z.number().int().min(0).max(1_000_000).optional(),
  landMu: NotNegative.optional(),
  taxPerMuYuan: NotNegative.optional(),
});

export const PromisesView = z.object({
  lead: z.object({ id: Id, code: z.string(), projectName: z.string(), party: z.string() }),
  project: z.object({ id: Id, code: z.string() }).nullable(),
  contractNumber: z.string().nullable(),
  promisedOn: LocalDate,
  revision: z.number().int(),
  /** Earlier revisions, each with the reason of the next. */
  history: z.array(z.object({ revision: z.number().int(), promisedOn: LocalDate, reason: z.string(), by: z.string() })),
  totalYuan: Decimal,
  lines: z.array(PromiseLine),
  /** How many lines stand in which state. */
  kept: z.number().int(),
  broken: z.number().int(),
  abilities: Abilities,
});
export type PromisesView = z.infer<typeof PromisesView>;

/** One measure over all promises of the zone: what was due by the day, and what came of it. */
export const PromiseTotal = z.object({
  metric: PromiseMetric,
  leads: z.number().int(),
  promised: Decimal,
  actual: Decimal,
  pct: Decimal.nullable(),
  kept: z.number().int(),
  short: z.number().int(),
  noData: z.number().int(),
});
export type PromiseTotal = z.infer<typeof PromiseTotal>;

export const promiseOperations = defineOperations({
  setPromises: {
    kind: "command",
    path: "/api/promotion/leads/:id/promises",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记承诺", en: "Enter what was promised" },
    input: PromiseSaid.extend({
      id: Id,
      promisedOn: DayInReach,
      /** A later revision needs its reason: a supplementary agreement. */
      reason: z.string().trim().max(500).default(""),
    }),
    output: PromisesView,
  },
  openPromises: {
    kind: "query",
    path: "/api/promotion/leads/:id/promises",
    permission: "promotion.read",
    summary: { zh: "承诺与兑现", en: "Promises of a lead" },
    input: z.object({ id: Id, asOf: DayInReach.optional() }),
    output: z.object({ promises: PromisesView.nullable(), abilities: Abilities }),
  },
  recordActual: {
    kind: "command",
    path: "/api/promotion/leads/:id/actuals",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记兑现情况", en: "Enter what came of a promise" },
    input: z.object({
      id: Id,
      metric: PromiseMetric,
      year: Year.optional(),
      amount: NotNegative.optional(),
      on: DayInReach.optional(),
      note: z.string().trim().min(2).max(300),
    }),
    output: PromisesView,
  },
  promiseLedger: {
    kind: "query",
    path: "/api/promotion/promises",
    command: "promotion promises",
    permission: "promotion.read",
    summary: { zh: "承诺台账", en: "Ledger of promises" },
    input: PageRequest.extend({
      q: z.string().trim().max(60).optional(),
      asOf: DayInReach.optional(),
      /** `true`: those with a line that is short, late or without data. */
      broken: z.boolean().optional(),
    }),
    output: pageOf(PromisesView).extend({ asOf: LocalDate, totals: z.array(PromiseTotal) }),
  },
  exportPromises: {
    kind: "query",
    path: "/api/promotion/promises/export",
    permission: "promotion.read",
    summary: { zh: "导出承诺台账", en: "Export the ledger of promises" },
    input: z.object({ asOf: DayInReach.optional(), format: z.enum(["xlsx", "csv"]).default("xlsx") }),
    output: FileReply,
    file: "export",
  },
});
