import { z } from "zod";
import { LeadStage } from "#domains/promotion/contract/lead.ts";
import { LocalDate } from "#kernel/local-date.ts";

const Source = z.string().trim().min(2).max(200);
/** So long, counted in working or calendar days; whence. */
export const LeadLimit = z.object({ length: z.number().int().min(1).max(365), unit: z.enum(["workday", "day"]), source: Source });
export type LeadLimit = z.infer<typeof LeadLimit>;

/** Clocks that run on a lead. `silence`: without an entry in these stages one is warned, then the lead is parked by the daily job. */
export const LeadClockRules = z.object({
  answer: LeadLimit,
  judge: LeadLimit,
  tell: LeadLimit,
  firstContact: LeadLimit,
  report: LeadLimit,
  silence: z
    .object({
      warnDays: z.number().int().min(1).max(365),
      parkDays: z.number().int().min(2).max(730),
      stages: z.array(LeadStage).min(1).max(8),
      source: Source,
    })
    .refine(({ warnDays, parkDays }) => warnDays < parkDays, { error: "promotion.silence-order" }),
});
export type LeadClockRules = z.infer<typeof LeadClockRules>;

/** Pools of leads that nobody owns, and how they are picked from them and fall back. */
export const LeadPoolRules = z.object({
  pools: z
    .array(z.object({ code: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/), name: z.string().trim().min(1).max(30) }))
    .min(1)
    .max(12)
    .refine((pools) => new Set(pools.map(({ code }) => code)).size === pools.length, { error: "promotion.pool-twice" }),
  /** How many one officer may pick on one day. */
  perDay: z.number().int().min(1).max(100),
  /** How many active leads one officer may hold before picking more. */
  mostHeld: z.number().int().min(1).max(1000),
  /** So many days the previous owner may not pick it again. */
  cooldownDays: z.number().int().min(0).max(365),
  /** Untouched for so many days, a lead before negotiation goes back to its pool. */
  untouchedDays: z.number().int().min(1).max(365),
  /** So many days a registered first talk stands against others. */
  protectionDays: z.number().int().min(1).max(365),
  source: Source,
});
export type LeadPoolRules = z.infer<typeof LeadPoolRules>;

export const LeadRules = z.object({ clocks: LeadClockRules, pool: LeadPoolRules });
export type LeadRules = z.infer<typeof LeadRules>;

export const LeadRulesVersion = z.object({
  version: z.number().int(),
  effectiveOn: LocalDate,
  rules: LeadRules,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type LeadRulesVersion = z.infer<typeof LeadRulesVersion>;
