import type { PartyKind } from "#domains/promotion/contract/lead.ts";
import { leadNameKey } from "#domains/promotion/rules/lead-keys.ts";
import { leadPolicy } from "#domains/promotion/rules/promotion-policy.ts";
import type { LeadHandlers } from "#domains/promotion/server/handler-shapes.ts";
import { getLead, type LeadTableRow, requireVersion, subjectOf, updateLead } from "#domains/promotion/server/lead-store.ts";
import { requireNew } from "#domains/promotion/server/register-lead.ts";
import { requireDecision } from "#domains/promotion/server/require-decision.ts";
import { type ResolvedParty, resolveParty } from "#domains/promotion/server/resolve-party.ts";
import { viewLead } from "#domains/promotion/server/view-lead.ts";
import type { Tx } from "#kernel/server/database.ts";

type Said = Parameters<LeadHandlers["editLead"]>[0];

/** What an edit does not name stays; null empties it. */
const given = <Value>(said: Value | null | undefined, before: Value | null): Value | null => (said === undefined ? before : said);

export const editLead: LeadHandlers["editLead"] = async ({ id, version, ...said }, context) => {
  const { tx, actor, today } = context;
  const row = await getLead(tx, id);
  requireVersion(row, version);
  requireDecision(leadPolicy.edit(actor, subjectOf(row)));
  const party = await partyAfter(tx, row, said);
  const nameKey = leadNameKey(said.projectName ?? row.project_name);
  if (party.key !== row.party_key || nameKey !== row.name_key) await requireNew(tx, party, nameKey, row.distinct_reason ?? undefined, id);
  const change = {
    project_name: said.projectName ?? row.project_name,
    name_key: nameKey,
    nature: said.nature ?? row.nature,
    party_kind: party.kind,
    party_name: party.name,
    party_identifier: party.identifier,
    party_country: party.country,
    party_key: party.key,
    enterprise_id: party.enterpriseId,
    investor_classes: said.investorClasses ?? row.investor_classes,
    chain_node: given(said.chainNode, row.chain_node) || null,
    industry: said.industry ?? row.industry,
    leading_industry: said.leadingIndustry ?? row.leading_industry,
    channel: said.channel ?? row.channel,
    origin: said.origin ?? row.origin,
    amount_yuan: given(said.amountYuan, row.amount_yuan),
    summary: said.summary ?? row.summary,
    contact_name: said.contactName ?? row.contact_name,
    contact_phone: said.contactPhone ?? row.contact_phone,
  };
  await updateLead(tx, row, change);
  const changed = Object.entries(change).filter(([field, value]) => String(row[field as keyof LeadTableRow]) !== String(value));
  // Names and numbers of people stay out of the journal's chain: that they changed is enough.
  const shown = (value: unknown, field: string) => (field.startsWith("contact_") ? "…" : value);
  context.journal({
    subject: `lead:${id}`,
    before: Object.fromEntries(changed.map(([field]) => [field, shown(row[field as keyof LeadTableRow], field)])),
    after: Object.fromEntries(changed.map(([field, value]) => [field, shown(value, field)])),
  });
  await context.emit("promotion.lead-edited", { leadId: id, fields: changed.map(([field]) => field) });
  return viewLead(tx, id, today);
};

/** The party as it is after the edit: who is named anew is looked up anew, and a name alone changes nothing of an identity that is known. */
async function partyAfter(tx: Tx, row: LeadTableRow, said: Omit<Said, "id" | "version">): Promise<ResolvedParty> {
  const identified = [said.enterpriseId, said.uscc, said.foreignId].some((one) => one !== undefined);
  const country = said.country ?? row.party_country;
  const name = said.party ?? row.party_name;
  if (identified) return resolveParty(tx, { ...said, party: name, country });
  const kind = row.party_kind as PartyKind;
  if (kind === "foreign") return resolveParty(tx, { party: name, foreignId: row.party_identifier, country });
  if (kind === "provisional" && row.enterprise_id === null) return resolveParty(tx, { party: name, country });
  return {
    kind,
    name: row.enterprise_id === null ? name : row.party_name,
    identifier: row.party_identifier,
    country,
    enterpriseId: row.enterprise_id,
    key: row.party_key,
  };
}
