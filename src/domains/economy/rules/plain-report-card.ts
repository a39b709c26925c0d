import type { FigureSource, PlainReportCard, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import type { CardToPrint } from "#domains/economy/rules/present-report-card.ts";
import { printAmount } from "#domains/economy/rules/print-number.ts";
import { rowsInWords } from "#domains/economy/rules/rows-in-words.ts";
import type { Language } from "#kernel/texts.ts";

/** Open data: exact decimals as strings; a growth alone is an indicator that ends in 增速, its value the growth. */
export function plainReportCard(card: CardToPrint, language: Language): PlainReportCard {
  return {
    region: card.region,
    period: card.period,
    state: card.state,
    edition: card.edition,
    title: language === "zh" ? card.title : card.titleEn,
    signer: card.signer,
    published_at: card.publishedAt,
    figures: card.figures.map(plainFigure),
    checks: card.checks.map(({ name, ok, detail }) => ({ name, ok, detail: detail[language] })),
    missing: card.missing.map(({ code }) => code),
    conflicts: card.conflicts.map(({ indicator, sides }) => ({
      indicator,
      values: sides.map((side) => printAmount(side.value, side.unit, language)),
    })),
  };
}

type PlainFigure = PlainReportCard["figures"][number];

function plainFigure(figure: ReportCardFigure): PlainFigure {
  const [first, ...more] = figure.sources.map(placeOf);
  return {
    indicator: plainName(figure),
    code: figure.code,
    value: figure.value ?? figure.yoyPct ?? "",
    unit: figure.unit ?? "%",
    yoy_pct: figure.yoyPct,
    basis: figure.basis,
    calibre: figure.calibre,
    settledness: figure.settledness,
    observation: figure.observationId,
    source: first ?? { document: "", quote: "", start: null, end: null },
    more_sources: more,
  };
}

/** 地区生产总值增速 where only the growth was published. */
export const plainName = ({ indicator, value }: Pick<ReportCardFigure, "indicator" | "value">): string =>
  value === null ? `${indicator}增速` : indicator;

export const plainNameEn = ({ indicator, indicatorEn, value }: ReportCardFigure): string =>
  indicatorEn === null ? plainName({ indicator, value }) : value === null ? `${indicatorEn}, growth` : indicatorEn;

const placeOf = (source: FigureSource): PlainFigure["source"] =>
  source.kind === "document"
    ? { document: source.title, quote: source.quote, start: source.start, end: source.end }
    : { document: source.title, quote: rowsInWords(source), start: null, end: null };
