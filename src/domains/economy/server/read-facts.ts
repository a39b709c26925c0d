import { sql } from "kysely";
import type { z } from "zod";
import type { FactRow } from "#domains/economy/contract/economy-operations.ts";
import { indicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import { isGrowthOnly } from "#domains/economy/rules/accepted-fact.ts";
import { calibreOf } from "#domains/economy/rules/calibre-of.ts";
import { findMonths } from "#domains/economy/rules/period-months.ts";
import { readShare } from "#domains/economy/rules/share-of-wider-region.ts";
import { unitWords } from "#domains/economy/rules/unit-words.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { loadDocumentTitles, loadSeriesFacts } from "#domains/economy/server/load-facts.ts";
import { findRegionRelations } from "#domains/economy/server/region-relations.ts";
import { findPeriod } from "#kernel/period.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const listIndicators: EconomyHandlers["listIndicators"] = async () => ({
  items: indicatorMetadata.map(({ belongsToRegion: _, ...metadata }) => ({
    ...metadata,
    unitName: unitWords(metadata.unit),
    aliases: [...metadata.aliases],
  })),
});

type Row = { id: string; origin: string; origin_id: string | null; status: z.input<typeof FactRow>["status"] } & Record<
  "indicator" | "basis" | "value" | "unit" | "approximation" | "recorded_at",
  string
> &
  Record<"code" | "region" | "period" | "yoy_pct", string | null>;

/** Newest first; the cursor is the last id, which is the order of recording. */
export const listFacts: EconomyHandlers["listFacts"] = async ({ region, period, code, status, limit, cursor }, { tx }) => {
  const conditions = [
    sql`zone_id = ${actorOf(tx).zoneId}::uuid and scope = 'region'`,
    ...(region === undefined ? [] : [sql`region = ${region}`]),
    ...(period === undefined ? [] : [sql`period = ${findPeriod(period) ?? period}`]),
    ...(code === undefined ? [] : [sql`code = ${code}`]),
    ...(status === undefined ? [] : [sql`status = ${status}`]),
    ...(cursor !== undefined && /^[0-9a-f-]{36}$/.test(cursor) ? [sql`id < ${cursor}::uuid`] : []),
  ];
  const { rows } = await sql<Row>`
    select id, indicator, code, region, period, basis, value, unit, approximation, yoy_pct, origin, origin_id, recorded_at, status
    from fact_current where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  const documents = await loadDocumentTitles(tx, shown);
  const items = shown.map(
    (row): z.input<typeof FactRow> => ({
      observationId: row.id,
      indicator: row.indicator,
      code: row.code,
      region: row.region,
      period: row.period,
      basis: row.basis,
      value: row.value,
      unit: row.unit,
      approximation: row.approximation,
      yoyPct: row.yoy_pct,
      origin: row.origin as z.input<typeof FactRow>["origin"],
      sourceTitle: (row.origin_id === null ? undefined : documents.get(row.origin_id)?.title) ?? "",
      recordedAt: row.recorded_at,
      status: row.status,
    }),
  );
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null, total: null };
};

/** Accepted figures of one indicator in the order of time; a growth without a level has no value. */
export const series: EconomyHandlers["series"] = async ({ region, code }, { tx }) => {
  const { names } = await findRegionRelations(tx, region);
  const facts = await loadSeriesFacts(tx, names, code);
  const points = facts.flatMap((fact) => {
    const months = fact.period === null ? undefined : findMonths(fact.period);
    if (months === undefined || fact.period === null || calibreOf(fact) !== null || readShare(fact) !== undefined) return [];
    const growthOnly = isGrowthOnly(fact);
    return [
      {
        months,
        period: fact.period,
        value: growthOnly ? null : fact.value,
        unit: fact.unit,
        yoyPct: fact.yoyPct,
        observationId: fact.observationId,
      },
    ];
  });
  points.sort((left, right) => left.months.last - right.months.last || left.months.first - right.months.first);
  // What several sources say of one period is one point: the later recorded, which a revision is.
  const byPeriod = new Map(points.map(({ months: _, ...point }) => [point.period, point]));
  return { points: [...byPeriod.values()] };
};
