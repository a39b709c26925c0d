import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";

/** A sentence that holds numbers. */
export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly NumberToken[];
  /** Where its paragraph begins. */
  readonly paragraph: number;
};

const END = /[。!！?？;；\n]/g;
/** Longer "sentences" are lists or no prose: they are cut at the next comma, so that work stays in proportion to length. */
const LONGEST = 600;
const FAR = 2_000;

function* ends(text: string): Generator<number> {
  let start = 0;
  const piece = function* (end: number): Generator<number> {
    while (end - start > LONGEST) {
      const comma = /[,，、]/.exec(text.slice(start + LONGEST - 100, start + LONGEST))?.index;
      const cut = start + LONGEST - 100 + (comma ?? 100);
      yield cut;
      start = cut + 1;
    }
    yield end;
    start = end + 1;
  };
  for (const match of text.matchAll(END)) yield* piece(match.index);
  yield* piece(text.length);
}

/** The sentences with numbers, in order; a paragraph begins behind its line break, or not too far back. */
export function* sentencesWith(text: string, numbers: readonly NumberToken[]): Generator<Sentence> {
  let next = 0;
  let start = 0;
  let line = 0;
  for (const end of ends(text)) {
    const tokens: NumberToken[] = [];
    for (let token = numbers[next]; token && token.start < end; next += 1, token = numbers[next]) tokens.push(token);
    if (tokens.length > 0) yield { start, end, tokens, paragraph: Math.max(line, start - FAR) };
    start = end + 1;
    if (text[end] === "\n") line = start;
  }
}
