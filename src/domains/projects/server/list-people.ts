import { sql } from "kysely";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST = 500;

/** People who hold a post of the committee today, by name; of their posts only a department is said. */
export const listPeople: RegisterHandlers["listPeople"] = async ({ q }, { tx, today }) => {
  const zone = actorOf(tx).zoneId;
  let query = tx
    .selectFrom("person")
    .innerJoin("membership as post", (join) => join.onRef("post.zone_id", "=", "person.zone_id").onRef("post.person_id", "=", "person.id"))
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "post.zone_id").onRef("department.id", "=", "post.department_id"),
    )
    .select(["person.id", "person.name", sql<string | null>`min(department.name)`.as("department")])
    .where("person.zone_id", "=", zone)
    .where("person.left_at", "is", null)
    .where("post.role", "in", [...COMMITTEE_ROLES])
    .where("post.revoked_at", "is", null)
    .where("post.valid_from", "<=", today)
    .where((by) => by.or([by("post.valid_to", "is", null), by("post.valid_to", ">=", today)]))
    .groupBy(["person.id", "person.name"])
    .orderBy("person.name")
    .orderBy("person.id")
    .limit(MOST);
  if (q !== undefined && q !== "") query = query.where("person.name", "ilike", `%${q.replace(/[\\%_]/g, "\\$&")}%`);
  return { items: await query.execute() };
};
