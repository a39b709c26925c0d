import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openForMove } from "#domains/economy/server/move-report-card.ts";
import { appendStep, insertEdition } from "#domains/economy/server/report-card-store.ts";

/** A new edition begins as a draft; the one before it stays as it is, and public until this one is published. */
export const reviseReportCard: EconomyHandlers["reviseReportCard"] = async (input, context) => {
  const { row } = await openForMove(context, input, "revise", input.reason);
  const edition = row.edition + 1;
  await insertEdition(context.tx, { ...row, edition });
  await appendStep(context.tx, row.id, {
    edition,
    move: "revise",
    from: row.state,
    to: "DRAFT",
    reason: input.reason,
    at: businessInstant(context.now, context.today),
  });
  context.journal({
    subject: `report-card:${row.id}`,
    before: { edition: row.edition },
    after: { edition },
    detail: { reason: input.reason },
  });
  return viewLatest(context.tx, row.id);
};
