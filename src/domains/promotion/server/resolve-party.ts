import type { PartyKind } from "#domains/promotion/contract/lead.ts";
import { partyKeyOf } from "#domains/promotion/rules/lead-keys.ts";
import { AppError } from "#kernel/app-error.ts";
import type { Tx } from "#kernel/server/database.ts";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

export type SaidParty = {
  readonly party: string;
  readonly enterpriseId?: string | null | undefined;
  readonly uscc?: string | null | undefined;
  readonly foreignId?: string | null | undefined;
  readonly country?: string | undefined;
};

export type ResolvedParty = {
  readonly kind: PartyKind;
  readonly name: string;
  readonly identifier: string | null;
  readonly country: string;
  readonly enterpriseId: string | null;
  readonly key: string;
};

/**
 * Who the party is: an entity of the national register, one with a credit code, a party abroad with the number of its own register, or so
 * far only a name.
 * @throws AppError `promotion.two-identities`, `promotion.uscc`, `promotion.country`, `promotion.no-such-enterprise`
 */
export async function resolveParty(tx: Tx, said: SaidParty): Promise<ResolvedParty> {
  const country = said.country ?? "";
  const identities = [said.enterpriseId, said.uscc, said.foreignId].filter(
    (given) => given !== undefined && given !== null && given !== "",
  );
  if (identities.length > 1) throw new AppError("promotion.two-identities", "invalid");
  if (said.enterpriseId) return ofRegister(tx, said.enterpriseId, country);
  if (said.uscc) return byCode(tx, said.uscc, said.party, country);
  if (said.foreignId) {
    if (country === "") throw new AppError("promotion.country", "invalid");
    return keyed({ kind: "foreign", name: said.party, identifier: said.foreignId, country, enterpriseId: null });
  }
  return keyed({ kind: "provisional", name: said.party, identifier: null, country, enterpriseId: null });
}

const keyed = (party: Omit<ResolvedParty, "key">): ResolvedParty => ({ ...party, key: partyKeyOf(party) });

async function ofRegister(tx: Tx, id: string, country: string): Promise<ResolvedParty> {
  const row = await tx
    .selectFrom("enterprise")
    .select(["id", "identifier_kind", "identifier", "name"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("promotion.no-such-enterprise", "not-found");
  const kind: PartyKind = row.identifier_kind === "uscc" ? "enterprise" : row.identifier_kind === "foreign" ? "foreign" : "provisional";
  return keyed({
    kind,
    name: row.name,
    identifier: kind === "provisional" ? null : row.identifier,
    country,
    enterpriseId: row.id,
  });
}

async function byCode(tx: Tx, written: string, name: string, country: string): Promise<ResolvedParty> {
  const uscc = normaliseUscc(written);
  if (!isUscc(uscc)) throw new AppError("promotion.uscc", "invalid", { uscc: written.slice(0, 30) });
  const row = await tx
    .selectFrom("enterprise")
    .select("id")
    .where("identifier", "=", uscc)
    .where("identifier_kind", "=", "uscc")
    .executeTakeFirst();
  return keyed({ kind: "enterprise", name, identifier: uscc, country, enterpriseId: row?.id ?? null });
}
