import type { CaseHandlers } from "#domains/approvals/server/draft-case.ts";
import { rowsOf } from "#domains/approvals/server/view-row.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

/** What an enterprise's account sees: its enterprise's cases. An officer: those filed by himself at the counter. */
export const listMyCases: CaseHandlers["listMyCases"] = async ({ state, cursor, limit }, { tx, today }) => {
  const actor = actorOf(tx);
  const offset = cursor === undefined ? 0 : Math.max(0, Number.parseInt(cursor, 10) || 0);
  let query = tx.selectFrom("approval_case").where("zone_id", "=", actor.zoneId);
  query =
    actor.role === "enterprise" && actor.enterpriseId !== null
      ? query.where("enterprise_id", "=", actor.enterpriseId)
      : query.where("applicant_id", "=", actor.id);
  if (state !== undefined) query = query.where("state", "=", state);
  const { total } = await query.select((of) => of.fn.countAll<string>().as("total")).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy("drafted_on", "desc").orderBy("id", "desc").offset(offset).limit(limit).execute();
  return {
    items: await rowsOf(tx, rows, today),
    next: offset + rows.length < Number(total) ? String(offset + rows.length) : null,
    total: Number(total),
  };
};
