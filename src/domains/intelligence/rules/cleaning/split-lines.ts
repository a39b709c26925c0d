import { type Line, type Markup, NO_MARKUP } from "#domains/intelligence/rules/cleaning/line.ts";
import type { MarkupRange, Page } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import type { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

const isBlank = (unit: number) => unit === 0x20 || unit === 0x3000;

/** Walks ranges in step with lines that come in order; ranges may nest. */
class RangeCursor<Range extends MarkupRange> {
  readonly #ranges: readonly Range[];
  #next = 0;
  #open: Range[] = [];

  constructor(ranges: readonly Range[]) {
    this.#ranges = ranges;
  }

  /** The ranges that touch `[start, end)` of the original. */
  touching(start: number, end: number): readonly Range[] {
    for (let range = this.#ranges[this.#next]; range !== undefined && range.start < end; range = this.#ranges[this.#next]) {
      if (range.end > start) this.#open.push(range);
      this.#next += 1;
    }
    if (this.#open.length > 0) this.#open = this.#open.filter((range) => range.end > start);
    return this.#open;
  }
}

/** First place in `offsets[from, to)` that is not below `wanted`. */
function lowerBound(offsets: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads off what the markup of the page says about the lines, which are asked for in order by their places in the normalised text. */
function markupReader(page: Page, offsets: Int32Array): (from: number, to: number) => Markup {
  const links = new RangeCursor(page.links);
  const headings = new RangeCursor(page.headings);
  const rows = new RangeCursor(page.rows);
  const hints = new RangeCursor(page.hints.filter((hint) => hint.reason !== "script"));
  return (from, to) => {
    const start = offsets[from] ?? 0;
    const end = (offsets[to - 1] ?? start) + 1;
    let linked = 0;
    for (const link of links.touching(start, end))
      linked += lowerBound(offsets, from, to, link.end) - lowerBound(offsets, from, to, link.start);
    const heading = headings.touching(start, end)[0]?.level ?? 0;
    const tableRow = rows.touching(start, end).length > 0;
    const hint = hints.touching(start, end).find((range) => range.start <= start && range.end >= end)?.reason ?? null;
    return { linked: Math.min(1, linked / Math.max(1, to - from)), heading, tableRow, hint };
  };
}

/** Cuts a normalised page into its lines, with what its markup says about each. */
export function splitLines(text: MappedText, page: Page): Line[] {
  const source = text.text;
  const plain = page.links.length + page.headings.length + page.rows.length + page.hints.length === 0;
  const read = markupReader(page, text.offsets);
  const lines: Line[] = [];
  let gap = 0;
  for (let from = 0; from <= source.length; ) {
    const found = source.indexOf("\n", from);
    const to = found < 0 ? source.length : found;
    let start = from;
    let end = to;
    while (start < end && isBlank(source.charCodeAt(start))) start += 1;
    while (end > start && isBlank(source.charCodeAt(end - 1))) end -= 1;
    if (start === end) gap += 1;
    else {
      const markup = plain ? NO_MARKUP : read(start, end);
      lines.push({
        start,
        end,
        text: source.slice(start, end),
        gap,
        indent: start - from,
        markup,
        cut: null,
        credited: false,
        joined: false,
      });
      gap = 0;
    }
    from = to + 1;
  }
  return lines;
}
