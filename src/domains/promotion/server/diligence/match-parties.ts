import { partyNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { type Party, partyOfEnterprise } from "#domains/promotion/server/diligence/party.ts";
import { matchEnterprises } from "#domains/registry/server/api.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

type LeadParty = {
  readonly party_key: string;
  readonly party_name: string;
  readonly party_identifier: string | null;
  readonly industry: string;
  readonly enterprise_id: string | null;
};

/**
 * Whom the words of a sheet mean: by code or stock code, by the registered name, or as the party of a lead. Several where a word is not one's
 * alone, nobody where neither the register nor the leads know it.
 */
export async function matchParties(tx: Tx, words: readonly string[], today: LocalDate): Promise<(word: string) => readonly Party[]> {
  const known = await matchEnterprises(tx, words, today);
  const leads: readonly LeadParty[] = await tx
    .selectFrom("promotion_lead")
    .select(["party_key", "party_name", "party_identifier", "industry", "enterprise_id"])
    .where("zone_id", "=", actorOf(tx).zoneId)
    .execute();
  const byWord = new Map<string, LeadParty[]>();
  const note = (word: string, lead: LeadParty) => byWord.set(word, [...(byWord.get(word) ?? []), lead]);
  for (const lead of leads) {
    for (const word of new Set([lead.party_key, `is ${lead.party_name}`])) note(word, lead);
    if (lead.party_identifier !== null) note(`is ${lead.party_identifier}`, lead);
    if (lead.enterprise_id !== null) note(`id ${lead.enterprise_id}`, lead);
  }
  return (word) => {
    const found = (known.get(word) ?? []).map(partyOfEnterprise);
    if (found.length > 0)
      return found.map((party) => {
        const [lead] = [...(byWord.get(`id ${party.enterpriseId}`) ?? []), ...(byWord.get(party.key) ?? [])];
        return { ...party, industry: party.industry || (lead?.industry ?? "") };
      });
    const said = [...(byWord.get(`is ${word}`) ?? []), ...(byWord.get(`name:${partyNameKey(word)}`) ?? [])];
    return [...Map.groupBy(said, (lead) => lead.party_key).values()].flatMap(([lead]) =>
      lead === undefined
        ? []
        : [
            {
              key: lead.party_key,
              keys: [lead.party_key],
              name: lead.party_name,
              industry: lead.industry,
              enterpriseId: lead.enterprise_id,
            },
          ],
    );
  };
}
