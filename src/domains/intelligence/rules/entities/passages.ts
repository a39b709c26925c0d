/** A clause ends at a comma, a colon or a semicolon; a sentence at a full stop or a line. Offsets into the text. */
export type Clause = { readonly start: number; readonly end: number; readonly sentence: number };
export type Sentence = { readonly start: number; readonly end: number; readonly clauses: readonly Clause[] };

const SENTENCE_END = /[。!?！？;；\n…]/;
const CLAUSE_END = /[,，:：]/;

export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let clauseStart = 0;
  let clauses: Clause[] = [];
  const closeClause = (end: number) => {
    if (end > clauseStart) clauses.push({ start: clauseStart, end, sentence: sentences.length });
  };
  for (let place = 0; place <= text.length; place += 1) {
    const character = text[place] ?? "\n";
    const ends = SENTENCE_END.test(character);
    if (!ends && !CLAUSE_END.test(character)) continue;
    if (!ends && character !== ":" && /\d/.test(text[place - 1] ?? "") && /\d/.test(text[place + 1] ?? "")) continue;
    closeClause(place);
    clauseStart = place + 1;
    if (!ends) continue;
    if (clauses.length > 0) sentences.push({ start, end: place, clauses });
    clauses = [];
    start = place + 1;
  }
  return sentences;
}
