const ENDS = /[。！？!?\n\r]/;
const LONGEST = 240;

/** The sentence of a text in which a place stands: a finding's own words are the shortest that prove it, a reader wants the rest. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < LONGEST && !ENDS.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < LONGEST && !ENDS.test(text.charAt(to - 1))) to += 1;
  return text
    .slice(from, to)
    .replace(/<[^<>]{0,2000}>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
