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
  if (CANONICAL.test(text)) return text;
  return SHAPE.test(text) ? plain(new Exact(text)) : text;
}

/** Whole numbers of up to 15 digits, which JavaScript numbers hold exactly: most of what is counted, and worth a way of its own. */
const isSmall = (value: string): boolean => value.length <= 15 && !value.includes(".");
const small = (value: number): Decimal => String(value === 0 ? 0 : value) as Decimal;
/** Already canonical: a whole number without leading zeros. */
const CANONICAL = /^(?:0|-?[1-9]\d{0,39})$/;
/** As a database prints an amount with places that says nothing behind the point: `600000000.00`. */
const WHOLE_WITH_ZEROS = /^(0|-?[1-9]\d{0,39})\.0{1,20}$/;

const plain = (value: Big): Decimal => (value.eq(ZERO_BIG) ? "0" : value.toFixed()) as Decimal;
const ZERO_BIG = new Exact("0");

export const ZERO = "0" as Decimal;
export const ONE = "1" as Decimal;

/** At most 40 digits before and 20 behind the point; no exponent, no sign `+`, no separators. */
export function findDecimal(text: string): Decimal | undefined {
  if (CANONICAL.test(text)) return text as Decimal;
  const [, before] = WHOLE_WITH_ZEROS.exec(text) ?? [];
  if (before !== undefined) return before as Decimal;
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

export const add = (left: Decimal, right: Decimal): Decimal =>
  isSmall(left) && isSmall(right) ? small(Number(left) + Number(right)) : plain(new Exact(left).plus(right));
export const subtract = (left: Decimal, right: Decimal): Decimal =>
  isSmall(left) && isSmall(right) ? small(Number(left) - Number(right)) : plain(new Exact(left).minus(right));
export const multiply = (left: Decimal, right: Decimal): Decimal =>
  left.length + right.length <= 15 && isSmall(left) && isSmall(right)
    ? small(Number(left) * Number(right))
    : plain(new Exact(left).times(right));
export const negate = (value: Decimal): Decimal => plain(new Exact(value).neg());
export const absolute = (value: Decimal): Decimal => (value.startsWith("-") ? (value.slice(1) as Decimal) : value);

/** Up to here a number of up to 15 digits can be added and the sum is still exact. */
const MOST_SMALL = Number.MAX_SAFE_INTEGER - 10 ** 15;

export function sum(values: Iterable<Decimal>): Decimal {
  let total: Big | undefined;
  let whole = 0;
  for (const value of values) {
    if (isSmall(value) && Math.abs(whole) < MOST_SMALL) whole += Number(value);
    else total = (total ?? ZERO_BIG).plus(value);
  }
  return total === undefined ? small(whole) : plain(total.plus(String(whole)));
}

/** The only operation that can lose digits, hence the stated number of `places`; halves are rounded away from zero. */
export function divide(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  if (divisor === ZERO) throw new AppError("decimal.divided-by-zero", "invalid");
  if (!dividend.includes(".") && !divisor.includes(".")) return divideWhole(BigInt(dividend), BigInt(divisor), places);
  return plain(new (roundingTo(places))(dividend).div(divisor));
}

/** One constructor per number of places: big.js keeps the places of a division on its constructor. */
const constructors = new Map<number, typeof Exact>();
function roundingTo(places: number): typeof Exact {
  const known = constructors.get(places);
  if (known !== undefined) return known;
  const Rounding = Big();
  Rounding.DP = places;
  Rounding.RM = Big.roundHalfUp;
  constructors.set(places, Rounding);
  return Rounding;
}

function divideWhole(dividend: bigint, divisor: bigint, places: number): Decimal {
  const negative = dividend < 0n !== divisor < 0n;
  const [over, under] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const scaled = over * 10n ** BigInt(places);
  const quotient = scaled / under;
  const digits = String((scaled % under) * 2n >= under ? quotient + 1n : quotient).padStart(places + 1, "0");
  const behind = places === 0 ? "" : digits.slice(-places).replace(/0+$/, "");
  const before = places === 0 ? digits : digits.slice(0, -places);
  const value = behind === "" ? before : `${before}.${behind}`;
  return (negative && value !== "0" ? `-${value}` : value) as Decimal;
}

/** To `places` behind the point, halves away from zero (四舍五入). */
export const round = (value: Decimal, places: number): Decimal => plain(new Exact(value).round(places, Big.roundHalfUp));

/** −1, 0 or 1. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  if (left === right) return 0;
  if (isSmall(left) && isSmall(right)) return Number(left) < Number(right) ? -1 : 1;
  return new Exact(left).cmp(right) as -1 | 0 | 1;
}
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
