import { isProse, type Line, PROSE_END } from "#domains/intelligence/rules/cleaning/line.ts";
import { findPlaceAt } from "#domains/intelligence/rules/regions/place-names.ts";

const WINDOW = 3000;
/** A heading never ends like this: a comma, a particle, a number, an open bracket. */
const OPEN_END = /[,，、:：(（《“‘—～~的和与及或在为是以将把被让使对向从由于并而且]$/;
const OPENING = /[“‘《(（【「『]/g;
const CLOSING = /[”’》)）】」』]/g;
const FRESH_START =
  /^(?:[►▶●■◆▲△○★☆※❖一二三四五六七八九十]{1,3}[、.．]|[(（]?[一二三四五六七八九十\d]{1,3}(?:[)）、]|[.．](?!\d))|第[一二三四五六七八九十]+[章节条届]|本报讯|#|【)/;
const CONTINUATION = /^[,，。、；;：:)）”’》】%％]/;

const unbalanced = (text: string) => (text.match(OPENING)?.length ?? 0) > (text.match(CLOSING)?.length ?? 0);

/** Lines of the same width over and over: the page was wrapped by a machine. Its width, or 0. */
export function wrapWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let open = 0;
  for (const line of lines) {
    if (line.cut !== null || PROSE_END.test(line.text) || line.text.length < 16) continue;
    open += 1;
    counts.set(line.text.length, (counts.get(line.text.length) ?? 0) + 1);
  }
  if (open < 5) return 0;
  let width = 0;
  let most = 0;
  for (const length of counts.keys()) {
    let near = 0;
    for (let other = length - 3; other <= length; other += 1) near += counts.get(other) ?? 0;
    if (near > most || (near === most && length > width)) {
      most = near;
      width = length;
    }
  }
  return most / open >= 0.6 ? width : 0;
}

/** Whether the letters on both sides of the break form a word that the text uses elsewhere nearby. */
function formsKnownWord(page: string, left: Line, right: Line): boolean {
  const from = Math.max(0, left.start - WINDOW);
  const near = page.slice(from, Math.min(page.length, right.end + WINDOW));
  const heads = [right.text.slice(0, 2), right.text.slice(0, 1)];
  for (const head of heads) {
    for (const size of [3, 2]) {
      if (head.length + size < 3) continue;
      const word = left.text.slice(-size) + head;
      if (/[^\u4e00-\u9fffA-Za-z]/.test(word)) continue;
      if (near.includes(word)) return true;
    }
  }
  return false;
}

/** Whether the break runs through the name of a place: "…与南" + "京理工大学". */
function splitsPlace(left: string, right: string): boolean {
  for (const size of [1, 2, 3]) {
    const place = findPlaceAt(left.slice(-size) + right.slice(0, 6), 0);
    if (place && place.level !== "stem" && place.name.length > size && /[\u4e00-\u9fff]{2}$/.test(left)) return true;
  }
  return false;
}

/** Whether the paragraphs of the page begin with spaces; then a line without them goes on. */
export function isIndented(lines: readonly Line[]): boolean {
  let prose = 0;
  let indented = 0;
  for (const line of lines) {
    if (line.cut !== null || line.text.length < 20 || !/[,，。]/.test(line.text)) continue;
    prose += 1;
    if (line.indent >= 2) indented += 1;
  }
  return prose >= 2 && indented >= prose * 0.8;
}

/** Whether `right` goes on in the middle of the sentence of `left`. */
export function continues(page: string, left: Line, right: Line, layout: { readonly width: number; readonly indented: boolean }): boolean {
  if (left.markup.heading > 0 || right.markup.heading > 0 || left.markup.tableRow || right.markup.tableRow) return false;
  const text = left.text;
  if (PROSE_END.test(text) && !/[:：]$/.test(text)) return CONTINUATION.test(right.text) && !/[。！？!?；;]$/.test(text);
  if (FRESH_START.test(right.text)) return false;
  if (/[:：]$/.test(text)) return false;
  if (CONTINUATION.test(right.text)) return true;
  if (OPEN_END.test(text)) return text.length >= 8 || isProse(right.text) || unbalanced(text);
  if (unbalanced(text)) return true;
  if (layout.width > 0 && text.length >= layout.width - 3) return true;
  if (layout.indented && text.length >= 8) {
    if (right.indent < 2 && (left.indent >= 2 || /[,，、]/.test(text))) return true;
    if (right.indent >= 2 && text.length < 30) return false;
  }
  if (/[。；;！？]/.test(text) && text.length >= 30) return true;
  if (text.length >= 45 && /[,，]/.test(text)) return true;
  if (/\d$/.test(text) && /^(?:\d|[.．%％]|[个家户项亿万元人名年月日吨米亩位台条])/.test(right.text)) return true;
  if (/[A-Za-z]$/.test(text) && /^[a-z]/.test(right.text)) return true;
  return (
    text.length >= 8 &&
    right.text.length >= 8 &&
    /[。！？!?…；;：:，,”]$/.test(right.text) &&
    (formsKnownWord(page, left, right) || splitsPlace(text, right.text))
  );
}
