import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetColumns } from "#domains/economy/contract/sheet-columns.ts";
import { readFigureRow, type SheetRow } from "#domains/economy/rules/read-figure-row.ts";

const row = (cells: Readonly<Record<string, string>>): SheetRow => ({
  row: 7,
  cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, { text }])),
});
const read = (cells: Readonly<Record<string, string>>) => readFigureRow(row(cells), "云岭高新区");
const figure = (cells: Readonly<Record<string, string>>) => {
  const reading = read(cells);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.zh).join());
  return reading.figure;
};

describe("填报表的一行", () => {
  test("缺省：本园区、目录常用单位、同比、累计", () => {
    expect(figure({ indicator: "税收", period: "2026H1", value: "1,234.5", growth: "－2.1" })).toMatchObject({
      code: "tax",
      region: "云岭高新区",
      unit: "亿元",
      value: "1234.5",
      yoyPct: "-2.1",
      growthBase: "last-year",
      basis: "cumulative",
    });
  });

  test("存量缺省为时点，只有增速的是增速", () => {
    expect(figure({ indicator: "市场主体", period: "2026-06", value: "2", unit: "万户" }).basis).toBe("point");
    expect(figure({ indicator: "gdp", period: "2026年一季度", growth: "4.7" })).toMatchObject({
      indicator: "地区生产总值增速",
      period: "2026Q1",
      value: "4.7",
      unit: "%",
      yoyPct: "4.7",
    });
  });

  test.each([
    [{ period: "2026H1", value: "1" }, "第 7 行“指标”列：没有填写"],
    [{ indicator: "税收", period: "上半年", value: "1" }, "“期间”列：“上半年”不符合要求"],
    [{ indicator: "税收", period: "2026H1", value: "1,23" }, "“数值”列：“1,23”不符合要求"],
    [{ indicator: "税收", period: "2026H1", value: "1e9" }, "“数值”列：“1e9”不符合要求"],
    [{ indicator: "税收", period: "2026H1", value: "5", unit: "户" }, "单位“户”与该指标不相称"],
    [{ indicator: "税收", period: "2026H1", growth: "5.5%" }, "“增速(%)”列：“5.5%”不符合要求"],
    [{ indicator: "税收", period: "2026H1", value: "5", settledness: "大概" }, "“数据状态”列"],
    [{ indicator: "税收", period: "2026H1", value: "5", calibre: "区".repeat(41) }, "“口径”列"],
  ])("%o → %s", (cells, sentence) => {
    const reading = read(cells as Readonly<Record<string, string>>);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.problems.map((problem) => problem.zh).join()).toContain(sentence);
  });

  test("任何文字都不会使它出错；收下的数都是十进制数", () => {
    const words = fc.oneof(
      fc.string({ maxLength: 60, unit: "binary" }),
      fc.constantFrom("税收", "GDP", "2026H1", "１２３", "-0", "999999999999999999999999999999999999999999", "=1+1", "亿元"),
    );
    const cells = fc.dictionary(fc.constantFrom(...sheetColumns.map((column) => column.key)), words);
    fc.assert(
      fc.property(cells, (given) => {
        const reading = read(given as Readonly<Record<string, string>>);
        if (reading.ok) expect(reading.figure.value).toMatch(/^-?\d+(\.\d+)?$/);
        else expect(reading.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 600 },
    );
  });
});
