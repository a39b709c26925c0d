import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { captionTailStart } from "#domains/intelligence/rules/cleaning/captions.ts";
import { creditTailStart, datelineLength } from "#domains/intelligence/rules/cleaning/credits.ts";
import { furnitureTailStart } from "#domains/intelligence/rules/cleaning/furniture.ts";
import type { CutReason, Line } from "#domains/intelligence/rules/cleaning/line.ts";
import { spamWords } from "#domains/intelligence/rules/cleaning/noise-words.ts";
import type { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

export function cutOf(page: MappedText, start: number, end: number, reason: CutReason): Cut {
  const from = page.offsets[start] ?? 0;
  return { start: from, end: Math.max(from, (page.offsets[end - 1] ?? from) + 1), reason };
}

/** Where spam starts that was glued to the end of a paragraph. */
function spamTailStart(text: string): number {
  const { count, first } = spamWords.find(text);
  if (count < 4) return text.length;
  const stop = Math.max(text.lastIndexOf("。", first), text.lastIndexOf(")", first), text.lastIndexOf("”", first));
  return stop < 0 ? text.length : stop + 1;
}

/** Takes credits, picture credits and, on a page that has any, spam off both ends of a paragraph. */
export function trimLine(page: MappedText, line: Line, spammed: boolean, cuts: Cut[]): void {
  const shorten = (at: number, reason: CutReason) => {
    if (at >= line.text.length) return false;
    cuts.push(cutOf(page, line.start + at, line.end, reason));
    line.text = line.text.slice(0, at).trimEnd();
    line.end = line.start + line.text.length;
    return true;
  };
  if (spammed) shorten(spamTailStart(line.text), "spam");
  shorten(furnitureTailStart(line.text), "navigation");
  if (shorten(captionTailStart(line.text), "caption")) line.credited = false;
  if (shorten(creditTailStart(line.text), "credit")) line.credited = true;
  const head = datelineLength(line.text);
  if (head > 0 && head < line.text.length) {
    cuts.push(cutOf(page, line.start, line.start + head, "credit"));
    line.start += head;
    line.text = line.text.slice(head);
  }
}
