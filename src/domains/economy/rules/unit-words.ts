import { quantityOf } from "#kernel/quantity.ts";
import { sayQuantity, THIN_SPACE } from "#kernel/say-quantity.ts";
import type { Text } from "#kernel/texts.ts";

/** The name of a unit by itself, as a heading or a list shows it: 亿元 is `CNY 100 million`, 家 just a `number`. */
export const unitWords = (unit: string): Text => ({ zh: unit, en: unit === "" ? "" : unit.split("/").map(inEnglish).join(" per ") });

/** One of it in words, without the one. */
function inEnglish(unit: string): string {
  const one = quantityOf("1", unit, { anyUnit: true });
  if (!one.ok) return unit;
  if (one.value.kind === "percent") return "%";
  const words = sayQuantity(one.value, "en")
    .split(THIN_SPACE)
    .filter((word) => word !== "1");
  return words.length === 0 ? "number" : words.join(" ");
}
