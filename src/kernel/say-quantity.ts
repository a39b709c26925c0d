import { type Approximation, approximationTexts } from "#kernel/approximation.ts";
import { absolute, compare, type Decimal, ONE, placesOf, shift, withCommas } from "#kernel/decimal.ts";
import { CURRENCIES } from "#kernel/money.ts";
import type { Quantity } from "#kernel/quantity.ts";
import { type Language, say } from "#kernel/texts.ts";

/** Between figure and unit (U+2009). */
export const THIN_SPACE = "\u2009";

type Scale = { readonly places: number; readonly word: string };
const SCALES: Readonly<Record<Language, readonly Scale[]>> = {
  zh: [
    { places: 12, word: "万亿" },
    { places: 8, word: "亿" },
    { places: 4, word: "万" },
  ],
  en: [
    { places: 12, word: "trillion" },
    { places: 9, word: "billion" },
    { places: 6, word: "million" },
  ],
};
const NO_SCALE: Scale = { places: 0, word: "" };

/** Decimals up to which a scaled figure reads well; a finer one is printed in the next smaller scale, never cut. */
const MOST_PLACES = { money: 4, other: 2 } as const;

function scaled(amount: Decimal, language: Language, mostPlaces: number): { readonly figure: Decimal; readonly word: string } {
  const size = absolute(amount);
  const fits = ({ places }: Scale): boolean => compare(size, shift(ONE, places)) >= 0 && placesOf(shift(amount, -places)) <= mostPlaces;
  const scale = SCALES[language].find(fits) ?? NO_SCALE;
  return { figure: shift(amount, -scale.places), word: scale.word };
}

const AREA_NAMES = { "m²": "平方米", 亩: "亩", 公顷: "公顷", "km²": "平方公里" } as const;
const AREA_NAMES_EN = { "m²": "m²", 亩: "mu", 公顷: "ha", "km²": "km²" } as const;

/** Chinese measure words that English needs a word for; the others (个, 家, 户, 项) have none. */
const COUNT_NAMES_EN: Readonly<Record<string, string>> = {
  人: "people",
  名: "people",
  位: "people",
  人次: "person-times",
  家次: "cases",
  户次: "cases",
  标箱: "TEU",
  标准箱: "TEU",
  TEU: "TEU",
};
const MEASURE_NAMES_EN: Readonly<Record<string, string>> = {
  公里: "km",
  米: "m",
  厘米: "cm",
  毫米: "mm",
  微米: "μm",
  纳米: "nm",
  英寸: "in",
  海里: "nautical miles",
  千瓦时: "kWh",
  兆瓦时: "MWh",
  吉瓦时: "GWh",
  千瓦: "kW",
  兆瓦: "MW",
  吉瓦: "GW",
  千伏: "kV",
  千伏安: "kVA",
  立方米: "m³",
  标准立方米: "standard m³",
  升: "L",
  吨标准煤: "t of standard coal",
  吨公里: "tonne-km",
  克: "g",
  毫克: "mg",
  倍: "times",
  天: "days",
  工作日: "working days",
  小时: "hours",
  分钟: "minutes",
  秒: "seconds",
  年: "years",
  个月: "months",
  周: "weeks",
  岁: "years old",
  摄氏度: "°C",
};

/** `347 亿元`, `8.2%`, `1.4 个百分点`; `CNY 34.7 billion`, `1.4 percentage points`. Every digit is kept, whatever the scale. */
export function sayQuantity(quantity: Quantity, language: Language): string {
  return language === "zh" ? sayChinese(quantity) : sayEnglish(quantity);
}

/** With its approximation: `超318.87 亿元`, `nearly 100,000 people`. */
export const sayApproximately = (quantity: Quantity, approximation: Approximation, language: Language): string =>
  say(approximationTexts[approximation], language, { figure: sayQuantity(quantity, language) });

function sayChinese(quantity: Quantity): string {
  switch (quantity.kind) {
    case "percent":
      return `${quantity.amount}%`;
    case "percentage-point":
      return `${quantity.amount}${THIN_SPACE}${quantity.unit}`;
    case "money":
      return inChinese(quantity.amount, CURRENCIES[quantity.unit].zh, MOST_PLACES.money);
    case "area":
      return inChinese(quantity.amount, AREA_NAMES[quantity.unit], MOST_PLACES.other);
    case "mass":
      return inChinese(quantity.amount, "吨", 0, toTheKilogram);
    case "count":
    case "measure":
    case "number":
      return inChinese(quantity.amount, quantity.unit, MOST_PLACES.other);
  }
}

function inChinese(amount: Decimal, unit: string, mostPlaces: number, print: (figure: Decimal) => string = (figure) => figure): string {
  const { figure, word } = scaled(amount, "zh", mostPlaces);
  const name = `${word}${unit}`;
  return name === "" ? print(figure) : `${print(figure)}${THIN_SPACE}${name}`;
}

/** Tonnes with a fraction are weighed ones: three decimals, always (handbook §0). */
const toTheKilogram = (figure: Decimal): string =>
  placesOf(figure) === 0 ? figure : figure + "0".repeat(Math.max(0, 3 - placesOf(figure)));

function sayEnglish(quantity: Quantity): string {
  switch (quantity.kind) {
    case "percent":
      return `${withCommas(quantity.amount)}%`;
    case "percentage-point":
      return `${quantity.amount}${THIN_SPACE}percentage ${absolute(quantity.amount) === ONE ? "point" : "points"}`;
    case "money":
      return `${CURRENCIES[quantity.unit].en}${THIN_SPACE}${inEnglish(quantity.amount, "", MOST_PLACES.money)}`;
    case "area":
      return inEnglish(quantity.amount, AREA_NAMES_EN[quantity.unit], MOST_PLACES.other);
    case "mass":
      return `${withCommas(toTheKilogram(quantity.amount))}${THIN_SPACE}t`;
    case "count":
      return inEnglish(quantity.amount, COUNT_NAMES_EN[quantity.unit] ?? "", MOST_PLACES.other);
    case "measure":
      return inEnglish(quantity.amount, MEASURE_NAMES_EN[quantity.unit] ?? quantity.unit, MOST_PLACES.other);
    case "number":
      return inEnglish(quantity.amount, "", MOST_PLACES.other);
  }
}

function inEnglish(amount: Decimal, unit: string, mostPlaces: number): string {
  const { figure, word } = scaled(amount, "en", mostPlaces);
  return [withCommas(figure), word, unit].filter((part) => part !== "").join(THIN_SPACE);
}
