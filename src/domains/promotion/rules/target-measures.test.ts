import { describe, expect, test } from "vitest";
import { ScoringContent } from "#domains/promotion/contract/screening.ts";
import { classPoints, fitOf, preparePlace, wordPoints } from "#domains/promotion/rules/chain-fit.ts";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { DEFAULT_MEASURES, EMPTY_ROW, POWER_PLACE, SAMPLE_DAY } from "#domains/promotion/rules/example-pool.ts";
import { NOTHING_KNOWN, vetoesOf, type ZoneKnown } from "#domains/promotion/rules/measure-target.ts";
import { pointsAt, scoreTarget } from "#domains/promotion/rules/score-target.ts";
import { growthOf, innovationOf, linkageOf, monthsBetween, signalsOf } from "#domains/promotion/rules/target-measures.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const place = preparePlace(POWER_PLACE);
const { fit, growth, signals, linkage, innovation } = DEFAULT_MEASURES;
const on = (day: string) => day as LocalDate;

describe("默认评分表", () => {
  test("各项满分合计 100，与手册一致", () => {
    expect(ScoringContent.parse(DEFAULT_SCORING)).toEqual(DEFAULT_SCORING);
    expect(Object.fromEntries(Object.entries(DEFAULT_SCORING.terms).map(([name, { marks }]) => [name, marks.at(-1)?.points]))).toEqual({
      fit: 30,
      growth: 20,
      signals: 20,
      linkage: 15,
      innovation: 15,
    });
  });

  test.each([
    [
      "合计不足 100",
      {
        ...DEFAULT_SCORING.terms,
        fit: {
          marks: [
            { at: 0, points: 0 },
            { at: 100, points: 29.9 },
          ],
          source: "测试",
        },
      },
    ],
    [
      "分点倒序",
      {
        ...DEFAULT_SCORING.terms,
        fit: {
          marks: [
            { at: 100, points: 0 },
            { at: 0, points: 30 },
          ],
          source: "测试",
        },
      },
    ],
    [
      "分值下降",
      {
        ...DEFAULT_SCORING.terms,
        fit: {
          marks: [
            { at: 0, points: 31 },
            { at: 100, points: 30 },
          ],
          source: "测试",
        },
      },
    ],
  ])("%s的评分表被拒绝", (_, terms) => {
    expect(ScoringContent.safeParse({ ...DEFAULT_SCORING, terms }).success).toBe(false);
  });
});

describe("产业链契合", () => {
  test.each([
    ["C3972", 40, "同一小类"],
    ["C3973", 30, "同一中类"],
    ["C3990", 10, "同一大类"],
    ["C3811", 40, "环节写的是中类 381，其下小类都算"],
    ["C3824", 10, "只同大类 38"],
    ["I6513", 0, "毫不相干"],
    ["C39", 10, "企业只写大类"],
  ])("行业代码 %s 得 %i：%s", (code, points) => expect(classPoints(place, code, fit)).toBe(points));

  test.each([
    ["igbt模块", 60, "全半角大小写之外相同"],
    ["车规功率半导体", 45, "包含环节的产品词"],
    ["碳化硅", 45, "被环节的产品词包含"],
    ["阀", 0, "一个字什么也说明不了"],
    ["半导体", 45, "是功率半导体的一部分"],
    ["面向新能源汽车与光伏储能的功率半导体封装测试服务", 0, "太长，说的是别的事"],
  ])("产品“%s”得 %i：%s", (word, points) => expect(wordPoints(place, word, fit)).toBe(points));

  test("行业与产品相加，另有产品相符再加，封顶 100；什么都没有则未知", () => {
    expect(fitOf(place, { classCode: "C3972", otherClasses: [], products: ["IGBT模块"] }, fit)).toBe(100);
    expect(fitOf(place, { classCode: "C3990", otherClasses: [], products: ["碳化硅", "车规功率半导体"] }, fit)).toBe(60);
    expect(fitOf(place, { classCode: "I6513", otherClasses: ["C3972"], products: [] }, fit)).toBe(20);
    expect(fitOf(place, { classCode: "I6513", otherClasses: [], products: ["面包"] }, fit)).toBe(0);
    expect(fitOf(place, { classCode: null, otherClasses: [], products: [] }, fit)).toBeNull();
  });
});

describe("成长性", () => {
  test.each([
    ["12.5", 2025, 13],
    ["-0.4", 2025, 0],
    ["-20.50", 2025, -21],
    ["5000", 2025, 1000],
    ["-300", 2025, -100],
    ["35", 2023, 35],
  ])("%s%%（%i 年）计为 %i", (percent, year, value) => expect(growthOf(percent, year, growth, SAMPLE_DAY)).toBe(value));

  test.each([
    [null, 2025, "没有增长率"],
    ["35", null, "没有年度"],
    ["35", 2022, "四年前，太旧"],
    ["35", 2027, "年度在将来"],
  ])("%s、%s：%s，未知而不是零", (percent: string | null, year: number | null, _why: string) =>
    expect(growthOf(percent, year, growth, SAMPLE_DAY)).toBeNull(),
  );
});

describe("扩张信号", () => {
  test.each([
    ["2025-07-01", 80, "满 11 个月"],
    ["2025-06-30", 40, "满 12 个月起减半"],
    ["2024-07-01", 40, "满 23 个月"],
    ["2024-06-30", 0, "满 24 个月不再计"],
  ])("%s 的拟建新厂还计 %i：%s", (day, value) => expect(signalsOf([{ kind: "new-plant", on: on(day) }], signals, SAMPLE_DAY)).toBe(value));

  test("几个信号相加，封顶 100；从未记过则未知；还没发生的不算", () => {
    expect(
      signalsOf(
        [
          { kind: "new-plant", on: on("2026-01-01") },
          { kind: "site-search", on: on("2026-05-01") },
        ],
        signals,
        SAMPLE_DAY,
      ),
    ).toBe(100);
    expect(signalsOf([], signals, SAMPLE_DAY)).toBeNull();
    expect(signalsOf([{ kind: "new-plant", on: on("2026-07-01") }], signals, SAMPLE_DAY)).toBeNull();
  });

  test("整月按日计", () => {
    expect(monthsBetween(on("2025-06-30"), on("2026-06-29"))).toBe(11);
    expect(monthsBetween(on("2025-06-30"), on("2026-06-30"))).toBe(12);
  });
});

describe("关联度与创新力", () => {
  test("库里没有任何关联是未知，有关联而与在园企业无关是零", () => {
    expect(linkageOf([], false, linkage)).toBeNull();
    expect(linkageOf([], true, linkage)).toBe(0);
    expect(linkageOf([{ kind: "supply", strength: 80 }], true, linkage)).toBe(56);
    expect(
      linkageOf(
        [
          { kind: "supply", strength: 80 },
          { kind: "address", strength: 100 },
        ],
        true,
        linkage,
      ),
    ).toBe(61);
  });

  test("资质在末日仍有效，次日失效；从未登记是未知，全部失效是零", () => {
    const held = { kind: "high-tech", level: "national", from: on("2023-07-01"), to: SAMPLE_DAY } as const;
    expect(innovationOf([held], innovation, SAMPLE_DAY)).toBe(50);
    expect(innovationOf([held], innovation, on("2026-07-01"))).toBe(0);
    expect(innovationOf([], innovation, SAMPLE_DAY)).toBeNull();
  });

  test("级别有自己的分值，其余级别用通用分值", () => {
    const centre = (level: "national" | "provincial") => [{ kind: "technology-centre", level, from: null, to: null } as const];
    expect(innovationOf(centre("national"), innovation, SAMPLE_DAY)).toBe(75);
    expect(innovationOf(centre("provincial"), innovation, SAMPLE_DAY)).toBe(55);
  });
});

describe("评分", () => {
  test("分点之间均匀上升，两端之外不变，向下取到 0.1 分", () => {
    const term = DEFAULT_SCORING.terms.growth;
    expect([-50, -20, -10, 0, 10, 20, 35, 50, 900].map((value) => pointsAt(term, value) / 10)).toEqual([0, 0, 3, 6, 10, 14, 17, 20, 20]);
  });

  test("缺的一项写成范围，不当零分", () => {
    const scored = scoreTarget({ fit: 100, growth: 20, signals: null, linkage: 0, innovation: null }, DEFAULT_SCORING);
    expect([scored.known / 10, scored.possible / 10]).toEqual([44, 79]);
  });

  test("全知与全不知", () => {
    const all = scoreTarget({ fit: 100, growth: 50, signals: 100, linkage: 100, innovation: 100 }, DEFAULT_SCORING);
    expect([all.known, all.possible]).toEqual([1000, 1000]);
    const none = scoreTarget({ fit: null, growth: null, signals: null, linkage: null, innovation: null }, DEFAULT_SCORING);
    expect([none.known, none.possible]).toEqual([0, 1000]);
  });
});

describe("一票否决", () => {
  const dishonest = (from: string, until: string | null): ZoneKnown => ({
    ...NOTHING_KNOWN,
    adverse: [{ kind: "dishonest", on: on(from), until: until === null ? null : on(until) }],
  });
  test.each([
    ["失信在列", EMPTY_ROW, dishonest("2026-06-30", null), ["dishonest"]],
    ["次日才列入", EMPTY_ROW, dishonest("2026-07-01", null), []],
    ["当日移出", EMPTY_ROW, dishonest("2025-01-01", "2026-06-30"), []],
    ["次日移出", EMPTY_ROW, dishonest("2025-01-01", "2026-07-01"), ["dishonest"]],
    ["吊销", { ...EMPTY_ROW, status: "revoked" as const }, NOTHING_KNOWN, ["not-active"]],
    ["注销", { ...EMPTY_ROW, status: "deregistered" as const }, NOTHING_KNOWN, ["not-active"]],
    ["迁出仍存续", { ...EMPTY_ROW, status: "moved-out" as const }, NOTHING_KNOWN, []],
    ["已在园", EMPTY_ROW, { ...NOTHING_KNOWN, resident: true }, ["resident"]],
    [
      "处罚不在默认否决之列",
      EMPTY_ROW,
      { ...NOTHING_KNOWN, adverse: [{ kind: "penalty", on: on("2026-01-01"), until: null }] } as ZoneKnown,
      [],
    ],
  ])("%s", (_, row, known, expected) => {
    expect(vetoesOf(row, known, DEFAULT_SCORING, SAMPLE_DAY)).toEqual(expected);
  });
});
