const TONED =
  /[\u0101\u00e1\u01ce\u00e0\u0113\u00e9\u011b\u00e8\u012b\u00ed\u01d0\u00ec\u014d\u00f3\u01d2\u00f2\u016b\u00fa\u01d4\u00f9\u00fc\u01d6\u01d8\u01da\u01dc\u0144\u0148\u01f9]/;
const READING = /^(?:[a-z\u00e0-\u01dc' ]|\p{Mn}){1,24}$/u;
/** Light syllables that are written without a tone mark. */
const LIGHT = new Set(["de", "le", "zhe", "ma", "ba", "ne", "men", "zi", "me", "la", "tou", "shang", "li", "a", "ya", "wa"]);

/**
 * Length of a reading such as "(qū)" that starts at `place`, 0 when there is none. `(GDP)`, `(app)`, `(a)` stay: a reading carries a tone mark,
 * or is a light syllable in a text that is annotated throughout.
 */
export function pinyinLength(text: string, place: number, annotated: boolean): number {
  const open = text.charCodeAt(place);
  if (open !== 0x28 && open !== 0xff08) return 0;
  let end = place + 1;
  while (end < text.length && end - place <= 26) {
    const unit = text.charCodeAt(end);
    if (unit === 0x29 || unit === 0xff09) break;
    if (unit > 0x36f) return 0;
    end += 1;
  }
  const close = text.charCodeAt(end);
  if (close !== 0x29 && close !== 0xff09) return 0;
  const reading = text.slice(place + 1, end).toLowerCase();
  if (!READING.test(reading)) return 0;
  if (TONED.test(reading.normalize("NFC")) || (annotated && LIGHT.has(reading))) return end + 1 - place;
  return 0;
}

const ANNOTATED = /[\u4e00-\u9fff\ufffd?\ue000-\uf8ff][(（][a-z]{0,5}[\u00e0-\u01dc][a-z]{0,4}[)）]/g;

/** Whether readings stand throughout the text, not once in a name. */
export function isAnnotated(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(ANNOTATED)) {
    count += 1;
    if (count >= 3) return true;
  }
  return false;
}
