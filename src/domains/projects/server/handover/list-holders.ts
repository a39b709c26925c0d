import { sql } from "kysely";
import type { HandoverHandlers } from "#domains/projects/server/handler-shapes.ts";
import { peopleOn } from "#domains/projects/server/list-people.ts";

/** What each official holds of projects now: how much a handover would move. */
export const listHolders: HandoverHandlers["listHolders"] = async (_, { tx, today, actor }) => {
  const { rows } = await sql<{ id: string; held: number }>`
    select id, sum(held)::int held from (
      select owner_id id, count(*) held from project where zone_id = ${actor.zoneId} and stage <> 'TERMINATED' group by 1
      union all select leader_id, count(*) from project where zone_id = ${actor.zoneId} and stage <> 'TERMINATED' group by 1
      union all select lead_id, count(*) from project_task_force where zone_id = ${actor.zoneId} and disbanded_on is null group by 1
      union all select person_id, count(*) from task_force_member where zone_id = ${actor.zoneId} and to_day is null group by 1
      union all select owner_id, count(*) from project_task where zone_id = ${actor.zoneId} and state = 'OPEN' group by 1
      union all select addressee_id, count(*) from project_supervision
        where zone_id = ${actor.zoneId} and state in ('OPEN', 'ISSUED', 'REPLIED') group by 1
      union all select owner_id, count(*) from dispatch_resolution where zone_id = ${actor.zoneId} and state = 'OPEN' group by 1
      union all select chair_id, count(*) from dispatch_meeting where zone_id = ${actor.zoneId} and state = 'PLANNED' group by 1
    ) every where id is not null group by 1`.execute(tx);
  const held = new Map(rows.map((row) => [row.id, row.held]));
  return { items: (await peopleOn(tx, today)).map(({ departmentId: _, ...person }) => ({ ...person, held: held.get(person.id) ?? 0 })) };
};
