import type { Check, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check, findFigure, nameOf } from "#domains/economy/rules/checks/check-input.ts";
import { type Composition, compositions, findComposedParts } from "#domains/economy/rules/checks/sum-of-parts.ts";
import { bothLanguages, printPercent } from "#domains/economy/rules/print-number.ts";
import { absolute, add, compare, type Decimal, divide, findDecimal, larger, multiply, smaller, subtract, sum } from "#kernel/decimal.ts";

const HUNDRED = "100" as Decimal;
const MINUS_HUNDRED = "-100" as Decimal;
/** Growth is printed to one place: two roundings may hide this much. */
const ROUNDING = "0.1" as Decimal;

/**
 * The growth of a whole follows from its parts: last year's base of each is level ÷ (1 + growth).
 * It must lie between the growths of the parts, and a published growth of the whole must say the same (handbook §11, 9.46 %).
 */
export function checkImpliedTotalGrowth({ figures }: CheckInput): Check[] {
  return compositions.flatMap((composition) => checkComposition(figures, composition));
}

function checkComposition(figures: CheckInput["figures"], composition: Composition): Check[] {
  const composed = findComposedParts(figures, composition);
  if (composed === undefined) return [];
  const growths = composed.parts.flatMap((part) => growthOf(part) ?? []);
  if (growths.length !== composed.parts.length) return [];
  const bases = composed.values.map((value, place) => divide(multiply(value.base, HUNDRED), add(HUNDRED, growths[place] ?? HUNDRED), 6));
  const base = sum(bases);
  if (compare(base, "0" as Decimal) <= 0) return [];
  const implied = subtract(divide(multiply(composed.total, HUNDRED), base, 2), HUNDRED);
  const low = growths.reduce(smaller);
  const high = growths.reduce(larger);
  const whole = findFigure(figures, composition.whole);
  const published = whole === undefined ? undefined : growthOf(whole);
  const between = compare(low, implied) <= 0 && compare(implied, high) <= 0;
  // The total's published growth may rest on other constant prices (GDP), so only customs values are held to the same figure.
  const same = published === undefined || composition.whole !== "trade" || compare(absolute(subtract(published, implied)), ROUNDING) <= 0;
  return [
    check(
      `implied-total-growth:${composition.whole}`,
      { zh: "推算合计增速介于分项增速之间", en: "Implied total growth lies between the growth of its parts" },
      between && same,
      bothLanguages((language) => {
        const [total, least, most] = [implied, low, high].map((value) => printPercent(value, language));
        const stated =
          published === undefined || whole === undefined ? "" : sayPublished(whole, printPercent(published, language), same, language);
        if (language === "zh") return `推算合计增速 ${total} ${between ? "介于" : "不在"} ${least} 与 ${most} 之间${stated}`;
        return `implied total growth ${total} ${between ? "lies" : "does not lie"} between ${least} and ${most}${stated}`;
      }),
      [...composed.parts.map((part) => part.id), ...(whole === undefined ? [] : [whole.id])],
    ),
  ];
}

const sayPublished = (whole: ReportCardFigure, growth: string, same: boolean, language: "zh" | "en"): string =>
  language === "zh"
    ? `；公布的${nameOf(whole).zh}增速为 ${growth}${same ? "" : "，与推算不符"}`
    : `; the published growth of ${nameOf(whole).en} is ${growth}${same ? "" : " and disagrees"}`;

/** Growth on the same period of last year; a fall by everything leaves no base. */
function growthOf(figure: ReportCardFigure): Decimal | undefined {
  if (figure.yoyPct === null || (figure.growthBase !== null && figure.growthBase !== "last-year")) return undefined;
  const growth = findDecimal(figure.yoyPct);
  return growth !== undefined && compare(growth, MINUS_HUNDRED) > 0 ? growth : undefined;
}
