import { datelineLength, isByline, isCreditLine } from "#domains/intelligence/rules/cleaning/credits.ts";
import { isProse, type Line, PROSE_END } from "#domains/intelligence/rules/cleaning/line.ts";

/** Lines `[from, to)` of the page that make one article; `confirmed`: where its headline starts, when that is sure. */
export type ArticleRange = { readonly from: number; readonly to: number; readonly confirmed: number | null };

const isHeadline = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.cut === null &&
  line.text.length >= 6 &&
  line.text.length <= 60 &&
  !/[。；;,，、]$/.test(line.text) &&
  !isProse(line.text);

/** Index of the kept line before `place`. */
function keptBefore(lines: readonly Line[], place: number): number {
  let before = place - 1;
  while (before >= 0 && lines[before]?.cut !== null) before -= 1;
  return before;
}

/** Headlines that a byline, a page line with date and source, or 本报讯 confirms. */
function confirmedHeadlines(lines: readonly Line[]): number[] {
  const heads: number[] = [];
  for (let place = 1; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const opens =
      line.cut === "credit" ? isByline(line.text) || isCreditLine(line.text) : line.cut === null && datelineLength(line.text) > 0;
    if (!opens) continue;
    let head = place - 1;
    while (head >= 0 && lines[head]?.cut === "credit") head -= 1;
    if (!isHeadline(lines[head])) continue;
    const prose = lines.slice(place, place + 12).some((next) => next.cut === null && isProse(next.text));
    if (!prose) continue;
    const before = keptBefore(lines, head);
    // A second line of the same headline, or a kicker above it.
    const above = lines[before];
    const start =
      isHeadline(above) && before === head - 1 && (lines[head]?.gap ?? 0) === 0 && !PROSE_END.test(above?.text ?? "") ? before : head;
    if (heads.at(-1) !== start) heads.push(start);
  }
  return heads;
}

/** One page may carry several articles. The first starts at the top; each later one at a confirmed headline after running text. */
export function splitArticles(lines: readonly Line[]): ArticleRange[] {
  const starts: number[] = [];
  for (const head of confirmedHeadlines(lines)) {
    const from = starts.at(-1) ?? 0;
    const proseBefore = lines.slice(from, head).some((line) => line.cut === null && isProse(line.text));
    if (proseBefore || starts.length === 0) starts.push(head);
  }
  const first = starts[0];
  if (first === undefined) return [{ from: 0, to: lines.length, confirmed: null }];
  const proseBeforeFirst = lines.slice(0, first).some((line) => line.cut === null && isProse(line.text));
  const ranges: ArticleRange[] = [];
  if (proseBeforeFirst) ranges.push({ from: 0, to: first, confirmed: null });
  starts.forEach((start, place) => {
    const atTop = place === 0 && !proseBeforeFirst;
    ranges.push({ from: atTop ? 0 : start, to: starts[place + 1] ?? lines.length, confirmed: atTop ? null : start });
  });
  return ranges;
}
