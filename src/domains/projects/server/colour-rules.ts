import type { ColourRule, ColourRuleVersion } from "#domains/projects/contract/colour.ts";
import { DEFAULT_COLOUR_RULE } from "#domains/projects/rules/default-colour-rule.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FIRST: ColourRuleVersion = {
  version: 1,
  effectiveOn: "2000-01-01" as LocalDate,
  rule: DEFAULT_COLOUR_RULE,
  reason: "平台默认",
  changedOn: "2000-01-01" as LocalDate,
  changedBy: "园枢",
};

/** Every version that this zone ever had, oldest first: the platform's own, and what the zone set over it. */
export async function listColourRuleVersions(tx: Tx): Promise<readonly ColourRuleVersion[]> {
  const rows = await tx
    .selectFrom("project_colour_rule")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("version")
    .execute();
  return [
    FIRST,
    ...rows.map(
      (row): ColourRuleVersion => ({
        version: row.version,
        effectiveOn: row.effective_on as LocalDate,
        rule: row.content as unknown as ColourRule,
        reason: row.reason,
        changedOn: row.changed_on as LocalDate,
        changedBy: row.by_name,
      }),
    ),
  ];
}

/** The version in force on a day: of those effective by then the newest. */
export const colourRuleOn = async (tx: Tx, asOf: LocalDate): Promise<ColourRuleVersion> =>
  ruleVersionOn(await listColourRuleVersions(tx), asOf);

export const ruleVersionOn = (versions: readonly ColourRuleVersion[], asOf: LocalDate): ColourRuleVersion =>
  versions.filter((version) => version.effectiveOn <= asOf).at(-1) ?? FIRST;
