import Big from "big.js";
import { readChineseNumber } from "#domains/intelligence/rules/figures/chinese-number.ts";
import { readUnit, type UnitKind } from "#domains/intelligence/rules/figures/units.ts";
import { EndPattern, StartPattern } from "#domains/intelligence/rules/patterns/guarded-pattern.ts";
import { unitTable } from "#domains/intelligence/rules/patterns/unit-set.ts";

/** A number with its unit, as it stands in the text. */
export type NumberToken = {
  readonly start: number;
  readonly end: number;
  /** Exact decimal. */
  readonly value: string;
  readonly unit: string;
  readonly kind: UnitKind | "rank";
  /** 余, 多, 以上 … stood behind it. */
  readonly more: boolean;
  readonly less: boolean;
  readonly chinese: boolean;
};

const number =
  /(\d+(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|([一二两三四五六七八九][一二两三四五六七八九十百千万亿零]*(?:点[一二三四五六七八九零]+)?|十[一二三四五六七八九十百千万亿零]*(?:点[一二三四五六七八九零]+)?|百分之[一二三四五六七八九十百点零]+|(?<=翻)番(?!茄))/g;
const RANGE = new StartPattern(/^(?:%)?(?:[-—–~～]+|至|到)(\d+(?:\.\d+)?)/);
const NOT_BEFORE = new EndPattern(/[A-Za-z第\d.\-+:：/〔[【]$/);
/** What stands behind a number that counts nothing: classes, dates, ordinals, versions, addresses. */
const NOT_AFTER = new StartPattern(
  /^(?:(?:千|百|万)?(?:亿|万)?(?:元)?级|强(?!度)|(?!P(?![A-Za-z0-9]))[A-Za-z](?![A-Za-z]*(?:Wh|W\b|EU))|号|楼|层(?!级)|届|版|岁|大(?!桥|型|学)|[月日](?![均产])|时\d|点\d|分\d|[:：]\d|[-—–]\d{3,}|℃|°|\+|条(?:规定|措施|政策|意见|举措)|维|后(?:的|出生)?|带)/,
);
const CLASS_AFTER = new StartPattern(
  /^(?:千|百|十)?(?:万亿|亿|万)?(?:美?元)?(?:级|(?:及)?以上(?:的|重大|重点|工业|产业|制造业|优质|签约|新)*(?:项目|企业)|以下(?:的)?(?:项目|企业)|(?:及)?以[上下]的?(?:有|共|达|就有|分别有)?\d)/,
);
const UNIT_DURATION = new EndPattern(/年$/);
/** 超50亿元的项目: a class again, said with 超 or 过. */
const CLASS_OVER = new StartPattern(/^(?:多|余)?(?:万|亿|千万)?(?:美?元)(?:以上)?的?[\u4e00-\u9fff]{0,4}?(?:项目|企业)/);

/**
 * One pass over a paragraph. Numbers under `taken` (words of time) are passed over; so are classes (百亿级, 500强), ordinals, versions, telephone
 * and document numbers, slogans in quotation marks.
 */
export function findNumbers(text: string, taken: readonly { readonly start: number; readonly end: number }[]): NumberToken[] {
  const tokens: NumberToken[] = [];
  let next = 0;
  number.lastIndex = 0;
  for (let match = number.exec(text); match; match = number.exec(text)) {
    const start = match.index;
    while (next < taken.length && (taken[next]?.end ?? 0) <= start) next += 1;
    const span = taken[next];
    if (span && span.start <= start) {
      number.lastIndex = Math.max(span.end, start + 1);
      continue;
    }
    const end = start + match[0].length;
    const found = match[1] === undefined ? readChinese(text, start, match[0]) : readArabic(text, start, end, match[1]);
    if (found.length === 0) continue;
    for (const token of found) tokens.push(token);
    number.lastIndex = Math.max(found.at(-1)?.end ?? end, end);
  }
  return tokens;
}

function readArabic(text: string, start: number, end: number, digits: string): NumberToken[] {
  const before = text.slice(Math.max(0, start - 3), start);
  if (NOT_BEFORE.test(before) && !/(?:GDP|CPI|PPI)$/.test(before) && !/[\u4e00-\u9fff、,，(和][-+:：]$/.test(before)) return [];
  const negative = before.endsWith("-") && /[的为率速幅至到达是长降值额润、,，(和与由从]-$/.test(before);
  if (isSlogan(text, start)) return [];
  const rest = text.slice(end, end + 24).trimStart();
  if (CLASS_AFTER.test(rest) || NOT_AFTER.test(rest) || inTitle(text, start)) return [];
  if (CLASS_OVER.test(rest) && /[超过破逾]$/.test(before)) return [];
  const value = (negative ? "-" : "") + (digits.includes(",") || digits.includes("，") ? digits.replace(/[,，]/g, "") : digits);
  const range = RANGE.exec(rest);
  if (range?.[1]) {
    const far = end + range[0].length;
    const afterRange = text.slice(far, far + 24);
    const unit = CLASS_AFTER.test(afterRange) || NOT_AFTER.test(afterRange) ? undefined : readUnit(text, far);
    if (!unit || unit.kind === "duration") return [];
    const both = { unit: unit.unit, kind: unit.kind, end: unit.end, more: false, less: false, chinese: false };
    return [
      { ...both, start, value },
      { ...both, start, value: range[1] },
    ];
  }
  const unit = readUnit(text, end);
  if (!unit) return bareIndex(text, start, end, value);
  if (/[条招]$/.test(unit.unit) && /[”’"]/.test(text[unit.end] ?? "")) return [];
  // 高于全国、全省1.3个、0.8个百分点: the unit stands behind the last only.
  if (unit.unit === "度" || (unit.unit === "个" && value.includes("."))) return [];
  if (unit.kind === "duration" && UNIT_DURATION.test(unit.unit) && digits.length === 4) return [];
  if (unit.kind === "bare" && /^(?:级|规模|产业|园|强|大)/.test(text.slice(unit.end))) return [];
  return [
    withApproximation(text, {
      start: negative ? start - 1 : start,
      end: unit.end,
      value: scaled(value, unit.unit),
      unit: plainUnit(unit.unit),
      kind: unit.kind,
      chinese: false,
    }),
  ];
}

/** 5千家 → 5000家: a magnitude that is no part of a customary unit goes into the value. */
const LOOSE_MAGNITUDE = new StartPattern(/^百[^万亿]|^千[^万亿瓦克米公顷]/);
const scaled = (value: string, unit: string): string => (LOOSE_MAGNITUDE.test(unit) ? shift(value, unit.startsWith("百") ? 2 : 3) : value);
const plainUnit = (unit: string): string => (LOOSE_MAGNITUDE.test(unit) ? unit.slice(1) : unit);

function shift(value: string, places: number): string {
  const [whole = "0", fraction = ""] = value.split(".");
  const padded = fraction.padEnd(places, "0");
  const rest = padded.slice(places);
  return `${whole}${padded.slice(0, places)}`.replace(/^0+(?=\d)/, "") + (rest === "" ? "" : `.${rest}`);
}

const SCORED = new EndPattern(/(?:指数|得分|评分|总分|系数|PMI)(?:\([^()]{1,8}\))?(?:达到?|为|是|提升至|升至|上升至)?(?:约)?$/);

/** 指数为102.3, 得分95: a number without a unit counts only behind such a word. */
function bareIndex(text: string, start: number, end: number, value: string): NumberToken[] {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!SCORED.test(before) || /^[年月日]/.test(text.slice(end))) return [];
  return [{ start, end, value, unit: "", kind: "measure", more: false, less: false, chinese: false }];
}

const AROUND = new StartPattern(/^(?:以上|及以上|以下|以内|左右|多|余|上下)/);
const someMore = unitTable("余多几来");

function hasMore(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (someMore[text.charCodeAt(at)] === 1) return true;
  return false;
}

function withApproximation(text: string, token: Omit<NumberToken, "more" | "less">): NumberToken {
  const after = AROUND.execIn(text, token.end, Math.min(text.length, token.end + 4))?.[0] ?? "";
  return {
    ...token,
    end: token.end + after.length,
    more: hasMore(text, token.start, token.end) || /^(?:以上|及以上|多|余)/.test(after),
    less: after === "以下" || after === "以内",
  };
}

/** No number in characters is longer. */
const LONGEST_WORD = 24;
const CN_UNIT_ALONE = /^(?:亿|万)?(?:元|美元)|^倍|^个百分点/;

function readChinese(text: string, start: number, word: string): NumberToken[] {
  const before = text.slice(Math.max(0, start - 1), start);
  if (word.length > LONGEST_WORD || inTitle(text, start)) return [];
  if (/[第每数几上成逐独统之唯某同任另十百千万]/.test(before)) return [];
  if (word === "番") return [{ start, end: start + 1, value: "1", unit: "倍", kind: "multiple", more: false, less: false, chinese: true }];
  if (word.startsWith("百分之")) {
    const value = readChineseNumber(word.slice(3));
    return value === undefined
      ? []
      : [withApproximation(text, { start, end: start + word.length, value, unit: "%", kind: "percent", chinese: true })];
  }
  const end = start + word.length;
  const tenths = /^成([一二三四五六七八九半])?(?=[以的,，。;；、]|左右|$)/.exec(text.slice(end, end + 4));
  if (
    tenths &&
    word.length === 1 &&
    (/[近超过约达逾降增长升为跌占了至到]$/.test(before) ||
      (/^[,，。;；\s]?$/.test(before) && /^(?:以上|左右)/.test(text.slice(end + 1, end + 3))))
  ) {
    const rest = tenths[1] === "半" ? "5" : tenths[1] ? (readChineseNumber(tenths[1]) ?? "0") : "0";
    const value = `${readChineseNumber(word) ?? "0"}${rest}`;
    return [{ start, end: end + tenths[0].length, value, unit: "%", kind: "percent", more: false, less: false, chinese: true }];
  }
  if (word === "一" && text[end] === "番")
    return [{ start, end: end + 1, value: "1", unit: "倍", kind: "multiple", more: false, less: false, chinese: true }];
  // 两万五千千瓦: the last 千 is the unit's.
  if (/[万亿百千]千$/.test(word) && /^[瓦克米卡]/.test(text.slice(end, end + 1))) return readWords(text, start, word.slice(0, -1));
  return readWords(text, start, word);
}

/** 十八亿六千万 → 18.6 and 亿: a number with two magnitudes, counted in the larger. */
function inLargest(word: string): { value: string; unit: string } | undefined {
  const value = /[万亿].*[万亿]$/.test(word) && !word.endsWith("万亿") ? readChineseNumber(word) : undefined;
  if (value === undefined) return undefined;
  const large = new Big(value).gte(100_000_000);
  return { value: new Big(value).div(large ? 100_000_000 : 10_000).toFixed(), unit: large ? "亿" : "万" };
}

function readWords(text: string, start: number, word: string): NumberToken[] {
  const before = text.slice(Math.max(0, start - 1), start);
  const end = start + word.length;
  // The myriad belongs to the unit as written: 三千万元 → 3000 万元.
  const tail = /(?:万亿|亿|万)$/.exec(word)?.[0] ?? "";
  const head = word.slice(0, word.length - tail.length);
  const compound = inLargest(word);
  const found = readUnit(text, compound ? end : end - tail.length);
  if (!found || found.end <= end || head === "" || CLASS_AFTER.test(text.slice(end))) return [];
  if (/[条招]$/.test(found.unit) && /[”’"]/.test(text[found.end] ?? "")) return [];
  const unit = compound ? { ...found, unit: compound.unit + found.unit } : found;
  const value = compound?.value ?? readChineseNumber(head);
  if (value === undefined) return [];
  const large = /[十百千点]/.test(head) || tail !== "";
  const alone = CN_UNIT_ALONE.test(text.slice(end - tail.length)) && head !== "一";
  // 从二十二个工作日缩短到九个工作日: time limits of a service; years and months are no figures.
  if (unit.kind === "duration" && /(?:工作日|小时|分钟|天)$/.test(unit.unit) && /[由从到至成为]$/.test(before))
    return [withApproximation(text, { start, end: unit.end, value, unit: unit.unit, kind: unit.kind, chinese: true })];
  if (unit.kind === "duration" || unit.kind === "bare" || (!large && !alone) || isSlogan(text, start)) return [];
  if (head === "十" && tail === "" && unit.kind === "count" && !/[近约超逾达]$/.test(before)) return [];
  return [withApproximation(text, { start, end: unit.end, value, unit: unit.unit, kind: unit.kind, chinese: true })];
}

/** 《 and 》. */
const isTitleMark = (unit: number): boolean => unit === 0x300a || unit === 0x300b;

/** Inside 《》 stands the name of a document. */
function inTitle(text: string, at: number): boolean {
  const lowest = Math.max(0, at - 40);
  let place = at - 1;
  while (place >= lowest && !isTitleMark(text.charCodeAt(place))) place -= 1;
  return place >= lowest && text[place] === "《";
}

/** “4个协同”, “三大”, “1+5”: a short quotation that begins with its number is a slogan. */
function isSlogan(text: string, start: number): boolean {
  const open = text[start - 1];
  if (open !== "“" && open !== "‘" && open !== '"' && open !== "「") return false;
  const rest = text.slice(start, start + 12);
  const close = rest.search(/[”’"」]/);
  return close > 0 && !/^\d+(?:\.\d+)?(?:%|万|亿|元)/.test(rest);
}
