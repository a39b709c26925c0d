import { describe, expect, it } from "vitest";
import { readChineseNumber, readOrdinal } from "#domains/intelligence/rules/figures/chinese-number.ts";

describe("Chinese numerals", () => {
  it.each([
    ["三千二百万", "32000000"],
    ["二百一十六点四", "216.4"],
    ["一百零九", "109"],
    ["十二", "12"],
    ["两亿", "200000000"],
    ["一万亿", "1000000000000"],
  ])("%s is %s", (text, value) => expect(readChineseNumber(text)).toBe(value));

  it("refuses what is no number", () => {
    expect(readChineseNumber("二三")).toBeUndefined();
    expect(readChineseNumber("很多")).toBeUndefined();
    expect(readChineseNumber("")).toBeUndefined();
  });

  it("reads ranks", () => {
    expect(readOrdinal("三")).toBe("3");
    expect(readOrdinal("07")).toBe("7");
  });
});
