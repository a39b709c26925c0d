import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** Who answers for each project: its owner, else the leading official of its task force. A project with neither is left out. */
export async function answerersOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await answerers(tx).execute()).flatMap(pair));
}

export async function answererOf(tx: Tx, projectId: string): Promise<string | null> {
  const [found] = (await answerers(tx).where("project.id", "=", projectId).execute()).flatMap(pair);
  return found?.[1] ?? null;
}

const answerers = (tx: Tx) =>
  tx
    .selectFrom("project")
    .leftJoin("project_task_force as force", (join) =>
      join.onRef("force.zone_id", "=", "project.zone_id").onRef("force.project_id", "=", "project.id").on("force.disbanded_on", "is", null),
    )
    .select(["project.id", "owner_id", "force.lead_id"])
    .where("project.zone_id", "=", actorOf(tx).zoneId);

type Row = { readonly id: string; readonly owner_id: string | null; readonly lead_id: string | null };
const pair = ({ id, owner_id, lead_id }: Row): (readonly [string, string])[] => {
  const who = owner_id ?? lead_id;
  return who === null ? [] : [[id, who]];
};
