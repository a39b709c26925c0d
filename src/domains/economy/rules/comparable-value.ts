import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  findDecimal,
  larger,
  multiply,
  ONE,
  placesOf,
  shift,
  subtract,
} from "#kernel/decimal.ts";
import { findUnit } from "#kernel/unit.ts";

/** A value brought to its smallest unit, so that 亿元 and 万元, or 万户 and 户, can stand beside each other. */
export type Comparable = {
  readonly base: Decimal;
  readonly unit: string;
  /** Half of the last printed digit: what rounding may have hidden. */
  readonly tolerance: Decimal;
};

/** Factor and base of a written unit. Between 户, 家, 个 nothing is meant by the difference when the indicator is the same; 家次 counts events. */
function senseOf(unit: string): { readonly factor: Decimal; readonly base: string } {
  const sense = findUnit(unit);
  if (sense === undefined) return { factor: ONE, base: unit.trim() };
  return { factor: sense.factor, base: isPlainCount(sense) ? "count" : sense.unit };
}

const isPlainCount = ({ kind, unit }: { readonly kind: string; readonly unit: string }): boolean =>
  kind === "number" || (kind === "count" && !unit.endsWith("次"));

/** Undefined when the value is not a plain decimal number. */
export function findComparable(value: string, unit: string): Comparable | undefined {
  const number = findDecimal(value);
  if (number === undefined) return undefined;
  const { factor, base } = senseOf(unit);
  const printed = value.includes(".") ? value.length - value.indexOf(".") - 1 : 0;
  return { base: multiply(number, factor), unit: base, tolerance: multiply(shift(decimal("5"), -printed - 1), factor) };
}

/** The same within the rounding of the coarser of the two. */
export const agrees = (left: Comparable, right: Comparable): boolean =>
  left.unit === right.unit && compare(absolute(subtract(left.base, right.base)), larger(left.tolerance, right.tolerance)) <= 0;

/** Left exceeds right by more than rounding can explain. */
export const clearlyExceeds = (left: Comparable, right: Comparable): boolean =>
  left.unit === right.unit && compare(subtract(left.base, right.base), add(left.tolerance, right.tolerance)) > 0;

/** Digits behind the point of the more exactly printed of two values. */
export const placesOfBoth = (left: string, right: string): number => Math.max(placesOf(left as Decimal), placesOf(right as Decimal));

/** The base value again in a written unit (亿元). */
export const inUnit = (base: Decimal, unit: string): Decimal => divide(base, senseOf(unit).factor, 12);
