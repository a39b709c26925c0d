import type { PartyKind } from "#domains/promotion/contract/lead.ts";

const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）【】[\]“”"'‘’《》·.,，、\-_/]/gu, "");

/** Words that one team writes and another leaves out. */
const TAIL = /(?:(?:建设|投资|生产|制造|研发|产业化|扩建|新建|二期|一期)?(?:项目|基地|工程))+$/u;

/** What two spellings of one project's name have in common; a name that is nothing but such words stays as it is. */
export function leadNameKey(name: string): string {
  const key = plain(name);
  const short = key.replace(TAIL, "");
  return short === "" ? key : short;
}

/** Legal forms that a name may be written with or without. */
const FORM = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团|公司|inc|ltd|llc|gmbh|corp|corporation|limited|plc)+$/u;

/** Of a party without a code: two spellings of one name. */
export function partyNameKey(name: string): string {
  const key = plain(name);
  const short = key.replace(FORM, "");
  return short.length < 2 ? key : short;
}

export type Party = { readonly kind: PartyKind; readonly name: string; readonly identifier: string | null; readonly country: string };

/** One key a party: the code where there is one, of a foreign party with its country, otherwise the name. */
export function partyKeyOf({ kind, name, identifier, country }: Party): string {
  if (kind === "enterprise" && identifier !== null) return `uscc:${identifier}`;
  if (kind === "foreign" && identifier !== null) return `foreign:${plain(country)}:${plain(identifier)}`;
  return `name:${partyNameKey(name)}`;
}
