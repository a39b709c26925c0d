/**
 * Pieces of product names and company names that a learner can weigh. Chinese product names carry their kind at the end
 * (“…变压器”), so the edges of a name count as characters of their own.
 */
const LONGEST = 4;
/** Nobody names a product in a hundred characters; what is longer is a sentence and is cut. */
const MOST_CHARACTERS = 100;
const [OPENING, CLOSING] = ["\u0002", "\u0003"];

/** Full width, case and spaces brought to one form. */
export const plainName = (text: string): string =>
  Array.from(text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "")).slice(0, MOST_CHARACTERS).join("");

/** All runs of one to four characters of a name, its edges included; a run that comes twice is given twice. */
export function termsOf(name: string): readonly string[] {
  const plain = plainName(name);
  if (plain === "") return [];
  const characters = [OPENING, ...plain, CLOSING];
  const terms: string[] = [];
  for (let length = 1; length <= LONGEST; length += 1) {
    for (let from = 0; from + length <= characters.length; from += 1) {
      const term = characters.slice(from, from + length).join("");
      if (term !== OPENING && term !== CLOSING) terms.push(term);
    }
  }
  return terms;
}

const LEGAL_FORM = /(股份|控股)?(有限)?(责任)?公司$/;
const EVERYWHERE = /集团|股份|控股|科技|\([^()]*\)/g;
const PLACE = /^(?:.{2,3}?省|.{2,3}?市|中国)/;

/** What of a company's name may say what it does: legal form, group words and the place at its head say nothing. */
export function tellingName(name: string): string {
  const plain = plainName(name);
  const bare = plain.replace(LEGAL_FORM, "").replace(EVERYWHERE, "").replace(PLACE, "");
  return bare === "" ? plain : bare;
}

const LEVEL_MARK = /(?:iii|ii|iv|i)$/;

/** An industry's name without the level that some lists put behind it (“白酒Ⅲ”). */
export const plainIndustry = (name: string): string => plainName(name).replace(LEVEL_MARK, "");
