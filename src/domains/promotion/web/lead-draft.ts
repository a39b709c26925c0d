import type { Channel, InvestorClass, LeadNature } from "#domains/promotion/contract/lead.ts";
import { tenThousands, yuanOf } from "#domains/promotion/web/lead-money.ts";
import type { Lead } from "#domains/promotion/web/lead-of-page.ts";

export type Identity = "keep" | "uscc" | "foreign" | "provisional";

/** What stands in the fields of a lead's form, as typed. */
export type LeadFields = {
  readonly projectName: string;
  readonly nature: LeadNature;
  readonly party: string;
  readonly identity: Identity;
  readonly identifier: string;
  readonly country: string;
  readonly investorClasses: readonly InvestorClass[];
  readonly chainNode: string;
  readonly industry: string;
  readonly leadingIndustry: boolean;
  readonly channel: Channel;
  readonly origin: string;
  readonly amount: string;
  readonly summary: string;
  readonly contactName: string;
  readonly contactPhone: string;
};

export const EMPTY: LeadFields = {
  projectName: "",
  nature: "investment",
  party: "",
  identity: "uscc",
  identifier: "",
  country: "",
  investorClasses: [],
  chainNode: "",
  industry: "",
  leadingIndustry: false,
  channel: "task-force",
  origin: "",
  amount: "",
  summary: "",
  contactName: "",
  contactPhone: "",
};

export const fieldsOf = (lead: Lead): LeadFields => ({
  projectName: lead.row.projectName,
  nature: lead.row.nature,
  party: lead.row.party,
  identity: "keep",
  identifier: "",
  country: lead.country,
  investorClasses: lead.investorClasses,
  chainNode: lead.row.chainNode ?? "",
  industry: lead.row.industry,
  leadingIndustry: lead.row.leadingIndustry,
  channel: lead.row.channel,
  origin: lead.origin,
  amount: tenThousands(lead.row.amountYuan),
  summary: lead.summary,
  contactName: lead.contactName,
  contactPhone: lead.contactPhone,
});

/** An amount that was typed and is none: said before anything is sent. */
export const isAmountWrong = ({ amount }: LeadFields): boolean => {
  if (amount.trim() === "") return false;
  const yuan = yuanOf(amount);
  return yuan === undefined || yuan === "0" || yuan.startsWith("-");
};

/** As the operations take it; the identifier goes under the name of its kind, and is not named where it stays. */
export function saidOf({ identity, identifier, amount, investorClasses, chainNode, ...rest }: LeadFields) {
  const text = identifier.trim();
  return {
    ...rest,
    investorClasses: [...investorClasses],
    chainNode: chainNode.trim() === "" ? null : chainNode.trim(),
    amountYuan: amount.trim() === "" ? null : (yuanOf(amount) ?? null),
    ...(identity === "uscc" ? { uscc: text === "" ? null : text } : {}),
    ...(identity === "foreign" ? { foreignId: text === "" ? null : text } : {}),
  };
}

/** The contact comes masked: what nobody touched is never written back. */
export function changedContact(fields: LeadFields, lead: Lead) {
  const { contactName, contactPhone, ...said } = saidOf(fields);
  return {
    ...said,
    ...(contactName === lead.contactName ? {} : { contactName }),
    ...(contactPhone === lead.contactPhone ? {} : { contactPhone }),
  };
}
