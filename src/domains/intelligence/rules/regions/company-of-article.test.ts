import { expect, test } from "vitest";
import { findCompanyOfArticle } from "#domains/intelligence/rules/regions/company-of-article.ts";

const body = "2022年,公司实现营业收入36.2亿元,同比增长12.4%;归母净利润4.1亿元。";

test.each([
  ["海河重工披露2022年年度报告", "海河重工"],
  ["锐岭电池一季度营收大增", "锐岭电池"],
  ["高新区一季度营收大增", null],
  ["生物医药企业营收大增", null],
])("%s: %s", (title, company) => {
  expect(findCompanyOfArticle(title, body)).toBe(company);
});
