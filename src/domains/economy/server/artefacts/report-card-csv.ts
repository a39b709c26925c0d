import { basisWords, growthBaseWords, settlednessWords } from "#domains/economy/contract/card-words.ts";
import type { FigureSource } from "#domains/economy/contract/report-card.ts";
import type { CardToPrint } from "#domains/economy/rules/present-report-card.ts";
import { rowsInWords } from "#domains/economy/rules/rows-in-words.ts";
import { csvFile } from "#kernel/server/csv-file.ts";
import type { Language } from "#kernel/texts.ts";

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    "指标",
    "代码",
    "数值",
    "单位",
    "增速(%)",
    "增速基期",
    "近似",
    "累计或时点",
    "口径",
    "数据状态",
    "地区",
    "期间",
    "出处",
    "原文",
    "起",
    "止",
    "观测编号",
  ],
  en: [
    "indicator",
    "code",
    "value",
    "unit",
    "growth (%)",
    "growth base",
    "approximation",
    "basis",
    "calibre",
    "settledness",
    "region",
    "period",
    "document",
    "quote",
    "start",
    "end",
    "observation",
  ],
};

/** UTF-8 with a byte-order mark, so that Excel reads the Chinese; one row for each figure and source. */
export function reportCardCsv(card: CardToPrint, language: Language): Uint8Array {
  const rows = card.figures.flatMap((figure) =>
    figure.sources.map((source) => [
      language === "zh" ? figure.indicator : (figure.indicatorEn ?? figure.indicator),
      figure.code ?? "",
      figure.value ?? "",
      figure.unit ?? "",
      figure.yoyPct ?? "",
      figure.yoyPct === null ? "" : growthBaseWords[figure.growthBase ?? "last-year"][language],
      figure.approximation === "exact" ? "" : figure.approximation,
      figure.basis === "unknown" ? "" : basisWords[figure.basis][language],
      figure.calibre ?? "",
      figure.settledness === "unknown" ? "" : settlednessWords[figure.settledness][language],
      figure.region,
      figure.period,
      ...placeOf(source),
      figure.observationId,
    ]),
  );
  return csvFile(HEADS[language], rows);
}

const placeOf = (source: FigureSource): readonly string[] =>
  source.kind === "document"
    ? [source.title, source.quote, String(source.start), String(source.end)]
    : [source.title, rowsInWords(source), "", ""];
