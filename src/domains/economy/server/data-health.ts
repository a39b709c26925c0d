import { sql } from "kysely";
import { printAmount } from "#domains/economy/rules/print-number.ts";
import { composeCurrentCard } from "#domains/economy/server/compose-current-card.ts";
import { type EconomyHandlers, requirePeriod } from "#domains/economy/server/draft-report-card.ts";
import { findRegionRelations } from "#domains/economy/server/region-relations.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What is missing, when it was last there, and what conflicts. */
export const dataHealth: EconomyHandlers["dataHealth"] = async ({ region, period: written }, { tx, language }) => {
  const period = requirePeriod(written);
  const content = await composeCurrentCard(tx, region, period);
  const last = await lastPeriods(
    tx,
    region,
    content.missing.map(({ code }) => code),
  );
  return {
    region,
    period,
    missing: content.missing.map(({ code, indicator, indicatorEn }) => ({
      code,
      name: { zh: indicator, en: indicatorEn },
      lastPeriod: last.get(code) ?? null,
    })),
    conflicts: content.conflicts.map(({ key, indicator, sides }) => ({
      id: key,
      indicator,
      values: sides.map((side) => printAmount(side.value, side.unit, language)),
    })),
    checks: content.checks,
  };
};

async function lastPeriods(tx: Tx, region: string, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const { names } = await findRegionRelations(tx, region);
  const { rows } = await sql<{ code: string; period: string }>`
    select code, max(period) as period from fact_current
    where zone_id = ${actorOf(tx).zoneId}::uuid and region = any(${names}::text[]) and code = any(${codes}::text[])
      and status = 'accepted' and period ~ '^[0-9]'
    group by code`.execute(tx);
  return new Map(rows.map((row) => [row.code, row.period]));
}
