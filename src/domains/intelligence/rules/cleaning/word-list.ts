import { PairSet, UnitSet } from "#domains/intelligence/rules/patterns/unit-set.ts";

const BEFORE_NAME = /[\s|>＞›»·•—\-_:：/\\()（）[\]【】,，、。.!！?？;；*#+&"“”]+/g;

type WordHits = {
  readonly count: number;
  readonly covered: number /** Where the first one starts, -1 when there is none. */;
  readonly first: number;
};

const pairOf = (text: string, place: number): number => text.charCodeAt(place) * 65_536 + text.charCodeAt(place + 1);

/** A fixed set of words of two characters and more, looked for by their first two: one step of the text at a time, whatever the number of words. */
export class WordList {
  readonly #starts: UnitSet;
  readonly #pairs = new PairSet();
  readonly #byPair = new Map<number, readonly string[]>();

  constructor(words: readonly string[]) {
    const lists = new Map<number, string[]>();
    this.#starts = new UnitSet(words.map((word) => word.charCodeAt(0)));
    for (const word of new Set(words)) {
      this.#pairs.add(word.charCodeAt(0), word.charCodeAt(1));
      const pair = pairOf(word, 0);
      const list = lists.get(pair);
      if (list) list.push(word);
      else lists.set(pair, [word]);
    }
    for (const [pair, list] of lists)
      this.#byPair.set(
        pair,
        list.sort((left, right) => right.length - left.length),
      );
  }

  /** Words from left to right without overlaps, the longest at each place. */
  find(text: string): WordHits {
    let count = 0;
    let covered = 0;
    let first = -1;
    for (let place = this.#starts.next(text, 0, text.length); place >= 0; place = this.#starts.next(text, place + 1, text.length)) {
      if (!this.#pairs.mayHave(text.charCodeAt(place), text.charCodeAt(place + 1))) continue;
      const word = this.#byPair.get(pairOf(text, place))?.find((candidate) => text.startsWith(candidate, place));
      if (word === undefined) continue;
      if (count === 0) first = place;
      count += 1;
      covered += word.length;
      place += word.length - 1;
    }
    return { count, covered, first };
  }

  /** How many words there are, and what share of the text's letters they make. */
  coverage(text: string): { count: number; share: number } {
    const { count, covered } = this.find(text);
    if (count === 0) return { count, share: 0 };
    const full = text.replace(BEFORE_NAME, "").length;
    return { count, share: full === 0 ? 0 : covered / full };
  }
}
