import { expect, test } from "vitest";
import { printBrief } from "#domains/economy/server/print-brief.ts";

const brief: Parameters<typeof printBrief>[0] = {
  region: "云岭高新区",
  period: "2025H1",
  state: "PUBLISHED",
  version: 1,
  figures: [
    {
      indicator: "出口总额",
      indicatorEn: "Exports",
      code: "exports",
      value: 881.7,
      unit: "亿元",
      yoy_pct: 5.5,
      source: { document: "上半年运行", quote: "出口881.7亿元，\n增长5.5%", start: 3, end: 17 },
      sources: [],
      observationId: "0199c000-0000-7000-8000-0000000000f1",
    },
  ],
  checks: [{ name: "a", ok: true, detail: "both agree" }],
  conflicts: [{ indicator: "税收收入", indicatorEn: "Tax revenue", values: ["CNY 5 billion", "CNY 6 billion"] }],
};

test("英文终端里指标用英文名，中文只在出处和原文里", () => {
  expect(printBrief(brief, "en").split("\n").slice(2)).toEqual([
    "Exports  CNY 88.17 billion (+5.5 %)",
    "    上半年运行: “出口881.7亿元， 增长5.5%” [3–17]",
    "",
    "Checks",
    "  ✔ both agree",
    "",
    "In conflict (left out)",
    "  Tax revenue: CNY 5 billion / CNY 6 billion",
  ]);
});

test("中文照旧", () => {
  expect(printBrief(brief, "zh").split("\n").slice(2, 4)).toEqual([
    "出口总额  881.7亿元（同比 +5.5%）",
    "    上半年运行：“出口881.7亿元， 增长5.5%” [3–17]",
  ]);
});
