import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import type { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import type { LocalDate } from "#kernel/local-date.ts";

/**
 * One article as the finders see it: cleaned, simplified characters, half-width digits, latin letters, percent signs and round brackets (Chinese commas and stops as they stand), hard breaks joined,
 * one paragraph a line (`\n`), every character mapped to the stored original.
 */
export type ReadArticle = {
  readonly index: number;
  readonly title: string;
  /** What it is about by default: zone, district, city or company; the longest form used near the head. */
  readonly region: string | null;
  readonly published: LocalDate | null;
  readonly medium: string | null;
  readonly text: MappedText;
  /** Where the body starts in `text`: the title and repeated headings stand before. */
  readonly bodyStart: number;
};

export type ReadDocument = {
  readonly original: string;
  readonly articles: readonly ReadArticle[];
  readonly cuts: readonly Cut[];
};

export type ReadingHints = {
  readonly mime: "text/plain" | "text/html";
  /** Publication date given by the person or the feed; the page's own date wins when it has one. */
  readonly published: LocalDate | null;
};
