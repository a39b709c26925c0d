import { z } from "zod";
import { LocalDate } from "#kernel/local-date.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";

/** One version of a rule as data. Old results stay under the version that was in force; nothing is recomputed under a newer one. */
export const RuleVersion = z.object({
  rule: z.string().min(1).max(100),
  version: z.number().int().min(1),
  effectiveFrom: LocalDate,
  /** Last day in force; null until it is replaced. */
  effectiveTo: LocalDate.nullable(),
  /** The law, document or decision that it rests on. */
  source: z.string().min(1).max(400),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

/** The version in force on a day; where two overlap, the one that began later, then the one with the higher number. */
export function ruleInForce<Version extends RuleVersion>(
  versions: readonly Version[],
  asOf: LocalDate,
): Outcome<Version, "rule.none-in-force"> {
  let found: Version | undefined;
  for (const version of versions) {
    const inForce = version.effectiveFrom <= asOf && (version.effectiveTo === null || asOf <= version.effectiveTo);
    if (inForce && (found === undefined || isNewer(version, found))) found = version;
  }
  return found === undefined ? refused("rule.none-in-force", { rule: versions[0]?.rule ?? null, day: asOf }) : got(found);
}

const isNewer = (one: RuleVersion, other: RuleVersion): boolean =>
  one.effectiveFrom === other.effectiveFrom ? one.version > other.version : one.effectiveFrom > other.effectiveFrom;
