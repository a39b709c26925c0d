import { isProse } from "#domains/intelligence/rules/cleaning/line.ts";

const CJK = "\\u4e00-\\u9fff,，、。;；:：()“”《》";
/** One space between a Chinese and a latin character, or between the digits of one number that was spaced out: "4 2 8 . 6 5 亿元". */
const SPACING = new RegExp(
  `(?<=[${CJK}]) (?=[\\dA-Za-z])|(?<=[\\dA-Za-z%]) (?=[${CJK}%])|(?<=(?:^|[^\\d.])\\d) (?=[\\d.](?: |$|[^\\d.]))|(?<=[ .][\\d.]) (?=[\\d.](?: |$|[^\\d.]))`,
  "g",
);

/** The pieces `[start, end)` of a line that stay when typographic spaces go. Only running text is touched: elsewhere spaces part columns. */
export function withoutSpacing(text: string): [number, number][] {
  if (!text.includes(" ") || !isProse(text)) return [[0, text.length]];
  const pieces: [number, number][] = [];
  let from = 0;
  for (const { index } of text.matchAll(SPACING)) {
    if (index > from) pieces.push([from, index]);
    from = index + 1;
  }
  pieces.push([from, text.length]);
  return pieces;
}
