import { describe, expect, test } from "vitest";
import { fitText } from "#domains/approvals/web/fit-text.ts";

describe("图中的文字", () => {
  test.each([
    ["自然资源和规划分局", 130, "自然资源和规划分局"],
    ["自然资源和规划分局", 100, "自然资源和规…"],
    ["Land and planning", 130, "Land and planning"],
    ["", 10, ""],
  ])("“%s”在 %d 宽里写作“%s”", (text, width, expected) => {
    expect(fitText(text, width, 13)).toBe(expected);
  });
});
