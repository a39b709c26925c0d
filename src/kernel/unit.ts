import { AREA_SPELLINGS, type AreaUnit } from "#kernel/area.ts";
import { COUNT_UNITS, MEASURE_SPELLINGS } from "#kernel/count.ts";
import { type Decimal, multiply, ONE, shift } from "#kernel/decimal.ts";
import { TONNES } from "#kernel/mass.ts";
import { CURRENCIES, type Currency } from "#kernel/money.ts";
import { plainScript } from "#kernel/plain-script.ts";

/** What one of a written unit is: `factor` of `unit`, of this kind. 万户 is 10000 of the count unit 户. */
export type UnitSense = { readonly factor: Decimal } & (
  | { readonly kind: "money"; readonly unit: Currency }
  | { readonly kind: "percent"; readonly unit: "%" }
  | { readonly kind: "percentage-point"; readonly unit: "个百分点" }
  | { readonly kind: "area"; readonly unit: AreaUnit }
  | { readonly kind: "mass"; readonly unit: "t" }
  | { readonly kind: "count"; readonly unit: string }
  | { readonly kind: "measure"; readonly unit: string }
  | { readonly kind: "number"; readonly unit: "" }
);

const NAMES: ReadonlyMap<string, UnitSense> = new Map<string, UnitSense>([
  ...[...COUNT_UNITS].map((unit) => [unit, { kind: "count", unit, factor: ONE }] as const),
  ...[...MEASURE_SPELLINGS].map(([spelling, unit]) => [spelling, { kind: "measure", unit, factor: ONE }] as const),
  ...Object.entries(AREA_SPELLINGS).map(([spelling, unit]) => [spelling, { kind: "area", unit, factor: ONE }] as const),
  ...Object.entries(TONNES).map(([spelling, factor]) => [spelling, { kind: "mass", unit: "t", factor }] as const),
  ...Object.entries(CURRENCIES).flatMap(([unit, { written }]) =>
    written.map((spelling) => [spelling, { kind: "money", unit: unit as Currency, factor: ONE }] as const),
  ),
  ...["个百分点", "百分点"].map((spelling) => [spelling, { kind: "percentage-point", unit: "个百分点", factor: ONE }] as const),
  ["%", { kind: "percent", unit: "%", factor: ONE }],
  ["‰", { kind: "percent", unit: "%", factor: "0.1" as Decimal }],
  ["成", { kind: "percent", unit: "%", factor: "10" as Decimal }],
  // Traditional financial news: 兆元 is 10¹² 元; elsewhere 兆 belongs to 兆瓦.
  ["兆元", { kind: "money", unit: "CNY", factor: shift(ONE, 12) }],
  ["", { kind: "number", unit: "", factor: ONE }],
]);

/** Longest first, so that 百万 is not read as 百 and a rest. */
const SCALES: readonly (readonly [string, number])[] = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["亿", 8],
  ["万", 4],
  ["千", 3],
  ["百", 2],
  ["十", 1],
];

const LONGEST_NAME = Math.max(...[...NAMES.keys()].map((name) => name.length));

/** A unit as a cell or a figure states it (亿元, 萬戶, ㎡, 个百分点), or undefined when it is none that we know. */
export function findUnit(written: string): UnitSense | undefined {
  const name = plainScript(written).trim();
  const whole = NAMES.get(name) ?? perUnit(name);
  if (whole !== undefined) return whole;
  const scale = SCALES.find(([word]) => name.startsWith(word));
  if (scale === undefined) return undefined;
  const rest = name.slice(scale[0].length);
  // 万方 is floor area; 方 alone stays a measure of its own.
  const base = rest === "方" ? NAMES.get("平方米") : (NAMES.get(rest) ?? perUnit(rest));
  return base && { ...base, factor: multiply(base.factor, shift(ONE, scale[1])) };
}

/** 元/平方米, 亿元/平方公里: a measure of its own, compared only with the same. */
function perUnit(name: string): UnitSense | undefined {
  const [top, bottom, ...more] = name.split("/");
  if (top === undefined || bottom === undefined || bottom === "" || more.length > 0 || !NAMES.has(bottom)) return undefined;
  const counted = NAMES.get(top);
  return counted === undefined || top === "" ? undefined : { kind: "measure", unit: `${top}/${bottom}`, factor: counted.factor };
}

/** The longest known unit that begins at `at` of a text in plain script, for reading a number in running text. */
export function readUnit(text: string, at: number): { readonly name: string; readonly sense: UnitSense } | undefined {
  for (let length = Math.min(LONGEST_NAME + 2, text.length - at); length > 0; length -= 1) {
    const name = text.slice(at, at + length);
    const sense = findUnit(name);
    if (sense !== undefined && name.trim() === name) return { name, sense };
  }
  return undefined;
}
