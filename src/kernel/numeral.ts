import { type Approximation, MARK_INSIDE } from "#kernel/approximation.ts";
import { add, type Decimal, findDecimal, multiply, ONE, shift, ZERO } from "#kernel/decimal.ts";

/** Powers of ten of the scale words that close a number. */
const SCALE_PLACES = { "": 0, 万: 4, 亿: 8, 万亿: 12 } as const;
export type Scale = keyof typeof SCALE_PLACES;

/** A number read from a text in plain script (`plainScript`). */
export type ReadNumber = {
  readonly value: Decimal;
  /** `value` in its closing scale: 三千二百万 is 3200 of 万. */
  readonly figure: Decimal;
  readonly scale: Scale;
  readonly approximation: Approximation;
  readonly end: number;
};

const DIGITS = "〇一二三四五六七八九";
const UNIT_PLACES: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const GROUP_SEPARATORS = new Set([",", "\u2009", "\u202f", "\u00a0"]);
/** 千 and 百 that begin a unit, not a number: 10千克, 1.4百分点. */
const UNITS_WITH_NUMERALS = ["千米", "千克", "千瓦", "千伏", "百分"];
/** Longer runs of digits are noise, not numbers. */
const MOST_DIGITS = 30;

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= "0" && character <= "9";

function chineseDigit(character: string | undefined): string | undefined {
  if (character === undefined) return undefined;
  if (character === "零" || character === "○") return "0";
  if (character === "两") return "2";
  const place = DIGITS.indexOf(character);
  return place < 0 ? undefined : String(place);
}

/** `1,234.5` at `at`; a comma counts only between full groups of three, so that a list "3,4" stays a list. */
function readArabic(text: string, at: number): { digits: string; end: number } | undefined {
  let end = at;
  while (isDigit(text[end])) end += 1;
  let digits = text.slice(at, end);
  if (digits.length <= 3) {
    while (digits !== "" && GROUP_SEPARATORS.has(text[end] ?? "") && isGroup(text, end + 1)) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  if (digits === "" || digits.length > MOST_DIGITS) return undefined;
  if (text[end] === "." && isDigit(text[end + 1])) {
    const point = end;
    end += 1;
    while (isDigit(text[end])) end += 1;
    digits += text.slice(point, end);
  }
  return { digits, end };
}

const isGroup = (text: string, at: number): boolean =>
  isDigit(text[at]) && isDigit(text[at + 1]) && isDigit(text[at + 2]) && !isDigit(text[at + 3]);

/**
 * Reads one number that begins at `at`: Arabic, Chinese or mixed (1,234.5, 三千二百万, 两百, 3万5千, 二〇二三, 百余, 20多亿).
 * Undefined where no definite number begins: 数百 and 几十 name none.
 */
export function readNumber(text: string, at = 0): ReadNumber | undefined {
  const negative = text[at] === "-";
  const reading = new Reading();
  let end = reading.takeAll(text, negative ? at + 1 : at);
  if (end === undefined) return undefined;
  let approximation = reading.approximation;
  // 余 before the unit; what follows decides that it is not a word of its own.
  const mark = MARK_INSIDE.get(text[end] ?? "");
  if (mark !== undefined && approximation === "exact") {
    approximation = mark;
    end += 1;
  }
  const size = reading.value();
  const value = negative ? multiply(size, "-1" as Decimal) : size;
  return { value, figure: shift(value, -SCALE_PLACES[reading.scale]), scale: reading.scale, approximation, end };
}

/** The state of reading: what was said in 亿, in 万 below it, in 千百十 below that, and the digits still waiting for their unit. */
class Reading {
  #high: Decimal = ZERO;
  #middle: Decimal = ZERO;
  #section: Decimal = ZERO;
  #waiting: Decimal | undefined;
  #lastUnit = 99;
  /** Places that a bare last digit takes colloquially: 两万五 is 25000. */
  #colloquial: number | undefined;
  #started = false;
  scale: Scale = "";
  approximation: Approximation = "exact";

  takeAll(text: string, from: number): number | undefined {
    let at = from;
    for (;;) {
      const end = this.#takeOne(text, at);
      if (end === undefined) return this.#started && at > from ? at : undefined;
      at = end;
    }
  }

  value(): Decimal {
    const last = this.#waiting ?? ZERO;
    const placed = this.#colloquial !== undefined && last.length === 1 ? shift(last, this.#colloquial - 1) : last;
    return add(add(this.#high, this.#middle), add(this.#section, placed));
  }

  #takeOne(text: string, at: number): number | undefined {
    const character = text[at] ?? "";
    if (isDigit(character)) return this.#takeArabic(text, at);
    if (chineseDigit(character) !== undefined) return this.#takeChinese(text, at);
    const places = UNIT_PLACES[character];
    if (places !== undefined && UNITS_WITH_NUMERALS.some((unit) => text.startsWith(unit, at))) return undefined;
    if (places !== undefined) return this.#takeUnit(places) ? at + 1 : undefined;
    if (character === "万" || character === "亿") return this.#takeScale(character) ? at + 1 : undefined;
    const scaleFollows = /[十百千万亿]/.test(text[at + 1] ?? "");
    const mark = MARK_INSIDE.get(character);
    if (mark === undefined || !this.#started || !scaleFollows || this.approximation !== "exact") return undefined;
    this.approximation = mark;
    return at + 1;
  }

  #takeArabic(text: string, at: number): number | undefined {
    const read = this.#waiting === undefined ? readArabic(text, at) : undefined;
    const value = read === undefined ? undefined : findDecimal(read.digits);
    if (read === undefined || value === undefined) return undefined;
    this.#begin(value, undefined);
    return read.end;
  }

  #takeChinese(text: string, at: number): number | undefined {
    if (this.#waiting !== undefined) return undefined;
    let digits = "";
    let end = at;
    for (let next = chineseDigit(text[end]); next !== undefined && digits.length <= MOST_DIGITS; next = chineseDigit(text[end])) {
      digits += next;
      end += 1;
    }
    const behindUnit = this.#lastUnit !== 99 && this.#lastUnit > 1 ? this.#lastUnit : undefined;
    if (text[end] === "点" && chineseDigit(text[end + 1]) !== undefined) {
      digits += ".";
      end += 1;
      for (let next = chineseDigit(text[end]); next !== undefined; next = chineseDigit(text[end])) {
        digits += next;
        end += 1;
      }
    }
    const value = findDecimal(digits);
    if (value === undefined) return undefined;
    this.#begin(value, digits.length === 1 ? behindUnit : undefined);
    return end;
  }

  #begin(value: Decimal, colloquial: number | undefined): void {
    this.#waiting = value;
    this.#colloquial = colloquial;
    this.#started = true;
    this.scale = "";
  }

  #takeUnit(places: number): boolean {
    if (places >= this.#lastUnit && this.#lastUnit < 4) return false;
    this.#section = add(this.#section, shift(this.#waiting ?? ONE, places));
    this.#settle(places, "");
    return true;
  }

  #takeScale(scale: "万" | "亿"): boolean {
    const below = add(this.#section, this.#waiting ?? (this.#started ? ZERO : ONE));
    if (scale === "万") {
      if (below === ZERO || this.#middle !== ZERO) return false;
      this.#middle = shift(below, 4);
    } else {
      const count = add(this.#middle, below);
      if (count === ZERO || this.#high !== ZERO) return false;
      this.#high = shift(count, 8);
      this.#middle = ZERO;
    }
    this.#section = ZERO;
    this.#settle(scale === "万" ? 4 : 8, this.scale === "万" && scale === "亿" ? "万亿" : scale);
    return true;
  }

  #settle(lastUnit: number, scale: Scale): void {
    this.#waiting = undefined;
    this.#colloquial = undefined;
    this.#started = true;
    this.#lastUnit = lastUnit;
    this.scale = scale;
  }
}
