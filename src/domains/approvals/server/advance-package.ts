import { v7 } from "uuid";
import { CHILD_RULE } from "#domains/approvals/contract/package-texts.ts";
import { compensationsFor, type PackageMove, packageMoves, readChildren } from "#domains/approvals/rules/package-course.ts";
import { courseOfPackage, type LoadedPackage, loadPackage } from "#domains/approvals/server/load-package.ts";
import { openChildren } from "#domains/approvals/server/open-children.ts";
import { keepPackageStatus } from "#domains/approvals/server/package-status.ts";
import { listCompensations, lockPackage, type PackageTableRow, updatePackage } from "#domains/approvals/server/package-store.ts";
import { checkMove } from "#kernel/lifecycle.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { EventSubscriber } from "#kernel/server/background.ts";
import type { Tx } from "#kernel/server/database.ts";
import { emitEvent } from "#kernel/server/outbox.ts";

const ENDED = new Set(["DECIDED", "DELIVERED", "WITHDRAWN", "TERMINATED"]);

/** A child that was decided or ended moves its package on: the next children begin, or what is to be compensated is written down. Delivered, it is shown so. */
export const childEnded: EventSubscriber = {
  kind: "approvals.moved",
  handle: async ({ payload }, tx) => {
    const { packageId, to, on } = payload as { packageId: string | null; to: string; on: LocalDate };
    if (packageId !== null && ENDED.has(to)) await advancePackage(tx, packageId, on);
  },
};

/** Of two children that end in the same moment the second waits for the first and sees what it did. Taken twice, it does nothing new. */
export async function advancePackage(tx: Tx, packageId: string, on: LocalDate): Promise<void> {
  const row = await lockPackage(tx, packageId);
  if (row === undefined) return;
  if (row.state !== "RUNNING" && row.state !== "COMPENSATING") return keepPackageStatus(tx, await updatePackage(tx, row, {}), on);
  await openChildren(tx, await loadPackage(tx, row), { on, automatic: CHILD_RULE });
  await settlePackage(tx, row, on);
}

/** For each failed child what is to be done about the others, once each. @returns the package with all of them. */
async function writeCompensations(tx: Tx, loaded: LoadedPackage, on: LocalDate): Promise<LoadedPackage> {
  const { row, definition, children, compensations } = loaded;
  const known = new Set(compensations.map(({ failed_matter, matter_code }) => `${failed_matter} ${matter_code}`));
  const failed = readChildren(definition.children, children).filter(({ state }) => state === "failed");
  const wanted = failed.flatMap(({ matterCode }) => compensationsFor(definition.children, children, matterCode));
  for (const { failed: failedMatter, matterCode, text } of wanted) {
    if (known.has(`${failedMatter} ${matterCode}`)) continue;
    await tx
      .insertInto("approval_compensation")
      .values({
        zone_id: row.zone_id,
        id: v7(),
        package_id: row.id,
        enterprise_id: row.enterprise_id,
        failed_matter: failedMatter,
        matter_code: matterCode,
        text_zh: text.zh,
        text_en: text.en,
        opened_on: on,
      })
      .execute();
  }
  return { ...loaded, compensations: await listCompensations(tx, row.id) };
}

const BY_RULE: readonly PackageMove[] = ["fail", "settle", "giveUp", "finish"];

/**
 * Takes the moves that the rule allows now, one after the other, and writes what the public page shows. A child may end between two
 * readings: each reading that a move is judged by has the compensations of every failure in it, so none is passed over.
 */
export async function settlePackage(tx: Tx, start: PackageTableRow, on: LocalDate): Promise<PackageTableRow> {
  let row = await updatePackage(tx, start, {});
  for (const move of BY_RULE) {
    const course = courseOfPackage(await writeCompensations(tx, await loadPackage(tx, row), on));
    if (!checkMove(packageMoves[move], course).allowed) continue;
    const { to } = packageMoves[move];
    row = await updatePackage(tx, row, { state: to, finished_on: to === "DONE" || to === "FAILED" ? on : null });
    await emitEvent(tx, "approvals.package-moved", { packageId: row.id, move, to, on });
  }
  await keepPackageStatus(tx, row, on);
  return row;
}
