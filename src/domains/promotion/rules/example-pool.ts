import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { PoolBuilder, type PoolRow, type ScreeningPool } from "#domains/promotion/rules/screening-pool.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** An enterprise of which nothing is known, for tests to say more of. */
export const EMPTY_ROW: PoolRow = {
  id: "00000000-0000-4000-8000-000000000001",
  status: "active",
  classCode: null,
  otherClasses: [],
  products: [],
  regionCode: null,
  foundedOn: null,
  capitalYuan: null,
  employees: null,
  revenueYuan: null,
  controller: null,
  listed: false,
  growthPct: null,
  growthYear: null,
  prominence: 0,
  hasTies: false,
  qualifications: [],
};

export function poolOf(rows: readonly PoolRow[]): ScreeningPool {
  const builder = new PoolBuilder();
  for (const row of rows) builder.add(row);
  return builder.finish();
}

export const POWER_PLACE = {
  classCodes: ["C3972", "C381"],
  words: ["功率半导体", "IGBT模块", "碳化硅器件"],
} as const;

export const SAMPLE_DAY = "2026-06-30" as LocalDate;
export const { measures: DEFAULT_MEASURES } = DEFAULT_SCORING;
