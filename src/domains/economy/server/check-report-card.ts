import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openForMove, takeMove } from "#domains/economy/server/move-report-card.ts";

/** Freezes what the card says: from here on a change of facts makes it stale, never different. */
export const checkReportCard: EconomyHandlers["checkReportCard"] = async (input, context) => {
  const comment = input.comment ?? null;
  const card = await openForMove(context, input, "check", comment);
  await takeMove(context, card, "check", { content: card.content, contentHash: card.hash, checkedBy: context.actor.id }, comment);
  return viewLatest(context.tx, input.id);
};
