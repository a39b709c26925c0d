import type { z } from "zod";
import type { Milestone } from "#domains/projects/contract/project.ts";
import type { DateRequestView } from "#domains/projects/contract/register-operations.ts";
import type { Push } from "#domains/projects/rules/planned-dates.ts";
import { dateRequestPolicy } from "#domains/projects/rules/project-policy.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { abilitiesOf } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type Wanted = {
  readonly projectId?: string;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
};

/** Requests for other dates, newest first, each with what this person may do with it. */
export async function dateRequestViews(
  tx: Tx,
  { projectId, state, after, limit = 200 }: Wanted,
): Promise<z.input<typeof DateRequestView>[]> {
  const actor = actorOf(tx);
  let query = tx
    .selectFrom("project_date_request as request")
    .innerJoin("project", (join) => join.onRef("project.zone_id", "=", "request.zone_id").onRef("project.id", "=", "request.project_id"))
    .selectAll("request")
    .select(["project.code", "project.name"])
    .where("request.zone_id", "=", actor.zoneId)
    .orderBy("request.id", "desc")
    .limit(limit);
  if (projectId !== undefined) query = query.where("request.project_id", "=", projectId);
  if (state !== undefined) query = query.where("request.state", "=", state);
  if (after !== undefined) query = query.where("request.id", "<", after);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    project: { id: row.project_id, code: row.code, name: row.name },
    kind: row.kind as Milestone,
    from: row.from_date as LocalDate | null,
    to: row.to_date as LocalDate,
    reason: row.reason,
    pushes: row.pushes as unknown as Push[],
    state: row.state as z.input<typeof DateRequestView>["state"],
    requestedOn: row.requested_on as LocalDate,
    requestedBy: row.requested_by_name,
    decidedOn: row.decided_on as LocalDate | null,
    decidedBy: row.decided_by_name,
    decision: row.decision,
    version: row.version,
    abilities: abilitiesOf(dateRequestPolicy, actor, { state: row.state, requestedBy: row.requested_by }),
  }));
}
