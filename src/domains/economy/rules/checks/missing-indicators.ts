import type { Check, MissingIndicator, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { type CheckInput, check } from "#domains/economy/rules/checks/check-input.ts";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";

/** Codes of the zone's list of which the card shows nothing, neither level nor growth. A disputed figure is not a missing one. */
export function listMissing(figures: readonly ReportCardFigure[], expected: readonly string[]): MissingIndicator[] {
  // A figure of another calibre (区属) is there too: its id is the code, an @ and the calibre.
  const shown = new Set(figures.map((figure) => figure.id.split("@")[0]));
  return expected.flatMap((code) => {
    const indicator = findIndicator(code);
    return indicator === undefined || shown.has(code) ? [] : [{ code, indicator: indicator.name.zh, indicatorEn: indicator.name.en }];
  });
}

export function checkMissingIndicators({ figures, expected }: CheckInput): Check[] {
  if (expected.length === 0) return [];
  const missing = listMissing(figures, expected);
  return [
    check(
      "missing-indicators",
      { zh: "应有指标是否齐全", en: "All expected indicators are there" },
      missing.length === 0,
      missing.length === 0
        ? { zh: `应有 ${expected.length} 项指标，已齐`, en: `all ${expected.length} expected indicators are there` }
        : {
            zh: `应有 ${expected.length} 项指标，缺 ${missing.length} 项：${missing.map((one) => one.indicator).join("、")}`,
            en: `${missing.length} of ${expected.length} expected indicators are missing: ${missing.map((one) => one.indicatorEn).join(", ")}`,
          },
      [],
      "warning",
    ),
  ];
}
