import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openForMove, takeMove } from "#domains/economy/server/move-report-card.ts";

export const approveReportCard: EconomyHandlers["approveReportCard"] = async (input, context) => {
  const comment = input.comment ?? null;
  const card = await openForMove(context, input, "approve", comment);
  await takeMove(context, card, "approve", {}, comment);
  return viewLatest(context.tx, input.id);
};
