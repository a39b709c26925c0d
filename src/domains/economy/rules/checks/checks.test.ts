import { describe, expect, test } from "vitest";
import type { ReportCardFigure } from "#domains/economy/contract/report-card.ts";
import type { CheckInput, EarlierFigure, WiderFigure } from "#domains/economy/rules/checks/check-input.ts";
import { runChecks } from "#domains/economy/rules/checks/run-checks.ts";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";

const figure = (code: string, value: string | null, unit: string | null, more: Partial<ReportCardFigure> = {}): ReportCardFigure => ({
  id: code,
  code,
  indicator: findIndicator(code)?.name.zh ?? code,
  indicatorEn: findIndicator(code)?.name.en ?? null,
  value,
  unit,
  yoyPct: null,
  growthBase: null,
  approximation: "exact",
  basis: "cumulative",
  calibre: null,
  settledness: "unknown",
  period: "2021H1",
  region: "云岭高新区",
  comparisons: [],
  lastYear: null,
  sources: [{ kind: "rows", dataset: "manual", title: "填报表", rows: [{ id: "1", label: "第2行" }], note: null }],
  observationId: code,
  observationIds: [code],
  status: "accepted",
  ...more,
});
const earlier = (
  code: string,
  value: string,
  unit: string,
  when: EarlierFigure["when"],
  more: Partial<EarlierFigure> = {},
): EarlierFigure => ({
  code,
  period: when === "same-year" ? "2021Q1" : "2020H1",
  when,
  basis: "cumulative",
  value,
  unit,
  revised: false,
  ...more,
});
const city = (code: string, more: Partial<WiderFigure>): WiderFigure => ({
  with: "city",
  region: "某市",
  code,
  value: null,
  unit: null,
  yoyPct: null,
  ...more,
});

const run = (figures: readonly ReportCardFigure[], more: Partial<CheckInput> = {}) =>
  runChecks({ figures, earlier: [], wider: [], expected: [], ...more }).map(({ name, ok }) => [name, ok]);
const say = (figures: readonly ReportCardFigure[], more: Partial<CheckInput> = {}) =>
  runChecks({ figures, earlier: [], wider: [], expected: [], ...more })[0];

describe("核对", () => {
  test.each([
    ["10.0", true],
    ["9.9", true],
    ["10.1", true],
    ["10.2", false],
  ])("进口 %s 亿元与进出口 10.0 亿元：四舍五入之内 %s", (value, ok) => {
    expect(run([figure("trade", "10.0", "亿元"), figure("imports", value, "亿元")])).toEqual([["part-within-whole:imports:trade", ok]]);
  });

  test("金额与增速不相比", () => {
    expect(run([figure("fixed-investment", null, null, { yoyPct: "3" }), figure("industrial-investment", "5", "亿元")])).toEqual([]);
  });

  test.each([
    ["1343.8", true],
    ["1343.9", true],
    ["1344.1", false],
  ])("出口 881.7 + 进口 462.1 与进出口 %s", (total, ok) => {
    const names = run([figure("exports", "881.7", "亿元"), figure("imports", "462.1", "亿元"), figure("trade", total, "亿元")]);
    expect(names).toContainEqual(["trade-total", ok]);
  });

  test.each([
    ["9.5", true],
    ["9.4", true],
    ["12.0", false],
    ["4.0", false],
  ])("公布的进出口增速 %s 与推算 9.46%%", (yoyPct, ok) => {
    const parts = [figure("exports", "881.7", "亿元", { yoyPct: "5.5" }), figure("imports", "462.1", "亿元", { yoyPct: "17.9" })];
    expect(run([...parts, figure("trade", "1343.8", "亿元", { yoyPct })])).toContainEqual(["implied-total-growth:trade", ok]);
  });

  test("分项缺增速，或较上年末的增速，不推算", () => {
    const exported = figure("exports", "881.7", "亿元", { yoyPct: "5.5" });
    expect(run([exported, figure("imports", "462.1", "亿元")]).map(([name]) => name)).toEqual(["trade-total"]);
    expect(run([exported, figure("imports", "462.1", "亿元", { yoyPct: "5", growthBase: "last-year-end" })]).map(([name]) => name)).toEqual(
      ["trade-total"],
    );
    expect(run([exported, figure("imports", "462.1", "亿元", { yoyPct: "-100" })]).map(([name]) => name)).toEqual(["trade-total"]);
  });

  test.each([
    ["2759", true],
    ["2770", true],
    ["2900", false],
  ])("占比推算全市 2,759 亿元与全市公布 %s 亿元", (value, ok) => {
    const share = figure("trade", "48.7", "%", { id: "share:city:trade", indicator: "进出口占全市比重" });
    const names = run([figure("exports", "881.7", "亿元"), figure("imports", "462.1", "亿元"), share], {
      wider: [city("trade", { value, unit: "亿元" })],
    });
    expect(names).toContainEqual(["implied-wider-total:city:trade", ok]);
  });

  test("规上工业总产值 1,023亿元占 28.4% → 3,602亿元", () => {
    const share = figure("industrial-output", "28.4", "%", { id: "share:city:industrial-output", indicator: "规上工业总产值占全市比重" });
    expect(say([figure("industrial-output", "1023", "亿元"), share])?.detail.zh).toContain("→ 全市3,602亿元");
  });

  test.each([
    ["9.4", "1.4", "8.0"],
    ["12.8", "10.2", "2.6"],
    ["50.7", "40.6", "10.1"],
    ["3.1", "-0.9", "4.0"],
  ])("增 %s%%、比全市 %s 个百分点 → 全市 %s%%", (yoyPct, points, implied) => {
    const zone = figure("gdp", null, null, {
      yoyPct,
      comparisons: [{ with: "city", region: null, points, growthPct: implied, origin: "stated" }],
    });
    expect(say([zone])?.detail.zh).toContain(`→ 全市 ${implied}%`);
    expect(run([zone])).toEqual([["comparison:city:gdp", null]]);
    expect(run([zone], { wider: [city("gdp", { yoyPct: implied })] })).toEqual([["comparison:city:gdp", true]]);
    expect(run([zone], { wider: [city("gdp", { yoyPct: "6.6" })] })).toEqual([["comparison:city:gdp", false]]);
  });

  test("年内累计数下降要指出，修订除外", () => {
    const now = figure("tax", "20.0", "亿元");
    expect(run([now], { earlier: [earlier("tax", "21.0", "亿元", "same-year")] })).toEqual([["cumulative-falls:tax:2021Q1", false]]);
    const building = figure("projects-building", "190", "个");
    expect(run([building], { earlier: [earlier("projects-building", "197", "个", "same-year")] })).toEqual([]);
    expect(run([now], { earlier: [earlier("tax", "190000", "万元", "same-year")] })).toEqual([["cumulative-falls:tax:2021Q1", true]]);
    expect(run([now], { earlier: [earlier("tax", "21.0", "亿元", "same-year", { revised: true })] })).toEqual([
      ["cumulative-falls:tax:2021Q1", true],
    ]);
  });

  test.each([
    ["2000", "万元", "20", "亿元", []],
    ["200000", "万元", "21", "亿元", []],
    ["20", "万元", "21", "亿元", [["unit-jump:tax:2020H1", false]]],
    ["200000", "亿元", "21", "亿元", [["unit-jump:tax:2020H1", false]]],
  ])("%s%s 与上年 %s%s", (value, unit, before, beforeUnit, expected) => {
    expect(run([figure("tax", value, unit)], { earlier: [earlier("tax", before, beforeUnit, "last-year")] })).toEqual(expected);
  });

  test.each([
    ["10.0", "113.0", true],
    ["10.0", "113.1", false],
    ["10.0", "106.9", false],
  ])("公布增速 %s%%，总量 100 → %s：相差超过3个百分点才提示", (yoyPct, value, ok) => {
    const checks = runChecks({
      figures: [figure("tax", value, "亿元", { yoyPct })],
      earlier: [earlier("tax", "100", "亿元", "last-year")],
      wider: [],
      expected: [],
    });
    expect(checks.map((check) => [check.name, check.ok, check.severity])).toEqual([["growth-against-levels:tax", ok, "warning"]]);
  });

  test("市场主体 2万户，较上年末增 19.4%，对照 16,750 户", () => {
    const stock = figure("market-entities", "2", "万户", { yoyPct: "19.4", growthBase: "last-year-end", basis: "point" });
    const before = earlier("market-entities", "16750", "户", "last-year-end", { basis: "point", period: "2020-12" });
    expect(run([stock], { earlier: [before] })).toEqual([["growth-against-levels:market-entities", true]]);
  });

  test("应有而没有的指标逐一点名", () => {
    const found = say([figure("gdp", null, null, { yoyPct: "4.7" })], { expected: ["gdp", "tax"] });
    expect([found?.ok, found?.severity, found?.detail.zh]).toEqual([false, "warning", "应有 2 项指标，缺 1 项：税收收入"]);
  });
});
