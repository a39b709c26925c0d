import type { RegisterHandlers } from "#domains/projects/server/register-project.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** The projects that the register links to the caller's own enterprise: what an application can be for. */
export const listOwnProjects: RegisterHandlers["listOwnProjects"] = async (_, { tx }) => {
  const { zoneId, enterpriseId } = actorOf(tx);
  if (enterpriseId === null) return { items: [] };
  const items = await tx
    .selectFrom("project")
    .select(["id", "code", "name"])
    .where("zone_id", "=", zoneId)
    .where("enterprise_id", "=", enterpriseId)
    .where("stage", "!=", "TERMINATED")
    .orderBy("code", "desc")
    .limit(200)
    .execute();
  return { items };
};
