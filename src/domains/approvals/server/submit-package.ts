import { packageMoves } from "#domains/approvals/rules/package-course.ts";
import { packagePolicy } from "#domains/approvals/rules/package-policy.ts";
import { settlePackage } from "#domains/approvals/server/advance-package.ts";
import { requireVersion } from "#domains/approvals/server/case-store.ts";
import { courseOfPackage, loadPackage } from "#domains/approvals/server/load-package.ts";
import { openChildren } from "#domains/approvals/server/open-children.ts";
import type { PackageHandlers } from "#domains/approvals/server/package-handlers.ts";
import { getPackage, updatePackage } from "#domains/approvals/server/package-store.ts";
import { requireDecision } from "#domains/approvals/server/require-decision.ts";
import { subjectOfPackage, viewPackage } from "#domains/approvals/server/view-package.ts";
import { checkMove } from "#kernel/lifecycle.ts";

/** One form, shared papers, and every child that waits for nobody begins at once. */
export const submitPackage: PackageHandlers["submitPackage"] = async ({ id, version }, context) => {
  const { tx, today, actor } = context;
  const row = await getPackage(tx, id);
  requireVersion(row, version);
  requireDecision(packagePolicy.submit(actor, subjectOfPackage(row)));
  const loaded = await loadPackage(tx, row);
  requireDecision(checkMove(packageMoves.submit, courseOfPackage(loaded)));
  const running = await updatePackage(tx, row, { state: "RUNNING", submitted_on: today });
  const opened = await openChildren(tx, loaded, { on: today, automatic: null });
  await settlePackage(tx, running, today);
  context.journal({ subject: `package:${row.id}`, before: { state: row.state }, after: { state: "RUNNING", children: opened } });
  await context.emit("approvals.package-moved", { packageId: row.id, move: "submit", to: "RUNNING", on: today });
  return viewPackage(tx, row.id, today);
};
