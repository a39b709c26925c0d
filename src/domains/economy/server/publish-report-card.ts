import { v7 } from "uuid";
import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { publicCopy } from "#domains/economy/rules/public-copy.ts";
import { publishingMove, reportCardMoves } from "#domains/economy/rules/report-card-lifecycle.ts";
import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { keepArtefacts } from "#domains/economy/server/keep-artefacts.ts";
import { openForMove, takeMove } from "#domains/economy/server/move-report-card.ts";
import { presentCard } from "#domains/economy/server/open-card.ts";
import { insertSnapshot } from "#domains/economy/server/published-card-store.ts";
import { findLiveEdition } from "#domains/economy/server/report-card-store.ts";

/** Writes the public copy once and for all: figures, quotes and every artefact; the working tables are never read by the public. */
export const publishReportCard: EconomyHandlers["publishReportCard"] = async (input, context) => {
  const { tx } = context;
  const card = await openForMove(context, input, "publish", input.comment ?? null);
  const move = publishingMove(card.row.edition);
  const snapshotId = v7();
  const before = await findLiveEdition(tx, card.row.id);
  const publishedAt = businessInstant(context.now, context.today, before?.publishedAt);
  const change = { publishedAt, snapshotId };
  await takeMove(context, card, move, change, input.comment ?? null, publishedAt);
  const published = publicCopy(await presentCard(tx, { ...card, row: { ...card.row, ...change, state: reportCardMoves[move].to } }));
  await insertSnapshot(tx, {
    id: snapshotId,
    slug: card.row.slug,
    edition: card.row.edition,
    publishedAt,
    card: published,
    artefacts: await keepArtefacts(context, published),
  });
  return viewLatest(tx, input.id);
};
