import type { Official, peopleOperations } from "#domains/registry/contract/people-operations.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import { COMMITTEE_ROLES } from "#kernel/role.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

/** People who hold a post of the committee today, each once, by name; the department is that of their oldest post. */
const listOfficials: PeopleHandlers["listOfficials"] = async ({ q = "" }, { tx, actor, today }) => {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("membership as post", (join) => join.onRef("post.zone_id", "=", "person.zone_id").onRef("post.person_id", "=", "person.id"))
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "post.zone_id").onRef("department.id", "=", "post.department_id"),
    )
    .select(["person.id", "person.name", "department.name as department"])
    .where("person.zone_id", "=", actor.zoneId)
    .where("person.enterprise_id", "is", null)
    .where("person.left_at", "is", null)
    .where("post.role", "in", [...COMMITTEE_ROLES])
    .where("post.revoked_at", "is", null)
    .where("post.valid_from", "<=", today)
    .where((by) => by.or([by("post.valid_to", "is", null), by("post.valid_to", ">=", today)]))
    .orderBy("post.granted_at")
    .orderBy("post.id")
    .execute();
  const words = q.toLowerCase();
  const found = new Map<string, Official>();
  for (const row of rows) if (!found.has(row.id) && row.name.toLowerCase().includes(words)) found.set(row.id, row);
  return { items: [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "zh-CN") || (one.id < other.id ? -1 : 1)) };
};

type PeopleHandlers = HandlersOf<typeof peopleOperations, OperationContext>;
export const peopleHandlers: PeopleHandlers = { listOfficials };
