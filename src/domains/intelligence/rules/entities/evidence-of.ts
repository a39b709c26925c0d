import type { Evidence } from "#domains/intelligence/contract/extraction.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** Soft breaks, inserted pinyin and markup of this length may stand inside one quote. */
const TOLERATED = 24;
const MARKUP = /<[^<>]{0,400}>|&[a-z]{2,6};|&#\d{1,6};/gi;

/** What a finding that rests on `[start, end)` of the article's text says about its place in the original. */
export function evidenceOf(
  article: ReadArticle,
  document: ReadDocument,
  start: number,
  end: number,
  confidence: number,
  rule: string,
): Evidence {
  const spans = article.text.spansOf(start, end, TOLERATED);
  const quote = spans.map((span) => document.original.slice(span.start, span.end)).join("");
  return { quote: quote.replace(MARKUP, "").trim(), spans, confidence, rule, article: article.index };
}
