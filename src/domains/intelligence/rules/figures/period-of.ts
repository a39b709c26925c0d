import type { Basis } from "#domains/intelligence/contract/extraction.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { cumulativePart, lastMonth, type PeriodMention, writePeriod } from "#domains/intelligence/rules/figures/find-periods.ts";
import { countBefore, lastBefore } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { isTarget } from "#domains/intelligence/rules/figures/wording.ts";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

/** The period that an article reports on when a sentence does not say; `event` is the month of what it tells. */
export type ArticlePeriod = {
  readonly main: PeriodMention | null;
  readonly event: { readonly year: string; readonly part: string } | null;
  /** News of a ceremony: what has no period of its own belongs to its day. */
  readonly ceremony: boolean;
  /** Words of time in headings: they hold for the paragraphs below. */
  readonly headings: readonly PeriodMention[];
  /** The year of publication. */
  readonly year: string | null;
};

const isReporting = (mention: PeriodMention): boolean => !mention.day && !mention.base && !mention.since;
const CEREMONY = /集中(?:签约|开工|竣工|投产)|云签约|(?:签约|开工|投产|揭牌|启动)[”"]?(?:仪式|活动|大会)/;

export function articlePeriod(
  text: string,
  bodyStart: number,
  periods: readonly PeriodMention[],
  published: LocalDate | null,
  apart: readonly PeriodMention[] = [],
): ArticlePeriod {
  const lead = bodyStart + 700;
  const early = periods.filter((mention) => mention.start < lead && isReporting(mention));
  const titled = apart.find(isReporting) ?? early.find((mention) => mention.start < bodyStart);
  // A headline says 三季度 where the text reports 1—9月.
  const whole =
    titled && /^Q[234]$/.test(titled.part)
      ? early.find((mention) => mention.part === (titled.part === "Q3" ? "Q1-Q3" : titled.part === "Q2" ? "H1" : ""))
      : undefined;
  const main =
    whole ??
    titled ??
    early.find((mention) => mention.part !== "") ??
    early.find((mention) => mention.yearGiven) ??
    periods.find(isReporting) ??
    null;
  const day = periods.find((mention) => mention.day && !mention.base && mention.start < lead);
  const event = day
    ? { year: day.year, part: day.part }
    : published
      ? { year: String(yearOf(published)), part: published.slice(5, 7) }
      : null;
  const headings = periods.filter((mention) => mention.heading && isReporting(mention));
  return {
    main,
    event,
    headings,
    year: published === null ? null : String(yearOf(published)),
    ceremony: CEREMONY.test(text.slice(0, bodyStart + 120)),
  };
}

export type FigurePeriod = {
  readonly period: string | null;
  readonly basis: Basis /** The words of time stand right before the number. */;
  readonly named: boolean;
};

const EVENT = new FindPattern(/(?:此次|本次|这次|当天|当日|现场|仪式上|本届|活动上)/);
const FIVE_YEARS = new FindPattern(/十[一二三四五]五”?(?:规划)?(?:期间|时期|以来|五年)/);
/** “十二五”末 is 2015. */
const PLAN_END = new FindPattern(/十([一二三四五])五”?(?:规划)?(?:期?末|收官)/);
const PERIOD_END = new FindPattern(/(?:报告期末|期末|本期末)/);

/** What flows: counted from the start of the year; everything else that 截至…底 names is a level on that day. */
const FLOW = new FindPattern(
  /(?:引进|新增|新设|新签|签约|新开工|开工|发放|完成|实现|接待|销售|新登记|投产|竣工|落户|落地|增速|投资|收入|税金|上缴|产值|增加值|营收|利润|出口|进口|进出口|税收|贷款$|兑现|用电|产量|交易额|成交额|零售|支出|利税|外资|内资|资金|争取|处理)/,
);
const LEVEL = new FindPattern(/(?:余额|保有量|存量|总量|人口|在建|计划建设|拥有|累计|有效|实有|登记在册|规模$|工资|(?<!固定)资产|在手)/);

const YEARLY_GROWTH = new EndPattern(/(?:年均|两年平均|三年平均)增速$/);
const AMONG_BEFORE = new EndPattern(/其中[,，]?$/);
const ALONE_BEHIND = new StartPattern(/^(?:份)?(?:当月|单月|当季|一个月)/);
/** Nothing or 的 between. */
const isRightBefore = (text: string, end: number, place: number): boolean => place <= end || (place === end + 1 && text[end] === "的");

/** The period of a figure: its sentence's last words of time before the number, otherwise the paragraph's, the heading's, the article's. */
export function periodAt(
  periods: readonly PeriodMention[],
  fallback: ArticlePeriod,
  draft: Draft,
  text: string,
  sentence: number,
  paragraph: number,
): FigurePeriod {
  const place = draft.token.start;
  if (draft.period) return { period: writePeriod(draft.period.year, draft.period.part), basis: "cumulative", named: true };
  if (YEARLY_GROWTH.test(draft.name)) return { period: null, basis: "unknown", named: false };
  const { own, chosen } = mentionFor(text, periods, place, sentence, paragraph);
  const event = fallback.event;
  // A five-year plan is no period that figures are compared by.
  const behind = text.slice(chosen ? Math.max(chosen.end, sentence) : sentence, place);
  if (FIVE_YEARS.test(behind)) return { period: null, basis: "unknown", named: false };
  const planEnd = PLAN_END.exec(behind)?.[1];
  if (planEnd) return { period: String(2010 + 5 * "一二三四五".indexOf(planEnd)), basis: "cumulative", named: false };
  const named = chosen !== null && isRightBefore(text, chosen.end, place);
  if (event && draft.form === "level" && draft.name.startsWith("年度"))
    return { period: writePeriod(event.year, ""), basis: "cumulative", named };
  const told = EVENT.testIn(text, chosen ? Math.max(chosen.end, paragraph) : paragraph, draft.end);
  if (!own && event && (told || (fallback.ceremony && !chosen)))
    return { period: writePeriod(event.year, event.part), basis: "single", named };
  const above = lastBefore(fallback.headings, paragraph);
  const planned = !chosen && !above && fallback.year !== null && isTarget(text.slice(Math.max(sentence, place - 200), place));
  if (planned) return { period: plannedYear(periods, place, fallback.year ?? "?"), basis: "cumulative", named };
  const reported = behind.includes("报告期内") ? fallback.main : null;
  const since =
    chosen?.since === true &&
    fallback.main !== null &&
    fallback.main.year === chosen.year &&
    /^(?:H1|Q1|Q1-Q3|01\.\.\d\d|)$/.test(fallback.main.part);
  const mention = reported ?? (since ? fallback.main : (chosen ?? above ?? fallback.main));
  if (!mention) return { period: event ? writePeriod(event.year, event.part) : null, basis: "unknown", named };
  if (mention.part !== "" && PERIOD_END.testIn(text, sentence, place))
    return { period: writePeriod(mention.year, lastMonth(mention.part)), basis: "point", named };
  const point = mention.asOf && (mention.day || LEVEL.test(draft.name) || draft.growthBase === "last-year-end" || !FLOW.test(draft.name));
  // 2月份以来: an open stretch of the year.
  if (mention.since && mention.part !== "") return { period: writePeriod(mention.year, ""), basis: "cumulative", named };
  const part = !mention.asOf ? mention.part : point ? lastMonth(mention.part) : cumulativePart(mention.part);
  return {
    period: writePeriod(mention.year, part),
    basis: point ? "point" : /^(?:\d\d|Q[234]|H2)$/.test(part) ? "single" : "cumulative",
    named,
  };
}

const SAID_OF = new StartPattern(
  /^(?:的|这一[\u4e00-\u9fff]{2,4}|该[\u4e00-\u9fff]{2,4})?(?:仅|只|才|则)?(?:为|有|是)(?:净?亏损|约|近|不足)?-?$/,
);

/** "上半年营收…,但第二季度环比增长…;净利润…": a quarter named in passing does not hold for the next sentence. */
function isAside(text: string, periods: readonly PeriodMention[], index: number, paragraph: number): boolean {
  const mention = periods[index];
  if (!mention || !(mention.part.length === 2 && mention.part.startsWith("Q")) || mention.yearGiven) return false;
  const before = text[mention.start - 1] ?? "\n";
  if (/[。；;\n\s]/.test(before)) return false;
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const other = periods[earlier];
    if (!other || other.start < paragraph) return false;
    if (isReporting(other) && other.year === mention.year && /^(?:|H[12]|Q1-Q3|01\.\.\d\d)$/.test(other.part)) return true;
  }
  return false;
}

function mentionFor(
  text: string,
  periods: readonly PeriodMention[],
  place: number,
  sentence: number,
  paragraph: number,
): { own: boolean; chosen: PeriodMention | null } {
  for (let index = countBefore(periods, place) - 1; index >= 0; index -= 1) {
    const mention = periods[index];
    if (!mention || mention.start < paragraph) break;
    // 由上年同期的7.8%降至…: the base's own figure.
    if (
      mention.base &&
      /^的?(?:净?亏损)?$/.test(text.slice(mention.end, place)) &&
      /[由从较比]$/.test(text.slice(Math.max(0, mention.start - 1), mention.start))
    )
      return { own: true, chosen: mention.part === "" ? { ...mention, part: partBefore(text, periods, index) } : mention };
    // 上年同期为亏损2640万元, 去年同期这一比例只有4.1%: said of that time itself.
    if (mention.sameTerm && mention.start >= sentence && SAID_OF.test(text.slice(mention.end, place)))
      return { own: true, chosen: mention.part === "" ? { ...mention, part: partBefore(text, periods, index) } : mention };
    if (mention.start < sentence && isAside(text, periods, index, paragraph)) continue;
    if (
      mention.start < sentence &&
      (AMONG_BEFORE.testIn(text, mention.start - 3, mention.start) ||
        ALONE_BEHIND.testIn(text, mention.end, Math.min(text.length, mention.end + 4)))
    )
      continue;
    if (mention.base || ((mention.day || /^\d\d$/.test(mention.part)) && !mention.asOf && mention.start < sentence)) continue;
    return { own: mention.start >= sentence, chosen: mention };
  }
  return { own: false, chosen: null };
}

/** A plan without a time of its own: the coming year that was named last, otherwise the year of publication. */
function plannedYear(periods: readonly PeriodMention[], place: number, year: string): string {
  const last = countBefore(periods, place) - 1;
  for (let index = last; index >= Math.max(0, last - 12); index -= 1) {
    const mention = periods[index];
    if (
      mention &&
      !mention.base &&
      !mention.day &&
      mention.part === "" &&
      mention.yearGiven &&
      mention.year >= year &&
      mention.year !== "?"
    )
      return mention.year;
  }
  return year;
}

/** 上年同期 means the same part of the year as the words before it. */
function partBefore(text: string, periods: readonly PeriodMention[], index: number): string {
  const mention = periods[index];
  if (!mention?.sameTerm) return "";
  for (let earlier = index - 1; earlier >= Math.max(0, index - 12); earlier -= 1) {
    const other = periods[earlier];
    if (other && isReporting(other) && !isAside(text, periods, earlier, Math.max(0, other.start - 200))) return other.part;
  }
  return "";
}
