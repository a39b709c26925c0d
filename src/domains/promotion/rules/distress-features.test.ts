import { describe, expect, test } from "vitest";
import { DISTRESS_FEATURES, readFeatures } from "#domains/promotion/rules/distress-features.ts";
import { historyOf } from "#domains/promotion/rules/distress-statements.ts";
import { exampleHistory } from "#domains/promotion/rules/example-histories.ts";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";

const history = exampleHistory("000001", 2016, [
  { netProfit: 8, deductedProfit: 6, assets: 100, liabilities: 40, revenue: 50, operatingCash: 2, equity: 55, currentAssets: 60 },
  { netProfit: -4, deductedProfit: -5, assets: 100, liabilities: 50, revenue: 100, operatingCash: 3, equity: 45, currentAssets: 60 },
  { netProfit: 2, deductedProfit: -1, assets: 100, liabilities: 55, revenue: 50, operatingCash: -1, equity: 45, currentAssets: 60 },
]);
const read = (name: string, year = 2018, of = history): number | null =>
  readFeatures(of, year)[DISTRESS_FEATURES.findIndex((feature) => feature.name === name)] ?? null;

describe("财务困境分看什么", () => {
  test.each([
    ["roa", 0.02],
    ["deducted-roa", -0.01],
    ["one-off", 0.03],
    ["accruals", 0.03],
    ["debt", 0.55],
    ["minority", 0],
    ["roa-change", 0.06],
    ["debt-change", 0.05],
    ["profit-swing", 1],
    ["revenue-growth", Math.log(0.5)],
    ["new-capital", -0.02],
    ["roa-3y", 0.02],
    ["roa-least", -0.04],
    ["deducted-losses", 2],
    ["losses", 1],
    ["cash-negative", 1],
    ["since-loss", 1],
    ["cumulated", 0.06],
    ["roa-last-year", -0.04],
    ["current", null],
    ["debt-change-3y", null],
  ])("%s = %s", (name, expected) => {
    const found = read(name);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 10);
  });

  test("三年以下说不出几年亏损，也说不出多久没有亏损", () => {
    const young = exampleHistory("1", 2017, [
      { netProfit: 1, assets: 10 },
      { netProfit: 1, assets: 10 },
    ]);
    expect([read("losses", 2018, young), read("since-loss", 2018, young)]).toEqual([null, null]);
  });

  test("除数不为正时没有比率", () => {
    const odd = exampleHistory("1", 2018, [{ netProfit: 1, assets: 0, revenue: -5, liabilities: 1 }]);
    expect(
      DISTRESS_FEATURES.filter(({ name }) => ["roa", "debt", "net-margin", "size"].includes(name)).map(({ name }) => read(name, 2018, odd)),
    ).toEqual([null, null, null, null]);
  });

  test("名字不重复，中英文齐全", () => {
    expect(new Set(DISTRESS_FEATURES.map(({ name }) => name)).size).toBe(DISTRESS_FEATURES.length);
    for (const { label } of DISTRESS_FEATURES)
      expect([/\p{Script=Han}/u.test(label.zh), /^[\x20-\x7e]+$/.test(label.en)]).toEqual([true, true]);
  });
});

test("登记的报表（元）与公布的年报（万元）看到的一样", () => {
  const filed = historyOf("000001", [
    exampleStatement(2018, { netProfit: "20000", assets: "1000000", returnOnEquity: "7.16" }),
    exampleStatement(2017, { netProfit: "-40000.5", assets: "1000000" }),
  ]);
  const published = exampleHistory("000001", 2017, [
    { netProfit: -4.00005, assets: 100 },
    { netProfit: 2, assets: 100, returnOnEquity: 7.16 },
  ]);
  expect(filed).toEqual(published);
});
