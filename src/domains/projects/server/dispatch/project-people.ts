import type { PersonRef, ProjectRef } from "#domains/projects/contract/dispatch.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Who answers for a project: its owner, and the leading official of its task force. */
export type ProjectPeople = {
  readonly project: ProjectRef;
  readonly registeredOn: LocalDate;
  readonly owner: PersonRef | null;
  readonly lead: PersonRef | null;
};

export async function loadProjectPeople(tx: Tx, id?: string): Promise<ReadonlyMap<string, ProjectPeople>> {
  let query = tx
    .selectFrom("project")
    .leftJoin("project_task_force as force", (join) =>
      join.onRef("force.zone_id", "=", "project.zone_id").onRef("force.project_id", "=", "project.id").on("force.disbanded_on", "is", null),
    )
    .leftJoin("person as owner", (join) => join.onRef("owner.zone_id", "=", "project.zone_id").onRef("owner.id", "=", "project.owner_id"))
    .leftJoin("person as lead", (join) => join.onRef("lead.zone_id", "=", "project.zone_id").onRef("lead.id", "=", "force.lead_id"))
    .select([
      "project.id",
      "project.code",
      "project.name",
      "project.registered_on",
      "owner.id as owner_id",
      "owner.name as owner_name",
      "lead.id as lead_id",
      "lead.name as lead_name",
    ])
    .where("project.zone_id", "=", actorOf(tx).zoneId);
  if (id !== undefined) query = query.where("project.id", "=", id);
  const person = (personId: string | null, name: string | null): PersonRef | null =>
    personId === null || name === null ? null : { id: personId, name };
  return new Map(
    (await query.execute()).map((row) => [
      row.id,
      {
        project: { id: row.id, code: row.code, name: row.name },
        registeredOn: row.registered_on as LocalDate,
        owner: person(row.owner_id, row.owner_name),
        lead: person(row.lead_id, row.lead_name),
      },
    ]),
  );
}
