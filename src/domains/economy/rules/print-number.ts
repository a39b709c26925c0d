import { type Decimal, round, withCommas } from "#kernel/decimal.ts";
import { quantityOf } from "#kernel/quantity.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import type { Language, Text } from "#kernel/texts.ts";

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

/** What stands before the number (a currency), the number, and its unit, to be set in different weights. */
export type PrintedAmount = { readonly before: string; readonly number: string; readonly unit: string };

const PARTS = /^([^\d-]*)(-?[\d,.]+)\s*(.*)$/u;

/** In Chinese as published; in English in a scale that its readers read: 881.7亿元 is CNY 88.17 billion. */
export function amountParts(value: string, unit: string, language: Language): PrintedAmount {
  const asPublished = { before: "", number: printNumber(value), unit };
  if (language === "zh" || unit === "%") return asPublished;
  const quantity = quantityOf(value, unit, { anyUnit: true });
  const [, before = "", number = "", rest = ""] = (quantity.ok && PARTS.exec(sayQuantity(quantity.value, "en"))) || [];
  return number === "" ? asPublished : { before: before.trim(), number: number.replace("-", "−"), unit: rest };
}

/** A value with its unit in one breath: `881.7亿元`, `CNY 88.17 billion`. */
export function printAmount(value: string, unit: string, language: Language): string {
  if (unit === "%") return printPercent(value, language);
  const { before, number, unit: behind } = amountParts(value, unit, language);
  return language === "zh" ? `${number}${behind}` : [before, number, behind].filter((part) => part !== "").join(" ");
}

/** One sentence written for both languages at once. */
export const bothLanguages = (write: (language: Language) => string): Text => ({ zh: write("zh"), en: write("en") });
