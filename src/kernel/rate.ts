import { z } from "zod";
import { add, Decimal, divide, multiply, shift, subtract } from "#kernel/decimal.ts";

/** A share or a growth: `amount` 12.5 means 12.5 %. */
export const Percent = z.object({ kind: z.literal("percent"), amount: Decimal, unit: z.literal("%") });
export type Percent = z.infer<typeof Percent>;

/** A difference of two percents (个百分点). Another type than a percent: a rate of 8 % that is 1 point higher is 9 %, 1 % higher is 8.08 %. */
export const PercentagePoint = z.object({ kind: z.literal("percentage-point"), amount: Decimal, unit: z.literal("个百分点") });
export type PercentagePoint = z.infer<typeof PercentagePoint>;

export const percent = (amount: Decimal): Percent => ({ kind: "percent", amount, unit: "%" });
export const percentagePoint = (amount: Decimal): PercentagePoint => ({ kind: "percentage-point", amount, unit: "个百分点" });

/** 9.4 % 高于全市 1.4 个百分点: the city stands at `lowerBy(9.4 %, 1.4)` = 8 %. */
export const raiseBy = (rate: Percent, points: PercentagePoint): Percent => percent(add(rate.amount, points.amount));
export const lowerBy = (rate: Percent, points: PercentagePoint): Percent => percent(subtract(rate.amount, points.amount));
export const pointsBetween = (rate: Percent, base: Percent): PercentagePoint => percentagePoint(subtract(rate.amount, base.amount));

const HUNDRED = "100" as Decimal;

/** Part ÷ whole in percent to `places`, undefined when the whole is nothing. */
export const shareOf = (part: Decimal, whole: Decimal, places: number): Percent | undefined =>
  whole === "0" ? undefined : percent(divide(multiply(part, HUNDRED), whole, places));

/** What `rate` of `base` is, exact. */
export const applyPercent = (rate: Percent, base: Decimal): Decimal => shift(multiply(rate.amount, base), -2);

/** The base from which a level grew by `growth`: 190 亿 after +41.5 % came from 134.3 亿. Undefined for a fall of 100 % or more. */
export function baseBeforeGrowth(level: Decimal, growth: Percent, places: number): Decimal | undefined {
  const grown = add(HUNDRED, growth.amount);
  return grown === "0" || grown.startsWith("-") ? undefined : divide(multiply(level, HUNDRED), grown, places);
}
