import { readFrontMatter } from "#domains/intelligence/rules/cleaning/markup/front-matter.ts";
import { type Page, plainPage } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import { scanHtml, sniffMarkup } from "#domains/intelligence/rules/cleaning/markup/scan-html.ts";
import { isMarkdown, scanMarkdown } from "#domains/intelligence/rules/cleaning/markup/scan-markdown.ts";
import { findKeyedFacts } from "#domains/intelligence/rules/cleaning/page-facts.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

/** `from`: where the text starts after front matter. */
export type OpenedPage = Page & { readonly from: number };

/** Takes the markup off, whatever kind the text turns out to have; the name of the file's type is not trusted. */
export function openPage(original: string): OpenedPage {
  const front = readFrontMatter(original);
  const from = front?.end ?? 0;
  const markup = sniffMarkup(original);
  let page: Page;
  if (markup !== "none") page = scanHtml(original, from, markup === "whole");
  else if (isMarkdown(original, from)) page = scanMarkdown(original, from);
  else page = plainPage(MappedText.of(original).slice(from));
  const keyed = findKeyedFacts(original);
  return {
    ...page,
    title: front?.title ?? page.title ?? keyed.title,
    published: front?.published ?? page.published ?? keyed.published,
    medium: front?.medium ?? page.medium ?? keyed.medium,
    from,
  };
}
