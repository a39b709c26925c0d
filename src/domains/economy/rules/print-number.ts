import { absolute, compare, type Decimal, decimal, findDecimal, multiply, ONE, round, shift, withCommas } from "#kernel/decimal.ts";
import type { Language, Text } from "#kernel/texts.ts";
import { findUnit } from "#kernel/unit.ts";

/** `1,343.8`; the digits that the source printed are kept (15.0 stays 15.0). */
export const printNumber = (value: string): string => withCommas(value).replace(/^-/, "−");

/** With its sign, for differences and growth: `+5.5`, `−2.1`, `0`. */
export const printSigned = (value: string): string =>
  value.startsWith("-") || /^0(\.0+)?$/.test(value) ? printNumber(value) : `+${printNumber(value)}`;

/** Exactly `places` digits behind the point. */
export function toPlaces(value: Decimal, places: number): string {
  const rounded = round(value, places);
  if (places === 0) return rounded;
  const [before, behind = ""] = rounded.split(".");
  return `${before}.${behind.padEnd(places, "0")}`;
}

/** `9.46%` in Chinese, `9.46 %` in English. */
export const printPercent = (value: string, language: Language): string =>
  language === "zh" ? `${printNumber(value)}%` : `${printNumber(value)} %`;

export type PrintedAmount = { readonly number: string; readonly unit: string };

/** Base words in English; a count has no word of its own. */
const BASE_EN: Readonly<Record<string, string>> = {
  CNY: "yuan",
  USD: "US dollars",
  HKD: "Hong Kong dollars",
  EUR: "euros",
  JPY: "yen",
  "m²": "m²",
  "km²": "km²",
  亩: "mu",
  公顷: "ha",
  t: "t",
  千瓦时: "kWh",
  标箱: "TEU",
  标准箱: "TEU",
  人次: "visits",
  个百分点: "percentage points",
  "元/亩": "yuan per mu",
  "元/人": "yuan per head",
};
const STEPS: readonly (readonly [power: number, word: string])[] = [
  [12, "trillion"],
  [9, "billion"],
  [6, "million"],
];

/** English counts in thousands, not in 万: 881.7 亿元 is 88.17 billion yuan, exactly. */
function englishAmount(value: string, unit: string): PrintedAmount {
  const number = findDecimal(value);
  const sense = findUnit(unit);
  const word = sense && (BASE_EN[sense.unit] ?? (sense.kind === "count" || sense.kind === "number" ? "" : undefined));
  if (number === undefined || sense === undefined || word === undefined) return { number: printNumber(value), unit };
  const full = multiply(number, sense.factor);
  const step = sense.kind === "count" ? undefined : STEPS.find(([places]) => compare(absolute(full), shift(decimal("1"), places)) >= 0);
  if (step === undefined) return { number: printNumber(sense.factor === ONE ? value : full), unit: word };
  return { number: printNumber(shift(full, -step[0])), unit: `${step[1]} ${word}` };
}

/** Number and unit apart, for tiles and tables where the unit is set lighter. */
export const amountParts = (value: string, unit: string, language: Language): PrintedAmount =>
  language === "zh" || unit === "%" ? { number: printNumber(value), unit } : englishAmount(value, unit);

/** A value with its unit in one breath: `881.7亿元`, `88.17 billion yuan`. */
export function printAmount(value: string, unit: string, language: Language): string {
  if (unit === "%") return printPercent(value, language);
  const printed = amountParts(value, unit, language);
  return language === "zh" ? `${printed.number}${printed.unit}` : `${printed.number} ${printed.unit}`.trim();
}

/** One sentence written for both languages at once. */
export const bothLanguages = (write: (language: Language) => string): Text => ({ zh: write("zh"), en: write("en") });
