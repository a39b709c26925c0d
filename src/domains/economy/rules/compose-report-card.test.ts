import { describe, expect, test } from "vitest";
import type { AcceptedFact } from "#domains/economy/rules/accepted-fact.ts";
import { type CardRequest, composeReportCard } from "#domains/economy/rules/compose-report-card.ts";

let serial = 0;
const fact = (given: Partial<AcceptedFact> & Pick<AcceptedFact, "indicator" | "value" | "unit">): AcceptedFact => {
  serial += 1;
  return {
    observationId: `observation-${String(serial).padStart(3, "0")}`,
    code: null,
    approximation: "exact",
    period: "2020H1",
    basis: "cumulative",
    region: "重庆高新区",
    yoyPct: null,
    growthBase: null,
    comparison: null,
    scope: "region",
    kind: "actual",
    calibre: null,
    settledness: "unknown",
    source: {
      kind: "document",
      documentId: "004",
      title: "上半年成绩",
      published: null,
      quote: `${given.indicator}${given.value}${given.unit}`,
      spans: [{ start: serial * 10, end: serial * 10 + 8 }],
      start: serial * 10,
      end: serial * 10 + 8,
    },
    ...given,
  };
};

const exportsFact = () => fact({ indicator: "出口总额", code: "exports", value: "881.7", unit: "亿元", yoyPct: "5.5" });
const importsFact = () => fact({ indicator: "进口总额", code: "imports", value: "462.1", unit: "亿元", yoyPct: "17.9" });
const share = () => fact({ indicator: "外贸进出口绝对额占全市比重", value: "48.7", unit: "%" });
const gdp = () => fact({ indicator: "地区生产总值增速", code: "gdp", value: "4.7", unit: "%", yoyPct: "4.7" });
const investment = () => fact({ indicator: "固定资产投资增速", code: "fixed-investment", value: "15.9", unit: "%", yoyPct: "15.9" });
const firstHalf = () => [gdp(), exportsFact(), importsFact(), share(), investment()];

const compose = (facts: readonly AcceptedFact[], more: Partial<CardRequest> = {}) =>
  composeReportCard({ region: "重庆高新区", period: "2020H1", facts, expected: [], wider: [], related: [], excluded: [], ...more });
const detailOf = (card: ReturnType<typeof compose>, name: string) => card.checks.find((check) => check.name.startsWith(name));

describe("由采纳的事实组成成绩单", () => {
  test("上半年的数：目录次序，只有增速的不编造总量", () => {
    const card = compose(firstHalf());
    expect(card.figures.map((figure) => [figure.indicator, figure.value, figure.unit, figure.yoyPct])).toEqual([
      ["地区生产总值", null, null, "4.7"],
      ["固定资产投资", null, null, "15.9"],
      ["出口总额", "881.7", "亿元", "5.5"],
      ["进口总额", "462.1", "亿元", "17.9"],
      ["外贸进出口绝对额占全市比重", "48.7", "%", null],
    ]);
    expect(card.conflicts).toEqual([]);
  });

  test("推算合计增速 9.46% 介于 5.5% 与 17.9% 之间，占比推出全市 2,759亿元", () => {
    const card = compose(firstHalf());
    const growth = detailOf(card, "implied-total-growth");
    expect(growth?.ok).toBe(true);
    expect(growth?.detail).toEqual({
      zh: "推算合计增速 9.46% 介于 5.5% 与 17.9% 之间",
      en: "implied total growth 9.46 % lies between 5.5 % and 17.9 %",
    });
    const total = detailOf(card, "implied-wider-total:city:trade");
    expect(total?.ok).toBeNull();
    expect(total?.detail.zh).toBe("1,343.8亿元 ÷ 48.7% → 全市2,759亿元；无全市公布数可对");
    expect(detailOf(card, "trade-total")?.detail.zh).toContain("= 1,343.8亿元");
  });

  test("另一个区的数不进来，别名只在旁计数", () => {
    const other = fact({ indicator: "地区生产总值增速", code: "gdp", value: "4.8", unit: "%", yoyPct: "4.8", region: "两江新区" });
    const alias = fact({
      indicator: "地区生产总值增速",
      code: "gdp",
      value: "10",
      unit: "%",
      yoyPct: "10",
      region: "西部(重庆)科学城核心区",
    });
    const card = compose([...firstHalf(), other, alias], { related: ["西部（重庆）科学城核心区"] });
    expect(card.figures.find((figure) => figure.code === "gdp")?.yoyPct).toBe("4.7");
    expect(card.conflicts).toEqual([]);
    expect(card.relatedRegions).toEqual([{ region: "西部（重庆）科学城核心区", figures: 1 }]);
  });

  test("同一个数的几处出处合为一条，单位不同也认得", () => {
    const again = fact({ indicator: "出口", code: "exports", value: "8817000", unit: "万元", yoyPct: "5.5" });
    const card = compose([...firstHalf(), again]);
    const exported = card.figures.find((figure) => figure.code === "exports");
    expect(card.conflicts).toEqual([]);
    expect(exported?.sources).toHaveLength(2);
    expect(exported?.observationIds).toHaveLength(2);
  });

  test("一处说总量，一处说增速，合为一条", () => {
    const level = fact({ indicator: "地区生产总值", code: "gdp", value: "300.5", unit: "亿元" });
    const [figure] = compose([gdp(), level]).figures;
    expect([figure?.value, figure?.unit, figure?.yoyPct, figure?.sources.length]).toEqual(["300.5", "亿元", "4.7", 2]);
  });

  test("约数与确数不算冲突，确数为准", () => {
    const about = fact({ indicator: "出口总额", code: "exports", value: "880", unit: "亿元", approximation: "over" });
    const card = compose([about, exportsFact()]);
    expect(card.conflicts).toEqual([]);
    expect(card.figures[0]?.value).toBe("881.7");
  });

  test("同一口径两个数是冲突：两边都留、都不上榜，也不算缺", () => {
    const otherwise = fact({ indicator: "出口总额", code: "exports", value: "890.2", unit: "亿元" });
    const card = compose([...firstHalf(), otherwise], { expected: ["exports", "gdp", "tax"] });
    expect(card.figures.some((figure) => figure.code === "exports")).toBe(false);
    expect(card.conflicts.map((conflict) => [conflict.key, conflict.about, conflict.sides.map((side) => side.value).sort()])).toEqual([
      ["exports", "level", ["881.7", "890.2"]],
    ]);
    expect(card.missing.map((one) => one.code)).toEqual(["tax"]);
  });

  test("剔除其中一条后冲突即消", () => {
    const otherwise = fact({ indicator: "出口总额", code: "exports", value: "890.2", unit: "亿元" });
    const card = compose([...firstHalf(), otherwise], { excluded: [otherwise.observationId] });
    expect(card.conflicts).toEqual([]);
    expect(card.figures.find((figure) => figure.code === "exports")?.value).toBe("881.7");
  });

  test("初步数让位于修订数", () => {
    const first = { ...exportsFact(), settledness: "preliminary" as const };
    const revised = fact({ indicator: "出口总额", code: "exports", value: "879.9", unit: "亿元", settledness: "revised" });
    const card = compose([first, revised]);
    expect(card.conflicts).toEqual([]);
    expect([card.figures[0]?.value, card.figures[0]?.settledness]).toEqual(["879.9", "revised"]);
  });

  test.each([
    [["preliminary", "verified", "revised"], 0, "3"],
    [["preliminary", "verified"], 0, "2"],
    [["preliminary", "unknown"], 1, undefined],
    [["revised", "revised"], 1, undefined],
    [["unknown", "revised"], 1, undefined],
  ] as const)("数据状态 %o：冲突 %s 个，取 %s", (standings, conflicts, value) => {
    const facts = standings.map((settledness, place) =>
      fact({ indicator: "税收", code: "tax", value: String(place + 1), unit: "亿元", settledness }),
    );
    const card = compose(facts);
    expect([card.conflicts.length, card.figures[0]?.value]).toEqual([conflicts, value]);
  });

  test("不同口径各是各的数", () => {
    const own = fact({ indicator: "规上工业增加值增速", code: "industrial-va", value: "6.1", unit: "%", yoyPct: "6.1", calibre: "区属" });
    const whole = fact({ indicator: "规上工业增加值增速", code: "industrial-va", value: "8.3", unit: "%", yoyPct: "8.3" });
    const card = compose([own, whole]);
    expect(card.conflicts).toEqual([]);
    expect(card.figures.map((figure) => [figure.calibre, figure.yoyPct])).toEqual([
      [null, "8.3"],
      ["区属", "6.1"],
    ]);
  });

  test("口径写在名称里也分得开，目录自己的别名不算口径", () => {
    const own = fact({ indicator: "区属规上工业增加值增速", code: "industrial-va", value: "6.1", unit: "%", yoyPct: "6.1" });
    const whole = fact({ indicator: "规上工业增加值增速", code: "industrial-va", value: "8.3", unit: "%", yoyPct: "8.3" });
    const platforms = fact({ indicator: "市级以上研发平台", code: "platforms", value: "169", unit: "个" });
    const national = fact({ indicator: "国家级研发平台", code: "platforms", value: "12", unit: "个" });
    const card = compose([own, whole, platforms, national]);
    expect(card.conflicts).toEqual([]);
    expect(card.figures.map((figure) => figure.id)).toEqual(["industrial-va", "industrial-va@区属", "platforms", "platforms@国家级"]);
  });

  test("企业与地块的数不上地区成绩单", () => {
    const revenue = fact({ indicator: "营业收入", code: "revenue", value: "12", unit: "亿元" });
    const floor = fact({ indicator: "总建筑规模", code: "floor-area", value: "120", unit: "万方" });
    expect(compose([revenue, floor, gdp()]).figures.map((figure) => figure.code)).toEqual(["gdp"]);
  });

  test("截至6月底的存量属于上半年，目标、企业的数和没有期间的数不属于", () => {
    const stock = fact({ indicator: "市场主体", code: "market-entities", value: "2", unit: "万户", basis: "point", period: "2020-06" });
    const target = fact({ indicator: "地区生产总值", code: "gdp", value: "700", unit: "亿元", kind: "target" });
    const firm = fact({ indicator: "产值", code: "output", value: "3", unit: "亿元", scope: "company" });
    const undated = fact({ indicator: "研发平台", code: "platforms", value: "169", unit: "个", period: null });
    const march = fact({
      indicator: "工业投资增速",
      code: "industrial-investment",
      value: "30",
      unit: "%",
      yoyPct: "30",
      period: "2020-03..2020-06",
    });
    expect(compose([stock, target, firm, undated, march]).figures.map((figure) => figure.code)).toEqual(["market-entities"]);
  });

  test("期间写法不同而月份相同即同期", () => {
    const months = { ...exportsFact(), period: "2020-01..2020-06" };
    const quarters = { ...importsFact(), period: "2020Q1-Q2" };
    expect(compose([months, quarters]).figures).toHaveLength(2);
  });

  test("与上年同期、与全市比较", () => {
    const before = fact({ indicator: "出口总额", code: "exports", value: "836", unit: "亿元", yoyPct: "3", period: "2019H1" });
    const city = fact({ indicator: "地区生产总值增速", code: "gdp", value: "0.8", unit: "%", yoyPct: "0.8", region: "重庆市" });
    const card = compose([...firstHalf(), before, city], { wider: [{ with: "city", region: "重庆市" }] });
    expect(card.figures.find((figure) => figure.code === "exports")?.lastYear).toMatchObject({
      period: "2019H1",
      value: "836",
      yoyPct: "3",
    });
    expect(card.figures.find((figure) => figure.code === "gdp")?.comparisons).toEqual([
      { with: "city", region: "重庆市", points: "3.9", growthPct: "0.8", origin: "fact" },
    ]);
  });

  test("事实的先后不改变结果", () => {
    const facts = firstHalf();
    expect(compose([...facts].reverse())).toEqual(compose(facts));
  });
});
