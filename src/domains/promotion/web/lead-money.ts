import { absolute, compare, type Decimal, findDecimal, round, shift } from "#kernel/decimal.ts";
import { money } from "#kernel/money.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";
import { useWords } from "#ui/language.tsx";

const HUNDRED_MILLION = "100000000" as Decimal;
const TEN_THOUSAND = 4;

/** 元 in the words of the page: every digit, or short to the million (to the thousand below 1 亿) for narrow columns. */
export function useLeadMoney() {
  const { language } = useWords();
  return {
    exact: (yuan: Decimal | null): string => (yuan === null ? "–" : sayQuantity(money(yuan), language)),
    short: (yuan: Decimal | null): string => {
      if (yuan === null) return "–";
      const places = compare(absolute(yuan), HUNDRED_MILLION) >= 0 ? 6 : 3;
      return sayQuantity(money(shift(round(shift(yuan, -places), 0), places)), language);
    },
  };
}

/** Amounts are typed in 万元, as on every paper of the committee; undefined for what is no number. */
export const yuanOf = (typed: string): Decimal | undefined => {
  const found = findDecimal(typed.trim().replace(/[,，\s]/g, ""));
  return found === undefined ? undefined : shift(found, TEN_THOUSAND);
};
export const tenThousands = (yuan: Decimal | null): string => (yuan === null ? "" : shift(yuan, -TEN_THOUSAND));
