import type { MarkupRange, Page } from "#domains/intelligence/rules/cleaning/markup/page.ts";
import { TextBuilder } from "#domains/intelligence/rules/cleaning/text-builder.ts";

const SIGNS =
  /^#{1,6}\s+\S|!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)|\[[^\]\n]{1,200}\]\((?:https?:|\/)[^)\n]{1,500}\)|\*\*(?=\S)[^*\n]{1,80}\*\*|^\|.{1,400}\|\s*$|^>\s+\S/gm;

/** Whether a plain text is written in Markdown. */
export function isMarkdown(source: string, from: number): boolean {
  let signs = 0;
  for (const _ of source.slice(from, from + 60_000).matchAll(SIGNS)) {
    signs += 1;
    if (signs >= 2) return true;
  }
  return false;
}

const INLINE =
  /!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)|\[([^\]\n]{1,300})\]\([^)\n]{0,1000}\)|\*\*(?=\S)([^*\n]{1,80})\*\*|`{1,3}|<!--.*?-->/g;

/** Markdown without its signs; headings, links and table rows are remembered by their places. */
export function scanMarkdown(source: string, from: number): Page {
  const out = new TextBuilder(source.length - from);
  const headings: (MarkupRange & { level: number })[] = [];
  const links: MarkupRange[] = [];
  const rows: MarkupRange[] = [];
  const copy = (start: number, end: number) => {
    for (let at = start; at < end; at += 1) out.push(source.charCodeAt(at), at);
  };
  const inline = (start: number, end: number) => {
    let at = start;
    for (const match of source.slice(start, end).matchAll(INLINE)) {
      const place = start + match.index;
      copy(at, place);
      if (match[2] !== undefined) copy(place + 2, place + 2 + match[2].length);
      if (match[1] !== undefined) {
        copy(place + 1, place + 1 + match[1].length);
        links.push({ start: place, end: place + match[0].length });
      }
      at = place + match[0].length;
    }
    copy(at, end);
  };
  for (let start = from; start < source.length; ) {
    const found = source.indexOf("\n", start);
    const end = found < 0 ? source.length : found;
    const line = source.length - start > 2_000_000 && end - start > 2_000_000 ? "" : source.slice(start, end);
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(line);
    const sign =
      heading ??
      /^\s{0,8}(?:>\s?)+|^\s{0,8}[-*+]\s+(?=\S)|^\s{0,8}(?:[-*_]\s?){3,}$|^\s{0,3}`{3,}.*$|^\s*\|?\s*:?-{3,}[\s:|-]*$/.exec(line);
    const textStart = start + (sign?.[0].length ?? 0);
    if (heading) headings.push({ start, end, level: heading[1]?.length ?? 1 });
    if (/^\s*\|.*\|\s*$/.test(line) && !sign) {
      rows.push({ start, end });
      copy(start + line.indexOf("|") + 1, start + line.lastIndexOf("|"));
    } else inline(textStart, end);
    if (found >= 0) out.push(0x0a, found);
    start = end + 1;
  }
  return { text: out.build(), links, headings, rows, hints: [], title: null, published: null, medium: null };
}
