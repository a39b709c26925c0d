import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { takeMove } from "#domains/economy/server/move-report-card.ts";
import { openEdition, requireAllowed } from "#domains/economy/server/open-card.ts";
import { insertWithdrawal } from "#domains/economy/server/published-card-store.ts";
import { findLiveEdition, getLatestEdition, requireVersion } from "#domains/economy/server/report-card-store.ts";

/** Takes the public edition away, also while its revision is being drafted. What was published stays on record. */
export const withdrawReportCard: EconomyHandlers["withdrawReportCard"] = async (input, context) => {
  const { tx } = context;
  const latest = await getLatestEdition(tx, input.id);
  requireVersion(latest, input.version);
  const card = await openEdition(tx, (await findLiveEdition(tx, input.id)) ?? latest);
  requireAllowed(tx, "withdraw", card, input.reason);
  const at = businessInstant(context.now, context.today, card.row.publishedAt);
  await takeMove(context, card, "withdraw", {}, input.reason, at);
  if (card.row.snapshotId !== null) await insertWithdrawal(tx, card.row.snapshotId, at, input.reason);
  return viewLatest(tx, input.id);
};
