import type { DiligenceRules } from "#domains/promotion/contract/diligence-rules.ts";
import { DEFAULT_EARLY_WARNING } from "#domains/promotion/rules/early-warning-default.ts";
import { promotionPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { asRules, ruleVersions } from "#domains/promotion/server/rule-versions.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

const rules = ruleVersions<DiligenceRules>({
  table: "diligence_rule",
  subject: "diligence-rules",
  event: "promotion.diligence-rules-set",
  first: { redLines: DEFAULT_RED_LINES, warnings: DEFAULT_EARLY_WARNING },
});

/** Red lines and thresholds in force on a day. */
export const diligenceRulesOn = async (tx: Tx, asOf: LocalDate): Promise<DiligenceRules> => (await rules.on(tx, asOf)).content;

export const listDiligenceRules: DiligenceHandlers["listDiligenceRules"] = async (_, { tx, actor, today }) => {
  const versions = await rules.list(tx);
  return {
    inForce: asRules(rules.inForce(versions, today)),
    versions: versions.map(asRules),
    abilities: abilitiesOf({ setRules: promotionPolicy.setRules }, actor, null),
  };
};

export const setDiligenceRules: DiligenceHandlers["setDiligenceRules"] = ({ rules: content, ...change }, context) =>
  rules.set(context, { content, ...change });
