import { z } from "zod";
import { Decimal, placesOf, round } from "#kernel/decimal.ts";
import { got, type Outcome, refused } from "#kernel/outcome.ts";

/** In tonnes with at most three decimals: to the kilogram (handbook §0). */
export const Mass = z.object({
  kind: z.literal("mass"),
  amount: Decimal.refine((amount) => placesOf(amount) <= 3, { error: "mass.finer-than-kilogram" }),
  unit: z.literal("t"),
});
export type Mass = z.infer<typeof Mass>;

/** A mass finer than a kilogram is refused, not rounded: a slip of unit (kg typed as t) must be seen. */
export const mass = (tonnes: Decimal): Outcome<Mass, "mass.finer-than-kilogram"> =>
  placesOf(tonnes) <= 3 ? got({ kind: "mass", amount: tonnes, unit: "t" }) : refused("mass.finer-than-kilogram", { tonnes });

/** For computed masses, such as 291 t ÷ 52 weeks: rounded to the kilogram. */
export const roundedMass = (tonnes: Decimal): Mass => ({ kind: "mass", amount: round(tonnes, 3), unit: "t" });

/** Tonnes in one, by spelling (plain script). */
export const TONNES: Readonly<Record<string, Decimal>> = {
  吨: "1" as Decimal,
  t: "1" as Decimal,
  公吨: "1" as Decimal,
  kg: "0.001" as Decimal,
  千克: "0.001" as Decimal,
  公斤: "0.001" as Decimal,
  斤: "0.0005" as Decimal,
};
