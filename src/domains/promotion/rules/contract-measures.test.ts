import { describe, expect, test } from "vitest";
import { amountClassOf, type CountedContract, contractMeasures } from "#domains/promotion/rules/contract-measures.ts";
import { promotionFigures, promotionPeriodsOf } from "#domains/promotion/rules/promotion-figures.ts";
import { type Decimal, decimal, shift } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

const hundredMillion = (text: string): Decimal => shift(decimal(text), 8);
const period = { from: localDate("2022-01-01"), to: localDate("2022-03-31") };

const contract = (id: string, given: Partial<CountedContract> = {}): CountedContract => ({
  id,
  project: id,
  number: `云高新招〔2022〕${id}号`,
  title: `${id}号项目`,
  party: `${id}号公司`,
  kind: "formal",
  signedOn: localDate("2022-02-15"),
  endedOn: null,
  amountYuan: hundredMillion("3"),
  investorClasses: [],
  leadingIndustry: true,
  arrived: [],
  waiting: [],
  ...given,
});

/** The article's quarter (handbook §3): 20 projects, 347亿, 1/2/5 by class, 4 of the 500s, 2 listed, 2 institutes, all in leading industries. */
const AMOUNTS = ["120", "60", "55", "20", "15", "12", "11", "10", "4", "4", "4", "4", "4", "4", "4", "4", "3", "3", "3", "3"];
const quarter = AMOUNTS.map((amount, place) =>
  contract(String(place + 1), {
    amountYuan: hundredMillion(amount),
    investorClasses:
      place < 2 ? ["global-500"] : place < 4 ? ["china-500"] : place < 6 ? ["listed"] : place < 8 ? ["national-institute"] : [],
  }),
);

describe("文章的例子：20个项目347亿元", () => {
  const measures = contractMeasures(quarter, period);
  test("正式合同的个数和金额", () => {
    expect(measures.formal).toEqual({ count: 20, amountYuan: hundredMillion("347") });
  });

  test("分级1、2、5，互不重叠；10亿元以上含上一级为8个；下限之和250亿不超过总额", () => {
    expect(measures.classes.map((one) => [one.class, one.count])).toEqual([
      ["10-billion", 1],
      ["5-billion", 2],
      ["1-billion", 5],
      ["below", 12],
    ]);
    expect(measures.atLeastOneBillion.count).toBe(8);
    expect([measures.floorYuan, measures.floorHolds]).toEqual([hundredMillion("250"), true]);
  });

  test("世界和中国500强4个、上市2个、院所2个、主导产业100%", () => {
    expect([measures.top500, measures.listed, measures.institutes]).toEqual([4, 2, 2]);
    expect(measures.leading).toEqual({ count: 20, of: 20, pct: "100" });
  });

  test("成绩单指标与之一致，每个都打开到合同", () => {
    const figures = promotionFigures(quarter, period);
    const one = (code: string, calibre: string | null) => figures.find((figure) => figure.code === code && figure.calibre === calibre);
    expect(one("contract-investment", null)).toMatchObject({ value: "347", unit: "亿元", dataset: "promotion.contract-investment" });
    expect(one("introduced-projects", null)).toMatchObject({ value: "20", unit: "个" });
    expect(
      ["百亿级", "50亿级", "10亿级", "世界500强和中国500强", "上市公司", "院所"].map(
        (calibre) => one("introduced-projects", calibre)?.value,
      ),
    ).toEqual(["1", "2", "5", "4", "2", "2"]);
    for (const figure of figures) {
      expect(figure.rows).toHaveLength(figure.code === "introduced-projects" ? Number(figure.value) : 20);
      expect(new Set(figure.rows.map(({ id }) => id)).size).toBe(figure.rows.length);
    }
    expect(new Set(figures.map(({ dataset }) => dataset)).size).toBe(figures.length);
  });
});

describe("金额分级的边界", () => {
  test.each([
    ["999999999.99", "below"],
    ["1000000000", "1-billion"],
    ["4999999999.99", "1-billion"],
    ["5000000000", "5-billion"],
    ["9999999999.99", "5-billion"],
    ["10000000000", "10-billion"],
    ["90000000000", "10-billion"],
  ])("%s元：%s", (yuan, expected) => expect(amountClassOf(decimal(yuan))).toBe(expected));
});

describe("正式合同之外", () => {
  test("意向、框架和入驻协议各计各的，不进合同投资额", () => {
    const all = [
      contract("1"),
      contract("2", { kind: "framework", amountYuan: hundredMillion("100") }),
      contract("3", { kind: "intent", amountYuan: hundredMillion("8") }),
      contract("4", { kind: "entry-institute", amountYuan: null }),
      contract("5", { kind: "entry-operator", amountYuan: null }),
      contract("6", { kind: "entry-foreign", amountYuan: null }),
    ];
    const measures = contractMeasures(all, period);
    expect(measures.formal).toEqual({ count: 1, amountYuan: hundredMillion("3") });
    expect([measures.framework.count, measures.intent.count]).toEqual([1, 1]);
    expect(measures.entry).toEqual({ operator: 1, institute: 1, foreign: 1 });
    expect(measures.institutes).toBe(1);
    const figures = promotionFigures(all, period);
    expect(figures.filter(({ code }) => code === "contract-investment").map(({ calibre, value }) => [calibre, value])).toEqual([
      [null, "3"],
      ["框架协议和意向协议", "108"],
    ]);
  });

  test("期外签订的、期内终止的不计", () => {
    const all = [
      contract("1", { signedOn: localDate("2021-12-31") }),
      contract("2", { signedOn: localDate("2022-04-01") }),
      contract("3", { endedOn: localDate("2022-03-31") }),
      contract("4", { endedOn: localDate("2022-04-01") }),
      contract("5", { signedOn: period.from }),
      contract("6", { signedOn: period.to }),
    ];
    expect(contractMeasures(all, period).formal.count).toBe(3);
  });

  test("什么都没有时没有比率，也没有指标", () => {
    const empty = contractMeasures([], period);
    expect([empty.leading.pct, empty.arrivalRatePct, empty.cohort.pct, empty.floorHolds]).toEqual([null, null, null, true]);
    expect(promotionFigures([], period)).toEqual([]);
  });
});

describe("到位资金", () => {
  const on = (day: string, amount: string) => ({ id: `${day} ${amount}`, on: localDate(day), yuan: hundredMillion(amount) });
  // 190亿 ÷ 514亿 = 37.0 %: what arrived in a year is not of what was signed in it (handbook §3).
  const all = [
    contract("1", {
      signedOn: localDate("2020-05-01"),
      amountYuan: hundredMillion("300"),
      arrived: [on("2021-06-01", "40"), on("2022-02-01", "150")],
    }),
    contract("2", {
      amountYuan: hundredMillion("514"),
      arrived: [on("2022-03-01", "40"), on("2022-06-01", "60")],
      waiting: [on("2022-03-20", "5")],
    }),
  ];
  const measures = contractMeasures(all, period);
  test("到位率37.0%的分子分母不是同一批合同；同批的另算", () => {
    expect(measures.arrivedYuan).toBe(hundredMillion("190"));
    expect(measures.arrivalRatePct).toBe("36.96");
    expect(measures.cohort).toEqual({ contractYuan: hundredMillion("514"), arrivedYuan: hundredMillion("100"), pct: "19.46" });
  });

  test("第二人未确认的不计入，另列", () => {
    expect(measures.waitingYuan).toBe(hundredMillion("5"));
    const figure = promotionFigures(all, period).find(({ code }) => code === "capital-arrived");
    expect(figure).toMatchObject({ value: "190", rows: [{ id: "2022-02-01 150" }, { id: "2022-03-01 40" }] });
  });
});

test.each([
  ["2026-06-30", ["2026H1"]],
  ["2026-07-20", ["2026H1", "2026Q1-Q3"]],
  ["2026-08-20", ["2026Q1-Q3"]],
  ["2026-02-10", ["2025", "2026Q1"]],
])("%s 计算的报告期", (today, periods) => {
  const found = promotionPeriodsOf(localDate(today));
  expect(found.map(({ period: name }) => name)).toEqual(periods);
  expect(found.at(-1)?.to).toBe(today);
});

describe("一个项目只算一个", () => {
  const project = "甲";
  const first = contract("1", { project, amountYuan: hundredMillion("6") });
  const supplement = contract("2", {
    project,
    amountYuan: hundredMillion("5"),
    signedOn: localDate("2022-03-20"),
    investorClasses: ["listed"],
  });
  const other = contract("3");

  test("同期两份正式合同：一个项目，金额相加，按合计分级", () => {
    const measures = contractMeasures([first, supplement, other], period);
    expect(measures.formal).toEqual({ count: 2, amountYuan: hundredMillion("14") });
    expect(measures.classes.find((one) => one.class === "1-billion")).toEqual({
      class: "1-billion",
      count: 1,
      amountYuan: hundredMillion("11"),
    });
    expect([measures.listed, measures.leading.of]).toEqual([1, 2]);
    const figure = promotionFigures([first, supplement, other], period).find(({ dataset }) => dataset === "promotion.formal-contracts");
    expect([figure?.value, figure?.rows.length]).toEqual(["2", 2]);
    expect(figure?.rows[0]?.label).toContain("1号、云高新招〔2022〕2号");
  });

  test("后一期的补充合同只添金额，不再添项目；前一份已终止的重新算起", () => {
    const later = { from: localDate("2022-04-01"), to: localDate("2022-06-30") };
    const added = contract("2", { project, amountYuan: hundredMillion("5"), signedOn: localDate("2022-05-20") });
    expect(contractMeasures([first, added], later).formal).toEqual({ count: 0, amountYuan: hundredMillion("5") });
    const ended = { ...first, endedOn: localDate("2022-04-30") };
    expect(contractMeasures([ended, added], later).formal).toEqual({ count: 1, amountYuan: hundredMillion("5") });
  });
});
