import type { LocalDate } from "#kernel/local-date.ts";
import { yearOf } from "#kernel/local-date.ts";
import {
  findPeriod,
  lastMonth,
  lengthInMonths,
  monthsOf,
  type Period,
  type PeriodBasis,
  periodOfMonths,
  previousPeriod,
  samePeriodLastYear,
} from "#kernel/period.ts";
import { type PeriodWords, readSpan, readYear, type Span, type YearWord } from "#kernel/period-words.ts";
import { plainScript } from "#kernel/plain-script.ts";

/**
 * What words without a year lean on. `published` is the day of publication; `year` the year that the text is about, when it has been said;
 * `last` the period named just before, for 当月 and 同期. Figures lean on the past, plans (`lean: "future"`) on what is to come.
 */
export type PeriodContext = {
  readonly published?: LocalDate | null;
  readonly year?: number | null;
  readonly last?: Period | null;
  readonly lean?: "past" | "future";
};

export type PeriodFound = { readonly period: Period; readonly basis: PeriodBasis; readonly start: number; readonly end: number };

const LONGEST_PHRASE = 40;

/** A whole phrase and nothing beside it: 今年上半年, 1至5月份, 截至6月底, 去年同期, or the canonical spelling. Undefined when it names no period. */
export function parsePeriodText(
  text: string,
  published: LocalDate | null,
  context: Omit<PeriodContext, "published"> = {},
): PeriodFound | undefined {
  if (text.length > LONGEST_PHRASE) return undefined;
  const phrase = plainScript(text).trim();
  const spelled = findPeriod(phrase) ?? dotted(phrase);
  if (spelled !== undefined) return { period: spelled, basis: basisOf(monthsOf(spelled)), start: 0, end: text.length };
  const found = readPeriodAt(phrase, 0, { ...context, published });
  return found !== undefined && found.end === phrase.length ? found : undefined;
}

/** `2021.6`, `2021/06`, `202106` of spreadsheets. */
function dotted(phrase: string): Period | undefined {
  const match = /^(\d{4})[./-]?(\d{1,2})$/.exec(phrase);
  return match === null ? undefined : findPeriod(`${match[1]}-${match[2]?.padStart(2, "0")}`);
}

/** All periods that a text names, in order; a day (7月28日) is none unless 截至 stands before it. Each found one is the next one's `last`. */
export function findPeriods(text: string, context: PeriodContext): readonly PeriodFound[] {
  const plain = plainScript(text);
  const found: PeriodFound[] = [];
  let last = context.last ?? null;
  for (let at = 0; at < plain.length; ) {
    const read = MAY_BEGIN.test(plain.charAt(at)) && !isInsideNumber(plain, at) ? readWords(plain, at) : undefined;
    const period = read && resolve(read, { ...context, last });
    if (read !== undefined && period !== undefined && (!read.isDay || read.until)) {
      found.push({ period, basis: read.until || read.isDay ? "point" : read.basis, start: at, end: read.end });
      last = period;
    }
    at = read?.end ?? at + 1;
  }
  return found;
}

const MAY_BEGIN = /[0-9今本当去上前明下后第首头全同年截目二一三四五六七八九十Q“"]/;
const isInsideNumber = (text: string, at: number): boolean =>
  at > 0 && /[0-9.〇零一二三四五六七八九十百千万]/.test(text.charAt(at - 1)) && /[0-9〇一二三四五六七八九十]/.test(text.charAt(at));

/** The period that begins exactly at `at` of a text in plain script. */
export function readPeriodAt(text: string, at: number, context: PeriodContext): PeriodFound | undefined {
  const words = readWords(text, at);
  const period = words && resolve(words, context);
  return period && words && { period, basis: words.until || words.isDay ? "point" : words.basis, start: at, end: words.end };
}

function readWords(text: string, start: number): PeriodWords | undefined {
  const until = ["截至", "截止到", "截止", "到", "至"].find((word) => text.startsWith(word, start));
  const at = start + (until?.length ?? 0);
  const read = readYearAndSpan(text, at);
  if (read === undefined) return undefined;
  const tail = ["月底", "月末", "年底", "年末", "底", "末"].find(
    (word) => text.startsWith(word, read.end) && !(word.length === 2 && read.span?.kind === "months"),
  );
  const end = read.end + (tail?.length ?? 0);
  return { ...read, end, until: until !== undefined || tail !== undefined, basis: tail !== undefined ? "point" : read.basis };
}

function readYearAndSpan(text: string, at: number): Omit<PeriodWords, "until"> | undefined {
  const year = readYear(text, at);
  let next = year?.end ?? at;
  if (year !== undefined && text.charAt(next) === "的") next += 1;
  const span = readSpan(text, next, year?.word ?? null);
  if (span !== undefined)
    return { year: year?.word ?? null, span: span.span, end: span.end, isDay: span.isDay, basis: basisOfSpan(span.span) };
  if (year === undefined || year.needsSpan) return undefined;
  return { year: year.word, span: null, end: year.end, isDay: false, basis: "cumulative" };
}

const basisOfSpan = (span: Span): PeriodBasis =>
  span.kind === "months"
    ? basisOf({ ...span, year: null, toYear: null })
    : span.kind === "now"
      ? "point"
      : span.kind === "since" || span.kind === "year"
        ? "cumulative"
        : "single";

/** A period of several months from January on is cumulative; a single month or a later quarter stands alone. */
const basisOf = ({
  from,
  to,
}: {
  readonly from: number;
  readonly to: number;
  readonly year: number | null;
  readonly toYear: number | null;
}): PeriodBasis => (from === 1 && to > 1 ? "cumulative" : "single");

function resolve({ year, span }: PeriodWords, context: PeriodContext): Period | undefined {
  if (year?.kind === "years") return periodOfMonths(year.from, 1, 12, year.to);
  if (span === null) return periodOfMonths(yearFor(year, { from: 1, to: 12 }, context), 1, 12);
  switch (span.kind) {
    case "months":
      return periodOfMonths(yearFor(year, span, context), span.from, span.to);
    case "year":
      return periodOfMonths(year === null ? wholeYear(context) : yearFor(year, { from: 1, to: 12 }, context), 1, 12);
    case "since":
      return sinceJanuary(yearFor(year, { from: 1, to: 1 }, context), context);
    case "now":
      return context.published ? monthOf(context.published) : undefined;
    case "month":
      return neighbourMonth(span.back, context);
    case "quarter":
      return neighbourQuarter(span.back, context);
    case "same":
      return sameAsBefore(year, context);
  }
}

const monthOf = (day: LocalDate): Period => periodOfMonths(yearOf(day), Number(day.slice(5, 7)), Number(day.slice(5, 7)));

function yearFor(word: YearWord | null, span: { readonly from: number; readonly to: number }, context: PeriodContext): number | null {
  if (word?.kind === "number") return word.year;
  const published = context.published ?? null;
  if (word?.kind === "relative") return published === null ? null : yearOf(published) + word.offset;
  if (context.year !== undefined && context.year !== null) return context.year;
  return published === null ? null : leaningYear(published, span, context.lean ?? "past");
}

/** The latest year in which the span was over, or in its last month, at publication; for plans the earliest in which it had not ended. */
function leaningYear(published: LocalDate, span: { readonly from: number; readonly to: number }, lean: "past" | "future"): number {
  const [year, month] = [yearOf(published), Number(published.slice(5, 7))];
  if (lean === "past") return span.to <= month ? year : year - 1;
  return span.to >= month ? year : year + 1;
}

/** 全年 in the first quarter speaks of the year that has just ended: its figures come out then. */
function wholeYear(context: PeriodContext): number | null {
  if (context.year !== undefined && context.year !== null) return context.year;
  if (!context.published) return null;
  const ended = context.lean !== "future" && Number(context.published.slice(5, 7)) <= 3;
  return yearOf(context.published) - (ended ? 1 : 0);
}

function sinceJanuary(year: number | null, { published }: PeriodContext): Period {
  const month = published && year === yearOf(published) ? Number(published.slice(5, 7)) : 12;
  return periodOfMonths(year, 1, month);
}

/** 当月 is the last month spoken of, otherwise the month before publication; 本月 the month of publication. */
function neighbourMonth(back: "that" | "this" | "previous", { last, published }: PeriodContext): Period | undefined {
  if (back === "that" && last) return lastMonth(last);
  if (!published) return undefined;
  return back === "this" ? monthOf(published) : previousPeriod(monthOf(published));
}

function neighbourQuarter(back: "that" | "this" | "previous", { last, published }: PeriodContext): Period | undefined {
  const near = back === "that" && last ? lastMonth(last) : published ? monthOf(published) : undefined;
  if (near === undefined) return undefined;
  const { year, to } = monthsOf(near);
  const first = Math.floor((to - 1) / 3) * 3 + 1;
  const quarter = periodOfMonths(year, first, first + 2);
  return back === "previous" ? previousPeriod(quarter) : quarter;
}

/** 去年同期 is the same months a year before those spoken of; 同期 alone the same months. */
function sameAsBefore(year: YearWord | null, { last }: PeriodContext): Period | undefined {
  if (!last || lengthInMonths(last) > 12) return undefined;
  if (year === null) return last;
  if (year.kind === "relative" && year.offset === -1) return samePeriodLastYear(last);
  const { from, to } = monthsOf(last);
  return year.kind === "number" ? periodOfMonths(year.year, from, to) : last;
}
