import type { Check } from "#domains/economy/contract/report-card.ts";
import type { CheckInput } from "#domains/economy/rules/checks/check-input.ts";
import { checkComparisonArithmetic } from "#domains/economy/rules/checks/comparison-arithmetic.ts";
import { checkFallingCumulative } from "#domains/economy/rules/checks/falling-cumulative.ts";
import { checkGrowthAgainstLevels } from "#domains/economy/rules/checks/growth-against-levels.ts";
import { checkImpliedTotalGrowth } from "#domains/economy/rules/checks/implied-total-growth.ts";
import { checkImpliedWiderTotal } from "#domains/economy/rules/checks/implied-wider-total.ts";
import { checkMissingIndicators } from "#domains/economy/rules/checks/missing-indicators.ts";
import { checkPartsWithinWhole } from "#domains/economy/rules/checks/parts-within-whole.ts";
import { checkSumOfParts } from "#domains/economy/rules/checks/sum-of-parts.ts";
import { checkUnitJumps } from "#domains/economy/rules/checks/unit-jumps.ts";

/** In the order in which a reader should look at them: arithmetic of the card itself first, what is not there last. */
const checks: readonly ((input: CheckInput) => Check[])[] = [
  checkImpliedTotalGrowth,
  checkSumOfParts,
  checkImpliedWiderTotal,
  checkComparisonArithmetic,
  checkPartsWithinWhole,
  checkFallingCumulative,
  checkUnitJumps,
  checkGrowthAgainstLevels,
  checkMissingIndicators,
];

export const runChecks = (input: CheckInput): Check[] => checks.flatMap((run) => run(input));
