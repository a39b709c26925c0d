import { describe, expect, test } from "vitest";
import { DiligenceEventKind } from "#domains/promotion/contract/statement-red-lines.ts";
import { exampleStatement } from "#domains/promotion/rules/example-statement.ts";
import { type RedLineCase, readRedLines } from "#domains/promotion/rules/red-lines.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import { addDays, localDate } from "#kernel/local-date.ts";

const sound = (year: number) =>
  exampleStatement(year, { assets: "1000", liabilities: "400", currentAssets: "500", currentLiabilities: "250", operatingCash: "10" });
const SOUND: RedLineCase = {
  statements: [2023, 2024, 2025].map(sound),
  year: 2025,
  committedYuan: "600" as Decimal,
  events: [],
  asOf: localDate("2026-06-30"),
};
const read = (given: Partial<RedLineCase>) => readRedLines(DEFAULT_RED_LINES, { ...SOUND, ...given });
const lineOf = (given: Partial<RedLineCase>, line: string) => read(given).readings.find((reading) => reading.line === line);
const with2025 = (given: Parameters<typeof exampleStatement>[1]) => ({
  statements: [sound(2023), sound(2024), { ...exampleStatement(2025, given) }],
});

test("样样都在、样样没碰：未触及，不附条款", () => {
  expect(read({})).toMatchObject({ band: "clear", complete: true, clauses: [] });
});

describe("资产负债率：超过70%警示，超过85%止步", () => {
  test.each([
    ["699999999999.99", "clear", "70"],
    ["700000000000", "clear", "70"],
    ["700000000000.01", "caution", "70.000000000001"],
    ["850000000000", "caution", "85"],
    ["850000000000.01", "stop", "85.000000000001"],
    ["1200000000000", "stop", "120"],
  ])("总资产1万亿元，总负债 %s 元：%s", (liabilities, band, shown) => {
    const reading = lineOf(with2025({ assets: "1000000000000", liabilities }), "debtRatio");
    expect(reading?.band).toBe(band);
    if (band !== "clear") expect(reading?.zh).toBe(`2025年资产负债率${shown}%`);
  });

  test("没有总负债：缺数据，不当作零", () => {
    const report = read(with2025({ assets: "1000", currentAssets: "500", currentLiabilities: "250", operatingCash: "10" }));
    expect(report).toMatchObject({ band: "missing", complete: false });
    expect(report.readings[0]).toMatchObject({
      band: "missing",
      missing: [{ item: "liabilities", year: 2025 }],
      zh: "无法判断：缺少2025年总负债",
    });
  });

  test("总资产为零：止步", () => {
    expect(lineOf(with2025({ assets: "0", liabilities: "5" }), "debtRatio")?.band).toBe("stop");
  });
});

describe("流动比率低于1警示", () => {
  test.each([
    ["999.99", "1000", "caution", "0.99999"],
    ["1000", "1000", "clear", "1"],
    ["1000.01", "1000", "clear", "1"],
    ["0", "0", "clear", null],
  ])("流动资产 %s，流动负债 %s：%s", (currentAssets, currentLiabilities, band, shown) => {
    const reading = lineOf(with2025({ currentAssets, currentLiabilities }), "currentRatio");
    expect(reading?.band).toBe(band);
    if (band === "caution") expect(reading?.zh).toContain(`${shown}`.slice(0, 4));
  });
});

describe("近3年中有2年经营现金流为负警示", () => {
  const flows = (...given: readonly (string | undefined)[]) => ({
    statements: given.map((operatingCash, place) => exampleStatement(2023 + place, operatingCash === undefined ? {} : { operatingCash })),
  });
  test.each([
    [["1", "1", "1"], "clear"],
    [["0", "0", "-1"], "clear"],
    [["-1", "0", "0"], "clear"],
    [["-1", "1", "-1"], "caution"],
    [["-1", "-1", "-1"], "caution"],
    [["-1", undefined, "-1"], "caution"],
    [["-1", undefined, "1"], "missing"],
    [["1", undefined, "1"], "clear"],
    [[undefined, undefined, "1"], "missing"],
    [[undefined, undefined, undefined], "missing"],
  ] as const)("2023–2025 年经营现金流 %j：%s", (given, band) => {
    expect(lineOf(flows(...given), "negativeCash")?.band).toBe(band);
  });

  test("第四年前的负数不算", () => {
    const { statements } = flows("-1", "1", "1");
    expect(lineOf({ statements: [...statements, exampleStatement(2022, { operatingCash: "-1" })] }, "negativeCash")?.band).toBe("clear");
  });
});

describe("承诺投资超过净资产3倍警示", () => {
  test.each([
    ["1800", "clear"],
    ["1800.01", "caution"],
    ["0", "clear"],
  ])("净资产600元，承诺 %s 元：%s", (committed, band) => {
    expect(lineOf({ committedYuan: decimal(committed) }, "commitment")?.band).toBe(band);
  });

  test("净资产不为正：止步", () => {
    expect(lineOf(with2025({ assets: "400", liabilities: "400" }), "commitment")).toMatchObject({ band: "stop", value: null });
  });

  test("承诺投资未知：缺数据", () => {
    expect(lineOf({ committedYuan: null }, "commitment")).toMatchObject({ band: "missing", zh: "无法判断：缺少承诺投资" });
  });
});

describe("登记事项", () => {
  const ON = localDate("2026-01-01");
  const once = (kind: DiligenceEventKind, liftedOn: string | null, asOf: string) =>
    lineOf(
      { events: [{ kind, on: ON, liftedOn: liftedOn === null ? null : localDate(liftedOn), subject: "事由" }], asOf: localDate(asOf) },
      kind,
    )?.band;
  const BANDS = { "dishonest-debtor": "stop", "tax-arrears": "caution", litigation: "caution", "environmental-penalty": "caution" };

  test.each(DiligenceEventKind.options)("%s 当日起算，前一天没有", (kind) => {
    expect(once(kind, null, "2025-12-31")).toBe("clear");
    expect(once(kind, null, "2026-01-01")).toBe(BANDS[kind]);
    expect(once(kind, null, "2046-01-01")).toBe(BANDS[kind]);
  });

  test("失信解除当天即不再止步", () => {
    expect(once("dishonest-debtor", "2026-03-01", "2026-02-28")).toBe("stop");
    expect(once("dishonest-debtor", "2026-03-01", "2026-03-01")).toBe("clear");
  });

  test.each([
    ["tax-arrears", 365],
    ["litigation", 730],
    ["environmental-penalty", 1095],
  ] as const)("%s 了结后仍看 %i 日", (kind, days) => {
    expect(once(kind, "2026-01-02", addDays(ON, days))).toBe("caution");
    expect(once(kind, "2026-01-02", addDays(ON, days + 1))).toBe("clear");
  });

  test("失信盖过其他，警示的条款合并且不重复", () => {
    const report = read({
      ...with2025({ assets: "1000", liabilities: "800", currentAssets: "1", currentLiabilities: "2", operatingCash: "1" }),
      events: [{ kind: "dishonest-debtor", on: ON, liftedOn: null, subject: "（2026）执1号" }],
    });
    expect(report.band).toBe("stop");
    expect(report.clauses).toEqual(["funds-first", "performance-bond"]);
    expect(report.readings.at(-4)?.zh).toBe("列入失信被执行人1项，最近2026-01-01：（2026）执1号");
  });
});
