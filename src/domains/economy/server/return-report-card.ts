import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openForMove, takeMove } from "#domains/economy/server/move-report-card.ts";

/** Back to a draft that follows the facts again. */
export const returnReportCard: EconomyHandlers["returnReportCard"] = async (input, context) => {
  const card = await openForMove(context, input, "sendBack", input.reason);
  await takeMove(context, card, "sendBack", { content: null, contentHash: null, checkedBy: null }, input.reason);
  return viewLatest(context.tx, input.id);
};
