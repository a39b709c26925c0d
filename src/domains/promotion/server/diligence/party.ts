import { partyKeyOf, partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import type { LeadTableRow } from "#domains/promotion/server/lead-store.ts";
import type { EnterpriseRow } from "#domains/registry/contract/enterprise.ts";
import { getEnterprise, nameKey } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";

/** Whom statements and events are of. A party that had only a name at first is still found by it once it has a code. */
export type Party = {
  readonly key: string;
  readonly keys: readonly string[];
  readonly name: string;
  readonly industry: string;
  readonly enterpriseId: string | null;
};

const nameKeyed = (name: string): string => `name:${partyNameKey(name)}`;
/** The whole of a registered name: a group and its listed company are two, though a lead may write either without its legal form. */
const registered = (name: string): string => `registered:${nameKey(name)}`;

export function partyOfEnterprise(row: EnterpriseRow): Party {
  const kind = row.identifierKind === "uscc" ? "enterprise" : row.identifierKind === "foreign" ? "foreign" : "provisional";
  const own = registered(row.name);
  const key = kind === "provisional" ? own : partyKeyOf({ kind, name: row.name, identifier: row.identifier, country: "" });
  return { key, keys: [...new Set([key, own])], name: row.name, industry: row.className ?? "", enterpriseId: row.id };
}

/** The register's industry where it knows the party, so that peers are found by one word; otherwise what the lead says. */
export async function partyOfLead(tx: Tx, lead: LeadTableRow, today: LocalDate): Promise<Party> {
  const known = lead.enterprise_id === null ? undefined : partyOfEnterprise(await getEnterprise(tx, lead.enterprise_id, today));
  return {
    key: lead.party_key,
    keys: [...new Set([lead.party_key, nameKeyed(lead.party_name), ...(known?.keys ?? [])])],
    name: lead.party_name,
    industry: known?.industry || lead.industry,
    enterpriseId: known?.enterpriseId ?? null,
  };
}
