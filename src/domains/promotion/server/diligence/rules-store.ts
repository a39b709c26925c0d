import type { DiligenceRules, DiligenceRulesVersion } from "#domains/promotion/contract/diligence-rules.ts";
import { DEFAULT_EARLY_WARNING } from "#domains/promotion/rules/early-warning-default.ts";
import { promotionPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import type { DiligenceHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FIRST: DiligenceRulesVersion = {
  version: 1,
  effectiveOn: "2000-01-01" as LocalDate,
  rules: { redLines: DEFAULT_RED_LINES, warnings: DEFAULT_EARLY_WARNING },
  reason: "平台默认",
  changedOn: "2000-01-01" as LocalDate,
  changedBy: "园枢",
};

async function listVersions(tx: Tx): Promise<readonly DiligenceRulesVersion[]> {
  const rows = await tx.selectFrom("diligence_rule").selectAll().where("zone_id", "=", actorOf(tx).zoneId).orderBy("version").execute();
  return [
    FIRST,
    ...rows.map(
      (row): DiligenceRulesVersion => ({
        version: row.version,
        effectiveOn: row.effective_on as LocalDate,
        rules: row.content as unknown as DiligenceRules,
        reason: row.reason,
        changedOn: row.changed_on as LocalDate,
        changedBy: row.by_name,
      }),
    ),
  ];
}

const inForce = (versions: readonly DiligenceRulesVersion[], asOf: LocalDate): DiligenceRulesVersion =>
  versions.filter((version) => version.effectiveOn <= asOf).at(-1) ?? FIRST;

/** Red lines and thresholds in force on a day: of the versions effective by then the newest. */
export const diligenceRulesOn = async (tx: Tx, asOf: LocalDate): Promise<DiligenceRules> => inForce(await listVersions(tx), asOf).rules;

export const listDiligenceRules: DiligenceHandlers["listDiligenceRules"] = async (_, { tx, actor, today }) => {
  const versions = await listVersions(tx);
  return {
    inForce: inForce(versions, today),
    versions: [...versions],
    abilities: abilitiesOf({ setRules: promotionPolicy.setRules }, actor, null),
  };
};

export const setDiligenceRules: DiligenceHandlers["setDiligenceRules"] = async ({ rules, effectiveOn, reason, basedOn }, context) => {
  const { tx, actor, today } = context;
  if (effectiveOn < today) throw new AppError("promotion.rule-in-past", "invalid", { date: effectiveOn, today });
  await takeTurn(tx, "promotion", "diligence");
  const before = (await listVersions(tx)).at(-1) ?? FIRST;
  if (basedOn !== undefined && basedOn !== before.version)
    throw new AppError("promotion.rules-changed", "conflict", { name: before.changedBy, version: before.version });
  const version = before.version + 1;
  await tx
    .insertInto("diligence_rule")
    .values({
      zone_id: actor.zoneId,
      version,
      effective_on: effectiveOn,
      content: JSON.stringify(rules),
      reason,
      changed_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: "diligence-rules",
    before: { version: before.version, rules: before.rules },
    after: { version, rules, effectiveOn },
    detail: { reason },
  });
  await context.emit("promotion.diligence-rules-set", { version, effectiveOn });
  return { version };
};
