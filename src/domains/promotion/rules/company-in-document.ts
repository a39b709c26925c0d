const LEGAL_FORM = /(?:公司|集团|合伙企业(?:（(?:有限|普通)合伙）)?|厂|研究院|研究所)$/u;
/** “云岭高新区” before the name of a firm says where it is; what follows has to be long enough for a whole name. */
const ZONE_BEFORE =
  /^[\u4e00-\u9fff]{2,10}?(?:高新区|经开区|经济技术开发区|高新技术产业开发区|开发区|新区|科学城|产业园区?|工业园区?|园区)(?=[\u4e00-\u9fff]{8,})/u;
/** Before the word that a firm is called by stands at most the place of its registration. */
const LONGEST_PLACE = 6;

const withoutZone = (name: string): string => (LEGAL_FORM.test(name) ? name.replace(ZONE_BEFORE, "") : name);

/**
 * What the register may know the enterprise of a project by: as the document has it, without the zone before it, and for a short form the
 * full name that the same document gives elsewhere. Where two firms of the document bear the short form nobody is guessed.
 */
export function spellingsOf(company: string, namedBeside: readonly string[]): readonly string[] {
  const own = [...new Set([company, withoutZone(company)])];
  if (LEGAL_FORM.test(company) || company.length < 2) return own;
  const full = new Set(
    namedBeside
      .map(withoutZone)
      .filter((name) => LEGAL_FORM.test(name) && name.includes(company) && name.indexOf(company) <= LONGEST_PLACE),
  );
  return full.size === 1 ? [...own, ...full] : own;
}
