import { casesByRow } from "#domains/approvals/server/list-promises.ts";
import type { PromiseHandlers } from "#domains/approvals/server/promise-handlers.ts";
import { commitmentView, deferralView } from "#domains/approvals/server/view-promises.ts";
import type { Actor } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST_LISTED = 500;

/** What was promised in my cases and has not come: deferred materials, and false promises that are to be put right. */
export const dueFromMe: PromiseHandlers["dueFromMe"] = async (_, { tx, today }) => {
  const mine = myCases(tx, actorOf(tx));
  const deferrals = await tx
    .selectFrom("approval_deferral")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "OPEN")
    .where("case_id", "in", mine)
    .orderBy("due_on")
    .orderBy("id")
    .limit(MOST_LISTED)
    .execute();
  const corrections = await tx
    .selectFrom("approval_commitment")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("state", "=", "FALSE")
    .where("case_id", "in", mine)
    .orderBy("correct_by")
    .orderBy("id")
    .limit(MOST_LISTED)
    .execute();
  const cases = await casesByRow(tx, [...deferrals, ...corrections]);
  return {
    deferrals: deferrals.flatMap((row) => {
      const found = cases.get(row.case_id);
      return found === undefined ? [] : [{ ...deferralView(row, found.matter, today), case: found.ref }];
    }),
    corrections: corrections.flatMap((row) => {
      const found = cases.get(row.case_id);
      return found === undefined ? [] : [{ ...commitmentView(row, found.matter, today), case: found.ref }];
    }),
  };
};

/** An enterprise's account: its enterprise's. An officer: those filed by himself at the counter. */
function myCases(tx: Tx, { id, role, enterpriseId, zoneId }: Actor) {
  const all = tx.selectFrom("approval_case").select("id").where("zone_id", "=", zoneId);
  // What has ended without a result is not mended any more.
  const cases = all.where("state", "not in", ["WITHDRAWN", "TERMINATED"]);
  return role === "enterprise" && enterpriseId !== null
    ? cases.where("enterprise_id", "=", enterpriseId)
    : cases.where("applicant_id", "=", id);
}
