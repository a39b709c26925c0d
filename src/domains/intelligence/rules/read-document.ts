import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { classifyLines } from "#domains/intelligence/rules/cleaning/classify-lines.ts";
import { continues, wrapWidth } from "#domains/intelligence/rules/cleaning/join-lines.ts";
import type { Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { readFrontMatter } from "#domains/intelligence/rules/cleaning/markup/front-matter.ts";
import { type Page, plainPage } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import { scanHtml, sniffMarkup } from "#domains/intelligence/rules/cleaning/markup/scan-html.ts";
import { isMarkdown, scanMarkdown } from "#domains/intelligence/rules/cleaning/markup/scan-markdown.ts";
import { normaliseCharacters } from "#domains/intelligence/rules/cleaning/normalise-characters.ts";
import { findDay } from "#domains/intelligence/rules/cleaning/published-date.ts";
import { type ArticleRange, splitArticles } from "#domains/intelligence/rules/cleaning/split-articles.ts";
import { splitLines } from "#domains/intelligence/rules/cleaning/split-lines.ts";
import { TextBuilder } from "#domains/intelligence/rules/cleaning/text-builder.ts";
import { cutOf, trimLine } from "#domains/intelligence/rules/cleaning/trim-lines.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import type { ReadArticle, ReadDocument, ReadingHints } from "#domains/intelligence/rules/reading.ts";
import { findArticleRegion } from "#domains/intelligence/rules/regions/article-region.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const SOURCE = /(?:来源|稿源|出处)\s?[:：]\s?([^\s|｜()[\]【】,，;；:：]{2,24})/;
const REPORTER_OF = /^[\s►(]{0,3}([\u4e00-\u9fff]{2,10}(?:报|网|社|台|客户端))(?:首席|全媒体|融媒体|见习|特约)?记者/;

function findMedium(lines: readonly Line[]): string | null {
  for (const line of lines) {
    if (line.cut !== "credit") continue;
    const medium = SOURCE.exec(line.text)?.[1] ?? REPORTER_OF.exec(line.text)?.[1];
    if (medium) return medium;
  }
  return null;
}

function findPublished(lines: readonly Line[]): LocalDate | null {
  for (const line of lines) {
    if (line.cut !== "credit") continue;
    const day = findDay(line.text);
    if (day) return day;
  }
  return null;
}

function buildArticle(
  page: MappedText,
  lines: readonly Line[],
  range: ArticleRange,
  index: number,
  hints: ReadingHints,
  cuts: Cut[],
): ReadArticle | null {
  const own = lines.slice(range.from, range.to);
  const medium = findMedium(own);
  const published = findPublished(own);
  const kept = own.filter((line) => line.cut === null);
  for (const line of kept) trimLine(page, line, cuts);
  const standing = kept.filter((line) => line.text !== "");
  if (standing.length === 0) return null;
  const width = wrapWidth(standing);
  const builder = new TextBuilder(page.length / 2);
  let titleEnd = 0;
  const headline = lines[range.title];
  standing.forEach((line, place) => {
    const next = standing[place + 1];
    builder.append(page, line.start, line.end);
    if (line === headline) titleEnd = builder.length;
    if (next && !continues(page.text, line, next, width)) builder.push(0x0a, page.offsets[line.end] ?? page.offsets[line.end - 1] ?? 0);
  });
  const text = builder.build();
  const title = headline?.text ?? standing[0]?.text ?? "";
  return {
    index,
    title,
    region: findArticleRegion(title, text.text),
    published: published ?? hints.published,
    medium,
    text,
    bodyStart: titleEnd > 0 ? titleEnd + 1 : 0,
  };
}

/** Takes the markup off, whatever kind the text turns out to have; the hint of the file's type is not trusted. */
function openPage(original: string): Page & { readonly from: number } {
  const front = readFrontMatter(original);
  const from = front?.end ?? 0;
  const markup = sniffMarkup(original);
  let page: Page;
  if (markup !== "none") page = scanHtml(original, from, markup === "whole");
  else if (isMarkdown(original, from)) page = scanMarkdown(original, from);
  else page = plainPage(MappedText.of(original).slice(from));
  return {
    ...page,
    title: front?.title ?? page.title,
    published: front?.published ?? page.published,
    medium: front?.medium ?? page.medium,
    from,
  };
}

/** Reads a stored original: cut, normalised, joined, split into its articles; every character knows its place in the original. */
export function readDocument(original: string, hints: ReadingHints): ReadDocument {
  const cuts: Cut[] = [];
  const opened = openPage(original);
  if (opened.from > 0) cuts.push({ start: 0, end: opened.from, reason: "markup" });
  for (const hint of opened.hints) if (hint.reason === "script") cuts.push(hint);
  const page = normaliseCharacters(opened.text, cuts);
  const lines = splitLines(page, opened);
  classifyLines(lines);
  const articles: ReadArticle[] = [];
  for (const range of splitArticles(lines)) {
    const article = buildArticle(page, lines, range, articles.length, hints, cuts);
    if (article) articles.push(article);
  }
  for (const line of lines) if (line.cut !== null) cuts.push(cutOf(page, line.start, line.end, line.cut));
  cuts.sort((left, right) => left.start - right.start);
  return { original, articles, cuts };
}
