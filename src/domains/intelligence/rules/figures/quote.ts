import type { Span } from "#domains/intelligence/contract/extraction.ts";
import type { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

/** What may stand between two parts of a quote without being part of it: white space, markup, inserted readings. */
const TOLERATED = /<[^<>]{0,400}>|\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]{1,8}\)|（[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,8}）|&[a-z]{2,6};|\s+/g;

/**
 * The original's own words under `[start, end)` of the cleaned text. Where a caption, a credit or a page break was cut between, only the part
 * around `anchor` (the number) is quoted, so that the quote stands in the original as it is.
 */
export function quoteOf(original: string, text: MappedText, start: number, end: number, anchor: number): { quote: string; spans: Span[] } {
  const spans = standingSpans(original, text, start, end);
  const at = text.offsets[anchor] ?? spans[0]?.start ?? 0;
  let first = 0;
  for (let index = 1; index < spans.length; index += 1) {
    const before = spans[index - 1];
    const span = spans[index];
    if (!before || !span) continue;
    const gap = original.slice(before.end, span.start);
    if (gap.replace(TOLERATED, "") === "") continue;
    if (at < span.start) return cut(original, spans.slice(first, index));
    first = index;
  }
  return cut(original, spans.slice(first));
}

/** Blanks that the reader put between cells and lines stand nowhere in the original: they are passed over. */
function standingSpans(original: string, text: MappedText, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let place = start; place < end; place += 1) {
    const at = text.offsets[place];
    const unit = text.text.charCodeAt(place);
    if (at === undefined || unit === 0x20 || unit === 0x0a || unit === 0x3000 || unit === 0x7c) continue;
    const last = spans.at(-1);
    if (last && at >= last.start && (at <= last.end || (at - last.end <= 3 && original.slice(last.end, at).trim() === "")))
      last.end = Math.max(last.end, at + 1);
    else spans.push({ start: at, end: at + 1 });
  }
  return spans;
}

function cut(original: string, spans: Span[]): { quote: string; spans: Span[] } {
  return { quote: spans.map((span) => original.slice(span.start, span.end)).join(""), spans };
}
