import type { LeadRules, LeadRulesVersion } from "#domains/promotion/contract/lead-rules.ts";
import { DEFAULT_LEAD_RULES } from "#domains/promotion/rules/default-lead-rules.ts";
import { promotionPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { takeTurn } from "#kernel/server/take-turn.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const FIRST: LeadRulesVersion = {
  version: 1,
  effectiveOn: "2000-01-01" as LocalDate,
  rules: DEFAULT_LEAD_RULES,
  reason: "平台默认",
  changedOn: "2000-01-01" as LocalDate,
  changedBy: "园枢",
};

/** Every version that this zone ever had, oldest first: the platform's own, and what the zone set over it. */
async function listVersions(tx: Tx): Promise<readonly LeadRulesVersion[]> {
  const rows = await tx.selectFrom("promotion_rule").selectAll().where("zone_id", "=", actorOf(tx).zoneId).orderBy("version").execute();
  return [
    FIRST,
    ...rows.map(
      (row): LeadRulesVersion => ({
        version: row.version,
        effectiveOn: row.effective_on as LocalDate,
        rules: row.content as unknown as LeadRules,
        reason: row.reason,
        changedOn: row.changed_on as LocalDate,
        changedBy: row.by_name,
      }),
    ),
  ];
}

const inForce = (versions: readonly LeadRulesVersion[], asOf: LocalDate): LeadRulesVersion =>
  versions.filter((version) => version.effectiveOn <= asOf).at(-1) ?? FIRST;

/** The version in force on a day: of those effective by then the newest. */
export const leadRulesOn = async (tx: Tx, asOf: LocalDate): Promise<LeadRules> => inForce(await listVersions(tx), asOf).rules;

export const listLeadRules: PoolHandlers["listLeadRules"] = async (_, { tx, actor, today }) => {
  const versions = await listVersions(tx);
  return { inForce: inForce(versions, today), versions: [...versions], abilities: abilitiesOf(promotionPolicy, actor, null) };
};

export const setLeadRules: PoolHandlers["setLeadRules"] = async ({ rules, effectiveOn, reason, basedOn }, context) => {
  const { tx, actor, today } = context;
  if (effectiveOn < today) throw new AppError("promotion.rule-in-past", "invalid", { date: effectiveOn, today });
  await takeTurn(tx, "promotion", "leads");
  const versions = await listVersions(tx);
  await requirePoolsEmpty(tx, inForce(versions, today).rules, rules);
  const before = versions.at(-1) ?? FIRST;
  if (basedOn !== undefined && basedOn !== before.version)
    throw new AppError("promotion.rules-changed", "conflict", { name: before.changedBy, version: before.version });
  const version = before.version + 1;
  await tx
    .insertInto("promotion_rule")
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
    subject: "promotion-rules",
    before: { version: before.version, rules: before.rules },
    after: { version, rules, effectiveOn },
    detail: { reason },
  });
  await context.emit("promotion.rules-set", { version, effectiveOn });
  return { version };
};

/** A pool that still holds leads cannot be taken away: they would stand nowhere. */
async function requirePoolsEmpty(tx: Tx, before: LeadRules, after: LeadRules): Promise<void> {
  const kept = new Set(after.pool.pools.map(({ code }) => code));
  for (const { code, name } of before.pool.pools) {
    if (kept.has(code)) continue;
    const { count } = await tx
      .selectFrom("promotion_lead")
      .select((by) => by.fn.countAll<string>().as("count"))
      .where("zone_id", "=", actorOf(tx).zoneId)
      .where("pool", "=", code)
      .where("status", "=", "ACTIVE")
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) throw new AppError("promotion.pool-in-use", "conflict", { pool: name, count: Number(count) });
  }
}

/** @throws AppError `promotion.no-such-pool` */
export function requirePool({ pool }: LeadRules, code: string): string {
  if (!pool.pools.some((one) => one.code === code)) throw new AppError("promotion.no-such-pool", "invalid", { pool: code });
  return code;
}

export const poolName = ({ pool }: LeadRules, code: string): string => pool.pools.find((one) => one.code === code)?.name ?? code;
