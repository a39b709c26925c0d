import { packagePolicy } from "#domains/approvals/rules/package-policy.ts";
import { settlePackage } from "#domains/approvals/server/advance-package.ts";
import { requireVersion } from "#domains/approvals/server/case-store.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { lockPackage } from "#domains/approvals/server/package-store.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOfPackage, viewPackage } from "#domains/approvals/server/view-package.ts";
import { AppError } from "#kernel/app-error.ts";

/** Says what was done about a failed child: old seals surrendered, the bank told. With the last one the package ends. */
export const compensate: PackageHandlers["compensate"] = async ({ compensationId, version, note }, context) => {
  const { tx, today, actor } = context;
  const task = await tx
    .selectFrom("approval_compensation")
    .selectAll()
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", compensationId)
    .executeTakeFirst();
  const row = task === undefined ? undefined : await lockPackage(tx, task.package_id);
  if (task === undefined || row === undefined) throw new AppError("approvals.no-such-compensation", "not-found");
  if (task.state === "DONE") throw new AppError("approvals.compensation-done", "conflict");
  requireVersion(task, version);
  requireDecision(packagePolicy.compensate(actor, subjectOfPackage(row)));
  await tx
    .updateTable("approval_compensation")
    .set({ state: "DONE", done_on: today, note, by: actor.id, version: task.version + 1 })
    .where("zone_id", "=", actor.zoneId)
    .where("id", "=", task.id)
    .execute();
  const settled = await settlePackage(tx, row, today);
  context.journal({
    subject: `package:${row.id}`,
    before: { state: row.state },
    after: { state: settled.state, compensation: task.id, matter: task.matter_code },
    detail: { note },
  });
  return viewPackage(tx, row.id, today);
};
