import { describe, expect, it } from "vitest";
import { findPeriods, lastMonth, writePeriod } from "#domains/intelligence/rules/figures/find-periods.ts";
import { localDate } from "#kernel/local-date.ts";

const read = (text: string, published: string | null = "2022-08-03", bodyStart = 0) =>
  findPeriods(text, { published: published === null ? null : localDate(published), bodyStart })
    .filter((mention) => !mention.base)
    .map((mention) => writePeriod(mention.year, mention.part));

describe("words of time", () => {
  it.each([
    ["今年上半年", "2022H1"],
    ["2021年", "2021"],
    ["二〇二一年一季度", "2021Q1"],
    ["去年前三季度", "2021Q1-Q3"],
    ["1—7月", "2022-01..2022-07"],
    ["今年1-6月", "2022H1"],
    ["1至3月", "2022Q1"],
    ["4至6月", "2022Q2"],
    ["前五个月", "2022-01..2022-05"],
    ["7月份", "2022-07"],
    ["2020年半年度", "2020H1"],
  ])("%s is %s", (text, period) => expect(read(text)).toEqual([period]));

  it("leaves an unknown year open", () => {
    expect(read("上半年", null)).toEqual(["?H1"]);
    expect(read("截至6月底", null)).toEqual(["?-06"]);
    expect(read("全年", null)).toEqual([null]);
  });

  it("takes a month later than the publication from the year before", () => expect(read("11月份", "2022-02-10")).toEqual(["2021-11"]));

  it("keeps to the year of the title where a report says 全年", () =>
    expect(read("某县2019年统计公报\n全年粮食产量稳定", "2020-04-01", 11)).toEqual(["2019", "2019"]));

  it("keeps to the year of the heading above", () =>
    expect(read("二、2023年工作安排\n上半年完成征地", "2022-02-20")).toEqual(["2023", "2023H1"]));

  it.each(["比2021年增长", "较去年年底增加", "以前年度调整", "扭转一季度下降的局面", "完成全年目标的一半"])(
    "%s: compared with, not reported on",
    (text) => expect(read(text)).toEqual([]),
  );

  it("knows the month in which a part of the year ends", () => expect(["H1", "Q1-Q3", "05"].map(lastMonth)).toEqual(["06", "09", "05"]));
});
