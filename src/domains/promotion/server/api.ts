import { type PromotionFigure, promotionFigures, promotionPeriodsOf } from "#domains/promotion/rules/promotion-figures.ts";
import { countedContracts } from "#domains/promotion/server/contract-store.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

export type { PromotionFigure } from "#domains/promotion/rules/promotion-figures.ts";
export { type DossierAsked, type DossierSource, offerToDossiers } from "#domains/promotion/server/dossier/dossier-sources.ts";
export { ledgerOn as listPromises } from "#domains/promotion/server/promises.ts";

/** What contracts and funds say on a day of the period that the day stands in, and of the one before while late entries come. */
export async function listPromotionFigures(
  tx: Tx,
  today: LocalDate,
): Promise<readonly { readonly period: string; readonly figures: readonly PromotionFigure[] }[]> {
  const contracts = await countedContracts(tx);
  if (contracts.length === 0) return [];
  return promotionPeriodsOf(today).map(({ period, from, to }) => ({ period, figures: promotionFigures(contracts, { from, to }) }));
}
