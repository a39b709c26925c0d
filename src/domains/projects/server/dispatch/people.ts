import type { z } from "zod";
import type { OfficialView, WorkloadRow } from "#domains/projects/contract/dispatch-operations.ts";
import { type Burden, loadOf, SOON_DAYS } from "#domains/projects/rules/workload.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import { COMMITTEE_ROLES, Role } from "#kernel/role.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Official = z.input<typeof OfficialView>;

/** People who hold a post of the committee on a day, each once, by name. */
async function officials(tx: Tx, today: LocalDate): Promise<Official[]> {
  const rows = await tx
    .selectFrom("person")
    .innerJoin("membership", (join) =>
      join.onRef("membership.zone_id", "=", "person.zone_id").onRef("membership.person_id", "=", "person.id"),
    )
    .leftJoin("department", (join) =>
      join.onRef("department.zone_id", "=", "membership.zone_id").onRef("department.id", "=", "membership.department_id"),
    )
    .select(["person.id", "person.name", "membership.role", "membership.department_id", "department.name as department"])
    .where("person.zone_id", "=", actorOf(tx).zoneId)
    .where("person.left_at", "is", null)
    .where("membership.role", "in", [...COMMITTEE_ROLES])
    .where("membership.revoked_at", "is", null)
    .where((by) => by.or([by("membership.valid_to", "is", null), by("membership.valid_to", ">=", today)]))
    .orderBy("membership.granted_at")
    .orderBy("membership.id")
    .execute();
  const found = new Map<string, Official>();
  for (const row of rows) {
    const known = found.get(row.id);
    const role = Role.parse(row.role);
    if (known === undefined)
      found.set(row.id, { id: row.id, name: row.name, departmentId: row.department_id, department: row.department, roles: [role] });
    else if (!known.roles.includes(role)) known.roles.push(role);
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "zh-CN"));
}

export const listOfficials: DispatchHandlers["listOfficials"] = async (_, { tx, today }) => ({ items: await officials(tx, today) });

export const workload: DispatchHandlers["workload"] = async ({ departmentId, order }, { tx, today }) => {
  const burdens = await openBurdens(tx);
  const owned = await projectsBy(tx, "owner_id");
  const led = await projectsBy(tx, "lead_id");
  const items = (await officials(tx, today))
    .filter((one) => departmentId === undefined || one.departmentId === departmentId)
    .map(
      (one): z.input<typeof WorkloadRow> => ({
        person: { id: one.id, name: one.name },
        department: one.department,
        owned: owned.get(one.id) ?? 0,
        led: led.get(one.id) ?? 0,
        ...loadOf(burdens, one.id, today),
      }),
    );
  // By name unless the load is asked for: this is for dealing work out, and no ranking.
  return {
    asOf: today,
    until: addDays(today, SOON_DAYS),
    items: order === "load" ? items.sort((one, other) => other.load - one.load) : items,
  };
};

async function openBurdens(tx: Tx): Promise<readonly Burden[]> {
  const zone = actorOf(tx).zoneId;
  const tasks = await tx
    .selectFrom("project_task")
    .select(["kind", "owner_id", "due_on"])
    .where("zone_id", "=", zone)
    .where("state", "=", "OPEN")
    .execute();
  const resolutions = await tx
    .selectFrom("dispatch_resolution")
    .select(["owner_id", "due_on"])
    .where("zone_id", "=", zone)
    .where("state", "=", "OPEN")
    .execute();
  return [
    ...tasks.map(
      (row): Burden => ({ kind: row.kind === "issue" ? "issue" : "task", ownerId: row.owner_id, dueOn: row.due_on as LocalDate }),
    ),
    ...resolutions.map((row): Burden => ({ kind: "resolution", ownerId: row.owner_id, dueOn: row.due_on as LocalDate })),
  ];
}

/** Projects that are not over, counted by who owns them or leads their task force. */
async function projectsBy(tx: Tx, who: "owner_id" | "lead_id"): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom("project")
    .leftJoin("project_task_force as force", (join) =>
      join.onRef("force.zone_id", "=", "project.zone_id").onRef("force.project_id", "=", "project.id").on("force.disbanded_on", "is", null),
    )
    .select(["project.owner_id", "force.lead_id"])
    .where("project.zone_id", "=", actorOf(tx).zoneId)
    .where("project.stage", "<>", "TERMINATED")
    .execute();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = row[who];
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
