import type { PeriodBasis } from "#kernel/period.ts";

export type YearWord =
  | { readonly kind: "number"; readonly year: number }
  | { readonly kind: "relative"; readonly offset: number }
  | { readonly kind: "years"; readonly from: number; readonly to: number };

export type Span =
  | { readonly kind: "months"; readonly from: number; readonly to: number }
  /** 全年 */
  | { readonly kind: "year" }
  /** 以来 */
  | { readonly kind: "since" }
  /** 目前 */
  | { readonly kind: "now" }
  | { readonly kind: "month" | "quarter"; readonly back: "that" | "this" | "previous" }
  /** 同期 */
  | { readonly kind: "same" };

export type PeriodWords = {
  readonly year: YearWord | null;
  readonly span: Span | null;
  readonly end: number;
  /** 截至, 底 or 末: a level on a day. */
  readonly until: boolean;
  readonly isDay: boolean;
  readonly basis: PeriodBasis;
};

const RELATIVE_YEARS: readonly (readonly [string, number])[] = [
  ["去年度", -1],
  ["上年度", -1],
  ["上一年", -1],
  ["去年", -1],
  ["上年", -1],
  ["前年", -2],
  ["今年", 0],
  ["本年度", 0],
  ["本年", 0],
  ["当年", 0],
  ["年内", 0],
  ["明年", 1],
];

const DIGITS = "〇一二三四五六七八九";
/** Years that our documents can speak of; 1200年 is none. */
const isYear = (year: number): boolean => year >= 1949 && year <= 2100;

const NUMBER_YEAR = /(\d{4}|[一二][〇零○一二三四五六七八九]{3})(年度?|(?=[上下]半年|全年|前三季|[第前]?[一二三四1-4]季度|Q[1-4]))/y;
const YEARS = /(\d{4})年?(?:-|—|–|~|至|到){1,2}(\d{4})年/y;
const FIVE_YEAR_PLAN = /[“"]?十([一二三四五六七])五[”"]?(?:时期|期间|以来)?/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const digitsOf = (text: string): number => Number([...text].map((character) => chineseDigit(character) ?? character).join(""));

function chineseDigit(character: string): string | undefined {
  if (character === "零" || character === "○") return "0";
  const place = DIGITS.indexOf(character);
  return place < 0 ? undefined : String(place);
}

/** `needsSpan`: the year stands without 年 and is one only together with what follows. */
export function readYear(
  text: string,
  at: number,
): { readonly word: YearWord; readonly end: number; readonly needsSpan: boolean } | undefined {
  const range = match(YEARS, text, at);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    if (isYear(from) && isYear(to) && from < to) return { word: { kind: "years", from, to }, end: at + range[0].length, needsSpan: false };
  }
  const plan = match(FIVE_YEAR_PLAN, text, at);
  // The Nth five-year plan began in 2016 for N = 13; each lasts five years.
  if (plan) {
    const from = 2016 + (digitsOf(plan[1] ?? "") + 10 - 13) * 5;
    return { word: { kind: "years", from, to: from + 4 }, end: at + plan[0].length, needsSpan: false };
  }
  const number = match(NUMBER_YEAR, text, at);
  if (number && isYear(digitsOf(number[1] ?? "")))
    return { word: { kind: "number", year: digitsOf(number[1] ?? "") }, end: at + number[0].length, needsSpan: number[2] === "" };
  const relative = RELATIVE_YEARS.find(([word]) => text.startsWith(word, at));
  return relative && { word: { kind: "relative", offset: relative[1] }, end: at + relative[0].length, needsSpan: false };
}

const MONTH = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const DASH = "(?:-|—|–|~|至|到){1,2}";
const COUNT = "(1[0-2]|[1-9]|十[一]?|[一二两三四五六七八九])";
const QUARTER = "([一二三四1-4])";

type Rule = readonly [RegExp, (found: readonly string[]) => Span];
const months = (from: number, to: number): Span => ({ kind: "months", from, to });

/** Longest and most telling first. */
const RULES: readonly Rule[] = [
  [new RegExp(`${MONTH}月?份?${DASH}${MONTH}月份?`, "y"), ([, from = "", to = ""]) => months(numberOf(from), numberOf(to))],
  [new RegExp(`[前头]${COUNT}个?月份?`, "y"), ([, last = ""]) => months(1, numberOf(last))],
  [new RegExp(`${MONTH}月份?`, "y"), ([, month = ""]) => months(numberOf(month), numberOf(month))],
  [
    new RegExp(`第?${QUARTER}(?:季度?)?${DASH}第?${QUARTER}季度?`, "y"),
    ([, from = "", to = ""]) => months(numberOf(from) * 3 - 2, numberOf(to) * 3),
  ],
  [/[前头]([二两三23])个?季度?/y, ([, last = ""]) => months(1, numberOf(last) * 3)],
  [new RegExp(`第?${QUARTER}季度`, "y"), ([, quarter = ""]) => months(numberOf(quarter) * 3 - 2, numberOf(quarter) * 3)],
  [/Q([1-4])(?![0-9A-Za-z])/y, ([, quarter = ""]) => months(Number(quarter) * 3 - 2, Number(quarter) * 3)],
  [/首季度?|首个季度/y, () => months(1, 3)],
  [/首月/y, () => months(1, 1)],
  [/[上前头]半年/y, () => months(1, 6)],
  [/[下后]半年/y, () => months(7, 12)],
  [/全年度?/y, () => ({ kind: "year" })],
  [/年初以来|年初至今|以来/y, () => ({ kind: "since" })],
  [/目前/y, () => ({ kind: "now" })],
  [/当月/y, () => ({ kind: "month", back: "that" })],
  [/本月/y, () => ({ kind: "month", back: "this" })],
  [/上个?月/y, () => ({ kind: "month", back: "previous" })],
  [/当季度?/y, () => ({ kind: "quarter", back: "that" })],
  [/本季度?/y, () => ({ kind: "quarter", back: "this" })],
  [/上个?季度/y, () => ({ kind: "quarter", back: "previous" })],
  [/同期/y, () => ({ kind: "same" })],
  [/年(?=底|末)/y, () => ({ kind: "year" })],
];

/** 底 and 末 belong to what was said before; these words mean nothing without a year or alone. */
const ONLY_WITH_YEAR = /^以来$/;
const DAY = /(?:[12][0-9]|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]/y;

export function readSpan(
  text: string,
  at: number,
  year: YearWord | null,
): { readonly span: Span; readonly end: number; readonly isDay: boolean } | undefined {
  if (year?.kind === "years") return undefined;
  for (const [pattern, make] of RULES) {
    const found = match(pattern, text, at);
    if (found === null || (year === null && ONLY_WITH_YEAR.test(found[0]))) continue;
    const span = make(found);
    if (span.kind === "months" && (span.to < span.from || span.to > 12)) continue;
    const end = at + found[0].length;
    const day = span.kind === "months" && span.from === span.to ? match(DAY, text, end) : null;
    return { span, end: end + (day?.[0].length ?? 0), isDay: day !== null };
  }
  return undefined;
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === "两") return 2;
  if (text.startsWith("十")) return 10 + (text.length > 1 ? digitsOf(text.slice(1)) : 0);
  return digitsOf(text);
}
