import pg from "pg";
import { indicators } from "#domains/intelligence/contract/indicators.ts";

const PERIODS = ["2024H1", "2024", "2025Q1", "2025H1", "2025Q1-Q3", "2025", "2026Q1", "2026H1"];

/** Accepted facts straight into the tables: eight periods of every indicator for as many regions as it takes, the given one first. */
export async function insertFacts(ownerUrl: string, zoneId: string, region: string, facts: number): Promise<void> {
  // What the register itself computes is left to it.
  const codes = indicators.map((indicator) => indicator.code).filter((code) => !/project|rate$|^investment-comp/.test(code));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.zone', $1, true)", [zoneId]);
    const identified = `select i, ('01910000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid id from generate_series(0, ${facts - 1}) i`;
    await client.query(
      `insert into fact_observation (zone_id, id, indicator, code, value, unit, period, basis, region, yoy_pct, growth_base, origin, rule, recorded_by)
       select $1, id, ($2::text[])[1 + i % $5], ($2::text[])[1 + i % $5], 100 + i % 977, '亿元', ($3::text[])[1 + (i / $5) % 8], 'cumulative',
         case when i / $5 / 8 = 0 then $4 else '第' || (i / $5 / 8) || '园区' end, 5.5, 'last-year', 'manual', 'bench', 'bench' from (${identified}) made`,
      [zoneId, codes, PERIODS, region, codes.length],
    );
    await client.query(
      `insert into fact_evidence (zone_id, observation_id, ordinal, quote, locator)
       select $1, id, place, '第' || place || '行', jsonb_build_object('file', '报表.xlsx', 'row', i) from (${identified}) made, generate_series(0, 1) place`,
      [zoneId],
    );
    await client.query(
      `insert into fact_decision (zone_id, observation_id, ordinal, decision, decided_by) select $1, id, 1, 'accept', 'bench' from (${identified}) made`,
      [zoneId],
    );
    await client.query("commit");
    for (const table of ["fact_observation", "fact_evidence", "fact_decision"]) await client.query(`analyze ${table}`);
  } finally {
    await client.end();
  }
}
