import type { z } from "zod";
import type { WorkloadRow } from "#domains/projects/contract/dispatch-operations.ts";
import { type Burden, loadOf, SOON_DAYS } from "#domains/projects/rules/workload.ts";
import type { DispatchHandlers } from "#domains/projects/server/dispatch/handler-shapes.ts";
import { peopleOn } from "#domains/projects/server/list-people.ts";
import { addDays, type LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export const workload: DispatchHandlers["workload"] = async ({ departmentId, order }, { tx, today }) => {
  const burdens = await openBurdens(tx);
  const owned = await projectsBy(tx, "owner_id");
  const led = await projectsBy(tx, "lead_id");
  const items = (await peopleOn(tx, today))
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
