import { sql } from "kysely";
import type { z } from "zod";
import type { Colour, ColourReason } from "#domains/projects/contract/colour.ts";
import type { ApprovalStanding, ProjectStanding } from "#domains/workbench/contract/workbench-operations.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { loadCalendar } from "#kernel/server/loaded-calendar.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";
import { addWorkdays } from "#kernel/work-calendar.ts";

const MOST_WORST = 6;
const MOST_OWNERS = 6;
const MOST_DEPARTMENTS = 6;
const WEEK = 7;
/** Working days before its promised day from which a case is near its limit. */
const NEAR_WORKDAYS = 3;

type Worst = { id: string; code: string; name: string; colour: Colour; as_of: string; reasons: readonly ColourReason[] };
type Colours = Readonly<Record<"red" | "yellow" | "blue" | "green" | "turned", string>> & { readonly worst: readonly Worst[] };

/** From what was recorded, not computed anew: the first screen of ten thousand projects is one query, and what it brings is a handful. */
export async function projectStanding(tx: Tx, today: LocalDate): Promise<z.input<typeof ProjectStanding>> {
  const zone = actorOf(tx).zoneId;
  const { rows } = await sql<Colours>`
    with latest as materialized (
      select distinct on (project_id) project_id, ordinal, colour, as_of from project_colour
      where zone_id = ${zone}::uuid and as_of <= ${today} order by project_id, ordinal desc),
    worst as (
      select project.id, project.code, project.name, latest.colour, latest.as_of, latest.ordinal, project.planned_total_yuan
      from latest join project on project.zone_id = ${zone}::uuid and project.id = latest.project_id
      where latest.colour = 'red' order by latest.as_of desc, project.planned_total_yuan desc, project.code limit ${MOST_WORST})
    select count(*) filter (where colour = 'red') red, count(*) filter (where colour = 'yellow') yellow,
      count(*) filter (where colour = 'blue') blue, count(*) filter (where colour = 'green') green,
      count(*) filter (where colour = 'red' and as_of > ${addDays(today, -WEEK)}) turned,
      (select coalesce(json_agg(json_build_object('id', worst.id, 'code', worst.code, 'name', worst.name, 'colour', worst.colour,
          'as_of', worst.as_of, 'reasons', said.reasons) order by worst.as_of desc, worst.planned_total_yuan desc, worst.code), '[]')
        from worst join project_colour said on said.zone_id = ${zone}::uuid and said.project_id = worst.id and said.ordinal = worst.ordinal) worst
    from latest`.execute(tx);
  const [counted] = rows;
  const count = (key: Exclude<keyof Colours, "worst">) => Number(counted?.[key] ?? 0);
  return {
    counts: { red: count("red"), yellow: count("yellow"), blue: count("blue"), green: count("green") },
    turnedRed: count("turned"),
    worst: (counted?.worst ?? []).map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      colour: row.colour,
      since: row.as_of as LocalDate,
      reasons: row.reasons.map(({ zh, en }) => ({ zh, en })),
    })),
    overdue: await overdueByOwner(tx, zone, today),
  };
}

async function overdueByOwner(tx: Tx, zone: string, today: LocalDate): Promise<z.input<typeof ProjectStanding>["overdue"]> {
  const { rows } = await sql<{ name: string; tasks: string; replies: string }>`
    select person.name, sum(late.tasks) tasks, sum(late.replies) replies from (
      select owner_id, count(*) tasks, 0 replies from project_task
        where zone_id = ${zone}::uuid and state = 'OPEN' and due_on < ${today} group by owner_id
      union all
      select project.owner_id, 0, count(*) from project_supervision letter
        join project on project.zone_id = letter.zone_id and project.id = letter.project_id
        where letter.zone_id = ${zone}::uuid and letter.state = 'ISSUED' and letter.due_on < ${today} and project.owner_id is not null
        group by project.owner_id) late
    join person on person.zone_id = ${zone}::uuid and person.id = late.owner_id
    group by person.id, person.name order by sum(late.tasks) + sum(late.replies) desc, person.name limit ${MOST_OWNERS}`.execute(tx);
  return rows.map((row) => ({ name: row.name, tasks: Number(row.tasks), replies: Number(row.replies) }));
}

type DepartmentCount = { name: string | null; open: string; near: string; late: string; past_law: string };

/** By the days that were last reckoned and stored with each case. */
export async function approvalStanding(tx: Tx, today: LocalDate): Promise<z.input<typeof ApprovalStanding>> {
  const zone = actorOf(tx).zoneId;
  const near = addWorkdays(await loadCalendar(tx), today, NEAR_WORKDAYS).day;
  const { rows } = await sql<DepartmentCount>`
    select department.name, count(*) open,
      count(*) filter (where promised_due_on between ${today} and ${near}) near,
      count(*) filter (where promised_due_on < ${today} and coalesce(legal_due_on >= ${today}, true)) late,
      count(*) filter (where legal_due_on < ${today}) past_law
    from approval_case left join department on department.zone_id = approval_case.zone_id and department.id = approval_case.department_id
    where approval_case.zone_id = ${zone}::uuid and state in ('SUBMITTED', 'SUPPLEMENT', 'ACCEPTED', 'REVIEWING', 'SUSPENDED')
    group by department.name order by count(*) desc, department.name`.execute(tx);
  const sum = (key: "open" | "near" | "late" | "past_law") => rows.reduce((all, row) => all + Number(row[key]), 0);
  return {
    open: sum("open"),
    near: sum("near"),
    late: sum("late"),
    over: sum("past_law"),
    departments: rows
      .slice(0, MOST_DEPARTMENTS)
      .map((row) => ({ name: row.name ?? "–", open: Number(row.open), late: Number(row.late) + Number(row.past_law) })),
  };
}
