import { describe, expect, test } from "vitest";
import { definitionRows } from "#domains/economy/contract/indicator-definitions.ts";
import { EXPECTED_BY_DEFAULT, findIndicatorMetadata, indicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import { findIndicator, indicators } from "#domains/intelligence/contract/indicators.ts";
import { findUnit } from "#kernel/unit.ts";

describe("指标说明", () => {
  test("目录里的每个指标都有说明，说明里没有目录外的指标", () => {
    expect(indicatorMetadata.map(({ code }) => code)).toEqual(indicators.map(({ code }) => code));
    expect(definitionRows.filter(([code]) => findIndicator(code) === undefined)).toEqual([]);
    expect(new Set(definitionRows.map(([code]) => code)).size).toBe(definitionRows.length);
  });

  test("中英文都写了，单位都认得", () => {
    for (const metadata of indicatorMetadata) {
      for (const words of [metadata.definition, metadata.calibre, metadata.basis, metadata.limits, metadata.source, metadata.collector]) {
        expect([metadata.code, /[一-鿿]/.test(words.zh), /^[^一-鿿]+$/.test(words.en)]).toEqual([metadata.code, true, true]);
      }
      expect([metadata.code, metadata.unit === "" || metadata.unit === "吨标准煤/万元" || findUnit(metadata.unit) !== undefined]).toEqual([
        metadata.code,
        true,
      ]);
    }
  });

  test("手册 §11 的口径在先", () => {
    expect(findIndicatorMetadata("gdp")?.calibre.zh).toBe("总量按现价，增速按不变价");
    expect(findIndicatorMetadata("construction-output")?.calibre.zh).toContain("注册地");
    expect(findIndicatorMetadata("online-retail")?.limits.zh).toContain("社会消费品零售总额");
    expect(findIndicatorMetadata("unemployment")?.direction).toBe("down");
  });

  test("成绩单应有指标都在目录里", () => {
    expect(EXPECTED_BY_DEFAULT.filter((code) => findIndicatorMetadata(code) === undefined)).toEqual([]);
  });
});
