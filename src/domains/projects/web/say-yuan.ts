import type { Decimal } from "#kernel/decimal.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import type { Language } from "#kernel/texts.ts";

/** An amount in 元 in the scale in which it reads well: 6 亿元, CNY 600 million. */
export const sayYuan = (yuan: Decimal, language: Language): string => sayQuantity(money(yuan), language);
