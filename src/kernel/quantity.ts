import { z } from "zod";
import { Area, area, SQUARE_METRES, squareMetres } from "#kernel/area.ts";
import { BareNumber, bareNumber, Count, count, countFamily, Measure, measure } from "#kernel/count.ts";
import * as decimals from "#kernel/decimal.ts";
import { type Decimal, findDecimal } from "#kernel/decimal.ts";
import { Mass, mass } from "#kernel/mass.ts";
import { Money, money } from "#kernel/money.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";
import { Percent, PercentagePoint, percent, percentagePoint } from "#kernel/rate.ts";
import { findUnit, type UnitSense } from "#kernel/unit.ts";

/** An exact amount of one kind. Kinds never mix: a percent is not a percentage point, and 元 are not 美元. */
export const Quantity = z.discriminatedUnion("kind", [Money, Percent, PercentagePoint, Area, Mass, Count, Measure, BareNumber]);
export type Quantity = z.infer<typeof Quantity>;
export type QuantityKind = Quantity["kind"];

export type QuantityRefusal = "quantity.not-a-number" | "quantity.unknown-unit" | "mass.finer-than-kilogram";

/** A figure with its unit as written: `("881.7", "亿元")`, `("2", "万户")`. Unknown units are refused unless `anyUnit` takes them as they stand. */
export function quantityOf(value: string, unit: string, options: { readonly anyUnit?: boolean } = {}): Outcome<Quantity, QuantityRefusal> {
  const amount = findDecimal(value);
  if (amount === undefined) return refused("quantity.not-a-number", { text: value.slice(0, 60) });
  const sense = findUnit(unit);
  if (sense !== undefined) return inSense(amount, sense);
  if (options.anyUnit === true && unit.length <= 20) return got(measure(amount, unit));
  return refused("quantity.unknown-unit", { unit: unit.slice(0, 60) });
}

export function inSense(figure: Decimal, sense: UnitSense): Outcome<Quantity, "mass.finer-than-kilogram"> {
  const amount = decimals.multiply(figure, sense.factor);
  switch (sense.kind) {
    case "money":
      return got(money(amount, sense.unit));
    case "percent":
      return got(percent(amount));
    case "percentage-point":
      return got(percentagePoint(amount));
    case "area":
      return got(area(amount, sense.unit));
    case "mass":
      return mass(amount);
    case "count":
      return got(count(amount, sense.unit));
    case "measure":
      return got(measure(amount, sense.unit));
    case "number":
      return got(bareNumber(amount));
  }
}

export type MixRefusal = "quantity.kinds-differ" | "quantity.currencies-differ" | "quantity.units-differ";

/** Amounts in the one unit in which both can be compared, or why there is none. */
export function alike(left: Quantity, right: Quantity): Outcome<readonly [Decimal, Decimal], MixRefusal> {
  if (left.kind !== right.kind) return refused("quantity.kinds-differ", { left: left.kind, right: right.kind });
  if (left.kind === "area" && right.kind === "area") return got([squareMetres(left), squareMetres(right)]);
  if (left.kind === "money" && left.unit !== right.unit)
    return refused("quantity.currencies-differ", { left: left.unit, right: right.unit });
  if (unitFamily(left) !== unitFamily(right)) return refused("quantity.units-differ", { left: left.unit, right: right.unit });
  return got([left.amount, right.amount]);
}

const unitFamily = (quantity: Quantity): string => (quantity.kind === "count" ? countFamily(quantity.unit) : quantity.unit);

export function compareQuantities(left: Quantity, right: Quantity): Outcome<-1 | 0 | 1, MixRefusal> {
  const amounts = alike(left, right);
  return amounts.ok ? got(decimals.compare(...amounts.value)) : amounts;
}

/** The sum in the unit of `left`; areas of different units in m². */
export function addQuantities(left: Quantity, right: Quantity): Outcome<Quantity, MixRefusal> {
  const amounts = alike(left, right);
  if (!amounts.ok) return amounts;
  if (left.kind === "area" && left.unit !== right.unit) return got(area(decimals.add(...amounts.value), "m²"));
  return got({ ...left, amount: decimals.add(left.amount, right.amount) });
}

/** The negative amount of a quantity, for differences and falls. */
export const opposite = (quantity: Quantity): Quantity => ({ ...quantity, amount: decimals.negate(quantity.amount) });

export const subtractQuantities = (left: Quantity, right: Quantity): Outcome<Quantity, MixRefusal> => addQuantities(left, opposite(right));

/** The sum of one or more; the first mixture refuses. */
export function sumQuantities(first: Quantity, ...rest: readonly Quantity[]): Outcome<Quantity, MixRefusal> {
  let total: Outcome<Quantity, MixRefusal> = got(first);
  for (const next of rest) {
    if (!total.ok) return total;
    total = addQuantities(total.value, next);
  }
  return total;
}

/** Amount in the base unit of its kind: 元, %, points, m², t, or the thing's own unit. */
export const baseAmount = (quantity: Quantity): Decimal =>
  quantity.kind === "area" ? decimals.multiply(quantity.amount, SQUARE_METRES[quantity.unit]) : quantity.amount;
