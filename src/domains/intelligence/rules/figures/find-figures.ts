import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { indicatorOf } from "#domains/intelligence/rules/figures/catalogue.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { findNumbers } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { findPeriods, type PeriodMention } from "#domains/intelligence/rules/figures/find-periods.ts";
import { rankDrafts } from "#domains/intelligence/rules/figures/find-ranks.ts";
import type { NameContext } from "#domains/intelligence/rules/figures/naming.ts";
import { type Sentence, sentencesWith } from "#domains/intelligence/rules/figures/passages.ts";
import { articlePeriod, type FigurePeriod, periodAt } from "#domains/intelligence/rules/figures/period-of.ts";
import { quoteOf } from "#domains/intelligence/rules/figures/quote.ts";
import { readSentence } from "#domains/intelligence/rules/figures/read-sentence.ts";
import { markRepeats } from "#domains/intelligence/rules/figures/repeats.ts";
import type { Stretch } from "#domains/intelligence/rules/figures/sorted-places.ts";
import { type Subject, subjectAt } from "#domains/intelligence/rules/figures/subject-at.ts";
import { findSubjects } from "#domains/intelligence/rules/figures/subjects.ts";
import { readTables } from "#domains/intelligence/rules/figures/tables.ts";
import { isTarget } from "#domains/intelligence/rules/figures/wording.ts";
import { EndPattern, FindPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";

/** Every number that an article reports, with what it says, of whom, for when, and the words that prove it. */
export function findFigures(article: ReadArticle, document: ReadDocument): Figure[] {
  const { text } = article.text;
  const tables = readTables(text);
  const apart = article.bodyStart === 0 && article.title !== "" && !text.startsWith(article.title);
  const calendar = { published: article.published, bodyStart: article.bodyStart, ...(apart ? { title: article.title } : {}) };
  const periods = findPeriods(text, calendar);
  const titled = apart ? findPeriods(article.title, calendar) : [];
  const numbers = findNumbers(text, spansOf(periods, tables.lines));
  if (numbers.length === 0 && tables.drafts.length === 0) return [];
  const subjects = findSubjects(text, article.region, article.bodyStart);
  const context: NameContext = { text, periods, mentions: subjects.mentions };
  const fallback = articlePeriod(text, article.bodyStart, periods, article.published, titled);
  const figures: Figure[] = [];
  let before: Draft[] = [];
  let paragraph = 0;
  const sides: Sides = { from: null, to: null };
  for (const sentence of sentencesWith(text, numbers)) {
    if (sentence.paragraph !== paragraph) before = [];
    paragraph = sentence.paragraph;
    const drafts = readSentence(context, sentence, before);
    for (const rank of rankDrafts(context, sentence, drafts)) drafts.push(rank);
    for (const draft of drafts) {
      const subject = subjectAt(text, subjects, draft.token.start, sentence.start, paragraph);
      figures.push(finish(draft, { article, document, text, periods, fallback, sentence, paragraph, subject, sides }));
    }
    if (drafts.length > 0) before = drafts;
  }
  for (const draft of tables.drafts) {
    const { start } = draft;
    const sentence: Sentence = { start, end: draft.end, tokens: [draft.token], paragraph: start };
    figures.push(
      finish(draft, {
        article,
        document,
        text,
        periods,
        fallback,
        sentence,
        paragraph: start,
        subject: subjectAt(text, subjects, start, start, start),
        sides: { from: null, to: null },
      }),
    );
  }
  return markRepeats(figures, article);
}

/** "由2011年的…增加到2016年的…": the years hold for the next 由…到… of the article. */
type Sides = { from: FigurePeriod | null; to: FigurePeriod | null };

const YEAR_BEFORE = /\d{4}年[末底]?的?$/;

function besides(sides: Sides, draft: Draft, period: FigurePeriod, text: string): FigurePeriod {
  if (!draft.side) return period;
  if (period.named && YEAR_BEFORE.test(text.slice(Math.max(0, draft.token.start - 8), draft.token.start))) sides[draft.side] = period;
  if (period.named) return period;
  return sides[draft.side] ?? period;
}

/** Words of time and lines of tables, in order: what the search for numbers passes over. */
const spansOf = (left: readonly Stretch[], right: readonly Stretch[]): readonly Stretch[] =>
  right.length === 0 ? left : [...left, ...right].sort((one, other) => one.start - other.start);

type Place = {
  readonly article: ReadArticle;
  readonly document: ReadDocument;
  readonly text: string;
  readonly periods: readonly PeriodMention[];
  readonly fallback: ReturnType<typeof articlePeriod>;
  readonly sentence: Sentence;
  readonly paragraph: number;
  readonly subject: Subject;
  readonly sides: Sides;
};

const ABBREVIATIONS: readonly (readonly [FindPattern, string])[] = [
  [new FindPattern(/社(?:消)?零(?:总额)?(?!售)/), "社会消费品零售总额"],
  [new FindPattern(/固投/), "固定资产投资"],
  [new FindPattern(/高企/), "高新技术企业"],
  [new FindPattern(/战新/), "战略性新兴"],
];

/** 固投, 社零, 营收 as the statistical forms write them. */
const inFull = (name: string): string =>
  ABBREVIATIONS.reduce(
    (full, [short, long]) => short.replaceFirst(full, long),
    name.startsWith("营收") ? `营业收入${name.slice(2)}` : name,
  );

const AT_LEAST = new EndPattern(/(?:不低于|不少于|至少)$/);
const AT_MOST = new EndPattern(/(?:不超过|不高于|最多)$/);
const NEAR = new EndPattern(/(?:接近|将近|近)$/);
const OVER = new EndPattern(/(?:超过?了?|突破了?|逾|超出)$/);
const ABOUT = new EndPattern(/(?:约|大约|约为)$/);

function approximationOf(draft: Draft, text: string): Figure["approximation"] {
  const to = draft.token.start;
  const from = Math.max(0, to - 6);
  if (AT_LEAST.testIn(text, from, to)) return "at-least";
  if (draft.token.less || AT_MOST.testIn(text, from, to)) return "at-most";
  if (NEAR.testIn(text, from, to)) return "near";
  if (draft.token.more || OVER.testIn(text, from, to)) return "over";
  return ABOUT.testIn(text, from, to) ? "about" : "exact";
}

const OF_PROJECT = new FindPattern(/该项目|项目(?:总)?(?:占地|建筑|建成|达产|投产)/);
const PROJECT_NAME = new FindPattern(/占地|建筑面积|设计|产能|库容/);

function finish(draft: Draft, place: Place): Figure {
  const { article, document, text, sentence, subject } = place;
  const period = besides(place.sides, draft, periodAt(place.periods, place.fallback, draft, text, sentence.start, place.paragraph), text);
  const indicator = draft.form === "rank" || draft.form === "share" || draft.form === "change" ? undefined : indicatorOf(draft.name);
  const agrees =
    indicator &&
    (draft.form === "growth" || (indicator.family === "percent") === (draft.token.kind === "percent")) &&
    (draft.form === "growth" || (indicator.family === "money") === (draft.token.kind === "money"));
  const { quote, spans } = quoteOf(document.original, article.text, draft.start, draft.end, draft.token.start);
  const project =
    OF_PROJECT.testIn(text, Math.max(sentence.start, draft.token.start - 120), draft.token.end) || PROJECT_NAME.test(draft.name);
  return {
    indicator: inFull(draft.name),
    code: agrees ? indicator.code : null,
    value: draft.value,
    unit: draft.unit,
    approximation: approximationOf(draft, text),
    period: period.period,
    basis: period.basis,
    region: draft.subject ?? subject.name,
    yoyPct: draft.yoyPct,
    growthBase: draft.growthBase ?? (draft.yoyPct === null ? null : "last-year"),
    comparison: draft.comparison,
    scope: subject.kind === "company" ? "company" : project ? "project" : "region",
    kind: isTarget(text.slice(Math.max(sentence.start, draft.token.start - 200), draft.token.start)) ? "target" : "actual",
    repeated: false,
    quote,
    spans,
    confidence: Math.min(0.98, draft.confidence + (agrees ? 0.15 : 0)),
    rule: `figure.${draft.rule}`,
    article: article.index,
  };
}
