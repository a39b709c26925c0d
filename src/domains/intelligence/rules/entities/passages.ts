/** A clause ends at a comma, a colon or a semicolon; a sentence at a full stop or a line. Offsets into the text. */
export type Clause = { readonly start: number; readonly end: number; readonly sentence: number };
export type Sentence = { readonly start: number; readonly end: number; readonly clauses: readonly Clause[] };

const SENTENCE_END = 1;
const CLAUSE_END = 2;
const signs = new Uint8Array(65_536);
for (const sign of "。!?！？;；\n…") signs[sign.charCodeAt(0)] = SENTENCE_END;
for (const sign of ",，:：") signs[sign.charCodeAt(0)] = CLAUSE_END;

export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let clauseStart = 0;
  let clauses: Clause[] = [];
  const closeClause = (end: number) => {
    if (end > clauseStart) clauses.push({ start: clauseStart, end, sentence: sentences.length });
  };
  for (let place = 0; place <= text.length; place += 1) {
    const sign = place === text.length ? SENTENCE_END : signs[text.charCodeAt(place)];
    if (sign === 0) continue;
    const ends = sign === SENTENCE_END;
    if (!ends && text[place] !== ":" && /\d/.test(text[place - 1] ?? "") && /\d/.test(text[place + 1] ?? "")) continue;
    closeClause(place);
    clauseStart = place + 1;
    if (!ends) continue;
    if (clauses.length > 0) sentences.push({ start, end: place, clauses });
    clauses = [];
    start = place + 1;
  }
  return sentences;
}
