import type { MeasureRules } from "#domains/promotion/contract/screening.ts";

type FitRules = MeasureRules["fit"];

/** A place of the chain made ready: its class codes without their letter, letters alone, and its words in plain form. */
export type PreparedPlace = {
  readonly codes: readonly string[];
  readonly sections: readonly string[];
  readonly words: readonly string[];
};

/** A word of one character is in everything. */
const SHORTEST_WORD = 2;
/** A word that holds another and is longer by more than this says too many other things. */
const LONGEST_TIMES = 3;

/** What two spellings of a product have in common. */
export const plainWord = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）·-]/gu, "");

const withoutLetter = (code: string): string => code.replace(/^[A-T]/, "");

type Place = { readonly classCodes: readonly string[]; readonly words: readonly string[] };

export function preparePlace({ classCodes, words }: Place): PreparedPlace {
  const codes = new Set(classCodes.map(withoutLetter));
  codes.delete("");
  return {
    codes: [...codes],
    sections: [...new Set(classCodes.filter((code) => code.length === 1))],
    words: [...new Set(words.map(plainWord))].filter((word) => word.length >= SHORTEST_WORD),
  };
}

/** What a class code of an enterprise gives: the best over the codes of the place. */
export function classPoints(place: PreparedPlace, code: string, rules: FitRules): number {
  const own = withoutLetter(code);
  let best = place.sections.includes(code.slice(0, 1)) ? rules.classDivision : 0;
  for (const wanted of place.codes) {
    const points = sharedPoints(wanted, own, rules);
    if (points > best) best = points;
  }
  return best;
}

/** Codes of the same class, of one group (three digits), of one division (two). A place that names a group or a division means all in it. */
function sharedPoints(wanted: string, own: string, { classExact, classGroup, classDivision }: FitRules): number {
  if (wanted === own) return classExact;
  if (own.startsWith(wanted)) return wanted.length === 3 ? classExact : classGroup;
  if (wanted.slice(0, 3) === own.slice(0, 3) && own.length >= 3) return classGroup;
  return wanted.slice(0, 2) === own.slice(0, 2) ? classDivision : 0;
}

/** What one product of an enterprise gives. @param word in plain form. */
export function wordPoints(place: PreparedPlace, word: string, { productSame, productWithin }: FitRules): number {
  if (word.length < SHORTEST_WORD) return 0;
  let best = 0;
  for (const wanted of place.words) {
    if (wanted === word) return Math.max(productSame, productWithin);
    if (holdsOther(wanted, word)) best = productWithin;
  }
  return best;
}

function holdsOther(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return long.length <= short.length * LONGEST_TIMES && long.includes(short);
}

/** What is known of an enterprise's business. */
export type Business = {
  readonly classCode: string | null;
  readonly otherClasses: readonly string[];
  readonly products: readonly string[];
};

/** A secondary class says half as much as the main one. */
export const OTHER_CLASS_SHARE = 2;

/** 0 to 100; null when neither class nor product of the enterprise is known. */
export function fitOf(place: PreparedPlace, { classCode, otherClasses, products }: Business, rules: FitRules): number | null {
  if (classCode === null && otherClasses.length === 0 && products.length === 0) return null;
  let byClass = classCode === null ? 0 : classPoints(place, classCode, rules);
  for (const code of otherClasses) byClass = Math.max(byClass, Math.floor(classPoints(place, code, rules) / OTHER_CLASS_SHARE));
  let best = 0;
  let matching = 0;
  for (const word of new Set(products.map(plainWord))) {
    const points = wordPoints(place, word, rules);
    if (points === 0) continue;
    matching += 1;
    if (points > best) best = points;
  }
  return joinFit(byClass, best, matching, rules);
}

/** The class and the best product, and a little for each further product. */
export const joinFit = (byClass: number, best: number, matching: number, { more, moreMost }: FitRules): number =>
  Math.min(100, byClass + best + more * Math.min(moreMost, Math.max(0, matching - 1)));
