import { describe, expect, test } from "vitest";
import { exampleChain } from "#domains/chain/rules/example-chain.ts";
import {
  coverageOf,
  DEFAULT_STRENGTH_RULE,
  listGaps,
  measureStrength,
  producesOn,
  type Standing,
  strengthOf,
} from "#domains/chain/rules/strength.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const day = (text: string): LocalDate => text as LocalDate;
const TODAY = day("2026-06-30");
const standing = (node: string, enterprise: string, more: Partial<Standing> = {}): Standing => ({
  node,
  enterprise,
  presence: "producing",
  leading: false,
  from: day("2024-01-01"),
  until: null,
  ...more,
});

describe("强弱：由区内在产企业数得出", () => {
  test.each([
    [0, false, "missing"],
    [0, true, "missing"],
    [1, false, "weak"],
    [1, true, "weak"],
    [2, false, "present"],
    [2, true, "strong"],
    [3, false, "present"],
    [3, true, "strong"],
    [4, false, "strong"],
    [9, false, "strong"],
  ] as const)("%i 家，链主 %s：%s", (producers, leader, expected) => {
    expect(strengthOf(producers, leader, DEFAULT_STRENGTH_RULE)).toBe(expected);
  });

  test("标准是数据：另一套标准得出另一个结果", () => {
    expect(strengthOf(3, false, { presentFrom: 3, strongFrom: 10, strongWithLeaderFrom: 5, source: "本区规定" })).toBe("present");
    expect(strengthOf(2, false, { presentFrom: 3, strongFrom: 10, strongWithLeaderFrom: 5, source: "本区规定" })).toBe("weak");
    expect(strengthOf(4, true, { presentFrom: 3, strongFrom: 10, strongWithLeaderFrom: 5, source: "本区规定" })).toBe("present");
  });
});

describe("哪天算在产", () => {
  test.each([
    ["开始前一天", "2023-12-31", false],
    ["开始当天", "2024-01-01", true],
    ["结束前一天", "2026-03-31", true],
    ["结束当天", "2026-04-01", false],
  ] as const)("%s %s：%s", (_, on, expected) => {
    expect(producesOn(standing("a", "甲", { until: day("2026-04-01") }), day(on))).toBe(expected);
  });
  test.each(["preparing", "elsewhere"] as const)("%s 不算", (presence) => {
    expect(producesOn(standing("a", "甲", { presence }), TODAY)).toBe(false);
  });
});

test("上级包含下级的企业，同一家只算一次；不在图谱上的环节不算", () => {
  const measured = measureStrength(
    exampleChain.nodes,
    [
      standing("IC-P-E-1", "甲"),
      standing("IC-P-E", "甲"),
      standing("IC-P-E", "乙", { leading: true }),
      standing("IC-P-A", "丙"),
      standing("IC-M-C", "丁", { presence: "preparing" }),
      standing("GONE", "戊"),
    ],
    DEFAULT_STRENGTH_RULE,
    TODAY,
  );
  const of = (code: string) => measured.get(code);
  expect(of("IC-P-E-1")).toEqual({ producers: 1, leaders: 0, strength: "weak" });
  expect(of("IC-P-E")).toEqual({ producers: 2, leaders: 1, strength: "strong" });
  expect(of("IC-P")).toEqual({ producers: 3, leaders: 1, strength: "strong" });
  expect(of("IC")).toEqual({ producers: 3, leaders: 1, strength: "strong" });
  expect(of("IC-M-C")).toEqual({ producers: 0, leaders: 0, strength: "missing" });
  expect(measured.has("GONE")).toBe(false);
});

describe("覆盖率：有在产企业的方向 ÷ 全部方向", () => {
  test.each([
    [44, 59, "74.6"],
    [0, 59, "0.0"],
    [59, 59, "100.0"],
    [1, 3, "33.3"],
    [2, 3, "66.7"],
    [1, 8, "12.5"],
    [1, 2000, "0.1"],
  ])("%i/%i = %s%%", (covered, total, pct) => {
    const directions = Array.from({ length: total }, (_, one) => ({ producers: one < covered ? 1 + (one % 3) : 0 }));
    expect(coverageOf(directions)).toEqual({ covered, total, pct });
  });
  test("没有方向就没有覆盖率", () => expect(coverageOf([])).toEqual({ covered: 0, total: 0, pct: null }));
});

describe("短板：缺则补链，弱则强链，强而在链端则延链", () => {
  const gapsOf = (standings: readonly Standing[]) =>
    listGaps(exampleChain.nodes, exampleChain.edges, measureStrength(exampleChain.nodes, standings, DEFAULT_STRENGTH_RULE, TODAY)).map(
      ({ code, action, end, pull }) => [code, action, end, pull],
    );

  test("全缺：都要补链", () => {
    expect(gapsOf([])).toEqual([
      ["IC-M-W", "gap_fill", null, 0],
      ["IC-M-C", "gap_fill", null, 0],
      ["IC-P-A", "gap_fill", null, 0],
      ["IC-P-E", "gap_fill", null, 0],
    ]);
  });

  test("邻居强的缺口排在前面；链端的强项向外延伸；中间的强项没有动作", () => {
    const many = (node: string) => ["甲", "乙", "丙", "丁"].map((name) => standing(node, `${name}${node}`));
    expect(gapsOf([...many("IC-P-A"), ...many("IC-M-C"), standing("IC-P-E", "戊")])).toEqual([
      ["IC-M-W", "gap_fill", null, 1],
      ["IC-P-E", "strengthen", null, 1],
      ["IC-P-A", "extend", "downstream", 1],
    ]);
  });

  test("没有上下游关系的环节不知道是不是链端", () => {
    const many = ["甲", "乙", "丙", "丁"].map((name) => standing("IC-P-A", name));
    const measured = measureStrength(exampleChain.nodes, many, DEFAULT_STRENGTH_RULE, TODAY);
    expect(listGaps(exampleChain.nodes, [], measured).map(({ action }) => action)).not.toContain("extend");
  });
});
