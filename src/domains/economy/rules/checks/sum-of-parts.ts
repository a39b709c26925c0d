import type { Check } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check, findLevel, type LevelFigure, nameOf } from "#domains/economy/rules/checks/check-input.ts";
import { type Comparable, findComparable, inUnit } from "#domains/economy/rules/comparable-value.ts";
import { bothLanguages, printAmount } from "#domains/economy/rules/print-number.ts";
import { absolute, add, compare, type Decimal, subtract, sum } from "#kernel/decimal.ts";

export type Composition = { readonly name: string; readonly whole: string; readonly parts: readonly string[]; readonly source: string };

/** Totals that are nothing but their parts. */
export const compositions: readonly Composition[] = [
  { name: "trade-total", whole: "trade", parts: ["exports", "imports"], source: "handbook §11: 进出口 = exports + imports, customs" },
  {
    name: "gdp-by-industry",
    whole: "gdp",
    parts: ["primary-va", "secondary-va", "tertiary-va"],
    source: "国家统计局：三次产业增加值之和为地区生产总值",
  },
];

export type ComposedParts = { readonly parts: readonly LevelFigure[]; readonly values: readonly Comparable[]; readonly total: Decimal };

/** All parts of a composition with their sum in the smallest unit, or undefined when one is not on the card. */
export function findComposedParts(figures: CheckInput["figures"], composition: Composition): ComposedParts | undefined {
  const parts = composition.parts.flatMap((code) => findLevel(figures, code) ?? []);
  const values = parts.flatMap((part) => findComparable(part.value, part.unit) ?? []);
  if (values.length !== composition.parts.length || new Set(values.map((value) => value.unit)).size !== 1) return undefined;
  return { parts, values, total: sum(values.map((value) => value.base)) };
}

/** Exports + imports against the published total; where no total was published, the sum is stated. */
export function checkSumOfParts({ figures }: CheckInput): Check[] {
  return compositions.flatMap((composition) => checkComposition(figures, composition));
}

function checkComposition(figures: CheckInput["figures"], composition: Composition): Check[] {
  const composed = findComposedParts(figures, composition);
  const [first] = composed?.parts ?? [];
  if (composed === undefined || first === undefined) return [];
  const whole = findLevel(figures, composition.whole);
  const total = inUnit(composed.total, first.unit);
  const title = { zh: "分项之和等于总项", en: "The parts add up to the whole" };
  const terms = (language: "zh" | "en") =>
    composed.parts.map((part) => `${nameOf(part)[language]} ${printAmount(part.value, part.unit, language)}`).join(" + ");
  const ids = composed.parts.map((part) => part.id);
  const published = whole && findComparable(whole.value, whole.unit);
  if (whole === undefined || published === undefined || published.unit !== composed.values[0]?.unit) {
    return [
      check(
        composition.name,
        title,
        null,
        bothLanguages((language) => {
          const amount = printAmount(total, first.unit, language);
          return language === "zh"
            ? `${terms(language)} = ${amount}；总项未单独公布，无从核对`
            : `${terms(language)} = ${amount}; no total was published to compare it with`;
        }),
        ids,
      ),
    ];
  }
  const slack = composed.values.reduce((all, value) => add(all, value.tolerance), published.tolerance);
  const agrees = compare(absolute(subtract(composed.total, published.base)), slack) <= 0;
  return [
    check(
      composition.name,
      title,
      agrees,
      bothLanguages((language) => {
        const sumText = `${terms(language)} = ${printAmount(total, first.unit, language)}`;
        const wholeText = `${nameOf(whole)[language]} ${printAmount(whole.value, whole.unit, language)}`;
        if (language === "zh") return `${sumText}，与公布的${wholeText}${agrees ? "相符" : "不符"}`;
        return `${sumText}, which ${agrees ? "agrees with" : "differs from"} the published ${wholeText}`;
      }),
      [...ids, whole.id],
    ),
  ];
}
