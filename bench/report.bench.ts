import { sql } from "kysely";
import pg from "pg";
import { BENCH_DAY, BENCH_PROJECTS, BENCH_REGION, createBenchZone } from "./bench-zone.ts";
import { insertFacts } from "./fact-rows.ts";
import { type Table, takeTurns, timed } from "./measure.ts";

const ROUNDS = 7;
const FACTS = 100_000;

/** The half year's report card of one region among a hundred thousand facts, the register's figures in it, beside the SQL aggregates alone. */
export async function run(): Promise<Table> {
  const zone = await createBenchZone("report");
  const client = new pg.Client({ connectionString: zone.runtime.database.adminUrl });
  await client.connect();
  try {
    await insertFacts(zone.runtime.database.ownerUrl, zone.zoneId, BENCH_REGION, FACTS);
    await zone.call("economy.reportProjects", {});
    const card = (await zone.call("economy.reportCard", { region: BENCH_REGION, period: "2026H1" })) as {
      readonly figures: readonly { readonly sources: readonly unknown[] }[];
    };
    const rows = await takeTurns(
      [
        {
          name: "report card, every figure with its lineage",
          run: () => timed(() => zone.call("economy.reportCard", { region: BENCH_REGION, period: "2026H1" })),
        },
        { name: "SQL aggregates of facts and register alone", run: () => timed(() => zone.read(async (tx) => aggregates().execute(tx))) },
        {
          name: `the register's figures anew: ${BENCH_PROJECTS} projects read, counted, compared with what stands`,
          run: () => timed(() => zone.call("economy.reportProjects", {})),
        },
      ],
      ROUNDS,
    );
    const [ours, alone, anew] = rows.map((row) => row.median) as [number, number, number];
    const [{ facts = 0, proof = 0 } = {}] = (
      await client.query<{ facts: number; proof: number }>(
        "select (select count(*)::int from fact_observation) facts, (select count(*)::int from fact_evidence) proof",
      )
    ).rows;
    return {
      title: "report",
      unit: "ms",
      rows,
      lines: [
        `${card.figures.length} figures on the card; ${facts} facts and ${proof} pieces of evidence in the zone, ${BENCH_PROJECTS} projects`,
        `report card ÷ SQL aggregates = ${(ours / alone).toFixed(2)} (to reach: ≤ 3); ${ours.toFixed(0)} ms (to reach: < 1 s)`,
        `the register's figures anew take ${(anew / 1000).toFixed(2)} s, by a job once a burst of changes has passed and not while somebody waits`,
      ],
    };
  } finally {
    await client.end();
    await zone.close();
  }
}

/** What a card needs of both, without lineage: levels of the region and period, and the counts and sums of the register. */
const aggregates = () => sql`
  with card as (
    select code, calibre, count(*) said, min(value) least, max(value) most, max(yoy_pct) growth from fact_current
    where region = ${BENCH_REGION} and period = '2026H1' and status = 'accepted' group by code, calibre),
  started as (
    select distinct on (project_id) project_id, actual_on from project_milestone_actual where kind = 'start' order by project_id, ordinal desc),
  stages as (
    select count(*) planned, count(*) filter (where p.stage = 'BUILDING') building, count(*) filter (where p.stage = 'COMPLETED') completed,
      count(*) filter (where p.level <> 'ordinary') key, count(*) filter (where s.actual_on >= '2026-01-01') begun
    from project p left join started s on s.project_id = p.id),
  invested as (select sum(invested_yuan) amount from project_report where month between '2026-01-01' and '2026-06-01' and reported_on <= ${BENCH_DAY}::date),
  plans as (select sum(annual_yuan) annual, sum((select sum(m) from unnest(months_yuan[1:6]) m)) phased from project_investment_plan where year = 2026)
  select (select jsonb_agg(card) from card), stages.*, invested.*, plans.* from stages, invested, plans`;
