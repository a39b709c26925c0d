import { expect, test } from "vitest";
import { DEFAULT_EARLY_WARNING } from "#domains/promotion/rules/early-warning-default.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import { findRules, type TypedRules, typedRules } from "#domains/promotion/web/diligence-rules/rule-form.ts";

const RULES = { redLines: DEFAULT_RED_LINES, warnings: DEFAULT_EARLY_WARNING };
const typed = typedRules(RULES);
const withBand = (at: string): TypedRules => ({
  ...typed,
  ladders: {
    ...typed.ladders,
    debtRatio: { ...typed.ladders.debtRatio, bands: { ...typed.ladders.debtRatio.bands, caution: { at, including: false } } },
  },
});

test("没有改动的表单就是原来的规则", () => expect(findRules(typed)).toEqual(RULES));

test.each([
  ["65.5", ["clear", "caution", "stop"]],
  [" 65 ", ["clear", "caution", "stop"]],
  ["", ["clear", "stop"]],
])("警示阈值写“%s”", (at, bands) =>
  expect(findRules(withBand(at))?.redLines.debtRatio.ladder.steps.map(({ band }) => band)).toEqual(bands),
);

test.each(["七十", "90", "1e3", "-"])("警示阈值写“%s”不成规则", (at) => expect(findRules(withBand(at))).toBeUndefined());

test.each([
  ["年数为 0", { cashYears: "0" }],
  ["年数带小数", { cashYears: "2.5" }],
  ["天数空着", { relocationDays: "" }],
  ["分值为负", { weights: { ...typed.weights, "said-so": "-1" } }],
  ["依据空着", { ladders: { ...typed.ladders, commitment: { ...typed.ladders.commitment, source: " " } } }],
  ["事项天数不是数", { events: typed.events.map((event) => ({ ...event, days: "一年" })) }],
] as const)("%s不成规则", (_, part) => expect(findRules({ ...typed, ...part } as TypedRules)).toBeUndefined());
