import { z } from "zod";
import { InvestorClass } from "#domains/promotion/contract/lead.ts";
import { Measure, PoolFilter, TargetVeto, VetoKind } from "#domains/promotion/contract/screening.ts";
import { Instant, LocalDate } from "#kernel/local-date.ts";
import { Abilities } from "#kernel/policy.ts";
import type { Text } from "#kernel/texts.ts";

const Id = z.uuid();

/** 已锁定 → 已分派 → 已转线索; dropped ones stay on the list with their reason. */
export const TargetStatus = z.enum(["LOCKED", "ASSIGNED", "LEAD", "DROPPED"]);
export type TargetStatus = z.infer<typeof TargetStatus>;

export const TargetStep = z.enum(["LOCKED", "ADDED", "ASSIGNED", "CLASSED", "NOTED", "RESCORED", "DROPPED", "RESTORED", "LEAD"]);
export type TargetStep = z.infer<typeof TargetStep>;

/** A term as it was on the day of scoring. Points in tenths, so that they are kept exactly. */
export const KeptTerm = z.object({
  measure: Measure,
  value: z.number().int().nullable(),
  least: z.number().int(),
  most: z.number().int(),
  /** What it rested on, in words. */
  because: z.object({ zh: z.string(), en: z.string() }),
});
export type KeptTerm = z.infer<typeof KeptTerm>;

export const KeptScore = z.object({
  scoredOn: LocalDate,
  scoring: z.number().int(),
  known: z.number().int(),
  possible: z.number().int(),
  terms: z.array(KeptTerm),
  vetoes: z.array(VetoKind),
});
export type KeptScore = z.infer<typeof KeptScore>;

export const TargetRow = z.object({
  id: Id,
  listId: Id,
  enterpriseId: Id,
  enterprise: z.string(),
  identifier: z.string(),
  /** Its place when the list was locked; null for one that a person added. */
  rank: z.number().int().nullable(),
  classes: z.array(InvestorClass),
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  status: TargetStatus,
  reason: z.string(),
  lead: z.object({ id: Id, code: z.string() }).nullable(),
  enteredOn: LocalDate,
  /** The score that was taken over last; the first is the one at the locking. */
  score: KeptScore,
  version: z.number().int(),
  abilities: Abilities,
});
export type TargetRow = z.infer<typeof TargetRow>;

export const TargetListRow = z.object({
  id: Id,
  name: z.string(),
  node: z.string(),
  nodeName: z.object({ zh: z.string(), en: z.string() }),
  asOf: LocalDate,
  scoring: z.number().int(),
  pool: z.number().int(),
  ranked: z.number().int(),
  excluded: z.record(VetoKind, z.number().int()),
  filter: PoolFilter,
  reason: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  closedBecause: z.string().nullable(),
  lockedOn: LocalDate,
  lockedAt: Instant,
  by: z.string(),
  counts: z.object({ all: z.number().int(), owned: z.number().int(), leads: z.number().int(), dropped: z.number().int() }),
  version: z.number().int(),
  abilities: Abilities,
});
export type TargetListRow = z.infer<typeof TargetListRow>;

/** What moved in one term, and why in words. */
export const TermMove = z.object({
  measure: Measure,
  before: KeptTerm,
  after: KeptTerm,
});
export type TermMove = z.infer<typeof TermMove>;

export const TargetMove = z.object({
  targetId: Id,
  enterpriseId: Id,
  enterprise: z.string(),
  status: TargetStatus,
  /** `outside`: the filter no longer lets it through; `unregistered`: the register has it no more. */
  standing: z.enum(["ranked", "excluded", "outside", "unregistered"]),
  rankThen: z.number().int().nullable(),
  rankNow: z.number().int().nullable(),
  before: KeptScore,
  /** Null when the register has it no more. */
  after: KeptScore.nullable(),
  moves: z.array(TermMove),
  /** Why it is excluded today, each with where it is known from. */
  against: z.array(TargetVeto),
});
export type TargetMove = z.infer<typeof TargetMove>;

export const targetStatusWords: Readonly<Record<TargetStatus, Text>> = {
  LOCKED: { zh: "已锁定", en: "Locked" },
  ASSIGNED: { zh: "已分派", en: "Assigned" },
  LEAD: { zh: "已转线索", en: "Lead opened" },
  DROPPED: { zh: "已移出", en: "Dropped" },
};

export const targetStepWords: Readonly<Record<TargetStep, Text>> = {
  LOCKED: { zh: "锁定", en: "Locked" },
  ADDED: { zh: "人工增补", en: "Added by hand" },
  ASSIGNED: { zh: "分派", en: "Assigned" },
  CLASSED: { zh: "认定类别", en: "Classes set" },
  NOTED: { zh: "修改理由", en: "Reason changed" },
  RESCORED: { zh: "采用新评分", en: "New score taken over" },
  DROPPED: { zh: "移出", en: "Dropped" },
  RESTORED: { zh: "恢复", en: "Restored" },
  LEAD: { zh: "转为线索", en: "Lead opened" },
};
