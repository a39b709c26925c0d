import { z } from "zod";
import {
  PoolFilter,
  ScoringContent,
  ScoringVersion,
  SignalKind,
  TargetScore,
  TargetVeto,
  VetoKind,
} from "#domains/promotion/contract/screening.ts";
import { ChainQuestion } from "#domains/promotion/contract/screening-question.ts";
import { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { defineOperations, PageRequest, pageOf } from "#kernel/contract.ts";
import { DayInReach, Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import { visibleText } from "#kernel/visible-text.ts";

const Id = z.uuid();
const Reason = visibleText(2, 500);
const Version = z.number().int();

/** An enterprise as a screening shows it, with what the zone has to do with it already. */
export const Candidate = z.object({
  rank: z.number().int(),
  enterprise: EnterpriseRow,
  score: TargetScore,
  /** Open target lists on which it stands, and its active leads. */
  lists: z.array(z.object({ id: Id, name: z.string() })),
  leads: z.array(z.object({ id: Id, code: z.string(), stage: z.string() })),
});
export type Candidate = z.infer<typeof Candidate>;

export const ExcludedCandidate = z.object({ enterprise: EnterpriseRow, score: TargetScore, vetoes: z.array(TargetVeto) });
export type ExcludedCandidate = z.infer<typeof ExcludedCandidate>;

export const Screening = z.object({
  place: ChainQuestion.omit({ nodes: true }),
  filter: PoolFilter,
  scoring: z.object({ version: z.number().int(), effectiveOn: LocalDate }),
  asOf: LocalDate,
  /** When the columns were read that were ranked; nothing has changed in the register since. */
  readAt: Instant,
  pool: z.number().int(),
  ranked: z.number().int(),
  excludedCounts: z.record(VetoKind, z.number().int()),
  /** How many of the ranked have so many certain points: [0, 10), [10, 20) … [90, 100]. */
  spread: z.array(z.number().int()),
  items: z.array(Candidate),
  excluded: z.array(ExcludedCandidate),
  abilities: Abilities,
});
export type Screening = z.infer<typeof Screening>;

export const SignalView = z.object({
  id: Id,
  enterprise: z.object({ id: Id, name: z.string() }),
  kind: SignalKind,
  on: LocalDate,
  until: LocalDate.nullable(),
  note: z.string(),
  source: z.string(),
  /** Of a sign that a document gave: where it stands there. */
  document: z.object({ id: Id, quote: z.string() }).nullable(),
  recordedOn: LocalDate,
  by: z.string(),
  withdrawn: z.object({ on: LocalDate, by: z.string(), because: z.string() }).nullable(),
  version: Version,
  abilities: Abilities,
});
export type SignalView = z.infer<typeof SignalView>;

export const NodeAsked = z.string().trim().min(1).max(60);

export const screeningOperations = defineOperations({
  screenTargets: {
    kind: "query",
    path: "/api/promotion/screening",
    permission: "promotion.read",
    command: "promotion screen",
    summary: { zh: "按产业方向筛选并排名目标企业", en: "Rank enterprises of the register for a place of the chain" },
    input: z.object({
      node: NodeAsked,
      ...PoolFilter.shape,
      limit: z.number().int().min(1).max(500).default(100),
      excludedLimit: z.number().int().min(0).max(200).default(20),
    }),
    output: Screening,
  },
  listScoring: {
    kind: "query",
    path: "/api/promotion/scoring",
    permission: "promotion.read",
    summary: { zh: "目标评分表", en: "Scoring tables of targets" },
    input: z.object({}),
    output: z.object({ inForce: ScoringVersion, versions: z.array(ScoringVersion), abilities: Abilities }),
  },
  setScoring: {
    kind: "command",
    path: "/api/promotion/scoring",
    permission: "promotion.set-rules",
    idempotency: "key",
    summary: { zh: "修改目标评分表", en: "Set the scoring table of targets" },
    input: z.object({
      content: ScoringContent,
      effectiveOn: DayInReach,
      reason: Reason,
      /** The version that was looked at: somebody else's change in between is not overwritten unseen. */
      basedOn: z.number().int().optional(),
    }),
    output: z.object({ version: z.number().int() }),
  },
  listSignals: {
    kind: "query",
    path: "/api/promotion/signals",
    permission: "promotion.read",
    summary: { zh: "企业动态信号", en: "Signs noted of enterprises" },
    input: PageRequest.extend({ enterpriseId: Id.optional(), kind: SignalKind.optional(), withdrawn: z.boolean().optional() }),
    output: pageOf(SignalView).extend({ abilities: Abilities }),
  },
  noteSignal: {
    kind: "command",
    path: "/api/promotion/signals",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "登记企业动态信号", en: "Note a sign of an enterprise" },
    input: z.object({
      enterpriseId: Id,
      kind: SignalKind.exclude(["document-project"]),
      on: DayInReach,
      note: visibleText(2, 500),
      /** Where it is known from. */
      source: visibleText(2, 200),
    }),
    output: SignalView,
  },
  endSignal: {
    kind: "command",
    path: "/api/promotion/signals/:signalId/end",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "登记信号终止（如移出失信名单）", en: "Enter that a sign no longer stands, such as a name taken off the list" },
    input: z.object({ signalId: Id, version: Version, until: DayInReach }),
    output: SignalView,
  },
  withdrawSignal: {
    kind: "command",
    path: "/api/promotion/signals/:signalId/withdraw",
    permission: "promotion.work",
    idempotency: "natural",
    summary: { zh: "撤回误登记的信号", en: "Withdraw a sign that was noted by mistake" },
    input: z.object({ signalId: Id, version: Version, because: Reason }),
    output: SignalView,
  },
  readDocuments: {
    kind: "command",
    path: "/api/promotion/signals/read-documents",
    permission: "promotion.work",
    idempotency: "key",
    summary: { zh: "从已采纳文件查找企业动态", en: "Look for signs of enterprises in accepted documents" },
    input: z.object({}),
    output: z.object({ read: z.number().int(), noted: z.number().int(), withdrawn: z.number().int() }),
  },
});
