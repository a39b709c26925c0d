import { describe, expect, test } from "vitest";
import { statementColumns } from "#domains/promotion/contract/statement-columns.ts";
import { readStatementRow } from "#domains/promotion/rules/read-statement-row.ts";

const GOOD = {
  enterprise: "甲公司",
  year: "2025",
  revenue: "1,000",
  netProfit: "(12.5)",
  assets: "2000",
  liabilities: "900",
  source: "2025年度审计报告",
};
const read = (given: Readonly<Record<string, string>>) =>
  readStatementRow(3, Object.fromEntries(Object.entries({ ...GOOD, ...given }).map(([key, text]) => [key, { text }])));
const problems = (given: Readonly<Record<string, string>>) => {
  const reading = read(given);
  return reading.ok ? [] : reading.problems.map(({ zh }) => zh);
};

test("万元读成元，括号是亏损，空格是未知", () => {
  const reading = read({});
  expect(reading.ok && reading.given).toMatchObject({
    enterprise: "甲公司",
    source: "2025年度审计报告",
    statement: { year: 2025, revenue: "10000000", netProfit: "-125000", assets: "20000000", currentAssets: null, returnOnEquity: null },
  });
});

describe("数字的写法", () => {
  test.each([
    ["-3.2", "-32000"],
    ["−3.2", "-32000"],
    ["（3.2）", "-32000"],
    ["1，234.5万元", "12345000"],
    ["0", "0"],
  ])("%s", (text, yuan) => {
    const reading = read({ netProfit: text });
    expect(reading.ok && reading.given.statement.netProfit).toBe(yuan);
  });

  test.each(["约12", "1.2亿", "12-", "1e5", "9".repeat(21)])("不认：%s", (text) => {
    expect(problems({ netProfit: text })[0]).toContain("第 3 行“净利润（万元）”列");
  });
});

test.each([
  [{ enterprise: "" }, "第 3 行“企业”列：没有填写"],
  [{ year: "25" }, "第 3 行“年度”列：“25”不符合要求"],
  [{ year: "1989" }, "第 3 行“年度”列"],
  [{ assets: "" }, "第 3 行“总资产（万元）”列：没有填写"],
  [{ source: "" }, "第 3 行“来源”列：没有填写"],
  [{ currentAssets: "2000.01" }, "第 3 行：流动资产大于总资产，请核对单位与数字"],
  [{ currentLiabilities: "901" }, "第 3 行：流动负债大于总负债"],
  [{ liabilities: "-1" }, "第 3 行：总负债不能为负"],
])("%j 被拒：%s", (given, sentence) => {
  const found = problems(given as unknown as Readonly<Record<string, string>>);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(sentence);
});

test("流动资产等于总资产可以", () => expect(problems({ currentAssets: "2000" })).toEqual([]));

test("列名不重复", () => expect(new Set(statementColumns.map(({ head }) => head.zh)).size).toBe(statementColumns.length));
