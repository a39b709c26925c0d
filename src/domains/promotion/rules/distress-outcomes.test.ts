import { describe, expect, test } from "vitest";
import { OUTCOMES, type Outcome } from "#domains/promotion/rules/distress-outcomes.ts";
import { exampleHistory } from "#domains/promotion/rules/example-histories.ts";

const after = (...years: Parameters<typeof exampleHistory>[2]) => exampleHistory("000001", 2015, [{ assets: 100, equity: 50 }, ...years]);
const CASES: readonly (readonly [string, ReturnType<typeof after>, Partial<Record<Outcome, boolean | null>>])[] = [
  [
    "次年亏损，后年盈利",
    after({ netProfit: -1, equity: 49, assets: 100 }, { netProfit: 1, equity: 50 }),
    { loss: true, lossTwice: false, lossWithinTwo: true, negativeEquity: false, distress: false, heavyLoss: false },
  ],
  [
    "连亏两年",
    after({ netProfit: -1, equity: 49, assets: 100 }, { netProfit: -1, equity: 48 }),
    { loss: true, lossTwice: true, lossWithinTwo: true, negativeEquity: false, distress: true },
  ],
  [
    "盈亏平衡不是亏损",
    after({ netProfit: 0, equity: 50 }, { netProfit: 0, equity: 50 }),
    { loss: false, lossWithinTwo: false, distress: false },
  ],
  [
    "后年资不抵债",
    after({ netProfit: 1, equity: 1 }, { netProfit: 1, equity: -1 }),
    { negativeEquity: true, distress: true, lossTwice: false },
  ],
  ["亏掉一成资产不算大亏", after({ netProfit: -10, equity: 40, assets: 90 }, { netProfit: 0, equity: 40 }), { heavyLoss: false }],
  ["亏掉一成多算大亏", after({ netProfit: -10.1, equity: 40, assets: 90 }), { heavyLoss: true }],
  ["扣非亏损被一次性收益盖住", after({ netProfit: 1, deductedProfit: -1 }), { loss: false, deductedLoss: true }],
  [
    "后来没有年报：不知道",
    after(),
    { loss: null, lossTwice: null, lossWithinTwo: null, negativeEquity: null, distress: null, heavyLoss: null },
  ],
  [
    "只有次年：盈利即不会连亏，会否亏损还不知道",
    after({ netProfit: 1, equity: 50 }),
    { loss: false, lossTwice: false, lossWithinTwo: null, distress: null },
  ],
];

describe("年报后来显示的结果", () => {
  test.each(CASES)("%s", (_why, history, expected) => {
    for (const [outcome, shown] of Object.entries(expected))
      expect([outcome, OUTCOMES[outcome as Outcome](history, 2015)]).toEqual([outcome, shown]);
  });
});
