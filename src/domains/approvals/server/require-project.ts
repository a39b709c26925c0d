import { projectRefs } from "#domains/projects/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";

/** Of the register of projects an enterprise's account finds its own only. @throws AppError `approvals.no-such-project` */
export async function requireProject(tx: Tx, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const found = await projectRefs(tx, [id]);
  if (!found.has(id)) throw new AppError("approvals.no-such-project", "not-found");
  return id;
}
