import type { NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** A sentence that holds numbers. */
export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly NumberToken[];
  /** Where its paragraph begins. */
  readonly paragraph: number;
};

const isEnd = unitTable("。!！?？;；\n");
/** Longer "sentences" are lists or no prose: they are cut at the next comma, so that work stays in proportion to length. */
const LONGEST = 600;
const FAR = 2_000;

/** Where a sentence ends that starts at `start`. */
function endAfter(text: string, start: number): number {
  const furthest = Math.min(text.length, start + LONGEST + 1);
  for (let at = start; at < furthest; at += 1) if (isEnd[text.charCodeAt(at)] === 1) return at;
  if (text.length - start <= LONGEST) return text.length;
  for (let at = start + LONGEST - 100; at < start + LONGEST; at += 1) if (",，、".includes(text[at] ?? " ")) return at;
  return start + LONGEST;
}

/** The sentences with numbers, in order; a paragraph begins behind its line break, or not too far back. */
export function sentencesWith(text: string, numbers: readonly NumberToken[]): Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    const end = endAfter(text, start);
    const tokens: NumberToken[] = [];
    for (let token = numbers[next]; token && token.start < end; next += 1, token = numbers[next]) tokens.push(token);
    if (tokens.length > 0) sentences.push({ start, end, tokens, paragraph: Math.max(line, start - FAR) });
    start = end + 1;
    if (text[end] === "\n") line = start;
  }
  return sentences;
}
