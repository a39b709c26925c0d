import { describe, expect, it } from "vitest";
import { findFigures } from "#domains/intelligence/rules/figures/find-figures.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";
import { localDate } from "#kernel/local-date.ts";

function periodsOf(original: string, published = "2023-04-20", title = "") {
  const article = {
    index: 0,
    title,
    region: "云岭高新区",
    published: localDate(published),
    medium: null,
    text: MappedText.of(original),
    bodyStart: 0,
  };
  return findFigures(article, { original, articles: [article], cuts: [] }).map((figure) => `${figure.value} ${figure.period}`);
}

describe("the period of a figure", () => {
  it("is the title's where the title stands apart from the text", () =>
    expect(periodsOf("报告期内,实现营业收入8.2亿元。分季度看,第四季度营业收入2.6亿元。", "2023-04-20", "云岭科技2022年报出炉")).toEqual([
      "8.2 2022",
      "2.6 2022Q4",
    ]));

  it("is not that of a quarter named in passing", () =>
    expect(periodsOf("2022年上半年,完成工业产值60亿元,但第二季度产值仅24亿元;完成税收3.1亿元。")).toEqual([
      "60 2022H1",
      "24 2022Q2",
      "3.1 2022H1",
    ]));

  it("is the last year's where the text speaks of that time itself", () =>
    expect(periodsOf("今年1-3月净利润1.4亿元,上年同期为0.6亿元。")).toEqual(["1.4 2023Q1", "0.6 2022Q1"]));

  it("is the last year's where a loss is compared with", () =>
    expect(periodsOf("2022年上半年亏损3.2亿元,较上年同期的亏损14.7亿元收窄。")).toEqual(["-3.2 2022H1", "-14.7 2021H1"]));

  it("is each quarter's where quarters are dealt out", () =>
    expect(periodsOf("2022年第一季度营业收入2.1亿元;二、三季度分别为2.4亿元、2.6亿元。")).toEqual([
      "2.1 2022Q1",
      "2.4 2022Q2",
      "2.6 2022Q3",
    ]));

  it("is the year of the plan below its heading", () =>
    expect(periodsOf("二、2024年目标任务\n新增规上企业30家。", "2023-12-28")).toEqual(["30 2024"]));

  it("is the last year of a five-year plan", () => expect(periodsOf("“十二五”末,工业总产值达到300亿元。")).toEqual(["300 2015"]));

  it("stays with the words before 当年", () =>
    expect(periodsOf("截至3月底,58个项目已开工49个,其中当年新开工23个。")).toEqual(["58 2023-03", "49 2023Q1", "23 2023Q1"]));
});
