import { readFrontMatter } from "#domains/intelligence/rules/cleaning/markup/front-matter.ts";
import { type MarkupRange, type Page, plainPage } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import { scanHtml, sniffMarkup } from "#domains/intelligence/rules/cleaning/markup/scan-html.ts";
import { isMarkdown, scanMarkdown } from "#domains/intelligence/rules/cleaning/markup/scan-markdown.ts";
import { findKeyedFacts } from "#domains/intelligence/rules/cleaning/page-facts.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

/** Codes of bulletin boards: "[size=4]…[/size]". */
const BOARD_SIGN = /\[\/(?:table|td|tr|b|i|u|size|color|font|align|url|img|quote|p|backcolor|indent)\]/i;
const BOARD_CODE =
  /\[\/?(?:table|td|tr|b|i|u|size|color|font|align|url|img|quote|p|backcolor|indent|list|attach|float)(?:=[^\]\n]{0,80})?\]/gi;
const BOARD_BLOCK = /^\[\/?(?:tr|table|p|align|quote|list)/i;

/** `from`: where the text starts after front matter. */
export type OpenedPage = Page & { readonly from: number };

const inOrder = <Range extends MarkupRange>(ranges: Range[]): Range[] => ranges.sort((left, right) => left.start - right.start);

/** Pieces of HTML inside a page that was read before: its places are carried through to the original. */
function htmlWithin(outer: Page): Page {
  const { text, offsets } = outer.text;
  const inner = scanHtml(text, 0, false);
  const end = offsets.at(-1) ?? 0;
  const at = (place: number) => offsets[place] ?? end + 1;
  const carried = <Range extends MarkupRange>(ranges: readonly Range[]): Range[] =>
    ranges.map((range) => ({ ...range, start: at(range.start), end: at(range.end) }));
  return {
    ...inner,
    text: new MappedText(inner.text.text, inner.text.offsets.map(at)),
    links: inOrder([...outer.links, ...carried(inner.links)]),
    headings: inOrder([...outer.headings, ...carried(inner.headings)]),
    rows: inOrder([...outer.rows, ...carried(inner.rows)]),
    hints: carried(inner.hints),
  };
}

/** Takes the markup off, whatever kind the text turns out to have; the name of the file's type is not trusted. */
export function openPage(original: string): OpenedPage {
  const front = readFrontMatter(original);
  const from = front?.end ?? 0;
  const markup = sniffMarkup(original);
  let page: Page;
  if (markup !== "whole" && isMarkdown(original, from)) {
    page = scanMarkdown(original, from);
    if (markup === "fragment") page = htmlWithin(page);
  } else if (markup !== "none") page = scanHtml(original, from, markup === "whole");
  else page = plainPage(MappedText.of(original).slice(from));
  const keyed = findKeyedFacts(original);
  return {
    ...page,
    text: BOARD_SIGN.test(page.text.text) ? page.text.replace(BOARD_CODE, (match) => (BOARD_BLOCK.test(match[0]) ? "\n" : "")) : page.text,
    title: front?.title ?? page.title ?? keyed.title,
    published: front?.published ?? page.published ?? keyed.published,
    medium: front?.medium ?? page.medium ?? keyed.medium,
    from,
  };
}
