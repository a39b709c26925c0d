import { type Line, type Markup, NO_MARKUP } from "#domains/intelligence/rules/cleaning/line.ts";

const isBlank = (unit: number) => unit === 0x20 || unit === 0x3000;

/** Cuts a normalised page into its lines; `markups` has an entry for each line break of the page when the page had markup. */
export function splitLines(page: string, markups: readonly Markup[] | null): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let number = 0;
  for (let from = 0; from <= page.length; number += 1) {
    const found = page.indexOf("\n", from);
    const to = found < 0 ? page.length : found;
    let start = from;
    let end = to;
    while (start < end && isBlank(page.charCodeAt(start))) start += 1;
    while (end > start && isBlank(page.charCodeAt(end - 1))) end -= 1;
    if (start === end) gap += 1;
    else {
      const text = page.slice(start, end);
      lines.push({
        start,
        end,
        text,
        gap,
        indent: start - from,
        markup: markups?.[number] ?? NO_MARKUP,
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
