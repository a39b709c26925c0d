import { expect, test } from "vitest";
import { indicatorMetadata } from "#domains/economy/contract/indicator-metadata.ts";
import { unitWords } from "#domains/economy/rules/unit-words.ts";

test.each([
  ["亿元", "CNY 100 million"],
  ["元", "CNY"],
  ["亿美元", "USD 100 million"],
  ["%", "%"],
  ["家", "number"],
  ["万人次", "10,000 person-times"],
  ["万平方米", "10,000 m²"],
  ["平方公里", "km²"],
  ["亿千瓦时", "100 million kWh"],
  ["吨标准煤/万元", "t of standard coal per CNY 10,000"],
  ["", ""],
])("单位 %s 的英文", (unit, en) => {
  expect(unitWords(unit)).toEqual({ zh: unit, en });
});

test("目录里的单位都有英文", () => {
  expect(indicatorMetadata.map(({ unit }) => unitWords(unit).en).filter((en) => /\p{Script=Han}/u.test(en))).toEqual([]);
});
