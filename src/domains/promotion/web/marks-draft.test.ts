import { describe, expect, test } from "vitest";
import { DEFAULT_SCORING } from "#domains/promotion/rules/default-scoring.ts";
import { readMarks, writeMarks } from "#domains/promotion/web/marks-draft.ts";

describe("分点的写法", () => {
  test.each(Object.entries(DEFAULT_SCORING.terms))("%s：写出再读回，一字不差", (_, { marks }) => {
    expect(readMarks(writeMarks(marks))).toEqual(marks);
  });

  test("全角冒号分号也读得懂，负数和一位小数都可以", () => {
    expect(readMarks("－20：0； 50：12.5")).toEqual([
      { at: -20, points: 0 },
      { at: 50, points: 12.5 },
    ]);
  });

  test.each(["", "0-0; 100-30", "0:0; 一百:30", "0:0; 100:30.25", "0:0, 100:30"])("“%s”读不懂", (text) => {
    expect(readMarks(text)).toBeUndefined();
  });
});
