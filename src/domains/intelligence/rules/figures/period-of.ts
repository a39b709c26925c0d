import type { Basis } from "#domains/intelligence/contract/extraction.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { cumulativePart, type PeriodMention, writePeriod } from "#domains/intelligence/rules/figures/find-periods.ts";
import { isStock } from "#domains/intelligence/rules/figures/wording.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

/** The period that an article reports on when a sentence does not say; `event` is the month of what it tells. */
export type ArticlePeriod = {
  readonly main: PeriodMention | null;
  readonly event: { readonly year: string; readonly part: string } | null;
};

const isReporting = (mention: PeriodMention): boolean => !mention.day && !mention.base && !mention.since;

export function articlePeriod(
  _text: string,
  bodyStart: number,
  periods: readonly PeriodMention[],
  published: LocalDate | null,
): ArticlePeriod {
  const inTitle = periods.find(
    (mention) => mention.start < bodyStart && isReporting(mention) && (mention.yearGiven || mention.part !== ""),
  );
  const lead = bodyStart + 700;
  const main =
    inTitle ??
    periods.find((mention) => mention.start < lead && isReporting(mention) && mention.part !== "") ??
    periods.find((mention) => mention.start < lead && isReporting(mention) && mention.yearGiven) ??
    periods.find(isReporting) ??
    null;
  const day = periods.find((mention) => mention.day && !mention.base);
  const event = day
    ? { year: day.year, part: day.part }
    : published
      ? { year: String(yearOf(published)), part: published.slice(5, 7) }
      : null;
  return { main, event };
}

export type FigurePeriod = { readonly period: string | null; readonly basis: Basis };

const EVENT = /(?:此次|本次|这次|当天|当日|现场|仪式|本届|活动上|会上)/;

/** The period of a figure: its sentence's last word of time before the number, otherwise the paragraph's, otherwise the article's. */
export function periodAt(
  periods: readonly PeriodMention[],
  fallback: ArticlePeriod,
  draft: Draft,
  text: string,
  sentence: number,
  paragraph: number,
): FigurePeriod {
  const place = draft.token.start;
  let chosen: PeriodMention | null = null;
  let own = false;
  for (let index = lastBefore(periods, place); index >= 0; index -= 1) {
    const mention = periods[index];
    if (!mention || mention.start < paragraph) break;
    if (mention.base || (mention.day && mention.start < sentence)) continue;
    chosen = mention;
    own = mention.start >= sentence;
    break;
  }
  if (!own && EVENT.test(text.slice(sentence, draft.end)) && fallback.event)
    return { period: writePeriod(fallback.event.year, fallback.event.part), basis: "single" };
  if (chosen?.since) chosen = fallback.main && fallback.main.year === chosen.year ? fallback.main : chosen;
  const mention = chosen ?? fallback.main;
  if (!mention) return { period: fallback.event ? writePeriod(fallback.event.year, fallback.event.part) : null, basis: "unknown" };
  if (/年度/.test(draft.name)) return { period: writePeriod(mention.year, ""), basis: "cumulative" };
  const stock = isStock(draft.name);
  const part = mention.asOf && !stock && !mention.day ? cumulativePart(mention.part) : mention.part;
  return { period: writePeriod(mention.year, part), basis: basisOf(part, mention.asOf && stock) };
}

function basisOf(part: string, point: boolean): Basis {
  if (point) return "point";
  if (/^(?:\d\d|Q[234]|H2)$/.test(part)) return "single";
  return "cumulative";
}

function lastBefore(periods: readonly PeriodMention[], place: number): number {
  let low = 0;
  let high = periods.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
