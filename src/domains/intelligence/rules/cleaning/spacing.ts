import { isProse } from "#domains/intelligence/rules/cleaning/line.ts";

const CJK = "\\u4e00-\\u9fff,，、。;；:：()“”《》";
/** The mark of a footnote, "总值[2]864.5亿元"; one space between a Chinese and a latin character, or between the digits of one number that was spaced out: "4 2 8 . 6 5 亿元". */
const SPACING = new RegExp(
  `(?<=[\\u4e00-\\u9fff”。])\\[\\d{1,2}\\]|(?<=[${CJK}]) (?=[\\dA-Za-z])|(?<=[\\dA-Za-z%]) (?=[${CJK}%])|(?<=(?:^|[^\\d.])\\d) (?=[\\d.](?: |$|[^\\d.]))|(?<=[ .][\\d.]) (?=[\\d.](?: |$|[^\\d.]))`,
  "g",
);

/** The pieces `[start, end)` of a line that stay when typographic spaces and marks of footnotes go. Only running text is touched: elsewhere spaces part columns. */
export function withoutSpacing(text: string): [number, number][] {
  if (!/[ [【]/.test(text) || !isProse(text)) return [[0, text.length]];
  const pieces: [number, number][] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(SPACING)) {
    if (index > from) pieces.push([from, index]);
    from = index + found.length;
  }
  pieces.push([from, text.length]);
  return pieces;
}
