import type { PromiseLine, PromiseMetric } from "#domains/promotion/contract/promise.ts";
import { useLeadMoney } from "#domains/promotion/web/lead-money.ts";
import { promiseTexts as texts } from "#domains/promotion/web/promise-web-texts.ts";
import { type Decimal, round } from "#kernel/decimal.ts";
import { useWords } from "#ui/language.tsx";

/** Figures of the ledger in the unit of what was promised. */
export function usePromiseWords() {
  const { say } = useWords();
  const { short } = useLeadMoney();
  const amount = (metric: PromiseMetric, value: Decimal | null): string => {
    if (value === null) return "–";
    if (metric === "jobs") return say(texts.people, { count: value });
    if (metric === "land") return say(texts.mu, { area: round(value, 1) });
    if (metric === "start" || metric === "produce") return value;
    return short(value);
  };
  return {
    amount,
    promised: (line: PromiseLine): string => line.promisedOn ?? amount(line.metric, line.promised),
    actual: (line: PromiseLine): string => line.actualOn ?? amount(line.metric, line.actual),
  };
}
