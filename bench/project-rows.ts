import pg from "pg";

/**
 * Projects straight into the tables, as the owner of the database: with plans, a year of monthly reports, statistics entries and a recorded
 * colour, the same for the same number. About half of them are being built, a few per cent are silent, late or suspended.
 */
export async function insertProjects(ownerUrl: string, zoneId: string, projects: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.zone', $1, true)", [zoneId]);
    await client.query(
      `create temporary table made on commit drop as
       select $2::uuid zone, i, ('00000000-0000-7000-9000-' || lpad(to_hex(i), 12, '0'))::uuid id,
         case when i % 100 < 50 then 'BUILDING' when i % 100 < 54 then 'COMPLETED' when i % 100 = 54 then 'SUSPENDED' else 'SIGNED' end stage,
         date '2024-02-01' + (i * 37 % 660) signed, 30000000 + (i * 7919 % 900) * 1000000::numeric total
       from generate_series(1, $1) i`,
      [projects, zoneId],
    );
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query("commit");
    for (const table of TABLES) await client.query(`analyze ${table}`);
  } finally {
    await client.end();
  }
}

const TABLES = [
  "project",
  "project_step",
  "project_milestone_plan",
  "project_milestone_actual",
  "project_investment_plan",
  "project_report",
  "project_stat_entry",
  "project_colour",
] as const;

const STATEMENTS: readonly string[] = [
  `insert into project (zone_id, id, code, name, name_key, enterprise_name, category, level, industry, planned_total_yuan, contract_number, signed_on, stage, registered_on, registered_by)
   select zone, id, 'B-' || lpad(i::text, 6, '0'), '第' || i || '号产线', '第' || i || '号产线', '第' || i % 3000 || '号微电子有限公司',
     (array['industry', 'industry', 'science', 'city'])[1 + i % 4], (array['zone', 'municipal', 'ordinary', 'ordinary', 'ordinary', 'ordinary'])[1 + i % 6],
     '集成电路', total, 'HT-' || i, signed, stage, signed, 'bench' from made`,
  `insert into project_step (zone_id, project_id, ordinal, move, from_stage, to_stage, happened_on, recorded_on, by, by_name)
   select zone, id, 1, 'sign', null, 'SIGNED', signed, signed, 'bench', 'bench' from made
   union all select zone, id, 2, 'startConstruction', 'SIGNED', 'BUILDING', signed + 120, signed + 120, 'bench', 'bench' from made where stage <> 'SIGNED'
   union all select zone, id, 3, case stage when 'COMPLETED' then 'completeWorks' else 'suspend' end, 'BUILDING', stage, date '2026-04-20', date '2026-04-20', 'bench', 'bench'
     from made where stage in ('COMPLETED', 'SUSPENDED')`,
  `insert into project_milestone_actual (zone_id, project_id, kind, ordinal, actual_on, recorded_on, by)
   select zone, id, 'sign', 1, signed, signed, 'bench' from made
   union all select zone, id, 'start', 1, signed + 120, signed + 120, 'bench' from made where stage <> 'SIGNED'
   union all select zone, id, 'land', 1, signed + 60, signed + 60, 'bench' from made where stage <> 'SIGNED' or i % 3 = 0
   union all select zone, id, 'complete', 1, date '2026-04-20', date '2026-04-20', 'bench' from made where stage = 'COMPLETED'`,
  `insert into project_milestone_plan (zone_id, project_id, kind, ordinal, planned_on, effective_on, by)
   select zone, id, kind, 1, case when stage = 'SIGNED' then date '2026-05-20' + (i % 200) else signed + 110 end + days, signed, 'bench'
   from made, (values ('land', -40), ('start', 0), ('complete', 860), ('produce', 940)) plan (kind, days)`,
  `insert into project_investment_plan (zone_id, project_id, year, revision, annual_yuan, months_yuan, effective_on, by)
   select zone, id, 2026, 1, trunc(total / 36) * 12, array_fill(trunc(total / 36), array[12]), date '2026-01-01', 'bench' from made where stage <> 'SIGNED' or i % 4 = 0`,
  `insert into project_report (zone_id, id, project_id, month, invested_yuan, progress, reported_on, by, by_name)
   select zone, ('01900000-0000-7000-' || lpad(to_hex(32768 + m), 4, '0') || '-' || lpad(to_hex(i), 12, '0'))::uuid, id,
     (date '2025-07-01' + make_interval(months => m))::date, case when stage = 'SIGNED' then 0 else trunc(total / 36 * (60 + (i + m) * 13 % 55) / 100) end, '主体施工',
     (date '2025-08-01' + make_interval(months => m))::date - 1, 'bench', 'bench'
   from made, generate_series(0, 11) m where not (i % 33 = 0 and m = 11)`,
  `insert into project_stat_entry (zone_id, project_id, ordinal, entered_on, recorded_on, by)
   select zone, id, 1, signed + 150, signed + 150, 'bench' from made where stage <> 'SIGNED' and i % 40 <> 0`,
  `insert into project_colour (zone_id, project_id, ordinal, as_of, colour, reasons, inputs, rule_version, by)
   select zone, id, 1, date '2026-05-31', (array['green', 'green', 'blue', 'yellow', 'red'])[1 + i % 5], '[]', '[]', 1, 'bench' from made`,
];
