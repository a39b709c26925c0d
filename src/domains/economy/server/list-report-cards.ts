import { makeArtefact } from "#domains/economy/server/artefacts/make-artefact.ts";
import { cardRow, listAbilities, viewLatest } from "#domains/economy/server/card-view.ts";
import type { EconomyHandlers } from "#domains/economy/server/draft-report-card.ts";
import { openEdition, presentCard } from "#domains/economy/server/open-card.ts";
import { getLatestEdition, listLatestEditions } from "#domains/economy/server/report-card-store.ts";

export const listReportCards: EconomyHandlers["listReportCards"] = async ({ region, state, limit, cursor }, { tx }) => {
  const { rows, next } = await listLatestEditions(tx, { region, state, limit, cursor });
  return { items: rows.map((row) => cardRow(row, listAbilities(tx, row))), next, total: null };
};

export const openReportCard: EconomyHandlers["openReportCard"] = async ({ id }, { tx }) => viewLatest(tx, id);

/** The card as it stands, a draft too; a draft says on its face that it is one. */
export const downloadReportCard: EconomyHandlers["downloadReportCard"] = async ({ id, format, language }, { tx }) => {
  const card = await openEdition(tx, await getLatestEdition(tx, id));
  const { bytes, ...file } = await makeArtefact(await presentCard(tx, card), format, language);
  return { ...file, bytes: Uint8Array.from(bytes) };
};
