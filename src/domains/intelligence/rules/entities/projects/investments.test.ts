import { expect, test } from "vitest";
import { findInvestments, yuanOf } from "#domains/intelligence/rules/entities/projects/investments.ts";

test.each([
  ["12.5", "亿", "1250000000"],
  ["0.5", "万", "5000"],
  ["80", "万", "800000"],
  ["3.26", "亿", "326000000"],
  ["100", "", "100"],
  ["0.000001", "万", "0.01"],
])("%s%s元", (value, scale, yuan) => {
  expect(yuanOf(value, scale)).toBe(yuan);
});

test.each([
  ["总投资约2亿元的产业园", "200000000"],
  ["投资十五亿元的基地", "1500000000"],
  ["计划总投资逾1,200万元", "12000000"],
  ["投资额达200亿元", "20000000000"],
])("%s", (text, yuan) => {
  expect(findInvestments(text)).toMatchObject([{ yuan }]);
});

test.each(["固定资产投资76.32亿元", "完成投资94.06亿元", "合同投资额347亿元", "总投资1500万美元"])("不是项目投资：%s", (text) => {
  expect(findInvestments(text)).toEqual([]);
});
