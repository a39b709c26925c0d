import { afterAll, beforeAll, expect, test } from "vitest";
import { Milestone } from "#domains/projects/contract/project.ts";
import { actualOf, plannedOf } from "#domains/projects/rules/project-record.ts";
import { readRecords } from "#domains/projects/server/load-project-records.ts";
import { createTestProjects, type TestProjects } from "#domains/projects/server/test-projects.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Actor } from "#kernel/policy.ts";
import { insertProjects } from "../../../../bench/project-rows.ts";

const MANY = 300;
type Entry = { readonly kind: string; readonly id: string; readonly day: string; readonly state: string };
let at: TestProjects;
let force: Actor;

/** Plans that were changed, taken back, changed for a later day; dates that were reached, and withdrawn again. */
beforeAll(async () => {
  at = await createTestProjects();
  force = await at.person("task_force");
  const { tamper, ownerUrl, zoneId } = at.database;
  await insertProjects(ownerUrl, zoneId, MANY);
  await tamper(
    `insert into project_milestone_plan (zone_id, project_id, kind, ordinal, planned_on, effective_on, by)
     select zone_id, project_id, kind, ordinal, case when chance % 7 = 0 then null else planned_on + chance % 90 - 45 end, date '2026-05-20' + chance % 60, 'test'
     from (select plan.zone_id, project_id, kind, planned_on, extra ordinal, abs(hashtext(project_id::text || kind || extra)) chance
       from project_milestone_plan plan, generate_series(2, 4) extra where plan.zone_id = $1) made where chance % 3 > 0`,
    [zoneId],
  );
  await tamper(
    `insert into project_milestone_actual (zone_id, project_id, kind, ordinal, actual_on, recorded_on, by)
     select zone_id, project_id, kind, 2, case when chance % 3 = 0 then null else date '2026-05-01' + chance % 90 end, date '2026-06-01', 'test'
     from (select plan.zone_id, project_id, kind, abs(hashtext(kind || project_id::text)) chance
       from project_milestone_plan plan where plan.zone_id = $1 and ordinal = 1) made where chance % 2 = 0`,
    [zoneId],
  );
  await tamper("update project set stage = 'TERMINATED' where zone_id = $1 and right(code, 2) = '07'", [zoneId]);
  await tamper("update project set owner_id = $2 where zone_id = $1 and right(code, 1) = '3'", [zoneId, force.id]);
  await tamper("update project set leader_id = $2 where zone_id = $1 and right(code, 1) = '4'", [zoneId, force.id]);
  await tamper(
    `insert into project_task_force (zone_id, project_id, lead_id, formed_on, disbanded_on)
     select zone_id, id, $2, date '2026-01-01', case when right(code, 2) = '15' then date '2026-02-01' end from project where zone_id = $1 and right(code, 1) = '5'`,
    [zoneId, force.id],
  );
}, 120_000);
afterAll(() => at.database.close());

/** The same from the records by the rules alone. */
async function reckon(from: string, to: string, today: LocalDate, mine: boolean): Promise<Map<string, { day: string; state: string }>> {
  const records = await at.database.uow.run(force, { readOnly: true }, (tx) => readRecords(tx));
  const isMine = (code: string) => /[34]$/.test(code) || (code.endsWith("5") && !code.endsWith("15"));
  return new Map(
    records
      .filter(({ code }) => !code.endsWith("07") && (!mine || isMine(code)))
      .flatMap((record) =>
        Milestone.options.flatMap((kind) => {
          const day = plannedOf(record, kind, today);
          if (day === null || day < from || day > to) return [];
          return [[`${record.id}:${kind}`, { day, state: actualOf(record, kind, today) === null ? "open" : "done" }] as const];
        }),
      ),
  );
}

test.each([
  ["2026-06-30", false],
  ["2026-06-30", true],
  ["2026-06-01", false],
  ["2026-07-15", true],
] as const)("%s 的日历上的节点与逐个项目推算的一样（只看我的：%s）", async (today, mine) => {
  const [from, to] = ["2026-06-01", "2026-07-20"];
  const { entries } = await at.call<{ entries: Entry[] }>(force, "calendar", { from, to, mine }, { today });
  const shown = new Map(entries.filter(({ kind }) => kind === "milestone").map(({ id, day, state }) => [id, { day, state }] as const));
  const expected = await reckon(from, to, today as LocalDate, mine);
  expect(expected.size).toBeGreaterThan(20);
  expect(shown).toEqual(expected);
});
