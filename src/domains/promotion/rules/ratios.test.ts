import { describe, expect, test } from "vitest";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";
import { FEWEST_PEERS, industryMedians, ratioValue, readRatios } from "#domains/promotion/rules/ratios.ts";

const YEAR_2024 = exampleStatement(2024, { revenue: "80000000", netProfit: "4000000", assets: "100000000" });
const YEAR_2025 = exampleStatement(2025, {
  revenue: "100000000",
  operatingProfit: "9000000",
  netProfit: "6000000",
  deductedProfit: "4500000",
  operatingCash: "3000000",
  assets: "120000000",
  currentAssets: "50000000",
  liabilities: "72000000",
  currentLiabilities: "40000000",
  equity: "45000000",
});

describe("财务指标", () => {
  test.each([
    ["debt-ratio", "60"],
    ["current-ratio", "1.25"],
    ["return-on-assets", "5"],
    ["return-on-equity", "13.3333"],
    ["net-margin", "6"],
    ["operating-margin", "9"],
    ["asset-turnover", "0.8333"],
    ["cash-to-profit", "0.5"],
    ["cash-to-current-liabilities", "7.5"],
    ["one-off-share", "25"],
    ["revenue-growth", "25"],
    ["profit-growth", "50"],
    ["asset-growth", "20"],
  ] as const)("%s 为 %s", (ratio, expected) => {
    expect(ratioValue(ratio, [YEAR_2024, YEAR_2025], 2025)).toBe(expected);
  });

  test("缺项写明缺哪一年的哪一项，不当作零", () => {
    const readings = readRatios([exampleStatement(2025, { revenue: "100", assets: "0", liabilities: "1" })]);
    const of = (ratio: string) => readings.find((one) => one.ratio === ratio);
    expect(of("current-ratio")).toMatchObject({
      value: null,
      undefinedRatio: false,
      missing: [
        { item: "currentAssets", year: 2025 },
        { item: "currentLiabilities", year: 2025 },
      ],
    });
    expect(of("revenue-growth")).toMatchObject({ value: null, missing: [{ item: "revenue", year: 2024 }] });
    expect(of("debt-ratio")).toMatchObject({ value: null, missing: [], undefinedRatio: true });
  });

  test("上年亏损时净利润增长率没有意义", () => {
    const before = exampleStatement(2024, { netProfit: "-1" });
    const now = exampleStatement(2025, { netProfit: "1" });
    expect(ratioValue("profit-growth", [before, now], 2025)).toBeUndefined();
  });
});

describe("与行业中位数比较", () => {
  const peer = (liabilities: string) => [exampleStatement(2025, { assets: "100", liabilities })];
  const five = ["40", "50", "70", "80", "90"].map(peer);

  test("五家取中间一家，六家取中间两家的平均", () => {
    expect(industryMedians(five, [2025]).get("debt-ratio 2025")).toEqual({ value: "70", peers: 5 });
    expect(industryMedians([...five, peer("75")], [2025]).get("debt-ratio 2025")).toEqual({ value: "72.5", peers: 6 });
  });

  test("缺这一项的企业不算在内，不足五家不给中位数", () => {
    const lacking = [exampleStatement(2025, { assets: "100" })];
    expect(industryMedians([...five.slice(1), lacking], [2025]).has("debt-ratio 2025")).toBe(false);
    expect(FEWEST_PEERS).toBe(5);
  });

  test.each([
    ["60", "better"],
    ["70", "level"],
    ["70.1", "worse"],
  ])("资产负债率 %s%% 对中位数 70%%：%s", (liabilities, against) => {
    const [reading] = readRatios(peer(liabilities), industryMedians(five, [2025]));
    expect(reading).toMatchObject({ ratio: "debt-ratio", median: "70", peers: 5, against });
  });
});
