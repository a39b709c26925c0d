import type { Check, Comparison, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check, nameOf } from "#domains/economy/rules/checks/check-input.ts";
import { placesOfBoth } from "#domains/economy/rules/comparable-value.ts";
import { bothLanguages, printNumber, printPercent, toPlaces } from "#domains/economy/rules/print-number.ts";
import { WIDER_NAMES } from "#domains/economy/rules/share-of-wider-region.ts";
import { absolute, compare, type Decimal, findDecimal, isNegative, subtract } from "#kernel/decimal.ts";

/** Three figures printed to one place each: their roundings together may hide this much. */
const ROUNDING = "0.1" as Decimal;

/** "9.4 %, 1.4 points above the city" says that the city grew by 8.0 % (handbook §11); the city's own figure must say so too. */
export function checkComparisonArithmetic({ figures, wider }: CheckInput): Check[] {
  return figures.flatMap((figure) =>
    figure.comparisons.flatMap((comparison) => {
      if (comparison.origin !== "stated" || comparison.points === null || figure.yoyPct === null) return [];
      const implied = impliedGrowth(figure.yoyPct, comparison.points);
      const own = wider.find((one) => one.with === comparison.with && one.code === figure.code && one.yoyPct !== null);
      return implied === undefined ? [] : [compareGrowth(figure, comparison, implied, own?.yoyPct ?? null)];
    }),
  );
}

/** Growth of the wider region: ours less the stated points, printed as exactly as they are (`8.0`). */
export function impliedGrowth(yoyPct: string, points: string): string | undefined {
  const [growth, lead] = [findDecimal(yoyPct), findDecimal(points)];
  return growth === undefined || lead === undefined ? undefined : toPlaces(subtract(growth, lead), placesOfBoth(yoyPct, points));
}

function compareGrowth(figure: ReportCardFigure, comparison: Comparison, implied: string, own: string | null): Check {
  const stated = own === null ? undefined : findDecimal(own);
  const agrees = stated === undefined ? null : compare(absolute(subtract(stated, findDecimal(implied) ?? stated)), ROUNDING) <= 0;
  return check(
    `comparison:${comparison.with}:${figure.id}`,
    { zh: "与上级地区的百分点比较", en: "Percentage points beside the wider region" },
    agrees,
    bothLanguages((language) => {
      const region = WIDER_NAMES[comparison.with][language];
      const points = findDecimal(comparison.points ?? "0") ?? ("0" as Decimal);
      const growth = printPercent(figure.yoyPct ?? "", language);
      const city = printPercent(implied, language);
      const lead = printNumber(absolute(points));
      const ending = sayEnding(own, agrees, language);
      if (language === "zh")
        return `${nameOf(figure).zh} ${growth}，${isNegative(points) ? "低" : "高"}于${region} ${lead} 个百分点 → ${region} ${city}${ending}`;
      return `${nameOf(figure).en} ${growth}, ${lead} points ${isNegative(points) ? "below" : "above"} ${region} → ${region} ${city}${ending}`;
    }),
    [figure.id],
  );
}

function sayEnding(own: string | null, agrees: boolean | null, language: "zh" | "en"): string {
  if (own === null || agrees === null) return language === "zh" ? "；无公布数可对" : "; no published figure to compare it with";
  const stated = printPercent(own, language);
  if (language === "zh") return `，与公布的 ${stated} ${agrees ? "相符" : "不符"}`;
  return `, which ${agrees ? "agrees with" : "differs from"} the published ${stated}`;
}
