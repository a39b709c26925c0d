import { describe, expect, test } from "vitest";
import { readStatedCompletion } from "#domains/projects/rules/stated-completion.ts";
import type { Decimal } from "#kernel/decimal.ts";

const read = (wording: string, statedPct: string, actualYuan = "9406000000") =>
  readStatedCompletion({ wording, statedPct: statedPct as Decimal, actualYuan: actualYuan as Decimal });

describe("文中说的年度计划投资完成", () => {
  test("“完成94.06亿、超年度计划投资143.91%”：65.36亿和38.56亿两种读法都保留，待核实", () => {
    const found = read("超年度计划投资143.91%", "143.91");
    expect(found?.status).toBe("NEEDS_REVIEW");
    expect(found?.readings).toEqual([
      { reading: "rate", ratePct: "143.91", planYuan: "6536029462.86" },
      { reading: "exceeds-by", ratePct: "243.91", planYuan: "3856340453.45" },
    ]);
    expect(found?.sentence.zh).toBe(
      "“超年度计划投资143.91%”有两种读法：完成率143.91%，则年度计划为65.36亿元；或超出计划143.91%，则年度计划为38.56亿元。待核实。",
    );
    expect(found?.sentence.en).toContain("CNY 6536 million");
  });

  test.each([
    ["年度计划投资完成率118.2%", "118.2", "CERTAIN", ["rate"]],
    ["完成年度计划的53.9%", "53.9", "CERTAIN", ["rate"]],
    ["超额完成年度计划12%", "12", "CERTAIN", ["exceeds-by"]],
    ["超年度计划99.99%", "99.99", "CERTAIN", ["exceeds-by"]],
    ["超年度计划100%", "100", "NEEDS_REVIEW", ["rate", "exceeds-by"]],
    ["超出计划投资243.91%", "243.91", "NEEDS_REVIEW", ["rate", "exceeds-by"]],
  ] as const)("“%s”", (wording, pct, status, readings) => {
    const found = read(wording, pct);
    expect([found?.status, found?.readings.map(({ reading }) => reading)]).toEqual([status, readings]);
  });

  test.each([
    ["没有完成额", "143.91", "0"],
    ["百分比为零", "0", "9406000000"],
    ["负的百分比", "-3", "9406000000"],
  ])("%s：推不出计划", (_, pct, actual) => {
    expect(read("超年度计划投资", pct, actual)).toBeUndefined();
  });
});
