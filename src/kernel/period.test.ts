import fc from "fast-check";
import { expect, test } from "vitest";
import {
  comparePeriods,
  containsPeriod,
  endDay,
  findPeriod,
  isYearToDate,
  lastMonth,
  lengthInDays,
  lengthInMonths,
  monthsOf,
  Period,
  period,
  periodOfMonths,
  periodsAgree,
  previousPeriod,
  samePeriodLastYear,
  startDay,
  withYear,
  yearToDate,
} from "#kernel/period.ts";
import { sayPeriod } from "#kernel/say-period.ts";

test.each([
  ["2023", "2023-01-01", "2023-12-31", 12, "2023年", "2023"],
  ["2020H1", "2020-01-01", "2020-06-30", 6, "2020年上半年", "first half of 2020"],
  ["2020H2", "2020-07-01", "2020-12-31", 6, "2020年下半年", "second half of 2020"],
  ["2022Q1", "2022-01-01", "2022-03-31", 3, "2022年一季度", "Q1 2022"],
  ["2016Q1-Q3", "2016-01-01", "2016-09-30", 9, "2016年前三季度", "first three quarters of 2016"],
  ["2021-06", "2021-06-01", "2021-06-30", 1, "2021年6月", "June 2021"],
  ["2024-02", "2024-02-01", "2024-02-29", 1, "2024年2月", "February 2024"],
  ["2021-01..2021-07", "2021-01-01", "2021-07-31", 7, "2021年1—7月", "January–July 2021"],
  ["2016..2020", "2016-01-01", "2020-12-31", 60, "2016—2020年", "2016–2020"],
  ["2021-11..2022-02", "2021-11-01", "2022-02-28", 4, "2021年11月—2022年2月", "November 2021 – February 2022"],
])("%s：%s 至 %s，%i个月，%s，%s", (text, start, end, months, zh, en) => {
  const value = period(text);
  expect([value, startDay(value), endDay(value), lengthInMonths(value), sayPeriod(value, "zh"), sayPeriod(value, "en")]).toEqual([
    text,
    start,
    end,
    months,
    zh,
    en,
  ]);
});

test.each([
  ["?", 12, "年份不详", "year not stated"],
  ["?H1", 6, "上半年（年份不详）", "first half (year not stated)"],
  ["?Q1-Q3", 9, "前三季度（年份不详）", "first three quarters (year not stated)"],
  ["?-06", 1, "6月（年份不详）", "June (year not stated)"],
  ["?-01..?-05", 5, "1—5月（年份不详）", "January–May (year not stated)"],
])("不知年份：%s", (text, months, zh, en) => {
  const value = period(text);
  expect([value, startDay(value), endDay(value), lengthInDays(value), lengthInMonths(value)]).toEqual([
    text,
    undefined,
    undefined,
    undefined,
    months,
  ]);
  expect([sayPeriod(value, "zh"), sayPeriod(value, "en")]).toEqual([zh, en]);
});

test.each([
  ["2021-01..2021-06", "2021H1"],
  ["2021-01..2021-12", "2021"],
  ["2021Q1-Q2", "2021H1"],
  ["2021Q1-4", "2021"],
  ["2021-06..2021-06", "2021-06"],
  ["2020-01..2021-12", "2020..2021"],
  ["?-01..?-03", "?Q1"],
])("同一时期一种写法：%s → %s", (text, canonical) => {
  expect(findPeriod(text)).toBe(canonical);
  expect(Period.parse(text)).toBe(canonical);
});

test.each([
  "",
  "2021-13",
  "2021-00",
  "2021H3",
  "2021Q5",
  "2021Q3-Q1",
  "2021-07..2021-01",
  "?-01..2021-02",
  "21H1",
  "2021/06",
  "2021-6",
  "x".repeat(500),
])("%j is no period", (text) => {
  expect(findPeriod(text)).toBeUndefined();
  expect(Period.safeParse(text).success).toBe(false);
  expect(() => period(text)).toThrow("period.not-a-period");
});

test("上年同期、上一期、累计、当月", () => {
  expect(samePeriodLastYear(period("2020H1"))).toBe("2019H1");
  expect(samePeriodLastYear(period("?H1"))).toBe("?H1");
  expect(previousPeriod(period("2022Q1"))).toBe("2021Q4");
  expect(previousPeriod(period("2021-01"))).toBe("2020-12");
  expect(previousPeriod(period("2020H1"))).toBe("2019H2");
  expect(previousPeriod(period("2016..2020"))).toBe("2011..2015");
  expect(previousPeriod(period("?H1"))).toBeUndefined();
  expect(yearToDate(period("2021-07"))).toBe("2021-01..2021-07");
  expect(yearToDate(period("2022Q3"))).toBe("2022Q1-Q3");
  expect(lastMonth(period("2020H1"))).toBe("2020-06");
  expect([isYearToDate(period("2020H1")), isYearToDate(period("2020H2"))]).toEqual([true, false]);
});

test("包含与相合：不知年份时不下结论，但可能相合", () => {
  expect(containsPeriod(period("2020H1"), period("2020Q2"))).toBe(true);
  expect(containsPeriod(period("2020Q2"), period("2020H1"))).toBe(false);
  expect(containsPeriod(period("?H1"), period("?Q1"))).toBeUndefined();
  expect(periodsAgree(period("?H1"), period("2023H1"))).toBe(true);
  expect(periodsAgree(period("?H1"), period("2023Q1"))).toBe(false);
  expect(periodsAgree(period("2022H1"), period("2023H1"))).toBe(false);
  expect(periodsAgree(period("?"), period("2016..2020"))).toBe(false);
  expect(withYear(period("?-01..?-05"), 2020)).toBe("2020-01..2020-05");
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 40 }))
  .map(([year, from, length]) => periodOfMonths(year, from, ((from - 1 + length) % 12) + 1, year + Math.floor((from - 1 + length) / 12)));

test("spelling, reading, shifting and comparing agree with one another", () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (left, right) => {
      const { year, from, toYear, to } = monthsOf(left);
      expect(periodOfMonths(year, from, to, toYear)).toBe(left);
      expect(period(left)).toBe(left);
      expect(comparePeriods(left, right)).toBe(-comparePeriods(right, left) + 0);
      expect(comparePeriods(left, right) === 0).toBe(left === right);
      expect(lengthInMonths(previousPeriod(left) ?? left)).toBe(lengthInMonths(left));
      expect(comparePeriods(samePeriodLastYear(left), left)).toBe(-1);
      if (containsPeriod(left, right) && containsPeriod(right, left)) expect(left).toBe(right);
    }),
  );
});
