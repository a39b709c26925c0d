import { describe, expect, test } from "vitest";
import { DiligenceRules } from "#domains/promotion/contract/diligence-rules.ts";
import { EarlyWarningRule } from "#domains/promotion/contract/distress-warning.ts";
import { RedLineRule } from "#domains/promotion/contract/statement-red-lines.ts";
import { DEFAULT_EARLY_WARNING } from "#domains/promotion/rules/early-warning-default.ts";
import { DEFAULT_RED_LINES } from "#domains/promotion/rules/red-lines-default.ts";
import {
  changesBetween,
  type LadderName,
  ladderFrom,
  ladderShapes,
  RED_LADDERS,
  sayThreshold,
  thresholdsOf,
  WARNING_LADDERS,
} from "#domains/promotion/rules/rule-thresholds.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { Ladder } from "#kernel/ladder.ts";

const RULES: DiligenceRules = { redLines: DEFAULT_RED_LINES, warnings: DEFAULT_EARLY_WARNING };
const ladderOf = (name: LadderName): Ladder =>
  (RED_LADDERS as readonly string[]).includes(name) ? RULES.redLines[name as "debtRatio"].ladder : RULES.warnings[name as "permitDaysLeft"];
const said = (name: LadderName) =>
  Object.fromEntries(
    [...thresholdsOf(ladderOf(name), ladderShapes[name])].map(([band, one]) => [band, sayThreshold(one, ladderShapes[name])]),
  );

describe("阈值按人看的方式写", () => {
  test.each([
    ["debtRatio", { caution: "> 70", stop: "> 85" }],
    ["currentRatio", { caution: "< 1" }],
    ["negativeCash", { caution: "≥ 2" }],
    ["commitment", { caution: "> 3" }],
    ["permitDaysLeft", { attention: "≤ 90", warning: "≤ 30", urgent: "< 0" }],
    ["distressPercentile", { attention: "≥ 80", warning: "≥ 90", urgent: "≥ 97" }],
    ["relocationWeight", { attention: "≥ 1", warning: "≥ 2", urgent: "≥ 4" }],
  ] as const)("%s", (name, expected) => expect(said(name)).toEqual(expected));

  test.each([...RED_LADDERS, ...WARNING_LADDERS])("%s：拆开再合上还是同一把尺", (name) => {
    const ladder = ladderOf(name);
    expect(ladderFrom(thresholdsOf(ladder, ladderShapes[name]), ladderShapes[name], ladder.source)).toEqual(ladder);
  });

  test("不给止步线的只剩警示；给了的依次排开", () => {
    const shape = ladderShapes.currentRatio;
    const both = new Map([
      ["caution", { at: "1" as Decimal, including: false }],
      ["stop", { at: "0.5" as Decimal, including: true }],
    ]);
    expect(ladderFrom(both, shape, "园区规定").steps).toEqual([
      { band: "stop", upTo: "0.5", including: true },
      { band: "caution", upTo: "1", including: false },
      { band: "clear", upTo: null, including: false },
    ]);
    both.delete("stop");
    expect(ladderFrom(both, shape, "园区规定").steps.map(({ band }) => band)).toEqual(["caution", "clear"]);
  });
});

describe("规则本身的样子", () => {
  const withDebt = (steps: readonly object[]) =>
    RedLineRule.safeParse({ ...DEFAULT_RED_LINES, debtRatio: { clauses: [], ladder: { source: "园区规定", steps } } }).success;
  test.each([
    [
      "三档依次",
      [
        ["clear", "70"],
        ["caution", "85"],
        ["stop", null],
      ],
      true,
    ],
    [
      "只有止步",
      [
        ["clear", "85"],
        ["stop", null],
      ],
      true,
    ],
    [
      "没有这一档",
      [
        ["green", "70"],
        ["stop", null],
      ],
      false,
    ],
    [
      "次序颠倒",
      [
        ["stop", "70"],
        ["clear", null],
      ],
      false,
    ],
    [
      "同一档两次",
      [
        ["clear", "60"],
        ["caution", "70"],
        ["caution", null],
      ],
      false,
    ],
    [
      "没有未触及",
      [
        ["caution", "70"],
        ["stop", null],
      ],
      false,
    ],
    [
      "阈值不升",
      [
        ["clear", "90"],
        ["caution", "85"],
        ["stop", null],
      ],
      false,
    ],
  ] as const)("资产负债率 %s", (_, steps, fits) => expect(withDebt(steps.map(([band, upTo]) => ({ band, upTo })))).toBe(fits));

  test("一类事项只定一次；迹象的分值不能为负", () => {
    const [first] = DEFAULT_RED_LINES.events;
    expect(RedLineRule.safeParse({ ...DEFAULT_RED_LINES, events: [first, first] }).success).toBe(false);
    const weights = { ...DEFAULT_EARLY_WARNING.relocationWeights, "said-so": "-1" };
    expect(EarlyWarningRule.safeParse({ ...DEFAULT_EARLY_WARNING, relocationWeights: weights }).success).toBe(false);
  });
});

test("两版之间改了什么，一项一行；没有改就没有", () => {
  expect(changesBetween(RULES, RULES)).toEqual([]);
  const after = DiligenceRules.parse({
    redLines: {
      ...DEFAULT_RED_LINES,
      cashYears: 4,
      debtRatio: {
        clauses: ["funds-first"],
        ladder: {
          source: DEFAULT_RED_LINES.debtRatio.ladder.source,
          steps: [
            { band: "clear", upTo: "65", including: true },
            { band: "stop", upTo: null },
          ],
        },
      },
      events: DEFAULT_RED_LINES.events.map((event) => (event.kind === "litigation" ? { ...event, band: "stop", days: null } : event)),
    },
    warnings: { ...DEFAULT_EARLY_WARNING, relocationDays: 180 },
  });
  expect(changesBetween(RULES, after).map(({ what, from, to }) => `${what.zh}：${from.zh} → ${to.zh}`)).toEqual([
    "资产负债率·警示：> 70 → 不判",
    "资产负债率·止步：> 85 → > 65",
    "资产负债率·合同条件：首期资金先到位、履约保证 → 首期资金先到位",
    "重大诉讼·结论：警示 → 止步",
    "重大诉讼·计入天数：730 → 解除前",
    "看经营现金流的年数：3 → 4",
    "外迁迹象计入天数：365 → 180",
  ]);
});
