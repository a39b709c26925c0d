import { monthsOf, type Period } from "#kernel/period.ts";
import type { Language } from "#kernel/texts.ts";

const QUARTERS_ZH = ["一", "二", "三", "四"];
const MONTHS_EN = "January February March April May June July August September October November December".split(" ");
const NO_YEAR = { zh: "年份不详", en: "year not stated" } as const;

/** `2020年上半年`, `2022年一季度`, `2016年前三季度`, `2021年1—7月`; `first half of 2020`, `Q1 2022`, `January–July 2021`. */
export function sayPeriod(value: Period, language: Language): string {
  const { year, from, toYear, to } = monthsOf(value);
  if (year !== toYear) return saySeveralYears(value, language);
  const name = language === "zh" ? nameInChinese(value, from, to) : nameInEnglish(value, from, to);
  if (language === "zh") return year === null ? (name === "" ? NO_YEAR.zh : `${name}（${NO_YEAR.zh}）`) : `${year}年${name}`;
  if (year === null) return name === "" ? NO_YEAR.en : `${name} (${NO_YEAR.en})`;
  return name === "" ? String(year) : `${name}${/ (half|quarters)$/.test(name) ? " of" : ""} ${year}`;
}

function nameInChinese(value: Period, from: number, to: number): string {
  const half = /H([12])$/.exec(value);
  if (half) return half[1] === "1" ? "上半年" : "下半年";
  const quarters = /Q([1-4])(?:-Q([1-4]))?$/.exec(value);
  if (quarters?.[2] === undefined) {
    if (quarters) return `${QUARTERS_ZH[Number(quarters[1]) - 1]}季度`;
  } else
    return quarters[1] === "1"
      ? `前${QUARTERS_ZH[Number(quarters[2]) - 1]}季度`
      : `${QUARTERS_ZH[Number(quarters[1]) - 1]}至${QUARTERS_ZH[Number(quarters[2]) - 1]}季度`;
  if (from === 1 && to === 12) return "";
  return from === to ? `${from}月` : `${from}—${to}月`;
}

function nameInEnglish(value: Period, from: number, to: number): string {
  const half = /H([12])$/.exec(value);
  if (half) return half[1] === "1" ? "first half" : "second half";
  const quarters = /Q([1-4])(?:-Q([1-4]))?$/.exec(value);
  if (quarters)
    return quarters[2] === undefined ? `Q${quarters[1]}` : quarters[1] === "1" ? "first three quarters" : `Q${quarters[1]}–Q${quarters[2]}`;
  if (from === 1 && to === 12) return "";
  return from === to ? `${MONTHS_EN[from - 1]}` : `${MONTHS_EN[from - 1]}–${MONTHS_EN[to - 1]}`;
}

function saySeveralYears(value: Period, language: Language): string {
  const { year, from, toYear, to } = monthsOf(value);
  if (from === 1 && to === 12) return language === "zh" ? `${year}—${toYear}年` : `${year}–${toYear}`;
  if (language === "zh") return `${year}年${from}月—${toYear}年${to}月`;
  return `${MONTHS_EN[from - 1]} ${year} – ${MONTHS_EN[to - 1]} ${toYear}`;
}
