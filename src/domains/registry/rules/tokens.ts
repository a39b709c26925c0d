import { coreName, nameKey } from "#domains/registry/rules/enterprise-name.ts";

/** Words of a product; whoever calls brings the dictionary. */
export type CutWords = (phrase: string) => readonly string[];

export type Tokenised = {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly products?: readonly string[];
  readonly regionCode?: string | null;
  readonly classCodes?: readonly string[];
  readonly qualifications?: readonly string[];
  readonly controller?: string | null;
  readonly listed?: boolean;
};

/** A name is found by any two characters that follow each other; what contains a word contains all its pairs. */
export function addPairs(core: string, into: Set<string>): void {
  for (let place = 0; place + 2 <= core.length; place += 1) into.add(core.slice(place, place + 2));
}

export const pairsOf = (core: string): readonly string[] => {
  const pairs = new Set<string>();
  addPairs(core, pairs);
  return [...pairs];
};

export const productToken = (word: string): string => `=${word}`;
export const regionToken = (code: string): string => `@${code}`;
export const classToken = (code: string): string => `#${code}`;
export const qualificationToken = (kind: string): string => `!${kind}`;
export const controllerToken = (controller: string): string => `~${controller}`;
export const LISTED_TOKEN = "$";

const LONGEST_WORD = 12;
/** So many of one kind, so that a row with a thousand products does not weigh down the index. */
const MOST_PRODUCTS = 50;
const MOST_NAMES = 20;

/** What an enterprise is found by, in no order. Pairs have no mark; everything else begins with one that no name has. */
export function tokensOf(of: Tokenised, cut: CutWords): readonly string[] {
  const tokens = new Set<string>();
  addPairs(coreName(nameKey(of.name)), tokens);
  if (of.otherNames !== undefined) for (const name of of.otherNames.slice(0, MOST_NAMES)) addPairs(coreName(nameKey(name)), tokens);
  if (of.products !== undefined) for (const product of of.products.slice(0, MOST_PRODUCTS)) addProduct(product, cut, tokens);
  const { regionCode } = of;
  if (regionCode) for (let length = 2; length <= regionCode.length; length += 2) tokens.add(regionToken(regionCode.slice(0, length)));
  if (of.classCodes !== undefined) for (const code of of.classCodes) addClass(code, tokens);
  if (of.qualifications !== undefined) for (const kind of of.qualifications) tokens.add(qualificationToken(kind));
  if (of.controller) tokens.add(controllerToken(of.controller));
  if (of.listed === true) tokens.add(LISTED_TOKEN);
  return [...tokens];
}

export function addProduct(product: string, cut: CutWords, into: Set<string>): void {
  const phrase = productKey(product);
  if (phrase.length < 2) return;
  if (phrase.length <= LONGEST_WORD) into.add(productToken(phrase));
  for (const word of cut(phrase)) if (word.length >= 2 && word.length <= LONGEST_WORD) into.add(productToken(word));
}

/** A product as it is compared: half width, lower case, without spaces. */
export const productKey = (product: string): string => product.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** C3973 is found under C, C39, C397 and C3973. */
function addClass(code: string, into: Set<string>): void {
  into.add(classToken(code.slice(0, 1)));
  for (let length = 3; length <= code.length; length += 1) into.add(classToken(code.slice(0, length)));
}
