import Big from "big.js";
import { z } from "zod";
import { AppError } from "#kernel/app-error.ts";

// A constructor of our own: strict mode refuses JavaScript numbers, so no float can slip in.
const Exact = Big();
Exact.strict = true;
Exact.RM = Big.roundHalfUp;

const SHAPE = /^-?\d{1,40}(\.\d{1,20})?$/;

/** An exact decimal number in its one canonical spelling (`-12.5`, never `-012.50`, `1.25e3` or `-0`): equal numbers are equal strings. */
export const Decimal = z.string().regex(SHAPE).overwrite(canonical).brand<"Decimal">();
export type Decimal = z.infer<typeof Decimal>;

function canonical(text: string): string {
  return SHAPE.test(text) ? plain(new Exact(text)) : text;
}

const plain = (value: Big): Decimal => (value.eq(ZERO_BIG) ? "0" : value.toFixed()) as Decimal;
const ZERO_BIG = new Exact("0");

export const ZERO = "0" as Decimal;
export const ONE = "1" as Decimal;

/** At most 40 digits before and 20 behind the point; no exponent, no sign `+`, no separators. */
export function findDecimal(text: string): Decimal | undefined {
  return SHAPE.test(text) ? plain(new Exact(text)) : undefined;
}

/** @throws AppError `decimal.not-a-number` when `text` is not a plain decimal number. */
export function decimal(text: string): Decimal {
  const found = findDecimal(text);
  if (found === undefined) throw new AppError("decimal.not-a-number", "invalid", { text: text.slice(0, 60) });
  return found;
}

/** A whole number, such as a count or the length of a list. @throws RangeError for anything that is not a safe integer. */
export function whole(count: number): Decimal {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`);
  return String(count === 0 ? 0 : count) as Decimal;
}

export const add = (left: Decimal, right: Decimal): Decimal => plain(new Exact(left).plus(right));
export const subtract = (left: Decimal, right: Decimal): Decimal => plain(new Exact(left).minus(right));
export const multiply = (left: Decimal, right: Decimal): Decimal => plain(new Exact(left).times(right));
export const negate = (value: Decimal): Decimal => plain(new Exact(value).neg());
export const absolute = (value: Decimal): Decimal => (value.startsWith("-") ? (value.slice(1) as Decimal) : value);
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO_BIG;
  for (const value of values) total = total.plus(value);
  return plain(total);
};

/** The only operation that can lose digits, hence the stated number of `places`; halves are rounded away from zero. */
export function divide(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  if (divisor === ZERO) throw new AppError("decimal.divided-by-zero", "invalid");
  // One constructor per number of places: big.js keeps the places of a division on its constructor.
  const Rounding = Big();
  Rounding.DP = places;
  Rounding.RM = Big.roundHalfUp;
  return plain(new Rounding(dividend).div(divisor));
}

/** To `places` behind the point, halves away from zero (四舍五入). */
export const round = (value: Decimal, places: number): Decimal => plain(new Exact(value).round(places, Big.roundHalfUp));

/** −1, 0 or 1. */
export const compare = (left: Decimal, right: Decimal): -1 | 0 | 1 => (left === right ? 0 : (new Exact(left).cmp(right) as -1 | 0 | 1));
export const isNegative = (value: Decimal): boolean => value.startsWith("-");
export const smaller = (left: Decimal, right: Decimal): Decimal => (compare(left, right) <= 0 ? left : right);
export const larger = (left: Decimal, right: Decimal): Decimal => (compare(left, right) >= 0 ? left : right);

/** Digits behind the point. */
export const placesOf = (value: Decimal): number => (value.includes(".") ? value.length - value.indexOf(".") - 1 : 0);

/** Moves the point: `shift("34.7", 8)` is 3470000000, exact in both directions. */
export function shift(value: Decimal, places: number): Decimal {
  const power = `1${"0".repeat(Math.abs(places))}`;
  return places >= 0 ? multiply(value, power as Decimal) : divideByPower(value, -places);
}

const divideByPower = (value: Decimal, places: number): Decimal =>
  divide(value, `1${"0".repeat(places)}` as Decimal, placesOf(value) + places);

/** Thousands separated by commas, for English: `1343.8` → `1,343.8`. */
export function withCommas(value: string): string {
  const [before = "", behind] = value.split(".");
  const sign = before.startsWith("-") ? "-" : "";
  const digits = before.slice(sign.length);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return `${sign}${groups.join(",")}${behind === undefined ? "" : `.${behind}`}`;
}
