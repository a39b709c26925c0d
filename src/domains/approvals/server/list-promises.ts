import { creditPolicy } from "#domains/approvals/rules/matter-policy.ts";
import type { CaseTableRow } from "#domains/approvals/server/case-store.ts";
import { matterVersions, versionKey } from "#domains/approvals/server/matter-store.ts";
import type { PromiseHandlers } from "#domains/approvals/server/promise-handlers.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { commitmentView, deferralView } from "#domains/approvals/server/view-promises.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

const MOST_LISTED = 2000;

export const listCommitments: PromiseHandlers["listCommitments"] = async ({ state, late }, { tx, today }) => {
  let query = tx.selectFrom("approval_commitment").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
  if (state !== undefined) query = query.where("state", "=", state);
  if (late) query = query.where("state", "=", "PENDING").where("verify_by", "<", today);
  const rows = await query.orderBy("verify_by").orderBy("id").limit(MOST_LISTED).execute();
  const cases = await casesByRow(tx, rows);
  return {
    items: rows.flatMap((row) => {
      const found = cases.get(row.case_id);
      return found === undefined ? [] : [{ ...commitmentView(row, found.matter, today), case: found.ref }];
    }),
  };
};

export const listDeferrals: PromiseHandlers["listDeferrals"] = async ({ state }, { tx, today }) => {
  let query = tx.selectFrom("approval_deferral").selectAll().where("zone_id", "=", actorOf(tx).zoneId);
  if (state !== undefined) query = query.where("state", "=", state);
  const rows = await query.orderBy("due_on").orderBy("id").limit(MOST_LISTED).execute();
  const cases = await casesByRow(tx, rows);
  return {
    items: rows.flatMap((row) => {
      const found = cases.get(row.case_id);
      return found === undefined ? [] : [{ ...deferralView(row, found.matter, today), case: found.ref }];
    }),
  };
};

export async function casesByRow(tx: Tx, rows: readonly { readonly case_id: string }[]) {
  const ids = [...new Set(rows.map(({ case_id }) => case_id))];
  const cases: CaseTableRow[] =
    ids.length === 0
      ? []
      : await tx.selectFrom("approval_case").selectAll().where("zone_id", "=", actorOf(tx).zoneId).where("id", "in", ids).execute();
  const matters = await matterVersions(
    tx,
    cases.map((one) => ({ code: one.matter_code, version: one.matter_version })),
  );
  return new Map(
    cases.flatMap((one) => {
      const version = matters.get(versionKey(one.matter_code, one.matter_version));
      const ref = { id: one.id, number: one.number, title: one.title, enterprise: one.enterprise_name };
      return version === undefined ? [] : [[one.id, { matter: version.matter, ref }] as const];
    }),
  );
}

export const listExclusions: PromiseHandlers["listExclusions"] = async (_, { tx }) => {
  const rows = await tx
    .selectFrom("approval_exclusion")
    .selectAll()
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("since", "desc")
    .orderBy("id")
    .limit(MOST_LISTED)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      enterprise: row.enterprise_name,
      uscc: row.uscc,
      since: row.since as LocalDate,
      because: row.because,
      repairedOn: row.repaired_on as LocalDate | null,
      repair: row.repair,
    })),
  };
};

/** From then on the applicant may promise again. */
export const repairCredit: PromiseHandlers["repairCredit"] = async ({ exclusionId, reason }, context) => {
  const { tx, today, actor } = context;
  const row = await tx
    .selectFrom("approval_exclusion as exclusion")
    .innerJoin("approval_commitment as promise", (join) =>
      join.onRef("promise.zone_id", "=", "exclusion.zone_id").onRef("promise.id", "=", "exclusion.commitment_id"),
    )
    .innerJoin("approval_case as filed", (join) =>
      join.onRef("filed.zone_id", "=", "promise.zone_id").onRef("filed.id", "=", "promise.case_id"),
    )
    .select(["exclusion.repaired_on", "exclusion.enterprise_id", "filed.department_id"])
    .where("exclusion.zone_id", "=", actor.zoneId)
    .where("exclusion.id", "=", exclusionId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("approvals.no-such-exclusion", "not-found");
  requireDecision(creditPolicy.repair(actor, { departmentId: row.department_id }));
  if (row.repaired_on !== null) throw new AppError("approvals.repaired-already", "conflict");
  await tx
    .updateTable("approval_exclusion")
    .set({ repaired_on: today, repair: reason, repaired_by: actor.id })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", exclusionId)
    .execute();
  context.journal({ subject: `exclusion:${exclusionId}`, after: { repairedOn: today }, detail: { reason } });
  await context.emit("approvals.credit-repaired", { exclusionId, enterpriseId: row.enterprise_id });
  return { repaired: true };
};
