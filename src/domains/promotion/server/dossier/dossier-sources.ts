import type { DossierOffer, OfferedPart } from "#domains/promotion/contract/dossier.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** Whom a plan is for, as far as a domain needs it to find what it has for them. */
export type DossierAsked = {
  readonly leadId: string;
  readonly enterpriseId: string | null;
  readonly chainNode: string | null;
  readonly amountYuan: string | null;
};

/**
 * What a domain to the right of promotion adds to the plans: space its free plants and parcels, policy the general clauses that are met. It
 * reads with the rights of whoever looks, as of a day, and is frozen with the edition.
 */
export type DossierSource = {
  readonly part: OfferedPart;
  readonly offers: (tx: Tx, asked: DossierAsked, today: LocalDate) => Promise<readonly DossierOffer[]>;
};

const sources: DossierSource[] = [];

/** Said once by the plugin of the domain, where the server is put together. @returns what takes it out again. */
export function offerToDossiers(source: DossierSource): () => void {
  sources.push(source);
  return () => void sources.splice(sources.indexOf(source), 1);
}

/** Null as long as nobody offers the part: the plan says so, which is not the same as having nothing to offer. */
export async function offersFor(tx: Tx, part: OfferedPart, asked: DossierAsked, today: LocalDate): Promise<DossierOffer[] | null> {
  const own = sources.filter((source) => source.part === part);
  if (own.length === 0) return null;
  const found: DossierOffer[] = [];
  for (const source of own) found.push(...(await source.offers(tx, asked, today)));
  return found;
}
