import type { z } from "zod";
import type { ReportCardBrief } from "#domains/economy/contract/economy-operations.ts";
import type { FigureSource, ReportCardContent, ReportCardFigure, ReportCardState } from "#domains/economy/contract/report-card.ts";
import { plainName, plainNameEn } from "#domains/economy/rules/plain-report-card.ts";
import { printAmount } from "#domains/economy/rules/print-number.ts";
import { publicAsOf } from "#domains/economy/rules/public-as-of.ts";
import { rowsInWords } from "#domains/economy/rules/rows-in-words.ts";
import { composeCurrentCard } from "#domains/economy/server/compose-current-card.ts";
import { type EconomyHandlers, requirePeriod } from "#domains/economy/server/draft-report-card.ts";
import { openEdition } from "#domains/economy/server/open-card.ts";
import { listSnapshots } from "#domains/economy/server/published-card-store.ts";
import { findLatestEditionOf } from "#domains/economy/server/report-card-store.ts";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import { AppError } from "#kernel/app-error.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Period } from "#kernel/period.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { Language } from "#kernel/texts.ts";

type Brief = z.input<typeof ReportCardBrief>;
type Found = { readonly state: ReportCardState; readonly edition: number | null; readonly content: ReportCardContent };

/** The newest state by default, what was public when asked for; without a card, what one would say now. */
export const reportCard: EconomyHandlers["reportCard"] = async ({ region, period: written, state, asOf }, { tx, language }) => {
  const period = requirePeriod(written);
  const asksPublished = asOf !== undefined || state === "PUBLISHED" || state === "REVISED";
  const found = asksPublished ? await findPublished(tx, region, period, asOf) : await findNewest(tx, region, period);
  if (found === undefined || (state !== undefined && !asksPublished && found.state !== state))
    throw new AppError(notFound(asksPublished, asOf), "not-found", { region, period });
  return briefOf(region, period, found, language);
};

const notFound = (asksPublished: boolean, asOf: LocalDate | undefined): string => {
  if (!asksPublished) return "economy.no-such-card";
  return asOf === undefined ? "economy.never-published" : "economy.nothing-published";
};

async function findNewest(tx: Tx, region: string, period: Period): Promise<Found> {
  const row = await findLatestEditionOf(tx, region, period);
  if (row === undefined) return { state: "DRAFT", edition: null, content: await composeCurrentCard(tx, region, period) };
  const { content } = await openEdition(tx, row);
  return { state: row.state, edition: row.edition, content };
}

async function findPublished(tx: Tx, region: string, period: Period, asOf: LocalDate | undefined): Promise<Found | undefined> {
  const row = await findLatestEditionOf(tx, region, period);
  const found = row && publicAsOf(await listSnapshots(tx, row.slug), asOf);
  if (found === undefined || found.withdrawn || found.shown.card === null) return undefined;
  return { state: found.shown.card.state, edition: found.shown.edition, content: found.shown.card };
}

function briefOf(region: string, period: Period, { state, edition, content }: Found, language: Language): Brief {
  return {
    region,
    period,
    state,
    version: edition,
    figures: content.figures.map(figureOf),
    checks: content.checks.map(({ name, ok, detail }) => ({ name, ok, detail: detail[language] })),
    conflicts: content.conflicts.map(({ indicator, code, sides }) => ({
      indicator,
      indicatorEn: (code === null ? undefined : findIndicator(code)?.name.en) ?? indicator,
      values: sides.map((side) => printAmount(side.value, side.unit, language)),
    })),
  };
}

function figureOf(figure: ReportCardFigure): Brief["figures"][number] {
  const sources = figure.sources.map(placeOf);
  return {
    indicator: plainName(figure),
    indicatorEn: plainNameEn(figure),
    code: figure.code,
    value: Number(figure.value ?? figure.yoyPct),
    unit: figure.unit ?? "%",
    yoy_pct: figure.yoyPct === null ? null : Number(figure.yoyPct),
    source: sources[0] ?? { document: "", quote: "", start: null, end: null },
    sources,
    observationId: figure.observationId,
  };
}

const placeOf = (source: FigureSource): Brief["figures"][number]["source"] =>
  source.kind === "document"
    ? { document: source.title, quote: source.quote, start: source.start, end: source.end }
    : { document: source.title, quote: rowsInWords(source), start: null, end: null };
