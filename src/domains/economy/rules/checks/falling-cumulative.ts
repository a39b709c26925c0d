import type { Check } from "#domains/economy/contract/report-card.ts";
import {
  type CheckInput,
  check,
  type EarlierFigure,
  isLevel,
  type LevelFigure,
  nameOf,
} from "#domains/economy/rules/checks/check-input.ts";
import { clearlyExceeds, findComparable } from "#domains/economy/rules/comparable-value.ts";
import { periodWords } from "#domains/economy/rules/period-words.ts";
import { bothLanguages, printAmount } from "#domains/economy/rules/print-number.ts";

/** Reported for a period and counted at its end: what is under construction falls when it is completed, a rate moves both ways. */
const MAY_FALL = new Set([
  "planned-projects",
  "projects-building",
  "key-projects",
  "red-light-projects",
  "start-rate",
  "building-rate",
  "key-building-rate",
]);

/** What is counted from the start of the year never falls within it, unless a figure was revised (handbook §11). */
export function checkFallingCumulative({ figures, earlier }: CheckInput): Check[] {
  return figures.filter(isLevel).flatMap((figure) => {
    if (figure.basis !== "cumulative" || figure.status !== "accepted" || MAY_FALL.has(figure.code)) return [];
    const before = earlier.filter((one) => one.code === figure.code && one.when === "same-year" && one.basis === "cumulative");
    return before.flatMap((one) => compareWith(figure, one));
  });
}

function compareWith(figure: LevelFigure, before: EarlierFigure): Check[] {
  const now = findComparable(figure.value, figure.unit);
  const then = findComparable(before.value, before.unit);
  if (now === undefined || then === undefined || now.unit !== then.unit) return [];
  const fell = clearlyExceeds(then, now);
  const revised = before.revised || figure.settledness === "revised";
  return [
    check(
      `cumulative-falls:${figure.code}:${before.period}`,
      { zh: "年内累计数不下降", en: "A cumulative figure does not fall within its year" },
      !fell || revised,
      bothLanguages((language) => {
        const [later, sooner] = [printAmount(figure.value, figure.unit, language), printAmount(before.value, before.unit, language)];
        const name = nameOf(figure)[language];
        if (language === "zh") {
          return `${name}：${periodWords(before.period, language)} 累计 ${sooner}，${periodWords(figure.period, language)} 累计 ${later}${fell ? (revised ? "，有修订，可以下降" : "，累计数下降") : ""}`;
        }
        return `${name}: ${sooner} up to ${periodWords(before.period, language)}, ${later} up to ${periodWords(figure.period, language)}${fell ? (revised ? "; it fell, after a revision" : "; a cumulative figure fell") : ""}`;
      }),
      [figure.id],
    ),
  ];
}
