import type { ReportCardState } from "#domains/economy/contract/report-card.ts";
import { businessInstant } from "#domains/economy/rules/business-instant.ts";
import { type ReportCardMove, reportCardMoves } from "#domains/economy/rules/report-card-lifecycle.ts";
import { type OpenCard, openEdition, requireAllowed } from "#domains/economy/server/open-card.ts";
import {
  appendStep,
  type EditionChange,
  getLatestEdition,
  requireVersion,
  updateEdition,
} from "#domains/economy/server/report-card-store.ts";
import type { Instant } from "#kernel/local-date.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";

type Deed = Parameters<typeof requireAllowed>[1];

/** The newest edition as the caller saw it, and allowed for what the caller wants to do. */
export async function openForMove(
  context: OperationContext,
  given: { readonly id: string; readonly version: number },
  deed: Deed,
  comment: string | null,
): Promise<OpenCard> {
  const row = await getLatestEdition(context.tx, given.id);
  requireVersion(row, given.version);
  const card = await openEdition(context.tx, row);
  requireAllowed(context.tx, deed, card, comment);
  return card;
}

/** State, step and journal entry of one move, together. */
export async function takeMove(
  context: OperationContext,
  card: OpenCard,
  move: ReportCardMove,
  change: EditionChange,
  reason: string | null,
  at: Instant = businessInstant(context.now, context.today),
): Promise<void> {
  const to: ReportCardState = reportCardMoves[move].to;
  const { row } = card;
  await updateEdition(context.tx, row, { ...change, state: to });
  await appendStep(context.tx, row.id, { edition: row.edition, move, from: row.state, to, reason, at });
  context.journal({
    subject: `report-card:${row.id}`,
    before: { edition: row.edition, state: row.state },
    after: { edition: row.edition, state: to },
    detail: { move, reason, fingerprint: card.hash },
  });
  await context.emit(`economy.report-card-${to.toLowerCase()}`, {
    cardId: row.id,
    edition: row.edition,
    region: row.region,
    period: row.period,
  });
}
