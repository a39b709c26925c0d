import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { classifyLines, isSpammed } from "#domains/intelligence/rules/cleaning/classify-lines.ts";
import { findTitle, type Title, titleOfBrief } from "#domains/intelligence/rules/cleaning/find-title.ts";
import { continues, isIndented, wrapWidth } from "#domains/intelligence/rules/cleaning/join-lines.ts";
import type { Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { normaliseCharacters } from "#domains/intelligence/rules/cleaning/normalise-characters.ts";
import { type OpenedPage, openPage } from "#domains/intelligence/rules/cleaning/open-page.ts";
import { findMedium, findPublished } from "#domains/intelligence/rules/cleaning/page-facts.ts";
import { findDay } from "#domains/intelligence/rules/cleaning/published-date.ts";
import { withoutSpacing } from "#domains/intelligence/rules/cleaning/spacing.ts";
import { type ArticleRange, splitArticles } from "#domains/intelligence/rules/cleaning/split-articles.ts";
import { splitLines } from "#domains/intelligence/rules/cleaning/split-lines.ts";
import { cutOf, trimLine } from "#domains/intelligence/rules/cleaning/trim-lines.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import type { ReadArticle, ReadDocument, ReadingHints } from "#domains/intelligence/rules/reading.ts";
import { findArticleRegion } from "#domains/intelligence/rules/regions/article-region.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/** Short labels above a headline that is sure: the name of the column, a menu. */
function cutAboveTitle(own: readonly Line[], title: Title): void {
  const first = title.lines[0];
  if (!first) return;
  for (const line of own) {
    if (line === first) return;
    if (line.cut === null && line.text.length <= 10 && !/[\d“”：:—]|公报|报告|简报|快报|分析|数读/.test(line.text)) line.cut = "navigation";
  }
}

/** Writes the lines that stand one under the other, a broken sentence on one line; says where the headline ends. */
function assemble(page: MappedText, lines: readonly Line[], title: Title): { text: MappedText; bodyStart: number } {
  const layout = { width: wrapWidth(lines), indented: isIndented(lines) };
  const parts: MappedText[] = [];
  let length = 0;
  let titleEnd = 0;
  const put = (part: MappedText) => {
    parts.push(part);
    length += part.length;
  };
  lines.forEach((line, place) => {
    const next = lines[place + 1];
    for (const [start, end] of withoutSpacing(line.text)) put(page.slice(line.start + start, line.start + end));
    if (title.lines.includes(line)) titleEnd = length;
    if (!next) return;
    const origin = Int32Array.of(page.offsets[line.end] ?? page.offsets[line.end - 1] ?? 0);
    if (!continues(page.text, line, next, layout)) put(new MappedText("\n", origin));
    else if (/[A-Za-z,.]$/.test(line.text) && /^[A-Za-z]/.test(next.text)) put(new MappedText(" ", origin));
  });
  return { text: MappedText.join(parts), bodyStart: titleEnd > 0 ? Math.min(titleEnd + 1, length) : 0 };
}

type Context = {
  readonly pageDay: LocalDate | null;
  readonly spammed: boolean;
  readonly page: MappedText;
  readonly opened: OpenedPage;
  readonly hints: ReadingHints;
  readonly cuts: Cut[];
};

function buildArticle(
  { page, opened, hints, cuts, pageDay, spammed }: Context,
  lines: readonly Line[],
  range: ArticleRange,
  index: number,
): ReadArticle | null {
  const own = lines.slice(range.from, range.to);
  const first = range.confirmed === null;
  const title = range.headed ? findTitle(own, first ? opened.title : null) : titleOfBrief(own);
  cutAboveTitle(own, title);
  const medium = findMedium(own) ?? opened.medium;
  const published = findPublished(own) ?? pageDay ?? hints.published;
  const standing = own.filter((line) => line.cut === null);
  for (const line of standing) trimLine(page, line, spammed, cuts);
  const { text, bodyStart } = assemble(
    page,
    standing.filter((line) => line.text !== ""),
    title,
  );
  if (text.length === 0) return null;
  return { index, title: title.text, region: findArticleRegion(title.text, text.text), published, medium, text, bodyStart };
}

/** Reads a stored original: cut, normalised, joined, split into its articles; every character knows its place in the original. */
export function readDocument(original: string, hints: ReadingHints): ReadDocument {
  const cuts: Cut[] = [];
  const opened = openPage(original);
  if (opened.from > 0) cuts.push({ start: 0, end: opened.from, reason: "markup" });
  for (const hint of opened.hints) if (hint.reason === "script") cuts.push({ ...hint });
  const page = normaliseCharacters(opened.text, cuts);
  const lines = splitLines(page, opened);
  const spammed = isSpammed(page.text);
  classifyLines(lines, spammed);
  const articles: ReadArticle[] = [];
  const pageDay = findDay(opened.published ?? "") ?? findPublished(lines);
  for (const range of splitArticles(lines)) {
    const article = buildArticle({ page, opened, hints, cuts, pageDay, spammed }, lines, range, articles.length);
    if (article) articles.push(article.region === null ? { ...article, region: articles.at(-1)?.region ?? null } : article);
  }
  for (const line of lines) if (line.cut !== null) cuts.push(cutOf(page, line.start, line.end, line.cut));
  cuts.sort((left, right) => left.start - right.start);
  return { original, articles, cuts };
}
