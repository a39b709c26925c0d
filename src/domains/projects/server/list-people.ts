import { sql } from "kysely";
import type { PersonOfZone } from "#domains/projects/contract/register-operations.ts";
import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { COMMITTEE_ROLES, Role } from "#kernel/role.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** People who hold a post of the committee on a day, each once, by name; the department is that of their oldest post. */
export async function peopleOn(tx: Tx, today: LocalDate): Promise<readonly PersonOfZone[]> {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("membership as post", (join) => join.onRef("post.zone_id", "=", "person.zone_id").onRef("post.person_id", "=", "person.id"))
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "post.zone_id").onRef("department.id", "=", "post.department_id"),
    )
    .select(["person.id", "person.name", "post.department_id", "department.name as department", sql<string>`post.role`.as("role")])
    .where("person.zone_id", "=", actorOf(tx).zoneId)
    .where("person.enterprise_id", "is", null)
    .where("person.left_at", "is", null)
    .where("post.role", "in", [...COMMITTEE_ROLES])
    .where("post.revoked_at", "is", null)
    .where("post.valid_from", "<=", today)
    .where((by) => by.or([by("post.valid_to", "is", null), by("post.valid_to", ">=", today)]))
    .orderBy("post.granted_at")
    .orderBy("post.id")
    .execute();
  const found = [...Map.groupBy(rows, (row) => row.id).values()].flatMap((posts): PersonOfZone[] => {
    const [first] = posts;
    if (first === undefined) return [];
    const roles = [...new Set(posts.map((post) => Role.parse(post.role)))];
    return [{ id: first.id, name: first.name, departmentId: first.department_id, department: first.department, roles }];
  });
  return found.sort((one, other) => one.name.localeCompare(other.name, "zh-CN") || (one.id < other.id ? -1 : 1));
}

export const listPeople: RegisterHandlers["listPeople"] = async ({ q = "" }, { tx, today }) => {
  const words = q.toLowerCase();
  return { items: (await peopleOn(tx, today)).filter((person) => person.name.toLowerCase().includes(words)) };
};
