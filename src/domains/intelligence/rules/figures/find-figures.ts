import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { indicatorOf } from "#domains/intelligence/rules/figures/catalogue.ts";
import type { Draft } from "#domains/intelligence/rules/figures/draft.ts";
import { findNumbers, type NumberToken } from "#domains/intelligence/rules/figures/find-numbers.ts";
import { findPeriods, type PeriodMention } from "#domains/intelligence/rules/figures/find-periods.ts";
import { findRanks } from "#domains/intelligence/rules/figures/find-ranks.ts";
import type { NameContext } from "#domains/intelligence/rules/figures/naming.ts";
import { articlePeriod, periodAt } from "#domains/intelligence/rules/figures/period-of.ts";
import { quoteOf } from "#domains/intelligence/rules/figures/quote.ts";
import { readSentence, type Sentence } from "#domains/intelligence/rules/figures/read-sentence.ts";
import { markRepeats } from "#domains/intelligence/rules/figures/repeats.ts";
import { findSubjects, type Subject, subjectAt } from "#domains/intelligence/rules/figures/subjects.ts";
import { isTarget } from "#domains/intelligence/rules/figures/wording.ts";
import type { ReadArticle, ReadDocument } from "#domains/intelligence/rules/reading.ts";
import { yearOf } from "#kernel/local-date.ts";

/** Every number that an article reports, with what it says, of whom, for when, and the words that prove it. */
export function findFigures(article: ReadArticle, document: ReadDocument): Figure[] {
  const { text } = article.text;
  const year = article.published ? yearOf(article.published) : undefined;
  const periods = findPeriods(text, year);
  const numbers = findNumbers(text, periods);
  if (numbers.length === 0) return [];
  const subjects = findSubjects(text, article.region);
  const context: NameContext = { text, periods, mentions: subjects.mentions };
  const fallback = articlePeriod(text, article.bodyStart, periods, article.published);
  const figures: Figure[] = [];
  let before: Draft[] = [];
  let paragraph = 0;
  for (const sentence of sentences(text, numbers)) {
    const start = text.lastIndexOf("\n", sentence.start - 1) + 1;
    if (start !== paragraph) before = [];
    paragraph = start;
    const drafts = readSentence(context, sentence, before);
    drafts.push(...ranksOf(text, sentence, drafts));
    for (const draft of drafts) {
      const subject = subjectAt(text, subjects, draft.token.start, sentence.start, paragraph);
      figures.push(finish(draft, { article, document, text, periods, fallback, sentence, paragraph, subject }));
    }
    if (drafts.length > 0) before = drafts;
  }
  return markRepeats(figures, article, document);
}

const END = /[。!！?？;；\n]/g;

/** Sentences that hold numbers. */
function* sentences(text: string, numbers: readonly NumberToken[]): Generator<Sentence> {
  let next = 0;
  let start = 0;
  END.lastIndex = 0;
  const ends: number[] = [];
  for (const match of text.matchAll(END)) ends.push(match.index);
  ends.push(text.length);
  for (const end of ends) {
    const tokens: NumberToken[] = [];
    for (let token = numbers[next]; token && token.start < end; next += 1, token = numbers[next]) tokens.push(token);
    if (tokens.length > 0) yield { start, end, tokens };
    start = end + 1;
  }
}

function ranksOf(text: string, sentence: Sentence, drafts: readonly Draft[]): Draft[] {
  const words = text.slice(sentence.start, sentence.end);
  if (!/第|首位|榜首/.test(words)) return [];
  const found: Draft[] = [];
  for (const rank of findRanks(words)) {
    const start = sentence.start + rank.start;
    const end = sentence.start + rank.end;
    const of = drafts.findLast((draft) => draft.token.start < start);
    if (!of || /总数/.test(text.slice(Math.max(sentence.start, start - 4), start))) continue;
    const speed =
      /(?:增速|增幅)/.test(text.slice(Math.max(of.token.end, start - 6), start)) && !of.name.endsWith("增速") ? `${of.name}增速` : of.name;
    const token: NumberToken = { ...of.token, start, end, value: rank.value, unit: "位", kind: "rank" };
    found.push({
      ...of,
      token,
      name: `${speed}${rank.within}排名`,
      value: rank.value,
      unit: "位",
      form: "rank",
      yoyPct: null,
      growthBase: null,
      comparison: null,
      start,
      end,
      rule: "rank",
      confidence: 0.7,
    });
  }
  return found;
}

type Place = {
  readonly article: ReadArticle;
  readonly document: ReadDocument;
  readonly text: string;
  readonly periods: readonly PeriodMention[];
  readonly fallback: ReturnType<typeof articlePeriod>;
  readonly sentence: Sentence;
  readonly paragraph: number;
  readonly subject: Subject;
};

function approximationOf(draft: Draft, text: string): Figure["approximation"] {
  const left = text.slice(Math.max(0, draft.token.start - 6), draft.token.start);
  if (/(?:不低于|不少于|至少)$/.test(left)) return "at-least";
  if (/(?:不超过|不高于|最多)$/.test(left) || draft.token.less) return "at-most";
  if (/(?:接近|将近|近)$/.test(left)) return "near";
  if (draft.token.more || /(?:超过?了?|突破了?|逾|超出)$/.test(left)) return "over";
  return /(?:约|大约|约为)$/.test(left) ? "about" : "exact";
}

function finish(draft: Draft, place: Place): Figure {
  const { article, document, text, sentence, subject } = place;
  const period = periodAt(place.periods, place.fallback, draft, text, sentence.start, place.paragraph);
  const indicator = draft.form === "rank" || draft.form === "share" || draft.form === "change" ? undefined : indicatorOf(draft.name);
  const agrees =
    indicator &&
    (draft.form === "growth" || (indicator.family === "percent") === (draft.token.kind === "percent")) &&
    (draft.form === "growth" || (indicator.family === "money") === (draft.token.kind === "money"));
  const { quote, spans } = quoteOf(document.original, article.text, draft.start, draft.end, draft.token.start);
  const project =
    /(?:该项目|项目(?:总)?(?:占地|建筑|建成|达产|投产))/.test(text.slice(sentence.start, draft.token.end)) ||
    /占地|建筑面积|设计|产能|库容/.test(draft.name);
  return {
    indicator: draft.name,
    code: agrees ? indicator.code : null,
    value: draft.value,
    unit: draft.unit,
    approximation: approximationOf(draft, text),
    period: period.period,
    basis: period.basis,
    region: subject.name,
    yoyPct: draft.yoyPct,
    growthBase: draft.growthBase ?? (draft.yoyPct === null ? null : "last-year"),
    comparison: draft.comparison,
    scope: subject.kind === "company" ? "company" : project ? "project" : "region",
    kind: isTarget(text.slice(sentence.start, draft.token.start)) ? "target" : "actual",
    repeated: false,
    quote,
    spans,
    confidence: Math.min(0.98, draft.confidence + (agrees ? 0.15 : 0)),
    rule: `figure.${draft.rule}`,
    article: article.index,
  };
}
