import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "#kernel/local-date.ts";
import { Period, period, periodOfMonths } from "#kernel/period.ts";
import { findPeriods, type PeriodContext, parsePeriodText } from "#kernel/period-text.ts";
import { sayPeriod } from "#kernel/say-period.ts";

const published = localDate("2021-07-28");
const read = (text: string, day: string | null = published, context: Omit<PeriodContext, "published"> = {}) => {
  const found = parsePeriodText(text, day === null ? null : localDate(day), context);
  return found && `${found.period} ${found.basis}`;
};

test.each([
  ["今年上半年", "2021H1 cumulative"],
  ["上半年", "2021H1 cumulative"],
  ["去年上半年", "2020H1 cumulative"],
  ["下半年", "2020H2 single"],
  ["一季度", "2021Q1 cumulative"],
  ["第一季度", "2021Q1 cumulative"],
  ["首季度", "2021Q1 cumulative"],
  ["二季度", "2021Q2 single"],
  ["前三季度", "2020Q1-Q3 cumulative"],
  ["2016年前三季度", "2016Q1-Q3 cumulative"],
  ["2016年1-3季度", "2016Q1-Q3 cumulative"],
  ["1-6月", "2021H1 cumulative"],
  ["1—5月", "2021-01..2021-05 cumulative"],
  ["1至5月份", "2021-01..2021-05 cumulative"],
  ["1～7月", "2021-01..2021-07 cumulative"],
  ["１－７月", "2021-01..2021-07 cumulative"],
  ["一至七月份", "2021-01..2021-07 cumulative"],
  ["1月至7月", "2021-01..2021-07 cumulative"],
  ["前5个月", "2021-01..2021-05 cumulative"],
  ["頭兩個月", "2021-01..2021-02 cumulative"],
  ["截至6月底", "2021-06 point"],
  ["截至6月", "2021-06 point"],
  ["截至2021年6月30日", "2021-06 point"],
  ["6月末", "2021-06 point"],
  ["6月", "2021-06 single"],
  ["六月份", "2021-06 single"],
  ["12月", "2020-12 single"],
  ["2023年", "2023 cumulative"],
  ["二〇二三年", "2023 cumulative"],
  ["2023年度", "2023 cumulative"],
  ["2023上半年", "2023H1 cumulative"],
  ["2023年全年", "2023 cumulative"],
  ["去年", "2020 cumulative"],
  ["去年全年", "2020 cumulative"],
  ["全年", "2021 cumulative"],
  ["去年底", "2020 point"],
  ["去年年底", "2020 point"],
  ["截至2020年末", "2020 point"],
  ["年底", "2021 point"],
  ["今年以来", "2021-01..2021-07 cumulative"],
  ["2020年以来", "2020 cumulative"],
  ["本月", "2021-07 single"],
  ["上月", "2021-06 single"],
  ["当月", "2021-06 single"],
  ["上季度", "2021Q2 single"],
  ["截至目前", "2021-07 point"],
  ["“十三五”期间", "2016..2020 cumulative"],
  ["十四五时期", "2021..2025 cumulative"],
  ["2016-2020年", "2016..2020 cumulative"],
  ["2016年至2020年", "2016..2020 cumulative"],
  ["2021H1", "2021H1 cumulative"],
  ["2021.6", "2021-06 single"],
  ["202106", "2021-06 single"],
  ["明年一季度", "2022Q1 cumulative"],
])("2021年7月28日发布：%s → %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["上半年", "?H1 cumulative"],
  ["今年上半年", "?H1 cumulative"],
  ["1-5月", "?-01..?-05 cumulative"],
  ["6月", "?-06 single"],
  ["去年", "? cumulative"],
  ["2022年一季度", "2022Q1 cumulative"],
  ["本月", undefined],
  ["截至目前", undefined],
])("不知发布日期：%s → %s", (text, expected) => {
  expect(read(text, null)).toBe(expected);
});

test.each([
  ["全年", "2024-01-20", "2023 cumulative"],
  ["全年", "2024-12-28", "2024 cumulative"],
  ["1-11月", "2024-01-05", "2023-01..2023-11 cumulative"],
  ["四季度", "2024-01-20", "2023Q4 single"],
])("%s（%s发布）→ %s", (text, day, expected) => {
  expect(read(text, day)).toBe(expected);
});

test("上下文：文中年份、计划、当月、同期", () => {
  expect(read("上半年", "2024-03-01", { year: 2022 })).toBe("2022H1 cumulative");
  expect(read("下半年", "2021-07-28", { lean: "future" })).toBe("2021H2 single");
  expect(read("当月", "2021-07-28", { last: period("2021-01..2021-05") })).toBe("2021-05 single");
  expect(read("去年同期", "2021-07-28", { last: period("2021H1") })).toBe("2020H1 single");
  expect(read("上年同期", "2021-07-28")).toBeUndefined();
});

test.each(["3个月", "13月", "2021", "1200年", "重点项目", "", "1-0月", "以来", "9-3月", "2021年第", "一"])("%j 不是时期", (text) => {
  expect(read(text)).toBe(text === "2021" ? "2021 cumulative" : undefined);
});

test("在文中依次找出时期，日期不算", () => {
  const text =
    "7月28日，高新区召开上半年经济形势分析会。1—5月，增加值126亿元；去年同期为112亿元。截至7月，市场主体2万户。12021年不是年份。";
  const found = findPeriods(text, { published });
  expect(found.map(({ start, end, period }) => `${text.slice(start, end)} ${period}`)).toEqual([
    "上半年 2021H1",
    "1—5月 2021-01..2021-05",
    "去年同期 2020-01..2020-05",
    "截至7月 2021-07",
  ]);
});

test("what is said in Chinese is read back", () => {
  const anyPeriod = fc
    .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .filter(([, from, to]) => from <= to)
    .map(([year, from, to]) => periodOfMonths(year, from, to));
  fc.assert(fc.property(anyPeriod, (value) => parsePeriodText(sayPeriod(value, "zh"), null)?.period === value));
});

test("every found period is canonical, and hostile text ends quickly", () => {
  const noise = fc.string({
    unit: fc.constantFrom(..."0123456789今年去上下半季度月份前三至到-—截底末一二十五全同期以来Q日“"),
    maxLength: 80,
  });
  fc.assert(
    fc.property(noise, (text) => {
      for (const { period: value, start, end } of findPeriods(text, { published })) {
        expect(Period.parse(value)).toBe(value);
        expect(start).toBeLessThan(end);
      }
    }),
    { numRuns: 2000 },
  );
  expect(findPeriods("1-".repeat(100_000), { published })).toEqual([]);
  expect(findPeriods("2021年".repeat(20_000), { published })).toHaveLength(20_000);
});
