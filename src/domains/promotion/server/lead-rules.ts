import type { LeadRules } from "#domains/promotion/contract/lead-rules.ts";
import { DEFAULT_LEAD_RULES } from "#domains/promotion/rules/default-lead-rules.ts";
import { promotionPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { PoolHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { asRules, ruleVersions } from "#domains/promotion/server/rule-versions.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const rules = ruleVersions<LeadRules>({
  table: "promotion_rule",
  subject: "promotion-rules",
  event: "promotion.rules-set",
  first: DEFAULT_LEAD_RULES,
});

export const leadRulesOn = async (tx: Tx, asOf: LocalDate): Promise<LeadRules> => (await rules.on(tx, asOf)).content;

export const listLeadRules: PoolHandlers["listLeadRules"] = async (_, { tx, actor, today }) => {
  const versions = await rules.list(tx);
  return {
    inForce: asRules(rules.inForce(versions, today)),
    versions: versions.map(asRules),
    abilities: abilitiesOf(promotionPolicy, actor, null),
  };
};

export const setLeadRules: PoolHandlers["setLeadRules"] = ({ rules: content, ...change }, context) =>
  rules.set(context, { content, ...change }, async (versions) =>
    requirePoolsEmpty(context.tx, rules.inForce(versions, context.today).content, content),
  );

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
