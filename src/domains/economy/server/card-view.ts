import type { z } from "zod";
import type { CardRow, CardView } from "#domains/economy/contract/economy-operations.ts";
import { nextCardMoves, waitsFor } from "#domains/economy/rules/report-card-lifecycle.ts";
import { reportCardPolicy } from "#domains/economy/rules/report-card-policy.ts";
import { caseOf, type OpenCard, openEdition, presentCard } from "#domains/economy/server/open-card.ts";
import { type EditionRow, getLatestEdition } from "#domains/economy/server/report-card-store.ts";
import type { Abilities } from "#kernel/policy.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export async function viewCard(tx: Tx, card: OpenCard): Promise<z.input<typeof CardView>> {
  const presented = await presentCard(tx, card);
  return {
    card: presented,
    row: cardRow(card.row, presented.abilities),
    next: [...nextCardMoves(caseOf(card, null))],
    abilities: presented.abilities,
  };
}

/** The newest edition of a card as it stands after a command. */
export async function viewLatest(tx: Tx, id: string): Promise<z.input<typeof CardView>> {
  return viewCard(tx, await openEdition(tx, await getLatestEdition(tx, id)));
}

export const cardRow = (row: EditionRow, abilities: Abilities): z.input<typeof CardRow> => ({
  id: row.id,
  region: row.region,
  period: row.period,
  title: row.title,
  titleEn: row.titleEn,
  state: row.state,
  version: row.version,
  waitsFor: waitsFor(row) ?? null,
  signer: row.signerName,
  updatedAt: row.updatedAt,
  publishedAt: row.publishedAt,
  slug: row.snapshotId === null ? null : row.slug,
  abilities,
});

/** For a list, where the figures are not composed: only what hangs on the person and the state. */
export const listAbilities = (tx: Tx, row: EditionRow): Abilities => {
  const subject = {
    state: row.state,
    edition: row.edition,
    figures: 1,
    conflicts: 0,
    openChecks: [],
    signer: row.signerName === null ? null : { name: row.signerName, department: row.signerDepartment ?? "" },
    draftedBy: row.draftedBy,
    editors: row.editors,
    checkedBy: row.checkedBy,
    stale: false,
    comment: "…",
  };
  const actor = actorOf(tx);
  return {
    read: reportCardPolicy.read(actor),
    edit: reportCardPolicy.edit(actor, subject),
    withdraw: reportCardPolicy.withdraw(actor, subject),
  };
};
