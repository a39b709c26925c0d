import { z } from "zod";
import { DistressDriver } from "#domains/promotion/contract/distress.ts";
import { PaperState } from "#domains/promotion/contract/paper.ts";
import { Statement } from "#domains/promotion/contract/statement.ts";
import { MissingItem, RatioReading } from "#domains/promotion/contract/statement-ratios.ts";
import { ContractClause, DiligenceEventKind, RedLineReport } from "#domains/promotion/contract/statement-red-lines.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();

export const Recommendation = z.enum(["proceed", "conditional", "stop"]);
export type Recommendation = z.infer<typeof Recommendation>;

export const recommendationWords: Readonly<Record<Recommendation, Text>> = {
  proceed: { zh: "可以引进", en: "Proceed" },
  conditional: { zh: "附条件引进", en: "Proceed under conditions" },
  stop: { zh: "不宜引进", en: "Do not proceed" },
};

/** What the contract is to say, in its own words. */
export const MemoCondition = z.object({ clause: ContractClause, words: z.string().trim().min(4).max(500) });
export type MemoCondition = z.infer<typeof MemoCondition>;

export const EnteredStatement = z.object({
  statement: Statement,
  revision: z.number().int(),
  /** Who says so: the audited report, or the national register. */
  source: z.string(),
  recordedOn: LocalDate.nullable(),
  by: z.string().nullable(),
});
export type EnteredStatement = z.infer<typeof EnteredStatement>;

export const EventView = z.object({
  id: Id,
  kind: DiligenceEventKind,
  on: LocalDate,
  subject: z.string(),
  source: z.string(),
  liftedOn: LocalDate.nullable(),
  liftedBecause: z.string().nullable(),
  by: z.string(),
  recordedOn: LocalDate,
  version: z.number().int(),
  abilities: Abilities,
});
export type EventView = z.infer<typeof EventView>;

export const HoldingView = z.object({
  /** Null for one of the national register. */
  id: Id.nullable(),
  holder: z.string(),
  held: z.string(),
  sharePct: Decimal.nullable(),
  evidence: z.string().nullable(),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
  source: z.string(),
  version: z.number().int().nullable(),
});
export type HoldingView = z.infer<typeof HoldingView>;

export const DistressReading = z.object({
  year: z.number().int(),
  score: z.number(),
  percentile: z.number().int().min(0).max(100),
  drivers: z.array(DistressDriver),
});
export type DistressReading = z.infer<typeof DistressReading>;

export const ParentageReading = z.object({
  parent: z.string(),
  claimedOn: LocalDate,
  source: z.string(),
  verdict: z.enum(["shown", "not-shown", "denied"]),
  zh: z.string(),
  en: z.string(),
  warnings: z.array(z.object({ zh: z.string(), en: z.string() })),
});
export type ParentageReading = z.infer<typeof ParentageReading>;

export const parentageWords: Readonly<Record<ParentageReading["verdict"], Text>> = {
  shown: { zh: "可以证实", en: "Shown" },
  "not-shown": { zh: "未能证实", en: "Not shown" },
  denied: { zh: "已被否认", en: "Denied" },
};

/** What is known of a party on a day: the reviewer of a memo sees it as it stood at submission. */
export const Findings = z.object({
  asOf: LocalDate,
  report: RedLineReport.nullable(),
  /** Null where the newest year lacks what the score needs. */
  distress: DistressReading.nullable(),
  distressMissing: z.array(MissingItem),
  parentage: z.array(ParentageReading),
});
export type Findings = z.infer<typeof Findings>;

export const MemoView = z.object({
  id: Id,
  edition: z.number().int(),
  state: PaperState,
  recommendation: Recommendation,
  summary: z.string(),
  conditions: z.array(MemoCondition),
  findings: Findings.nullable(),
  writtenOn: LocalDate,
  writtenBy: z.string(),
  submittedOn: LocalDate.nullable(),
  reviewed: z.object({ on: LocalDate, by: z.string(), review: z.string() }).nullable(),
  /** What keeps it from being submitted, as codes. */
  missing: z.array(z.string()),
  version: z.number().int(),
  abilities: Abilities,
});
export type MemoView = z.infer<typeof MemoView>;

export const ClauseView = z.object({
  contractId: Id,
  contract: z.string(),
  clause: ContractClause,
  words: z.string(),
  edition: z.number().int(),
});

export const DiligenceView = z.object({
  lead: z.object({
    id: Id,
    code: z.string(),
    projectName: z.string(),
    party: z.string(),
    enterpriseId: Id.nullable(),
    industry: z.string(),
    amountYuan: Decimal.nullable(),
  }),
  statements: z.array(EnteredStatement),
  ratios: z.array(RatioReading),
  /** As of today; null while no statement is known. Its lines of events are in any case in `events`. */
  now: Findings,
  events: z.array(EventView),
  holdings: z.array(HoldingView),
  denials: z.array(z.object({ parent: z.string(), party: z.string(), on: LocalDate, evidence: z.string() })),
  memos: z.array(MemoView),
  clauses: z.array(ClauseView),
  abilities: Abilities,
});
export type DiligenceView = z.infer<typeof DiligenceView>;
