import type { Cut } from "#domains/intelligence/contract/extraction.ts";
import { isAnnotated, pinyinLength } from "#domains/intelligence/rules/cleaning/pinyin.ts";
import { simplifyText, simplifyUnit } from "#domains/intelligence/rules/cleaning/simplify.ts";
import { TextBuilder } from "#domains/intelligence/rules/cleaning/text-builder.ts";
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

/**
 * One pass over the page: spaces and line breaks made one kind, invisible characters dropped, full width to half width, inserted readings cut,
 * traditional to simplified. Every character that stays keeps its place; lost glyphs stay as they are.
 */
export function normaliseCharacters(source: MappedText, cuts: Cut[]): MappedText {
  const { text, offsets } = source;
  const annotated = isAnnotated(text);
  const builder = new TextBuilder(text.length);
  const traditional: { start: number; end: number }[] = [];
  let lineStart = 0;
  let changed = false;
  for (let place = 0; place < text.length; place += 1) {
    let unit = text.charCodeAt(place);
    if (isDropped(unit)) continue;
    const offset = offsets[place] ?? 0;
    if (isBreak(unit)) {
      if (unit === 0x0d && text.charCodeAt(place + 1) === NEWLINE) continue;
      if (changed) traditional.push({ start: lineStart, end: builder.length });
      builder.push(NEWLINE, offset);
      lineStart = builder.length;
      changed = false;
      continue;
    }
    if (isSpace(unit)) {
      builder.push(unit === 0x3000 ? 0x3000 : SPACE, offset);
      continue;
    }
    if ((unit === 0x28 || unit === 0xff08) && isIdeographOrLost(builder.last)) {
      const length = pinyinLength(text, place, annotated);
      if (length > 0) {
        cuts.push({ start: offset, end: (offsets[place + length - 1] ?? offset) + 1, reason: "pinyin" });
        place += length - 1;
        continue;
      }
    }
    if (unit === 0x3002 && isDigit(builder.last) && DECIMAL.test(text.slice(place, place + 5))) unit = 0x2e;
    unit = halfWidth(unit, builder.last, text.charCodeAt(place + 1));
    const simple = simplifyUnit(unit);
    if (simple !== unit) changed = true;
    builder.push(unit, offset);
  }
  if (changed) traditional.push({ start: lineStart, end: builder.length });
  const made = builder.build();
  return traditional.length === 0 ? made : new MappedText(simplifyLines(made.text, traditional), made.offsets);
}

function simplifyLines(text: string, lines: readonly { start: number; end: number }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    let byCharacter = "";
    for (let place = 0; place < line.length; place += 1) byCharacter += String.fromCharCode(simplifyUnit(line.charCodeAt(place)));
    parts.push(text.slice(from, start), simplifyText(line, byCharacter));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
