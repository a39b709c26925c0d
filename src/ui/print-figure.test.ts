import { describe, expect, test } from "vitest";
import { directionOf, groupDigits, printFigure, shiftPoint, signed } from "#ui/print-figure.ts";

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
    ["881.7", -1, "88.17"],
    ["0.5", -1, "0.05"],
    ["7", -1, "0.7"],
    ["100", -1, "10"],
    ["1.5", 4, "15000"],
    ["-0.25", 4, "-2500"],
  ])("%s moved by %i places is %s, exactly", (value, places, moved) => expect(shiftPoint(value, places)).toBe(moved));

  test("Chinese units stay in Chinese and become readable in English", () => {
    expect(printFigure("881.7", "亿元", "zh")).toEqual({ number: "881.7", unit: "亿元" });
    expect(printFigure("881.7", "亿元", "en")).toEqual({ number: "88.17", unit: "bn yuan" });
    expect(printFigure("20000", "户", "en")).toEqual({ number: "20,000", unit: "entities" });
  });
});
