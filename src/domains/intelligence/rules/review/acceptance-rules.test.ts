import { expect, test } from "vitest";
import type { Figure } from "#domains/intelligence/contract/extraction.ts";
import { acceptanceRules, findAcceptanceRule } from "#domains/intelligence/rules/review/acceptance-rules.ts";

const figure: Figure = {
  quote: "出口总额881.7亿元",
  spans: [{ start: 0, end: 10 }],
  confidence: 0.95,
  rule: "level",
  article: 0,
  indicator: "出口总额",
  code: "exports",
  value: "881.7",
  unit: "亿元",
  approximation: "exact",
  period: "2020H1",
  basis: "cumulative",
  region: "云岭高新区",
  yoyPct: "5.5",
  growthBase: "last-year",
  comparison: null,
  scope: "region",
  kind: "actual",
  repeated: false,
};

test("a plain catalogue figure beyond doubt is accepted by rule", () => {
  expect(findAcceptanceRule("certain-catalogue-figures")?.accepts({ figure, inConflict: false })).toBe(true);
});

test.each([
  ["有冲突", { inConflict: true }],
  ["目标数", { figure: { ...figure, kind: "target" as const } }],
  ["年份不明", { figure: { ...figure, period: "?H1" } }],
  ["没有期间", { figure: { ...figure, period: null } }],
  ["没有地区", { figure: { ...figure, region: null } }],
  ["把握不足", { figure: { ...figure, confidence: 0.89 } }],
])("%s的数据任何规则都不自动采纳", (_, change) => {
  const candidate = { figure, inConflict: false, ...change };
  expect(acceptanceRules.filter((rule) => rule.accepts(candidate))).toEqual([]);
});

test("names are unique, and an unknown rule is not found", () => {
  expect(new Set(acceptanceRules.map((rule) => rule.name)).size).toBe(acceptanceRules.length);
  expect(findAcceptanceRule("anything")).toBeUndefined();
});
