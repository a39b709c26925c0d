import { z } from "zod";
import { Decimal, divide, multiply } from "#kernel/decimal.ts";

export const AreaUnit = z.enum(["m²", "亩", "公顷", "km²"]);
export type AreaUnit = z.infer<typeof AreaUnit>;

/** Kept in the unit in which it was stated, so that 100 亩 stays 100 亩. */
export const Area = z.object({ kind: z.literal("area"), amount: Decimal, unit: AreaUnit });
export type Area = z.infer<typeof Area>;

export const area = (amount: Decimal, unit: AreaUnit): Area => ({ kind: "area", amount, unit });

/** Square metres in one of each. `source`: handbook §0 for 亩 (666.67 m²); the others are defined so. */
export const SQUARE_METRES: Readonly<Record<AreaUnit, Decimal>> = {
  "m²": "1" as Decimal,
  亩: "666.67" as Decimal,
  公顷: "10000" as Decimal,
  "km²": "1000000" as Decimal,
};

export const squareMetres = (value: Area): Decimal => multiply(value.amount, SQUARE_METRES[value.unit]);

/** In 亩, to `places`: a conversion seldom comes out even. */
export const inMu = (value: Area, places: number): Decimal =>
  value.unit === "亩" ? value.amount : divide(squareMetres(value), SQUARE_METRES.亩, places);

/** Spellings in texts and cells (plain script) → unit. 方 is a square metre only behind a scale (万方): alone it may be a cubic one. */
export const AREA_SPELLINGS: Readonly<Record<string, AreaUnit>> = {
  平方米: "m²",
  平米: "m²",
  平: "m²",
  "㎡": "m²",
  "m²": "m²",
  m2: "m²",
  建筑平方米: "m²",
  亩: "亩",
  亩地: "亩",
  公顷: "公顷",
  hm2: "公顷",
  "hm²": "公顷",
  平方公里: "km²",
  平方千米: "km²",
  "km²": "km²",
  km2: "km²",
  "㎢": "km²",
};
