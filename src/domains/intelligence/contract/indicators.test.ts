import { describe, expect, it } from "vitest";
import { findIndicator, IndicatorCode, indicators } from "#domains/intelligence/contract/indicators.ts";

describe("catalogue of indicators", () => {
  it("has one entry a code and one a Chinese name", () => {
    expect(new Set(indicators.map((indicator) => indicator.code)).size).toBe(indicators.length);
    expect(new Set(indicators.map((indicator) => indicator.name.zh)).size).toBe(indicators.length);
  });

  it("keeps growth a property of the indicator, not a code of its own", () => {
    expect(indicators.filter((indicator) => /增速|增长率/.test(indicator.name.zh) || /growth/.test(indicator.code))).toEqual([]);
  });

  it("tells a code of the catalogue from any other word", () => {
    expect(IndicatorCode.safeParse("gdp").success).toBe(true);
    expect(IndicatorCode.safeParse("happiness").success).toBe(false);
    expect(findIndicator("gdp")?.name.zh).toBe("地区生产总值");
    expect(findIndicator("happiness")).toBeUndefined();
  });
});
