import { describe, expect, test } from "vitest";
import { pairCompletions, type SaidFigure } from "#domains/projects/rules/pair-completions.ts";

const said = (id: string, indicator: string, value: string, unit: string, start: number, length = 12): SaidFigure => ({
  id,
  indicator,
  value,
  unit,
  quote: `${indicator}${value}${unit}`,
  start,
  end: start + length,
});
const amount = said("a", "省市重点项目完成投资", "94.06", "亿元", 100);
const rate = said("r", "超年度计划投资", "143.91", "%", 113);

describe("文档里说的完成额和超计划比例", () => {
  test("完成94.06亿元、超年度计划投资143.91%：一对，两种读法，计划65.36亿或38.56亿", () => {
    const [pair, ...more] = pairCompletions([rate, amount]);
    expect(more).toEqual([]);
    expect(pair).toMatchObject({
      subject: "省市重点项目",
      actualYuan: "9406000000",
      statedPct: "143.91",
      read: { status: "NEEDS_REVIEW" },
    });
    expect(pair?.read.readings.map(({ reading, ratePct }) => [reading, ratePct])).toEqual([
      ["rate", "143.91"],
      ["exceeds-by", "243.91"],
    ]);
    expect(pair?.read.sentence.zh).toContain("65.36亿元；或超出计划143.91%，则年度计划为38.56亿元");
  });

  test("取前面最近的投资额", () => {
    expect(pairCompletions([said("far", "工业投资", "10", "亿元", 80), amount, rate])[0]?.amount.id).toBe("a");
  });

  test.each([
    ["不到一倍：只能是多出", [amount, said("r", "超年度计划投资", "12", "%", 113)]],
    ["没有“超”字：就是完成率", [amount, said("r", "完成年度计划投资", "143.91", "%", 113)]],
    ["说的不是计划", [amount, said("r", "超上年同期", "143.91", "%", 113)]],
    ["前面没有投资额", [said("a", "工业总产值", "94.06", "亿元", 100), rate]],
    ["隔得太远，是另一句话", [{ ...amount, start: 1, end: 13 }, rate]],
    ["额在后面", [{ ...amount, start: 130, end: 142 }, rate]],
    ["没有位置", [amount, { ...rate, start: null, end: null }]],
    ["计划额不是完成额", [said("a", "年度计划投资", "94.06", "亿元", 100), rate]],
  ] as const)("%s：没有要认定的", (_, figures) => {
    expect(pairCompletions(figures)).toEqual([]);
  });
});
