import { sql } from "kysely";
import type { HandoverHandlers } from "#domains/projects/server/handler-shapes.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { COMMITTEE_ROLES, type Role } from "#kernel/role.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Official = { readonly id: string; readonly name: string; readonly roles: Role[]; readonly department: string | null };

/** People of the committee who hold a post on a day: only they can take something over. */
export async function officialsOn(tx: Tx, today: LocalDate): Promise<readonly Official[]> {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("membership as post", (join) => join.onRef("post.zone_id", "=", "person.zone_id").onRef("post.person_id", "=", "person.id"))
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "post.zone_id").onRef("department.id", "=", "post.department_id"),
    )
    .select(["person.id", "person.name", "post.role", "department.name as department"])
    .where("person.zone_id", "=", actorOf(tx).zoneId)
    .where("person.enterprise_id", "is", null)
    .where("person.left_at", "is", null)
    .where("post.revoked_at", "is", null)
    .where("post.valid_from", "<=", today)
    .where((by) => by.or([by("post.valid_to", "is", null), by("post.valid_to", ">=", today)]))
    .where("post.role", "in", [...COMMITTEE_ROLES])
    .orderBy("person.name")
    .orderBy("person.id")
    .execute();
  const people = Map.groupBy(rows, (row) => row.id);
  return [...people.values()].flatMap((posts) => {
    const [first] = posts;
    if (first === undefined) return [];
    return [{ id: first.id, name: first.name, roles: [...new Set(posts.map((post) => post.role as Role))], department: first.department }];
  });
}

export const listOfficials: HandoverHandlers["listOfficials"] = async (_, { tx, today, actor }) => {
  const { rows } = await sql<{ id: string; held: number }>`
    select id, sum(held)::int held from (
      select owner_id id, count(*) held from project where zone_id = ${actor.zoneId} and stage <> 'TERMINATED' group by 1
      union all select leader_id, count(*) from project where zone_id = ${actor.zoneId} and stage <> 'TERMINATED' group by 1
      union all select lead_id, count(*) from project_task_force where zone_id = ${actor.zoneId} and disbanded_on is null group by 1
      union all select person_id, count(*) from task_force_member where zone_id = ${actor.zoneId} and to_day is null group by 1
      union all select owner_id, count(*) from project_task where zone_id = ${actor.zoneId} and state = 'OPEN' group by 1
      union all select addressee_id, count(*) from project_supervision
        where zone_id = ${actor.zoneId} and state in ('OPEN', 'ISSUED', 'REPLIED') group by 1
    ) every where id is not null group by 1`.execute(tx);
  const held = new Map(rows.map((row) => [row.id, row.held]));
  return { items: (await officialsOn(tx, today)).map((person) => ({ ...person, held: held.get(person.id) ?? 0 })) };
};
