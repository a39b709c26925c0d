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
import { bothLanguages, printAmount } from "#domains/economy/rules/print-number.ts";
import { absolute, compare, type Decimal, multiply } from "#kernel/decimal.ts";

/** 万元 written for 亿元 is a factor of 10⁴; nothing real grows a thousandfold in a year. */
const SUSPICIOUS = "1000" as Decimal;

export function checkUnitJumps({ figures, earlier }: CheckInput): Check[] {
  return figures.filter(isLevel).flatMap((figure) => {
    const jump = earlier.filter((one) => one.code === figure.code).find((one) => jumps(figure, one));
    return jump === undefined ? [] : [sayJump(figure, jump)];
  });
}

function jumps(figure: LevelFigure, before: EarlierFigure): boolean {
  const now = findComparable(figure.value, figure.unit);
  const then = findComparable(before.value, before.unit);
  if (now === undefined || then === undefined || now.unit !== then.unit || now.base === "0" || then.base === "0") return false;
  const [left, right] = [absolute(now.base), absolute(then.base)];
  return compare(left, multiply(right, SUSPICIOUS)) >= 0 || compare(right, multiply(left, SUSPICIOUS)) >= 0;
}

const sayJump = (figure: LevelFigure, before: EarlierFigure): Check =>
  check(
    `unit-jump:${figure.code}:${before.period}`,
    { zh: "计量单位疑似错位（相差万倍）", en: "The unit looks wrong (a jump of about ten thousand)" },
    false,
    bothLanguages((language) => {
      const [now, then] = [printAmount(figure.value, figure.unit, language), printAmount(before.value, before.unit, language)];
      const name = nameOf(figure)[language];
      return language === "zh"
        ? `${name}：${periodWords(before.period, language)} 为 ${then}，${periodWords(figure.period, language)} 为 ${now}，相差千倍以上，请核对万元与亿元`
        : `${name}: ${then} in ${periodWords(before.period, language)}, ${now} in ${periodWords(figure.period, language)}, more than a thousand times apart; look at the unit`;
    }),
    [figure.id],
  );
