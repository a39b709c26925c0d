import { v7 } from "uuid";
import { publicCopy } from "#domains/economy/rules/public-copy.ts";
import { publishingMove, reportCardMoves } from "#domains/economy/rules/report-card-lifecycle.ts";
import { viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { keepArtefacts } from "#domains/economy/server/keep-artefacts.ts";
import { openForMove, takeMove } from "#domains/economy/server/move-report-card.ts";
import { presentCard } from "#domains/economy/server/open-card.ts";
import { insertSnapshot } from "#domains/economy/server/published-card-store.ts";

/** Writes the public copy once and for all: figures, quotes and every artefact; the working tables are never read by the public. */
export const publishReportCard: EconomyHandlers["publishReportCard"] = async (input, context) => {
  const { tx } = context;
  const card = await openForMove(context, input, "publish", input.comment ?? null);
  const move = publishingMove(card.row.edition);
  const snapshotId = v7();
  const change = { publishedAt: context.now, snapshotId };
  await takeMove(context, card, move, change, input.comment ?? null);
  const published = publicCopy(await presentCard(tx, { ...card, row: { ...card.row, ...change, state: reportCardMoves[move].to } }));
  await insertSnapshot(tx, {
    id: snapshotId,
    slug: card.row.slug,
    edition: card.row.edition,
    publishedAt: context.now,
    card: published,
    artefacts: await keepArtefacts(context, published),
  });
  return viewLatest(tx, input.id);
};
