import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { annotationOf, pinyinLength } from "#domains/intelligence/rules/cleaning/pinyin.ts";
import { simplifyText, simplifyUnit } from "#domains/intelligence/rules/cleaning/simplify.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

const SPACE = 0x20;
const NEWLINE = 0x0a;

const isIdeographOrLost = (unit: number) =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  unit === 0xfffd ||
  unit === 0x3f ||
  (unit >= 0xe000 && unit <= 0xf8ff) ||
  (unit >= 0xf900 && unit <= 0xfaff);
const isDigit = (unit: number) => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
const isDropped = (unit: number) =>
  (unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0b && unit !== 0x0c && unit !== 0x0d) ||
  unit === 0x7f ||
  unit === 0xad ||
  (unit >= 0x200b && unit <= 0x200f) ||
  (unit >= 0x202a && unit <= 0x202e) ||
  (unit >= 0x2060 && unit <= 0x2064) ||
  unit === 0xfeff;
const isSpace = (unit: number) =>
  unit === SPACE ||
  unit === 0x09 ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x205f;
const isBreak = (unit: number) =>
  unit === NEWLINE || unit === 0x0d || unit === 0x0b || unit === 0x0c || unit === 0x85 || unit === 0x2028 || unit === 0x2029;

/**
 * Half-width form of digits, letters, percent and arithmetic signs and of round brackets (names differ by them only);
 * Chinese commas and stops stay as they are.
 */
function halfWidth(unit: number, before: number, after: number): number {
  if ((unit >= 0xff10 && unit <= 0xff19) || (unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) return unit - 0xfee0;
  switch (unit) {
    case 0xff05:
    case 0xfe6a:
      return 0x25;
    case 0xff08:
    case 0xff09:
    case 0xff0b:
    case 0xff0d:
    case 0xff0f:
    case 0xff1c:
    case 0xff1e:
    case 0xff1d:
    case 0xff04:
    case 0xff06:
    case 0xff20:
    case 0xff5e:
      return unit - 0xfee0;
    case 0xff0e:
    case 0xff0c:
      return isDigit(before) && isDigit(after) && unit === 0xff0e ? 0x2e : unit;
    case 0x2212:
      return 0x2d;
    default:
      return unit;
  }
}

/** "312。6亿元": a full stop where only a decimal point can stand. */
const DECIMAL = /^。\d{1,2}(?:[%％亿億万萬个個倍吨噸度公平美元千百]|\d[%％亿億万萬])/;

const KEEP = 0;
const DROP = 1;
const BREAK = 2;
const BLANK = 3;
const WIDE = 4;
const BRACKET = 5;
const STOP = 6;
const TRADITIONAL = 7;
let classes: Uint8Array | undefined;

/** What is done with each character of the basic plane. */
function buildClasses(): Uint8Array {
  const made = new Uint8Array(65_536);
  for (let unit = 0; unit < made.length; unit += 1) {
    if (isDropped(unit)) made[unit] = DROP;
    else if (isBreak(unit)) made[unit] = BREAK;
    else if (isSpace(unit)) made[unit] = unit === SPACE || unit === 0x3000 ? KEEP : BLANK;
    else if (unit === 0x28 || unit === 0xff08 || unit === 0x3010) made[unit] = BRACKET;
    else if (unit === 0x3002) made[unit] = STOP;
    else if (unit === 0xff0e || halfWidth(unit, 0, 0) !== unit) made[unit] = WIDE;
    else if (simplifyUnit(unit) !== unit) made[unit] = TRADITIONAL;
  }
  return made;
}

/**
 * One pass over the page: spaces and line breaks made one kind, invisible characters dropped, full width to half width, inserted readings cut,
 * traditional to simplified. Every character that stays keeps its place; lost glyphs stay as they are.
 */
export function normaliseCharacters(source: MappedText, cuts: Cut[]): MappedText {
  const { text, offsets } = source;
  const annotation = annotationOf(text);
  classes ??= buildClasses();
  const parts: MappedText[] = [];
  const traditional: { start: number; end: number }[] = [];
  let length = 0;
  let from = 0;
  let lineStart = 0;
  let changed = false;
  /** Takes over the text up to `place` as it stands. */
  const keepUntil = (place: number) => {
    if (place <= from) return;
    parts.push(source.slice(from, place));
    length += place - from;
  };
  const put = (character: string, offset: number) => {
    parts.push(new MappedText(character, Int32Array.of(offset)));
    length += 1;
  };
  const endLine = (end: number) => {
    if (changed) traditional.push({ start: lineStart, end });
    changed = false;
  };
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    const kind = classes[unit];
    if (kind === KEEP) continue;
    if (kind === TRADITIONAL) {
      changed = true;
      continue;
    }
    if (unit === NEWLINE) {
      endLine(length + place - from);
      lineStart = length + place - from + 1;
      continue;
    }
    const offset = offsets[place] ?? 0;
    if (kind === BRACKET) {
      let end = place;
      if (place > 0 && isIdeographOrLost(text.charCodeAt(place - 1))) {
        // A reading may stand several times: 新(xin)(xin)(xin).
        for (let reading = pinyinLength(text, end, annotation); reading > 0; reading = pinyinLength(text, end, annotation)) end += reading;
      }
      if (end > place) {
        keepUntil(place);
        cuts.push({ start: offset, end: (offsets[end - 1] ?? offset) + 1, reason: "pinyin" });
        place = end - 1;
        from = end;
      } else if (unit === 0xff08) {
        keepUntil(place);
        put("(", offset);
        from = place + 1;
      }
      continue;
    }
    if (kind === STOP && !(isDigit(text.charCodeAt(place - 1)) && DECIMAL.test(text.slice(place, place + 5)))) continue;
    keepUntil(place);
    from = place + 1;
    if (kind === DROP) continue;
    if (kind === BREAK) {
      if (unit === 0x0d && text.charCodeAt(place + 1) === NEWLINE) continue;
      endLine(length);
      put("\n", offset);
      lineStart = length;
    } else if (kind === STOP) put(".", offset);
    else if (kind === BLANK) put(" ", offset);
    else put(String.fromCharCode(halfWidth(unit, text.charCodeAt(place - 1), text.charCodeAt(place + 1))), offset);
  }
  keepUntil(text.length);
  endLine(length);
  const made = parts.length === 1 && parts[0] ? parts[0] : MappedText.join(parts);
  return traditional.length === 0 ? made : new MappedText(simplifyLines(made.text, traditional), made.offsets);
}

function simplifyLines(text: string, lines: readonly { start: number; end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of lines) {
    parts.push(text.slice(from, start), simplifyText(text.slice(start, end)));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
