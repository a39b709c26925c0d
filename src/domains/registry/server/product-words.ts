import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";

let jieba: Jieba | undefined;
const dictionary = (): Jieba => (jieba ??= Jieba.withDict(dict));

const known = new Map<string, readonly string[]>();
/** Registers name the same products over and over. */
const MOST_KNOWN = 50_000;

/** Words of a product for the index: overlapping ones too, so that 半导体 finds 功率半导体模块. */
export function cutProduct(phrase: string): readonly string[] {
  const found = known.get(phrase);
  if (found !== undefined) return found;
  const words = dictionary().cutForSearch(phrase, true);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(phrase, words);
  return words;
}

/** Words that are asked for: as few and as long as the dictionary allows. */
export const cutQuery = (phrase: string): readonly string[] =>
  dictionary()
    .cut(phrase, true)
    .filter((word) => word.trim().length >= 2);
