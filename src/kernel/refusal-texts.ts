import { clockTexts } from "#kernel/clock-texts.ts";
import { periodTexts } from "#kernel/period-texts.ts";
import { quantityTexts } from "#kernel/quantity-texts.ts";
import { ruleTexts } from "#kernel/rule-texts.ts";
import type { Text } from "#kernel/texts.ts";
import { workCalendarTexts } from "#kernel/work-calendar-texts.ts";

/** The sentence of every refusal that the pure kernel can make, by its code. */
export const refusalTexts: Readonly<Record<string, Text>> = {
  ...quantityTexts,
  ...periodTexts,
  ...workCalendarTexts,
  ...clockTexts,
  ...ruleTexts,
};
