import type { Check, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import type { Text } from "#kernel/texts.ts";

/** What the checks read: the figures of one card, what was published before, and what other regions report for the same period. */
export type CheckInput = {
  readonly figures: readonly ReportCardFigure[];
  /** Earlier levels of the same region: the same year for cumulative series, the year before for jumps and growth. */
  readonly earlier: readonly EarlierFigure[];
  /** Figures of the wider regions for the same period. */
  readonly wider: readonly WiderFigure[];
  /** Codes that a card of this region has to show. */
  readonly expected: readonly string[];
};

export type EarlierFigure = {
  readonly code: string;
  readonly period: string;
  readonly when: "same-year" | "last-year" | "last-year-end";
  readonly basis: ReportCardFigure["basis"];
  readonly value: string;
  readonly unit: string;
  readonly revised: boolean;
};

export type WiderFigure = {
  readonly with: "city" | "province" | "nation";
  readonly region: string;
  readonly code: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly yoyPct: string | null;
};

export type LevelFigure = ReportCardFigure & { readonly code: string; readonly value: string; readonly unit: string };

export const isLevel = (figure: ReportCardFigure): figure is LevelFigure =>
  figure.code !== null && figure.value !== null && figure.unit !== null && figure.id === figure.code;

/** The level of an indicator on the card, if it is there and undisputed. */
export const findLevel = (figures: readonly ReportCardFigure[], code: string): LevelFigure | undefined =>
  figures.find((figure): figure is LevelFigure => figure.code === code && isLevel(figure) && figure.status === "accepted");

export const findFigure = (figures: readonly ReportCardFigure[], id: string): ReportCardFigure | undefined =>
  figures.find((figure) => figure.id === id && figure.status === "accepted");

export const nameOf = (figure: ReportCardFigure): Text => ({ zh: figure.indicator, en: figure.indicatorEn ?? figure.indicator });

export function check(
  name: string,
  title: Text,
  ok: boolean | null,
  detail: Text,
  figures: readonly string[],
  severity: Check["severity"] = "error",
): Check {
  return { name, title: { ...title }, ok, severity, detail: { ...detail }, figures: [...figures] };
}
