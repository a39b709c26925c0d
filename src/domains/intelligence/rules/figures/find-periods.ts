import { readChineseNumber } from "#domains/intelligence/rules/figures/chinese-number.ts";

/** The part of a year: `H1`, `Q2`, `Q1-Q3`, `06`, `01..07`; empty for the whole year. */
export type PeriodMention = {
  readonly start: number;
  readonly end: number;
  /** `2023`; `?` when the words give a part only and no year is known. */
  readonly year: string;
  /** The words name the year themselves (2023年, 今年). */
  readonly yearGiven: boolean;
  readonly part: string;
  /** A day is named: an event, not a reporting period. */
  readonly day: boolean;
  /** 截至…底: a level on a day, or everything since January. */
  readonly asOf: boolean;
  /** 今年以来: since January, the end is not said. */
  readonly since: boolean;
  /** 比2022年, 较去年末, 去年同期: what is compared with, never the figure's own period. */
  readonly base: boolean;
};

const CN_DIGITS: Readonly<Record<string, string>> = {
  〇: "0",
  "○": "0",
  零: "0",
  一: "1",
  二: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
};
const YEAR = "(?:(\\d{4})年?度?|([一二][〇○零一二三四五六七八九]{3})年度?)";
const RELATIVE = "(今年|去年|前年|明年|上年|上一年|当年|本年度?|同年|本年)";
const PART =
  "(?:(上半年|下半年)|(?:第)?([一二三四1-4])季度|(前[三3]季度|[一1]至[三3]季度|[一1][-—–~～]+[三3]季度)|(?:前([一二两三四五六七八九十]{1,2}|\\d{1,2})个?月|0?1月?份?(?:[-—–―~～至到]+|－)(\\d{1,2})月份?|一至([二三四五六七八九十]{1,2})月份?)|" +
  "(\\d{1,2})月份?(?:(\\d{1,2})[日号])?|([一二三四五六七八九十]{1,2})月份?(?!度)|(全年|年末|年底|末|年终|岁末))";
const pattern = new RegExp(`(截至|截止到?|到)?(?:${YEAR}|${RELATIVE})?(?:的)?(?:${PART})?(底|末|为止|止)?(以来|期间|同期)?`, "g");
const fiveYears = /[“"‘]?(?:十[一二三四五]五)[”"’]?(?:规划)?(?:期间|时期|末|以来|初)?/g;
const FIVE: Readonly<Record<string, number>> = { 十一五: 2006, 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026 };

const twoDigits = (text: string): string => text.padStart(2, "0");
const monthOf = (text: string): string => twoDigits(/^\d/.test(text) ? text : (readChineseNumber(text) ?? ""));

function rangeTo(month: string): string {
  if (month === "03") return "Q1";
  if (month === "06") return "H1";
  if (month === "09") return "Q1-Q3";
  if (month === "12") return "";
  return month === "01" ? "01" : `01..${month}`;
}

const RELATIVE_YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 本年度: 0, 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 明年: 1 };
const QUARTERS: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };

/**
 * Words of time, in order. `year` is what 今年 means (the publication's year, or the text's own); undefined when unknown.
 * A part without a year takes the last year named in the same paragraph, otherwise `year`.
 */
export function findPeriods(text: string, year: number | undefined): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  let paragraph = 0;
  let context: string | undefined;
  for (const match of candidates(text)) {
    const start = match.index;
    const words = match[0];
    if (text.slice(paragraph, start).includes("\n")) {
      context = undefined;
      paragraph = start;
    }
    const [
      ,
      asOfWord,
      digits,
      chinese,
      relative,
      half,
      quarter,
      threeQuarters,
      firstMonths,
      toMonth,
      toChinese,
      month,
      day,
      chineseMonth,
      whole,
      end,
      tail,
    ] = match;
    const named = digits ?? (chinese ? [...chinese].map((character) => CN_DIGITS[character] ?? "").join("") : undefined);
    const hasPart = Boolean(half ?? quarter ?? threeQuarters ?? firstMonths ?? toMonth ?? toChinese ?? month ?? chineseMonth ?? whole);
    if (!named && !relative && !hasPart) continue;
    if (named && !plausibleYear(named, digits, words, hasPart)) continue;
    if (!named && !relative && whole?.endsWith("末") && whole === "末") continue;
    const before = text.slice(Math.max(0, start - 2), start);
    if (/[第\d.]$/.test(before) && !asOfWord) continue;
    let yearText = named;
    if (!yearText && relative) {
      const shift = RELATIVE_YEARS[relative];
      if (shift === undefined) yearText = context;
      else yearText = year === undefined ? undefined : String(year + shift);
    }
    const base =
      /(?:比|较|与|于|同|超|和)$/.test(before) ||
      tail === "同期" ||
      (relative === "上年" && /^(?:同期|末|底)/.test(text.slice(start + words.length)));
    const yearGiven = Boolean(named ?? relative);
    if (yearText && !base) context = yearText;
    const resolved = yearText ?? (relative ? "?" : (context ?? (year === undefined ? "?" : String(year))));
    const part = partOf(half, quarter, threeQuarters, firstMonths ?? toMonth ?? toChinese, month ?? chineseMonth);
    const asOf =
      asOfWord === "截至" || asOfWord?.startsWith("截止") === true || end !== undefined || (whole !== undefined && whole !== "全年");
    mentions.push({
      start,
      end: start + words.length,
      year: resolved,
      yearGiven,
      part,
      day: day !== undefined,
      asOf,
      since: tail === "以来",
      base,
    });
  }
  return mentions;
}

/** Every place where a word of time may stand: matching only there keeps the pass linear and short. */
function* candidates(text: string): Generator<RegExpExecArray> {
  const starts = /[截到今去前明上当本同下第一二三四全年末岁\d]/g;
  for (let hit = starts.exec(text); hit; hit = starts.exec(text)) {
    const code = text.charCodeAt(hit.index);
    if (code <= 57 && hit.index > 0 && isDigit(text.charCodeAt(hit.index - 1))) continue;
    pattern.lastIndex = hit.index;
    const match = stickyExec(text, hit.index);
    if (!match || match[0] === "") continue;
    yield match;
    if (match[0].length > 1) starts.lastIndex = match.index + match[0].length;
  }
}

const sticky = new RegExp(pattern.source, "y");
function stickyExec(text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function plausibleYear(named: string, digits: string | undefined, words: string, hasPart: boolean): boolean {
  const value = Number(named);
  if (value < 1949 || value > 2060) return false;
  return digits === undefined || words.includes(`${digits}年`) || hasPart;
}

function partOf(half?: string, quarter?: string, threeQuarters?: string, upTo?: string, month?: string): string {
  if (half) return half === "上半年" ? "H1" : "H2";
  if (quarter) return `Q${QUARTERS[quarter] ?? quarter}`;
  if (threeQuarters) return "Q1-Q3";
  if (upTo) return rangeTo(monthOf(upTo));
  return month ? monthOf(month) : "";
}

/** “十三五” → its first and last year. */
export function findFiveYearPlans(text: string): { start: number; end: number; from: number; to: number }[] {
  const found: { start: number; end: number; from: number; to: number }[] = [];
  for (const match of text.matchAll(fiveYears)) {
    const key = /十[一二三四五]五/.exec(match[0])?.[0] ?? "";
    const from = FIVE[key];
    if (from !== undefined) found.push({ start: match.index, end: match.index + match[0].length, from, to: from + 4 });
  }
  return found;
}

/** `2023`, `2023H1`, `2023-06`, `2023-01..2023-07`, `?H1`, `?-06`; null when nothing but an unknown year is known. */
export function writePeriod(year: string, part: string): string | null {
  if (part === "") return year === "?" ? null : year;
  if (/^[HQ]/.test(part)) return `${year}${part}`;
  const [from, to] = part.split("..");
  return to === undefined ? `${year}-${from}` : `${year}-${from}..${year}-${to}`;
}

/** A month named by 截至…底 taken as everything since January. */
export const cumulativePart = (part: string): string => (/^\d\d$/.test(part) ? rangeTo(part) : part);
