import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** Characters that reading changed in width or by mending a decimal point; in the source's own words they stay as they stood. */
const isRewritten = (read: string, source: string): boolean =>
  read !== source && /[（）％＋－．／＜＞＝＄＆＠～。０-９Ａ-Ｚａ-ｚ]/.test(source) && /[()%+\-./<>=$&@~0-9A-Za-z]/.test(read);

/** Text of an article in the source's own characters (simplified): what is left when the noise is cut and the breaks are joined. */
export function sourceTextOf(article: ReadArticle, document: ReadDocument): string {
  const { text, offsets } = article.text;
  const parts: string[] = [];
  let from = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit >= 0x80) continue;
    const source = document.original[offsets[place] ?? 0] ?? "";
    if (source.charCodeAt(0) < 0x80 || !isRewritten(text[place] ?? "", source)) continue;
    parts.push(text.slice(from, place), source);
    from = place + 1;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
