import { quantityOf } from "#kernel/quantity.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";

/** `34700` → `34,700`; the decimals stay as they were published. */
export function groupDigits(value: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(value.trim());
  if (!match) return value;
  const [, sign = "", whole = "", rest = ""] = match;
  let grouped = "";
  for (let place = whole.length; place > 0; place -= 3)
    grouped = whole.slice(Math.max(0, place - 3), place) + (grouped === "" ? "" : `,${grouped}`);
  return `${sign === "-" ? "−" : sign}${grouped}${rest}`;
}

/** `4.7` → `+4.7`, `-1.2` → `−1.2`: growth always shows its sign. */
export function signed(value: string): string {
  const grouped = groupDigits(value);
  return /^\d/.test(grouped) && !/^0(\.0+)?$/.test(grouped) ? `+${grouped}` : grouped;
}

export const directionOf = (value: string): "up" | "down" | "level" => {
  const text = value.trim();
  if (/^[+-]?0*(\.0*)?$/.test(text)) return "level";
  return text.startsWith("-") || text.startsWith("−") ? "down" : "up";
};

/** What stands before the figure (a currency), the figure, and its unit, so that the three can be set in different weights. */
export type PrintedFigure = { readonly before: string; readonly number: string; readonly unit: string };

const PARTS = /^([^\d-]*)(-?[\d,.]+)\s*(.*)$/u;

/** In Chinese as it was published; in English the same amount in a scale that an English reader can read: 881.7亿元 is CNY 88.17 billion. */
export function printFigure(value: string, unit: string, language: "zh" | "en"): PrintedFigure {
  const asPublished = { before: "", number: groupDigits(value), unit };
  if (language === "zh") return asPublished;
  const quantity = quantityOf(value, unit, { anyUnit: true });
  if (!quantity.ok) return asPublished;
  const parts = PARTS.exec(sayQuantity(quantity.value, "en"));
  if (!parts) return asPublished;
  const [, before = "", number = "", rest = ""] = parts;
  return { before: before.trim(), number: number.replace("-", "−"), unit: rest };
}
