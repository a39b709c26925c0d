const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ]/;
const READING = /^(?:[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ' ]|\p{Mn}){1,24}$/u;
/** Syllables of Hanyu Pinyin without tone marks, by initial and final (ISO 7098). */
const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v|ü)$/;

const isOpen = (unit: number) => unit === 0x28 || unit === 0xff08 || unit === 0x3010;
const isClose = (unit: number) => unit === 0x29 || unit === 0xff09 || unit === 0x3011;

/** How the text is annotated: not at all, with tone marks, or with bare syllables throughout. */
type Annotation = "none" | "toned" | "bare";

/**
 * Length of a reading such as "(qū)" or "【qū】" that starts at `place`, 0 when there is none. `(GDP)`, `(app)`, `(a)` stay: a reading carries a
 * tone mark, or is a syllable in a text that is annotated throughout.
 */
export function pinyinLength(text: string, place: number, annotation: Annotation): number {
  if (!isOpen(text.charCodeAt(place))) return 0;
  let end = place + 1;
  while (end < text.length && end - place <= 26) {
    const unit = text.charCodeAt(end);
    if (isClose(unit)) break;
    if (unit > 0x36f) return 0;
    end += 1;
  }
  if (!isClose(text.charCodeAt(end))) return 0;
  const inside = text.slice(place + 1, end);
  const reading = inside.toLowerCase();
  if (!READING.test(reading)) return 0;
  const composed = reading.normalize("NFC");
  if (TONED.test(composed) || (annotation !== "none" && inside === reading && SYLLABLE.test(composed))) return end + 1 - place;
  return 0;
}

const TONED_READING = /[\u4e00-\u9fff\ufffd?\ue000-\uf8ff][(（【][a-z]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ][a-z]{0,4}[)）】]/g;
const BARE_READING = /[\u4e00-\u9fff][(（【]([a-z]{1,6})[)）】]/g;

/** Whether readings stand throughout the text, not once in a name. */
export function annotationOf(text: string): Annotation {
  let count = 0;
  for (const _ of text.matchAll(TONED_READING)) {
    count += 1;
    if (count >= 3) return "toned";
  }
  const syllables = new Set<string>();
  for (const [, reading = ""] of text.matchAll(BARE_READING)) {
    if (SYLLABLE.test(reading)) syllables.add(reading);
    if (syllables.size >= 6) return "bare";
  }
  return "none";
}
