import type { Check } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check, findLevel } from "#domains/economy/rules/checks/check-input.ts";
import { compositions, findComposedParts } from "#domains/economy/rules/checks/sum-of-parts.ts";
import { findComparable, inUnit } from "#domains/economy/rules/comparable-value.ts";
import { bothLanguages, printAmount, printPercent } from "#domains/economy/rules/print-number.ts";
import { readShare, WIDER_NAMES } from "#domains/economy/rules/share-of-wider-region.ts";
import { absolute, compare, type Decimal, divide, findDecimal, multiply, round, subtract } from "#kernel/decimal.ts";

const HUNDRED = "100" as Decimal;
/** A share printed to one place moves the implied total by about this much of itself (1 %). */
const SLACK_PERCENT = "1" as Decimal;

/**
 * A share of the city implies the city's total: 1,343.8 亿元 ÷ 48.7 % → 2,759 亿元 (handbook §11).
 * It is compared with the city's own figure where there is one; otherwise it is stated for a reader who knows it.
 */
export function checkImpliedWiderTotal(input: CheckInput): Check[] {
  return input.figures.flatMap((share) => {
    const read = readShare(share);
    const percent = share.value === null ? undefined : findDecimal(share.value);
    if (read?.code === undefined || percent === undefined || compare(percent, "0" as Decimal) <= 0 || share.status !== "accepted")
      return [];
    const own = ownTotal(input, read.code);
    if (own === undefined) return [];
    const implied = inUnit(divide(multiply(own.base, HUNDRED), percent, 0), own.unit);
    const shown = round(implied, compare(implied, HUNDRED) > 0 ? 0 : 1);
    const city = input.wider.find((figure) => figure.with === read.of && figure.code === read.code && figure.value !== null);
    const published = city?.value && city.unit ? findComparable(city.value, city.unit) : undefined;
    const agrees = published === undefined ? null : closeTo(published.base, divide(multiply(own.base, HUNDRED), percent, 0));
    return [
      check(
        `implied-wider-total:${read.of}:${read.code}`,
        { zh: "由占比推算的上级总量", en: "Total of the wider region implied by the share" },
        agrees,
        bothLanguages((language) => {
          const wider = WIDER_NAMES[read.of][language];
          const sum = `${printAmount(inUnit(own.base, own.unit), own.unit, language)} ÷ ${printPercent(share.value ?? "", language)} → ${wider}${language === "zh" ? "" : " "}${printAmount(shown, own.unit, language)}`;
          if (city === undefined || agrees === null)
            return language === "zh" ? `${sum}；无${wider}公布数可对` : `${sum}; no published figure of ${wider} to compare it with`;
          const stated = printAmount(city.value ?? "", city.unit ?? "", language);
          if (language === "zh") return `${sum}，与公布的 ${stated} ${agrees ? "相符" : "不符"}`;
          return `${sum}, which ${agrees ? "agrees with" : "differs from"} the published ${stated}`;
        }),
        [...own.figures, share.id],
      ),
    ];
  });
}

type OwnTotal = { readonly base: Decimal; readonly unit: string; readonly figures: readonly string[] };

function ownTotal({ figures }: CheckInput, code: string): OwnTotal | undefined {
  const level = findLevel(figures, code);
  const value = level && findComparable(level.value, level.unit);
  if (level && value) return { base: value.base, unit: level.unit, figures: [level.id] };
  const composition = compositions.find((candidate) => candidate.whole === code);
  const composed = composition && findComposedParts(figures, composition);
  const [first] = composed?.parts ?? [];
  if (composed === undefined || first === undefined) return undefined;
  return { base: composed.total, unit: first.unit, figures: composed.parts.map((part) => part.id) };
}

const closeTo = (published: Decimal, implied: Decimal): boolean =>
  compare(multiply(absolute(subtract(published, implied)), HUNDRED), multiply(published, SLACK_PERCENT)) <= 0;
