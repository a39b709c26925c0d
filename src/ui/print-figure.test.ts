import { describe, expect, test } from "vitest";
import { directionOf, groupDigits, printFigure, signed } from "#ui/print-figure.ts";

describe("figures on the screen", () => {
  test.each([
    ["34700", "34,700"],
    ["881.7", "881.7"],
    ["-1234567.50", "−1,234,567.50"],
    ["约", "约"],
  ])("%s is grouped as %s", (value, shown) => expect(groupDigits(value)).toBe(shown));

  test.each([
    ["4.7", "+4.7", "up"],
    ["-1.2", "−1.2", "down"],
    ["0.0", "0.0", "level"],
  ])("growth %s is %s and goes %s", (value, shown, direction) => {
    expect(signed(value)).toBe(shown);
    expect(directionOf(value)).toBe(direction);
  });

  test.each([
    ["881.7", "亿元", "881.7 亿元", "CNY 88.17 billion"],
    ["48.7", "%", "48.7 %", "48.7 %"],
    ["2", "万户", "2 万户", "20,000"],
    ["-1.4", "个百分点", "−1.4 个百分点", "−1.4 percentage points"],
    ["若干", "亿元", "若干 亿元", "若干 亿元"],
  ])("%s%s is %s in Chinese and %s in English", (value, unit, zh, en) => {
    const whole = (language: "zh" | "en") => {
      const { before, number, unit: name } = printFigure(value, unit, language);
      return [before, number, name].filter((part) => part !== "").join(" ");
    };
    expect(whole("zh")).toBe(zh);
    expect(whole("en")).toBe(en);
  });
});
