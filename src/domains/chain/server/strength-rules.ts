import type { StrengthRule, StrengthRuleVersion } from "#domains/chain/contract/chain.ts";
import { DEFAULT_STRENGTH_RULE } from "#domains/chain/rules/strength.ts";
import type { GraphHandlers } from "#domains/chain/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { holds } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FIRST: StrengthRuleVersion = {
  version: 1,
  effectiveOn: "2000-01-01" as LocalDate,
  rule: DEFAULT_STRENGTH_RULE,
  reason: "平台默认",
  changedOn: "2000-01-01" as LocalDate,
  changedBy: "园枢",
};

/** Every version that this zone ever had, oldest first: the platform's own, and what the zone set over it. */
async function listVersions(tx: Tx): Promise<readonly StrengthRuleVersion[]> {
  const rows = await tx
    .selectFrom("chain_strength_rule")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("version")
    .execute();
  return [
    FIRST,
    ...rows.map((row) => ({
      version: row.version,
      effectiveOn: row.effective_on as LocalDate,
      rule: row.content as unknown as StrengthRule,
      reason: row.reason,
      changedOn: row.changed_on as LocalDate,
      changedBy: row.by_name,
    })),
  ];
}

/** The thresholds in force on a day: of those effective by then the newest. */
export const strengthRuleOn = async (tx: Tx, asOf: LocalDate): Promise<StrengthRuleVersion> =>
  (await listVersions(tx)).filter(({ effectiveOn }) => effectiveOn <= asOf).at(-1) ?? FIRST;

export const listStrengthRules: GraphHandlers["listStrengthRules"] = async (_, { tx, actor }) => ({
  items: [...(await listVersions(tx))],
  abilities: { set: holds(actor, "chain.approve") },
});

/** New thresholds count from a day that is not over: what was weak or strong on a past day stays so. */
export const setStrengthRule: GraphHandlers["setStrengthRule"] = async ({ rule, effectiveOn, reason }, context) => {
  const { tx, today, actor } = context;
  if (effectiveOn < today) throw new AppError("chain.effective-in-the-past", "conflict", { date: effectiveOn, today });
  await takeTurn(tx, "strength-rule");
  const versions = await listVersions(tx);
  const last = versions.at(-1) ?? FIRST;
  const version = last.version + 1;
  await tx
    .insertInto("chain_strength_rule")
    .values({
      zone_id: actor.zoneId,
      version,
      effective_on: effectiveOn,
      content: JSON.stringify(rule),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({ subject: `chain-strength-rule:${version}`, before: last.rule, after: rule, detail: { effectiveOn, reason } });
  return { version, effectiveOn, rule, reason, changedOn: today, changedBy: actor.name };
};
