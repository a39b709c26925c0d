import type { Check } from "#domains/economy/contract/report-card.ts";
import {
  type CheckInput,
  check,
  type EarlierFigure,
  isLevel,
  type LevelFigure,
  nameOf,
} from "#domains/economy/rules/checks/check-input.ts";
import { findComparable } from "#domains/economy/rules/comparable-value.ts";
import { periodWords } from "#domains/economy/rules/period-words.ts";
import { bothLanguages, printNumber, printPercent } from "#domains/economy/rules/print-number.ts";
import { absolute, compare, type Decimal, divide, findDecimal, multiply, subtract } from "#kernel/decimal.ts";

const HUNDRED = "100" as Decimal;
/** handbook §11: published growth rests on the same set of enterprises, so a gap is a warning only, and only above 3 points. */
const WARN_ABOVE_POINTS = "3" as Decimal;

export function checkGrowthAgainstLevels({ figures, earlier }: CheckInput): Check[] {
  return figures.filter(isLevel).flatMap((figure) => {
    const when = figure.growthBase === "last-year-end" ? "last-year-end" : "last-year";
    if (figure.yoyPct === null || figure.growthBase === "last-period") return [];
    const before = earlier.find((one) => one.code === figure.code && one.when === when && one.basis === figure.basis);
    return before === undefined ? [] : compareGrowth(figure, before);
  });
}

function compareGrowth(figure: LevelFigure, before: EarlierFigure): Check[] {
  const now = findComparable(figure.value, figure.unit);
  const then = findComparable(before.value, before.unit);
  const published = findDecimal(figure.yoyPct ?? "");
  if (
    now === undefined ||
    then === undefined ||
    published === undefined ||
    now.unit !== then.unit ||
    compare(then.base, "0" as Decimal) <= 0
  )
    return [];
  const computed = subtract(divide(multiply(now.base, HUNDRED), then.base, 1), HUNDRED);
  const gap = absolute(subtract(computed, published));
  const close = compare(gap, WARN_ABOVE_POINTS) <= 0;
  return [
    check(
      `growth-against-levels:${figure.code}`,
      { zh: "公布增速与两期总量之比", en: "Published growth beside the ratio of the levels" },
      close,
      bothLanguages((language) => {
        const [stated, ratio] = [printPercent(published, language), printPercent(computed, language)];
        const name = nameOf(figure)[language];
        if (language === "zh")
          return `${name}：公布增速 ${stated}，按 ${periodWords(before.period, language)} 公布总量推算 ${ratio}，相差 ${printNumber(gap)} 个百分点${close ? "" : "，请核对口径（同口径企业、不变价），不得以推算数替代"}`;
        return `${name}: published growth ${stated}, ${ratio} by the level published for ${periodWords(before.period, language)}, ${printNumber(gap)} points apart${close ? "" : "; look at the calibre, and never replace the published growth"}`;
      }),
      [figure.id],
      "warning",
    ),
  ];
}
