/** A clause ends at a comma, a colon or a semicolon; a sentence at a full stop or a line. Offsets into the text. */
export type Clause = { readonly start: number; readonly end: number; readonly sentence: number };
export type Sentence = { readonly start: number; readonly end: number; readonly clauses: readonly Clause[] };

const SENTENCE_END = 1;
const CLAUSE_END = 2;
const signs = new Uint8Array(65_536);
for (const sign of "。!?！？;；\n…") signs[sign.charCodeAt(0)] = SENTENCE_END;
for (const sign of ",，:：") signs[sign.charCodeAt(0)] = CLAUSE_END;

/** A sentence is cut at the next comma after this length, and a clause without any at this length: rules look no further anyway. */
const LONGEST_SENTENCE = 600;
const LONGEST_CLAUSE = 400;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let clauseStart = 0;
  let clauses: Clause[] = [];
  for (let place = 0; place <= text.length; place += 1) {
    const sign = place === text.length ? SENTENCE_END : signs[text.charCodeAt(place)];
    const endless = place - clauseStart >= LONGEST_CLAUSE;
    if (sign === 0 && !endless) continue;
    const ends = sign === SENTENCE_END || endless || place - start >= LONGEST_SENTENCE;
    if (!ends && text[place] !== ":" && isDigit(text.charCodeAt(place - 1)) && isDigit(text.charCodeAt(place + 1))) continue;
    if (place > clauseStart) clauses.push({ start: clauseStart, end: place, sentence: sentences.length });
    clauseStart = place + (sign === 0 ? 0 : 1);
    if (!ends) continue;
    if (clauses.length > 0) sentences.push({ start, end: place, clauses });
    clauses = [];
    start = clauseStart;
  }
  return sentences;
}

/** Place in the sorted list of the first that ends after `place`. */
export function firstEndingAfter(list: readonly { readonly end: number }[], place: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function sentenceAt(sentences: readonly Sentence[], place: number): Sentence | undefined {
  const found = sentences[firstEndingAfter(sentences, place)];
  return found && found.start <= place ? found : undefined;
}

/** Offset behind the last sign of `signs` before `place`, or `reach` characters back. */
export function startAfterLast(text: string, signs: string, place: number, reach: number): number {
  const lowest = Math.max(0, place - reach);
  for (let at = place - 1; at >= lowest; at -= 1) if (signs.includes(text[at] ?? "")) return at + 1;
  return lowest;
}

/** Where the bracket opens that closes just before `place`, no further than `reach` back; -1 when it does not. */
export function openingBracket(text: string, place: number, reach: number): number {
  for (let at = place - 2; at >= Math.max(0, place - reach); at -= 1) if (text[at] === "(" || text[at] === "（") return at;
  return -1;
}
