import type { ScoringContent, ScoringVersion } from "#domains/promotion/contract/screening.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { screeningPolicy } from "#domains/promotion/rules/screening-policy.ts";
import type { ScreeningHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { ruleVersions } from "#domains/promotion/server/rule-versions.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";

const scoring = ruleVersions<ScoringContent>({
  table: "promotion_scoring",
  subject: "promotion-scoring",
  event: "promotion.scoring-set",
  first: DEFAULT_SCORING,
});

export const scoringOn = (tx: Tx, asOf: LocalDate): Promise<ScoringVersion> => scoring.on(tx, asOf);

export const listScoring: ScreeningHandlers["listScoring"] = async (_, { tx, actor, today }) => {
  const versions = await scoring.list(tx);
  return { inForce: scoring.inForce(versions, today), versions: [...versions], abilities: abilitiesOf(screeningPolicy, actor, null) };
};

export const setScoring: ScreeningHandlers["setScoring"] = (change, context) => scoring.set(context, change);
