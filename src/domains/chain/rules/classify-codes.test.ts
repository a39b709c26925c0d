import { expect, test } from "vitest";
import { ancestorsOf } from "#domains/chain/rules/classify-codes.ts";

test.each([
  ["三级", "110102", ["110100", "110000"]],
  ["二级", "110100", ["110000"]],
  ["一级", "110000", []],
  ["四级", "11010203", ["11010200", "11010000", "11000000"]],
  ["以零结尾的一级", "100000", []],
  ["以零结尾的二级", "101000", ["100000"]],
  ["不是两位一级的数字代码", "C3825", []],
  ["奇数位", "11010", []],
  ["空", "", []],
])("%s %s", (_, code, expected) => {
  expect(ancestorsOf(code)).toEqual(expected);
});
