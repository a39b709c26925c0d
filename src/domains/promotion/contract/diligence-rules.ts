import { z } from "zod";
import { EarlyWarningRule } from "#domains/promotion/contract/distress-warning.ts";
import { RedLineRule } from "#domains/promotion/contract/statement-red-lines.ts";
import { LocalDate } from "#kernel/local-date.ts";

export const DiligenceRules = z.object({ redLines: RedLineRule, warnings: EarlyWarningRule });
export type DiligenceRules = z.infer<typeof DiligenceRules>;

export const DiligenceRulesVersion = z.object({
  version: z.number().int(),
  effectiveOn: LocalDate,
  rules: DiligenceRules,
  reason: z.string(),
  changedOn: LocalDate,
  changedBy: z.string(),
});
export type DiligenceRulesVersion = z.infer<typeof DiligenceRulesVersion>;
