import { describe, expect, test } from "vitest";
import { columnsOf } from "#domains/registry/contract/import-columns.ts";
import { ImportSubject } from "#domains/registry/contract/import-operations.ts";
import { columnFor, findColumn, missingColumns, scaleOf, suggestMapping } from "#domains/registry/rules/column-mapping.ts";
import { readMoney } from "#domains/registry/rules/read-cells.ts";

describe("认列", () => {
  test.each([
    ["企业名称*", "name"],
    ["公司名称", "name"],
    ["统一社会信用代码", "identifier"],
    ["注册资本（亿元）", "capital"],
    ["registered_capital", "capital"],
    ["2023年营业收入（万元）", "revenue:2023"],
    ["营业收入2024", "revenue:2024"],
    ["revenue_2022", "revenue:2022"],
    ["revenue_million_cny", "revenue"],
    ["省份", "regionCode"],
    ["净利润(2021年度)", "profit:2021"],
    ["联系电话", undefined],
    ["2023", undefined],
  ])("%s → %s", (heading, key) => expect(columnFor(heading, "enterprises")).toBe(key));

  test("模板的每个表头都认得自己，两种语言都是", () => {
    for (const subject of ImportSubject.options)
      for (const column of columnsOf(subject)) {
        expect(columnFor(column.head.zh, subject)).toBe(column.key);
        expect(columnFor(column.head.en, subject)).toBe(column.key);
      }
  });

  test("两列像同一列时取先来的；必需的缺了说出来；年份只给按年的列", () => {
    expect(suggestMapping(["名称", "企业名称", "地址"], "enterprises")).toEqual({ 名称: "name", 地址: "address" });
    expect(missingColumns({ 地址: "address" }, "enterprises").map((one) => one.key)).toEqual(["name"]);
    expect(findColumn("capital:2023", "enterprises")).toBeUndefined();
    expect(findColumn("revenue:2023", "enterprises")?.key).toBe("revenue");
  });

  test.each([
    ["注册资本", "6000", "60000000"],
    ["注册资本（元）", "6000", "6000"],
    ["注册资本(亿元)", "1.5", "150000000"],
    ["注册资本", "293.52亿元", "29352000000"],
    ["注册资本", "1,200.5万元人民币", "12005000"],
    ["注册资本", "人民币500万", "5000000"],
    ["注册资本（元）", "12.345", "12.34"],
    ["注册资本", "500万美元", "foreign"],
    ["注册资本（百万元）", "6", "6000000"],
    ["revenue_million_cny", "2880311", "2880311000000"],
    ["revenue_wan", "9121", "91210000"],
    ["注册资本", "1,234,567", "12345670000"],
    ["注册资本", "1,5", undefined],
    ["注册资本", "1.2.3", undefined],
    ["注册资本", "很多", undefined],
    ["注册资本", "1e9", undefined],
  ])("%s 列的 %s 是 %s 元", (heading, cell, yuan) => expect(readMoney(cell, scaleOf(heading))).toBe(yuan));
});
