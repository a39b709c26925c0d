import { describe, expect, test } from "vitest";
import { ColourRule } from "#domains/projects/contract/colour.ts";
import { DEFAULT_COLOUR_RULE } from "#domains/projects/rules/default-colour-rule.ts";
import { colourSpans } from "#domains/projects/rules/ladder-words.ts";
import { changesBetween } from "#domains/projects/rules/rule-changes.ts";

describe("规则读成表", () => {
  test.each([
    ["progress", ["green ≤ 0", "blue > 0, < 10", "yellow ≥ 10, ≤ 30", "red > 30"]],
    ["milestone", ["green ≤ 0", "blue > 0, ≤ 15", "yellow > 15, ≤ 30", "red > 30"]],
    ["start", ["blue ≤ 0", "yellow > 0, ≤ 2", "red > 2"]],
    ["statEntry", ["blue < 1", "yellow ≥ 1, ≤ 2", "red > 2"]],
  ] as const)("%s", (name, expected) => {
    expect(colourSpans(DEFAULT_COLOUR_RULE[name]).map(({ colour, span }) => `${colour} ${span}`)).toEqual(expected);
  });
});

describe("改了什么", () => {
  const changed = (change: (rule: ColourRule) => unknown) =>
    changesBetween(DEFAULT_COLOUR_RULE, ColourRule.parse(change(structuredClone(DEFAULT_COLOUR_RULE)))).map(
      ({ what, from, to }) => `${what.zh}：${from.zh} → ${to.zh}`,
    );

  test("没改就是没改", () => expect(changed((rule) => rule)).toEqual([]));

  test("挪一个门槛，两边的颜色都写出来", () => {
    const steps = DEFAULT_COLOUR_RULE.progress.steps.map((step) => (step.band === "blue" ? { ...step, upTo: "8" } : step));
    expect(changed((rule) => ({ ...rule, progress: { ...rule.progress, steps } }))).toEqual([
      "进度缺口·蓝：> 0, < 10 → > 0, < 8",
      "进度缺口·黄：≥ 10, ≤ 30 → ≥ 8, ≤ 30",
    ]);
  });

  test.each([
    ["截止日未报：黄 → 红", (rule: ColourRule) => ({ ...rule, silence: "red" })],
    ["停建：红 → 黄", (rule: ColourRule) => ({ ...rule, suspended: "yellow" })],
    ["统计起点（元）：5000000 → 10000000", (rule: ColourRule) => ({ ...rule, statThresholdYuan: "10000000" })],
    ["回复督办单（工作日）：5 → 3", (rule: ColourRule) => ({ ...rule, actions: { ...rule.actions, replyWorkdays: 3 } })],
    ["月报缺失（天）：65 → 60", (rule: ColourRule) => ({ ...rule, freshness: { ...rule.freshness, missingAfterDays: 60 } })],
  ] as const)("%s", (expected, change) => {
    expect(changed(change)).toEqual([expected]);
  });
});
