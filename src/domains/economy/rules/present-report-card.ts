import { calibreInWords, cardWords, growthBaseWords, settlednessWords, stateWords } from "#domains/economy/contract/card-words.ts";
import type { Check, Comparison, FigureSource, ReportCard, ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import { periodWords } from "#domains/economy/rules/period-words.ts";
import {
  amountParts,
  type PrintedAmount,
  printAmount,
  printNumber,
  printPercent,
  printSigned,
} from "#domains/economy/rules/print-number.ts";
import { approximationTexts } from "#kernel/approximation.ts";
import { localDateOf, sayDate } from "#kernel/local-date.ts";
import { type Language, say } from "#kernel/texts.ts";

/** What paper, picture and table need of a card; a snapshot has it as well as a draft. */
export type CardToPrint = Pick<
  ReportCard,
  | "region"
  | "period"
  | "title"
  | "titleEn"
  | "state"
  | "edition"
  | "preliminary"
  | "signer"
  | "publishedAt"
  | "figures"
  | "checks"
  | "missing"
  | "conflicts"
  | "history"
>;

export type PresentedFigure = {
  readonly id: string;
  readonly label: string;
  /** Calibre, preliminary or revised: said small behind the name. */
  readonly remark: string;
  readonly amount: PrintedAmount;
  /** 约, 超, 以上 and the like, before and behind the amount. */
  readonly approximation: { readonly before: string; readonly behind: string };
  /** `同比 +5.5%`; empty when no growth was published. */
  readonly growth: string;
  /** The amount is itself a growth. */
  readonly growthOnly: boolean;
  readonly comparisons: readonly string[];
  readonly lastYear: string;
  /** Numbers of the list of sources. */
  readonly sources: readonly number[];
};

/** One document or table, with each place of it that a figure rests on. */
export type PresentedSource = {
  readonly title: string;
  readonly date: string;
  readonly quotes: readonly { readonly number: number; readonly words: string }[];
};
export type PresentedCheck = {
  readonly outcome: "passed" | "failed" | "unsaid";
  readonly word: string;
  readonly title: string;
  readonly detail: string;
};

export type PresentedCard = {
  readonly language: Language;
  readonly title: string;
  readonly region: string;
  readonly period: string;
  readonly state: string;
  readonly published: string;
  readonly signed: string;
  readonly isPublic: boolean;
  readonly figures: readonly PresentedFigure[];
  readonly checks: readonly PresentedCheck[];
  readonly remarks: readonly string[];
  readonly missing: readonly string[];
  readonly conflicts: readonly string[];
  readonly sources: readonly PresentedSource[];
};

/** A card in the words of one language, ready to be set. */
export function presentReportCard(card: CardToPrint, language: Language): PresentedCard {
  const sources = numberSources(card.figures);
  const period = periodWords(card.period, language);
  const isPublic = card.state === "PUBLISHED" || card.state === "REVISED";
  const state = [stateWords[card.state][language], say(cardWords.edition, language, { edition: card.edition })];
  if (card.preliminary) state.push(cardWords.preliminary[language]);
  return {
    language,
    title: language === "zh" ? card.title : card.titleEn,
    region: card.region,
    period,
    state: state.join(" · "),
    published:
      card.publishedAt === null
        ? cardWords.notPublished[language]
        : say(cardWords.publishedOn, language, { date: sayDate(localDateOf(card.publishedAt), language) }),
    signed: card.signer === null ? "" : say(cardWords.signedBy, language, card.signer),
    isPublic,
    figures: card.figures.map((figure) => presentFigure(figure, sources, language)),
    checks: card.checks.map((check) => presentCheck(check, language)),
    remarks: card.history
      .flatMap((step) => (step.edition === card.edition && step.move === "check" && step.reason ? [step.reason] : []))
      .slice(-1),
    missing: card.missing.map((one) => (language === "zh" ? one.indicator : one.indicatorEn)),
    conflicts: card.conflicts.map(
      (one) =>
        `${one.indicator}${language === "zh" ? "：" : ": "}${one.sides.map((side) => printAmount(side.value, side.unit, language)).join(" / ")}`,
    ),
    sources: groupSources(card.figures, sources, language),
  };
}

function presentFigure(figure: ReportCardFigure, sources: ReadonlyMap<string, number>, language: Language): PresentedFigure {
  const growthOnly = figure.value === null;
  const amount = growthOnly
    ? { before: "", number: printSigned(figure.yoyPct ?? ""), unit: "%" }
    : amountParts(figure.value ?? "", figure.unit ?? "", language);
  const base = growthBaseWords[figure.growthBase ?? "last-year"][language];
  const calibre = calibreInWords(figure);
  const settled = figure.settledness === "unknown" ? [] : [settlednessWords[figure.settledness][language]];
  const growth = figure.yoyPct === null ? "" : `${printSigned(figure.yoyPct)}${language === "zh" ? "%" : " %"}`;
  return {
    id: figure.id,
    label: language === "zh" ? figure.indicator : (figure.indicatorEn ?? figure.indicator),
    remark: [...(calibre === null ? [] : [calibre[language]]), ...settled].join(" · "),
    amount,
    approximation: approximationWord(figure, language),
    growth: growth === "" ? "" : language === "zh" ? `${base} ${growth}` : `${growth} ${base}`,
    growthOnly,
    comparisons: figure.comparisons.map((comparison) => sayComparison(comparison, language)),
    lastYear:
      figure.lastYear?.value && figure.lastYear.unit
        ? say(cardWords.lastYear, language, { amount: printAmount(figure.lastYear.value, figure.lastYear.unit, language) })
        : "",
    sources: figure.sources.flatMap((source) => sources.get(keyOf(source)) ?? []),
  };
}

/** The sentence around the amount, which is set apart from it. */
function approximationWord(figure: ReportCardFigure, language: Language): PresentedFigure["approximation"] {
  const [before = "", behind = ""] = approximationTexts[figure.approximation][language].split("{figure}");
  return { before: before.trim(), behind: behind.trim() };
}

function sayComparison(comparison: Comparison, language: Language): string {
  const region =
    comparison.origin === "fact" && comparison.region !== null && language === "zh"
      ? comparison.region
      : cardWords[comparison.with][language];
  const wider =
    comparison.growthPct === null
      ? ""
      : `${language === "zh" ? "（" : " ("}${say(cardWords.wider, language, { region, growth: printPercent(comparison.growthPct, language) })}${language === "zh" ? "）" : ")"}`;
  if (comparison.points === null) return wider.replace(/^[（ (]+|[）)]+$/g, "");
  const points = printNumber(comparison.points.replace(/^[-+]/, ""));
  if (/^0(\.0+)?$/.test(points)) return say(cardWords.level, language, { region });
  return `${say(comparison.points.startsWith("-") ? cardWords.below : cardWords.above, language, { region, points })}${wider}`;
}

function presentCheck(check: Check, language: Language): PresentedCheck {
  const outcome = check.ok === null ? "unsaid" : check.ok ? "passed" : "failed";
  return { outcome, word: cardWords[outcome][language], title: check.title[language], detail: check.detail[language] };
}

/** Each place once, numbered in the order in which the figures meet it. */
function numberSources(figures: readonly ReportCardFigure[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const source of figures.flatMap((figure) => figure.sources)) {
    const key = keyOf(source);
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  return numbers;
}

const keyOf = (source: FigureSource): string =>
  source.kind === "document"
    ? `${source.documentId}:${source.start}:${source.end}:${source.quote}`
    : `${source.dataset}:${source.rows.map((row) => row.id).join(",")}`;

function groupSources(figures: readonly ReportCardFigure[], numbers: ReadonlyMap<string, number>, language: Language): PresentedSource[] {
  const groups = new Map<string, { title: string; date: string; quotes: Map<number, string> }>();
  for (const source of figures.flatMap((figure) => figure.sources)) {
    const id = source.kind === "document" ? source.documentId : source.dataset;
    const group = groups.get(id) ?? { title: source.title, date: dateOf(source), quotes: new Map<number, string>() };
    group.quotes.set(numbers.get(keyOf(source)) ?? 0, wordsOf(source, language));
    groups.set(id, group);
  }
  return [...groups.values()].map(({ title, date, quotes }) => ({
    title,
    date,
    quotes: [...quotes].map(([number, words]) => ({ number, words })),
  }));
}

const dateOf = (source: FigureSource): string => (source.kind === "document" ? (source.published ?? "") : "");

/** The sentence, or the rows by their labels while they can be read. */
function wordsOf(source: FigureSource, language: Language): string {
  if (source.kind === "document") return `“${source.quote.replace(/\s+/g, " ").trim()}”`;
  if (source.rows.length > 8) return say(cardWords.rows, language, { count: source.total ?? source.rows.length });
  return source.rows.map((row) => row.label).join(language === "zh" ? "、" : ", ");
}
