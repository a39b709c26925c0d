import { datelineLength, isByline, isCreditLine } from "#domains/intelligence/rules/cleaning/credits.ts";
import { isDense, isProse, type Line, PROSE_END } from "#domains/intelligence/rules/cleaning/line.ts";
import { findRegions } from "#domains/intelligence/rules/regions/find-regions.ts";

/** Lines `[from, to)` of the page that make one article; `confirmed`: where its headline starts, when that is sure. */
export type ArticleRange = {
  readonly from: number;
  readonly to: number;
  readonly confirmed: number | null /** A brief or a column has no headline of its own. */;
  readonly headed: boolean;
};

/** "●某某高新区 7月30日,…": a brief that begins with its zone behind a bullet. */
const BRIEF = /^[●■◆▲□◇★◎○►▶•]\s?(?=[\u4e00-\u9fff(])/;
/** "◎数说", "简 讯": the name of a column, under which something else begins. */
const COLUMN =
  /^(?:◎\s?[\u4e00-\u9fff]{2,6}|[●■◆▲★☆※○]\s?(?:数说|数读|短讯|简讯|资讯|快讯|要闻|动态|企业动态|园区动态|速览|声音|观点)|[【[]?(?:简|短|快|要|速)\s{0,3}(?:讯|报|闻|览)[】\]]?)$/;

const isBrief = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.cut === null &&
  line.text.length >= 30 &&
  BRIEF.test(line.text) &&
  startsWithZone(line.text.replace(BRIEF, ""));
const startsWithZone = (text: string): boolean => findRegions(text.slice(0, 40))[0]?.start === 0;

const isHeadline = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.cut === null &&
  line.text.length >= 6 &&
  line.text.length <= 60 &&
  !/[。；;,，、]$/.test(line.text) &&
  !isProse(line.text);

/** The first line of a broken headline may be as short as the name of a zone. */
const canStandAbove = (line: Line | undefined): boolean =>
  isHeadline(line) || (line !== undefined && line.cut === null && /^[\u4e00-\u9fff()“”]{3,5}$/.test(line.text));

/** Index of the kept line before `place`. */
function keptBefore(lines: readonly Line[], place: number): number {
  let before = place - 1;
  while (before >= 0 && lines[before]?.cut !== null) before -= 1;
  return before;
}

/** Headlines that a byline, a page line with date and source, or 本报讯 confirms. */
function confirmedHeadlines(lines: readonly Line[]): number[] {
  const heads: number[] = [];
  const dense = isDense(lines);
  for (let place = 1; place < lines.length; place += 1) {
    const line = lines[place];
    if (!line) continue;
    const opens =
      line.cut === "credit" ? isByline(line.text) || isCreditLine(line.text) : line.cut === null && datelineLength(line.text) > 0;
    if (!opens) continue;
    let head = place - 1;
    while (head >= 0 && place - head < 8 && lines[head]?.cut === "credit") head -= 1;
    if (!isHeadline(lines[head])) continue;
    const prose = lines.slice(place, place + 12).some((next) => next.cut === null && isProse(next.text));
    if (!prose) continue;
    const before = keptBefore(lines, head);
    // A second line of the same headline, or a kicker above it.
    const above = lines[before];
    const start =
      !dense && canStandAbove(above) && before === head - 1 && (lines[head]?.gap ?? 0) === 0 && !PROSE_END.test(above?.text ?? "")
        ? before
        : head;
    if (heads.at(-1) !== start) heads.push(start);
  }
  return heads;
}

/** Two or more briefs below each other, each about a zone of its own; and columns, whose names go. */
function briefsAndColumns(lines: readonly Line[]): number[] {
  const starts: number[] = [];
  let lastBrief = -1;
  lines.forEach((line, place) => {
    if (line.cut !== null) return;
    if (isBrief(line)) {
      const near = lastBrief >= 0 && place - lastBrief <= 12;
      if (near && starts.at(-1) !== lastBrief) starts.push(lastBrief);
      if (near) starts.push(place);
      lastBrief = place;
    } else if (COLUMN.test(line.text)) {
      line.cut = "navigation";
      starts.push(place);
    }
  });
  return starts;
}

/** One page may carry several articles. The first starts at the top; each later one at a confirmed headline after running text. */
export function splitArticles(lines: readonly Line[]): ArticleRange[] {
  const heads = confirmedHeadlines(lines);
  const candidates = [...new Set([...heads, ...briefsAndColumns(lines)])].sort((left, right) => left - right);
  const starts: number[] = [];
  let seen = 0;
  let prose = false;
  for (const head of candidates) {
    for (; seen < head && !prose; seen += 1) {
      const line = lines[seen];
      prose = line !== undefined && line.cut === null && isProse(line.text);
    }
    const from = starts.at(-1) ?? 0;
    if (prose) {
      starts.push(head);
      seen = head;
      prose = false;
    } else if (starts.length > 0 && lines[from]?.cut === "navigation") starts[starts.length - 1] = head;
  }
  const ends = [...starts, lines.length];
  const headlines = new Set(heads);
  return [0, ...starts].map((from, place) => ({
    from,
    to: ends[place] ?? lines.length,
    confirmed: place === 0 ? null : from,
    headed: place === 0 || headlines.has(from),
  }));
}
