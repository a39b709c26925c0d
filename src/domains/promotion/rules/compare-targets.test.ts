import { describe, expect, test } from "vitest";
import { MEASURES, type Measure } from "#domains/promotion/contract/screening.ts";
import type { KeptTerm } from "#domains/promotion/contract/target.ts";
import { hasMoved, standingOf, termMoves } from "#domains/promotion/rules/compare-targets.ts";

const none = { zh: "", en: "" };
const terms = (given: Partial<Record<Measure, Partial<KeptTerm>>> = {}) => ({
  terms: MEASURES.map((measure): KeptTerm => ({ measure, value: 50, least: 100, most: 100, because: none, ...given[measure] })),
});

describe("清单与最新数据对照", () => {
  test.each([
    ["都没变", {}, []],
    ["增长变了", { growth: { value: 60, least: 120, most: 120 } }, ["growth"]],
    ["原来未知、现在已知", { signals: { value: null, least: 0, most: 200 } }, ["signals"]],
    ["数值没变而评分表变了", { fit: { least: 90, most: 90 } }, ["fit"]],
    ["只是依据的措辞变了", { linkage: { because: { zh: "新", en: "new" } } }, []],
  ] as const)("%s", (_, now, moved) => {
    expect(termMoves(terms(), terms(now)).map(({ measure }) => measure)).toEqual(moved);
  });

  test.each([
    [{ registered: false, inPool: false, vetoes: [] }, "unregistered"],
    [{ registered: true, inPool: false, vetoes: ["dishonest"] }, "outside"],
    [{ registered: true, inPool: true, vetoes: ["dishonest"] }, "excluded"],
    [{ registered: true, inPool: true, vetoes: [] }, "ranked"],
  ] as const)("%o 现在是 %s", (given, standing) => expect(standingOf(given)).toBe(standing));

  test("分数没变而现在被排除、移出范围或注销的，也算变动", () => {
    expect((["ranked", "excluded", "outside", "unregistered"] as const).map((standing) => hasMoved([], standing, false))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(hasMoved([], "excluded", true)).toBe(false);
  });
});
