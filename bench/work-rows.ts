import pg from "pg";

/**
 * What goes on around the projects of `insertProjects`: owners, places, task forces, three tasks each (most of the past ones done), letters to
 * the red and yellow ones. Straight into the tables, the same for the same people.
 */
export async function insertWork(ownerUrl: string, zoneId: string, people: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.zone', $1, true)", [zoneId]);
    await client.query(
      `create temporary table worked on commit drop as
       select zone_id zone, id, right(code, 6)::int i, stage, ($2::uuid[])[1 + right(code, 6)::int % cardinality($2::uuid[])] owner
       from project where zone_id = $1 and registered_by = 'bench'`,
      [zoneId, people],
    );
    for (const statement of STATEMENTS) await client.query(statement);
    await client.query("commit");
    for (const table of TABLES) await client.query(`analyze ${table}`);
  } finally {
    await client.end();
  }
}

const TABLES = ["project", "project_task_force", "task_force_member", "project_task", "project_supervision"] as const;

const STATEMENTS: readonly string[] = [
  `update project set owner_id = owner, longitude = 113.2 + (i * 37 % 1000) / 10000.0, latitude = 28.1 + (i * 53 % 1000) / 10000.0
   from worked where project.zone_id = zone and project.id = worked.id`,
  `insert into project_task_force (zone_id, project_id, lead_id, formed_on) select zone, id, owner, date '2025-06-01' from worked where stage = 'BUILDING'`,
  `insert into task_force_member (zone_id, project_id, person_id, duty, from_day)
   select zone, id, owner, '统筹', date '2025-06-01' from worked where stage = 'BUILDING'`,
  `insert into project_task (zone_id, id, project_id, kind, title, owner_id, opened_on, due_on, level, state, closed_on)
   select zone, ('02000000-0000-7000-8' || lpad(to_hex(n), 3, '0') || '-' || lpad(to_hex(i), 12, '0'))::uuid, id, (array['duty', 'calendar', 'issue'])[n],
     '第' || i || '号产线第' || n || '件事', owner, due - 20, due, 'task-force', case when done then 'DONE' else 'OPEN' end, case when done then due end
   from (select worked.*, n, date '2026-06-30' + (i * 13 + n * 101) % 500 - 400 due, (i * 13 + n * 101) % 500 < 400 and i % 20 <> n done
     from worked, generate_series(1, 3) n) each`,
  `insert into project_supervision (zone_id, id, project_id, kind, number, colour_ordinal, rule_version, opened_on, issue_by, issued_on, due_on, text, state)
   select zone, ('03000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, id, case when i % 5 = 4 then 'letter' else 'plan' end, null, 1, 1,
     date '2026-05-31', date '2026-06-03' + i % 40, case when i % 3 > 0 then date '2026-06-02' end, date '2026-06-08' + i % 60, '请说明滞后原因和赶工措施',
     (array['OPEN', 'ISSUED', 'CLOSED'])[1 + i % 3]
   from worked where i % 5 in (3, 4)`,
];
