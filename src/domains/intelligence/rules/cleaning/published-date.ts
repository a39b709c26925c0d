import { findLocalDate, type LocalDate } from "#kernel/local-date.ts";

const DAY = /((?:19|20)\d{2})\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})/;
const CHINESE_DAY = /([二一][〇○零Ｏ一二三四五六七八九]{3})年([元一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/;
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  Ｏ: 0,
  元: 1,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const digitOf = (character: string | undefined): number => DIGITS[character ?? ""] ?? 0;
const day = (year: string, month: string, date: string): LocalDate | null =>
  findLocalDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`) ?? null;

/** 十 → 10, 十二 → 12, 二十三 → 23. */
function small(text: string): string {
  const tens = text.indexOf("十");
  if (tens < 0) return String(digitOf(text[0]));
  return String((tens === 0 ? 1 : digitOf(text[0])) * 10 + digitOf(text[tens + 1]));
}

/** The first day written in a text: 2020-07-31, 2020年7月31日, 二〇二〇年七月三十一日. */
export function findDay(text: string): LocalDate | null {
  const found = DAY.exec(text);
  if (found) return day(found[1] ?? "", found[2] ?? "", found[3] ?? "");
  const chinese = CHINESE_DAY.exec(text);
  return chinese ? day([...(chinese[1] ?? "")].map(digitOf).join(""), small(chinese[2] ?? ""), small(chinese[3] ?? "")) : null;
}

/** The day in the address of a page: /20210803/, /2021-08/03/, t20210803_123.html. */
export function findDayInAddress(address: string): LocalDate | null {
  const found = /(?:^|[/_t])((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.]|$)/.exec(address);
  return found ? day(found[1] ?? "", found[2] ?? "", found[3] ?? "") : null;
}
