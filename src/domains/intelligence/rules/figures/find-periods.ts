import { readChineseNumber } from "#domains/intelligence/rules/figures/chinese-number.ts";
import { EndPattern, FindPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";
import { type LocalDate, yearOf } from "#kernel/local-date.ts";

export type PeriodMention = {
  readonly start: number;
  readonly end: number;
  /** `2023`; `?` when the words give a part only and no year is known. */
  readonly year: string;
  /** The words name the year themselves (2023年, 今年). */
  readonly yearGiven: boolean;
  /** The part of the year: `H1`, `Q2`, `Q1-Q3`, `06`, `01..07`; empty for the whole year. */
  readonly part: string;
  /** A day is named: an event, not a reporting period. */
  readonly day: boolean;
  /** 截至…底: a level on a day, or everything since January. */
  readonly asOf: boolean;
  /** 今年以来: since January, the end is not said. */
  readonly since: boolean;
  /** 比2022年, 较去年末, 去年同期: what is compared with, never the figure's own period. */
  readonly base: boolean;
  /** …同期: the same part of another year. */
  readonly sameTerm: boolean;
  /** Stands in a heading below the title. */
  readonly heading: boolean;
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
const YEAR =
  "(?:(\\d{4})\\s?(?:年度?|(?=\\s?(?:上半年|下半年|前三季度|半年度|年度|[一二三四1-4]季度|Q[1-4]|H[12])))|([一二][〇○零一二三四五六七八九]{3})年度?)";
const RELATIVE = "(今年|去年|前年|明年|上年|上一年|当年|本年度?|同年)";
const DASH = "\\s?(?:[-—–―~～－]{1,3}|至|到)\\s?";
const PART = [
  "上半年|下半年|半年度|半年报|中报",
  "前三季度?|前3季度|三季报|第?三季度报告?(?=[告])|[一1]至[三3]季度|[一1][-—–~～]{1,2}[三3]季度",
  "一季报|首季度?|(?:第)?[一二三四1-4]季度|Q[1-4](?![A-Za-z0-9])",
  `前[一二两三四五六七八九十]{1,2}个?月|前\\d{1,2}个?月|\\d{1,2}月?份?${DASH}\\d{1,2}月份?|一${DASH}[二三四五六七八九十]{1,2}月份?`,
  "\\d{1,2}月份?(?:\\d{1,2}[日号])?|[一二三四五六七八九十]{1,2}月份?(?!度)(?:[一二三四五六七八九十]{1,3}日)?",
  "全年|年末|年底|年终|岁末|年报|年度报告|上个?月",
].join("|");
const words = new FindPattern(new RegExp(`(截至|截止到?)?(?:${YEAR}|${RELATIVE})?的?(${PART})?(底|末|止)?(以来|期间|同期)?`), 2);

const twoDigits = (text: string): string => text.padStart(2, "0");
const monthOf = (text: string): string => twoDigits(/^\d/.test(text) ? text : (readChineseNumber(text) ?? "0"));

function rangeTo(month: string): string {
  if (month === "03") return "Q1";
  if (month === "06") return "H1";
  if (month === "09") return "Q1-Q3";
  if (month === "12") return "";
  return month === "01" ? "01" : `01..${month}`;
}

/** 上半年 → H1, 1—7月 → 01..07, 三季报 → Q1-Q3. Undefined when the month does not exist. */
function partOf(text: string): string | undefined {
  if (text === "") return "";
  if (/^(?:上半年|半年|中报)/.test(text)) return "H1";
  if (text === "下半年") return "H2";
  if (/^(?:前[三3]季|三季报|第?三季度报|[一1](?:至|[-—–~～]{1,2})[三3]季)/.test(text)) return "Q1-Q3";
  if (/季/.test(text))
    return /^(?:一季报|首季)/.test(text) ? "Q1" : `Q${CN_DIGITS[text.replace(/^第/, "")[0] ?? ""] ?? text.replace(/^第/, "")[0]}`;
  if (/^Q/.test(text)) return text;
  if (/^(?:全年|年)/.test(text) || text === "岁末") return "";
  const between = /^(\d{1,2})月?份?\s?(?:[-—–―~～－]{1,3}|至|到)\s?(\d{1,2})月/.exec(text);
  if (between && Number(between[1]) > 1) return spanOfMonths(Number(between[1]), Number(between[2]));
  const upTo = /(?:^前|[-—–―~～－至到]\s?)(\d{1,2}|[一二两三四五六七八九十]{1,2})个?月/.exec(text)?.[1];
  const month = monthOf(upTo ?? /^(\d{1,2}|[一二三四五六七八九十]{1,2})月/.exec(text)?.[1] ?? "0");
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return upTo ? rangeTo(month) : month;
}

/** 4至6月 → Q2, 7—12月 → H2, otherwise 05..08. */
function spanOfMonths(from: number, to: number): string | undefined {
  if (to > 12 || from >= to) return undefined;
  if (from === 7 && to === 12) return "H2";
  if (to - from === 2 && to % 3 === 0) return `Q${to / 3}`;
  return `${twoDigits(String(from))}..${twoDigits(String(to))}`;
}

const RELATIVE_YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 本年度: 0, 去年: -1, 上年: -1, 上一年: -1, 前年: -2, 明年: 1 };

export type Calendar = {
  readonly published: LocalDate | null;
  /** Length of title and headings before the body. */
  readonly bodyStart: number;
  /** The title where it stands apart from the text. */
  readonly title?: string;
};

type Years = {
  readonly today: number | undefined;
  readonly month: number;
  readonly title: string | undefined;
  paragraph: string | undefined;
  section: string | undefined;
};

const DATELINE = /((?:19|20)\d{2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])\d{1,2}/;
/** 9月初竣工, 2月18日开工, 2023年投产: when something happened or will, not what is reported on. */
const HAPPENS = new StartPattern(
  /^(?:初|中旬|上旬|下旬|中|底|末|份)?(?:正式|将|已|就|实现|全面|建成|可|即|要)?(?:开工|投产|竣工|建成|下线|通线|并网|投用|落地|挂牌|成立|启动|签约|揭牌|奠基|试产|试生产|开业|开诊|开园|通车|交付|达产|投入使用|投入运营|完工|落户|上市|出台|印发|发布|获批|封顶|召开|举行)/,
);

function yearsOf(text: string, calendar: Calendar): Years {
  const title = /((?:19|20)\d{2})(?:年|\s?(?:上半年|半年度|[一二三四]季度|Q[1-4]))/.exec(
    calendar.title ?? text.slice(0, calendar.bodyStart),
  )?.[1];
  const dateline = DATELINE.exec(text.slice(0, calendar.bodyStart + 500));
  const today = calendar.published ? yearOf(calendar.published) : dateline ? Number(dateline[1]) : title ? Number(title) : undefined;
  const month = calendar.published ? Number(calendar.published.slice(5, 7)) : dateline ? Number(dateline[2]) : 12;
  return { today, month, title, paragraph: undefined, section: undefined };
}

const PLAN_BEHIND = /^(?:目标|任务|计划)/;
const PLANNED = new FindPattern(/计划|力争|确保|预计|目标|拟|努力|争取|有望|将/);

/** A part without a year: the year last named in the paragraph, in the heading above, in the title; otherwise the last such part before publication. */
function bareYear(years: Years, part: string, asOf: boolean, planned: boolean): string {
  const named = years.paragraph ?? years.section ?? years.title;
  if (named) return named;
  if (years.today === undefined) return "?";
  const month = /^(?:\d\d)$/.test(part) ? Number(part) : 0;
  const over =
    !planned &&
    ((month > years.month && month > 0) ||
      (part !== "" && Number(lastMonth(part)) > years.month + 1) ||
      (years.month <= 3 && (part === "" || part === "H2" || part === "Q4" || (part === "Q1-Q3" && !asOf))));
  return String(over ? years.today - 1 : years.today);
}

function relativeYear(years: Years, relative: string): string {
  const shift = RELATIVE_YEARS[relative];
  const named = years.paragraph ?? years.section ?? years.title;
  if (shift === undefined) return named ?? (years.today === undefined ? "?" : String(years.today));
  // 上年 is the year before the one reported on; 去年 the one before publication.
  if (/^上/.test(relative) && named !== undefined && named !== "?") return String(Number(named) - 1);
  return years.today === undefined ? "?" : String(years.today + shift);
}

/** Words of time, in order. */
export function findPeriods(text: string, calendar: Calendar): PeriodMention[] {
  const mentions: PeriodMention[] = [];
  const years = yearsOf(text, calendar);
  let begin = 0;
  let end = lineEnd(text, 0);
  for (const match of candidates(text)) {
    const start = match.index;
    while (end < start) {
      begin = end + 1;
      end = lineEnd(text, begin);
      years.paragraph = undefined;
    }
    const read = mentionOf(text, match, years);
    if (!read) continue;
    const heading = begin >= calendar.bodyStart && end - begin <= 40 && isHeading(text.slice(begin, end));
    // 三、2021年目标任务: in a heading the year of the plan is that of the paragraphs below.
    const mention = {
      ...read,
      heading,
      base: read.base && !(heading && read.yearGiven && PLAN_BEHIND.test(text.slice(read.end, read.end + 2))),
    };
    // 截至6月底已开工49个,其中当年新开工23个: the year alone says less than the words before it.
    const last = mentions.at(-1);
    if (match[4] === "当年" && mention.part === "" && last && !last.base && !/[。；;\n]/.test(text.slice(last.end, match.index))) continue;
    mentions.push(mention);
    if (mention.base || !mention.yearGiven || mention.year === "?") continue;
    const future = years.today !== undefined && Number(mention.year) > years.today;
    if (!mention.day && !future) years.paragraph = mention.year;
    if (heading && !mention.day) years.section = mention.year;
  }
  return mentions;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

/** A line of its own above paragraphs: 二、2022年工作安排. */
const isHeading = (line: string): boolean => line.length <= 40 && !/[。;；,，]/.test(line) && !/\d(?:亿|万|%|个|家|户)/.test(line);

const ENDED = new EndPattern(/(?:扭转|结束|改变|打破)了?$/);
const MEASURED = new EndPattern(/(?:是|为|相当于|达到?)$/);
const GOAL = new StartPattern(/^(?:目标|任务|计划(?!完成|投资|总投资|实施|新)|预算|指标)/);
const SAME_TERM = new StartPattern(/^(?:同期|相比)/);

function mentionOf(text: string, match: RegExpExecArray, years: Years): Omit<PeriodMention, "heading"> | undefined {
  const [whole, asOfWord, digits, chinese, relative, partWords = "", end, tail] = match;
  const start = match.index;
  const named = digits ?? (chinese ? [...chinese].map((character) => CN_DIGITS[character] ?? "").join("") : undefined);
  if (!named && !relative && partWords === "") return undefined;
  if (named && (Number(named) < 1949 || Number(named) > 2060)) return undefined;
  const lastMonthMeant = /^上个?月$/.test(partWords);
  const part = lastMonthMeant
    ? years.today === undefined || years.month < 2
      ? undefined
      : twoDigits(String(years.month - 1))
    : partOf(partWords);
  if (part === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 4), start);
  // 以前年度, 三年前年均: not 前年.
  if (relative === "前年" && (/[以之年几]$/.test(before) || /^[度均]/.test(text.slice(start + whole.length, start + whole.length + 1))))
    return undefined;
  if (/[第\d.]$/.test(before) && !asOfWord) return undefined;
  const after = text.slice(start + whole.length, start + whole.length + 10);
  // 上一季度 is the one before, whichever that is.
  if (/季/.test(partWords) && !relative && /上$/.test(before)) return undefined;
  const asOf = asOfWord !== undefined || end !== undefined || /^(?:年[末底终]|岁末)/.test(partWords);
  const ended = ENDED.test(before);
  const base =
    ended ||
    (MEASURED.test(before) && /^的?\d+(?:\.\d+)?倍/.test(after)) ||
    (before.endsWith("按") && /^(?:平均)?(?:汇率|价格|不变|可比)/.test(after)) ||
    GOAL.test(after) ||
    (/[由从]$/.test(before) && (whole.endsWith("的") || /^的/.test(after))) ||
    (/(?:比|较|与|于|同|超|和)$/.test(before) && !(/(?:和|与|于)$/.test(before) && partWords !== "" && !/^(?:同期|相比)/.test(after)))
      ? true
      : tail === "同期" || SAME_TERM.test(after);
  const year =
    named ??
    (relative
      ? relativeYear(years, relative)
      : bareYear(years, part, asOf, PLANNED.testIn(text, start - 8, Math.min(text.length, start + whole.length + 10))));
  return {
    start,
    end: start + whole.length,
    year,
    yearGiven: Boolean(named ?? relative),
    part,
    base,
    asOf,
    day: /[日号]$/.test(partWords) || ((named !== undefined || relative !== undefined || /月/.test(partWords)) && HAPPENS.test(after)),
    since: tail === "以来",
    sameTerm: tail === "同期",
  };
}

const STARTS = unitTable("截今去前明上当本同下第一二三四五六七八九十首半中全年岁Q0123456789");
/** What must follow for the words to be of time: most digits and characters are told off by one look. */
const FOLLOWS: Readonly<Record<string, string>> = {
  截: "至止",
  今: "年",
  去: "年",
  明: "年",
  当: "年",
  本: "年",
  同: "年",
  下: "半",
  第: "一二三四1234三",
  首: "季",
  半: "年",
  中: "报",
  全: "年",
  岁: "末",
  年: "末底终报度",
  上: "年一半个月",
  前: "年三3一二两四五六七八九十0123456789",
  Q: "1234",
};
const AFTER_DIGITS = "年月上下前半季Q一二三四-—–―~～－至到份 ";
const AFTER_NUMERAL = "月季至到-—–~～一二三四五六七八九十〇○零";
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function mayStart(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if (isDigit(text.charCodeAt(at))) {
    if (at > 0 && isDigit(text.charCodeAt(at - 1))) return false;
    let end = at + 1;
    while (end - at < 5 && isDigit(text.charCodeAt(end))) end += 1;
    return AFTER_DIGITS.includes(text[end] ?? "\n");
  }
  return (FOLLOWS[character] ?? AFTER_NUMERAL).includes(text[at + 1] ?? "\n");
}

/** Every place where words of time may stand. */
function candidates(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (STARTS[text.charCodeAt(at)] !== 1 || !words.mayStandAt(text, at) || !mayStart(text, at)) continue;
    const match = words.execAt(text, at);
    if (!match || match[0].length < 2) continue;
    found.push(match);
    at += match[0].length - 1;
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

/** The month in which a part of the year ends: 上半年 → 06. */
export const lastMonth = (part: string): string =>
  ({ H1: "06", Q1: "03", Q2: "06", Q3: "09", "Q1-Q3": "09" })[part] ?? part.split("..").at(-1) ?? part;
