import type { FieldOrigin } from "#domains/registry/contract/enterprise.ts";
import { enterpriseTexts } from "#domains/registry/web/enterprise-texts.ts";
import { useWords } from "#ui/language.tsx";

const MONTH = 30;
const YEAR = 365;

/** How old a saying is, in the largest unit that it fills twice. */
export function useAge(): (origin: Pick<FieldOrigin, "ageDays">) => string | null {
  const { say } = useWords();
  return ({ ageDays: days }) => {
    if (days === null) return null;
    if (days <= 0) return say(enterpriseTexts.today);
    if (days < 2 * MONTH) return say(enterpriseTexts.daysOld, { count: days });
    if (days < 2 * YEAR) return say(enterpriseTexts.monthsOld, { count: Math.floor(days / MONTH) });
    return say(enterpriseTexts.yearsOld, { count: Math.floor(days / YEAR) });
  };
}
