import type { DistressModel } from "#domains/promotion/rules/distress-model.ts";
import coefficients from "#domains/promotion/rules/lexicon/distress-coefficients.json" with { type: "json" };

/**
 * What comes with the platform: learned by `node scripts/learn-distress.ts` from the annual statements of listed companies 2005–2019
 * (docs/distress.md). Facts about many companies, of none in particular.
 */
export const COMMITTED_DISTRESS: DistressModel = coefficients;
