/**
 * What two spellings of one owner have in common. Group, joint-stock company and limited company of one name are three legal persons, and a
 * false claim of parentage lives on taking one for the other: only the words that every company has are left off.
 */
export function ownerKey(name: string): string {
  const key = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）【】[\]“”"'‘’《》·.,，、\-_/]/gu, "");
  const short = key.replace(/(?:有限责任公司|有限公司|公司|limited|ltd|inc|llc|gmbh)$/u, "");
  return short.length < 2 ? key : short;
}
