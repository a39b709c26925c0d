import { z } from "zod";
import { absolute, add, compare, type Decimal, isNegative, multiply, negate, placesOf, subtract, ZERO } from "#kernel/decimal.ts";
import type { Text } from "#kernel/texts.ts";

/** How a reported number stands to the true one. */
export const Approximation = z.enum(["exact", "near", "over", "about", "at-least", "at-most"]);
export type Approximation = z.infer<typeof Approximation>;

type Words = Readonly<Record<Exclude<Approximation, "exact">, readonly string[]>>;

/** Before the number; simplified characters. */
const WORDS_BEFORE: Words = {
  near: ["将近", "接近", "逼近", "近"],
  over: ["超过", "超出", "突破", "高于", "大于", "多于", "逾", "超", "破", "过"],
  about: ["大约", "大概", "约为", "约", "上"],
  "at-least": ["不低于", "不少于", "不小于", "至少", "最少"],
  "at-most": ["不超过", "不高于", "不多于", "不大于", "至多", "最多", "低于", "少于", "小于", "不足", "不到"],
};

/** Behind the unit. */
const WORDS_BEHIND: Words = {
  near: [],
  over: ["有余", "余", "多"],
  about: ["左右", "上下"],
  "at-least": ["及以上", "以上", "起"],
  "at-most": ["及以下", "以下", "以内", "之内"],
};

/** Between number and unit, or between number and scale (20余万): 余 and 多 say "over", 来 "about". */
export const MARK_INSIDE: ReadonlyMap<string, Approximation> = new Map([
  ["余", "over"],
  ["多", "over"],
  ["几", "over"],
  ["来", "about"],
]);

type Word = { readonly word: string; readonly approximation: Approximation };

const longestFirst = (words: Words): readonly Word[] =>
  Object.entries(words)
    .flatMap(([approximation, list]) => list.map((word) => ({ word, approximation: approximation as Approximation })))
    .sort((left, right) => right.word.length - left.word.length);

const BEFORE = longestFirst(WORDS_BEFORE);
const BEHIND = longestFirst(WORDS_BEHIND);

export const findWordBefore = (text: string, at: number): Word | undefined => BEFORE.find(({ word }) => text.startsWith(word, at));
export const findWordBehind = (text: string, at: number): Word | undefined => BEHIND.find(({ word }) => text.startsWith(word, at));

/** `{figure}` is the printed figure with its unit. */
export const approximationTexts: Readonly<Record<Approximation, Text>> = {
  exact: { zh: "{figure}", en: "{figure}" },
  near: { zh: "近{figure}", en: "nearly {figure}" },
  over: { zh: "超{figure}", en: "over {figure}" },
  about: { zh: "约{figure}", en: "about {figure}" },
  "at-least": { zh: "{figure}以上", en: "at least {figure}" },
  "at-most": { zh: "{figure}以内", en: "at most {figure}" },
};

/** Where the true number may lie: `null` is no bound. */
type Spread = { readonly from: Decimal | null; readonly to: Decimal | null; readonly fromIncluded: boolean; readonly toIncluded: boolean };
export type Approximate = { readonly value: Decimal; readonly approximation: Approximation };

const NINE_TENTHS = "0.9" as Decimal;
const ELEVEN_TENTHS = "1.1" as Decimal;

/**
 * Proposed reading, made for telling conflicts from roundings: 近 is up to a tenth below, 约 a tenth to both sides,
 * 超 and 余 reach to the next step of the last digit that was said (超200 → below 300, 20余 → below 30).
 */
function spreadOf({ value, approximation }: Approximate): Spread {
  const size = absolute(value);
  const spread = spreadOfSize(size, approximation);
  return isNegative(value) ? mirrored(spread) : spread;
}

function spreadOfSize(size: Decimal, approximation: Approximation): Spread {
  const between = (from: Decimal | null, to: Decimal | null, fromIncluded: boolean, toIncluded: boolean) => ({
    from,
    to,
    fromIncluded,
    toIncluded,
  });
  switch (approximation) {
    case "exact":
      return between(size, size, true, true);
    case "near":
      return between(multiply(size, NINE_TENTHS), size, true, true);
    case "over":
      return between(size, add(size, lastStep(size)), true, false);
    case "about":
      return between(multiply(size, NINE_TENTHS), multiply(size, ELEVEN_TENTHS), true, true);
    case "at-least":
      return between(size, null, true, false);
    case "at-most":
      return between(ZERO, size, true, true);
  }
}

const mirrored = (spread: Spread): Spread => ({
  from: spread.to === null ? null : negate(spread.to),
  to: spread.from === null ? null : negate(spread.from),
  fromIncluded: spread.toIncluded,
  toIncluded: spread.fromIncluded,
});

/** One unit of the last digit that is not zero: 200 → 100, 318.87 → 0.01. */
function lastStep(size: Decimal): Decimal {
  const places = placesOf(size);
  if (places > 0) return `0.${"0".repeat(places - 1)}1` as Decimal;
  const zeros = size.length - size.replace(/0+$/, "").length;
  return size === ZERO ? ("1" as Decimal) : (`1${"0".repeat(zeros)}` as Decimal);
}

/** Can both statements be true of one number? "超200" and "203" can, "超200" and "198" cannot. */
export function compatible(left: Approximate, right: Approximate): boolean {
  const [one, other] = [spreadOf(left), spreadOf(right)];
  return reaches(one, other) && reaches(other, one);
}

function reaches(low: Spread, high: Spread): boolean {
  if (low.from === null || high.to === null) return true;
  const order = compare(low.from, high.to);
  return order < 0 || (order === 0 && low.fromIncluded && high.toIncluded);
}

/** How far two exact numbers lie apart, without sign. */
export const distance = (left: Decimal, right: Decimal): Decimal => absolute(subtract(left, right));
