import { absolute, compare, type Decimal, round, shift } from "#kernel/decimal.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import { useWords } from "#ui/language.tsx";

const HUNDRED_MILLION = "100000000" as Decimal;

/** 元 in the words of the page: every digit, or short to the million (to the thousand below 1 亿) for pictures and narrow columns. */
export function useYuan() {
  const { language } = useWords();
  return {
    exact: (yuan: Decimal | null): string => (yuan === null ? "–" : sayQuantity(money(yuan), language)),
    short: (yuan: Decimal): string => {
      const places = compare(absolute(yuan), HUNDRED_MILLION) >= 0 ? 6 : 3;
      return sayQuantity(money(shift(round(shift(yuan, -places), 0), places)), language);
    },
  };
}
