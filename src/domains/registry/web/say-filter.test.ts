import { describe, expect, test } from "vitest";
import type { EnterpriseFilter } from "#domains/registry/contract/search-operations.ts";
import { sayFilter } from "#domains/registry/web/say-filter.ts";
import type { Decimal } from "#kernel/decimal.ts";

const yuan = (amount: string) => amount as Decimal;
const texts = (filter: EnterpriseFilter) => sayFilter(filter, "zh").map(({ text }) => text.replaceAll("\u2009", ""));

describe("已选条件怎么说", () => {
  test.each<[string, EnterpriseFilter, string[]]>([
    ["没有条件", {}, []],
    ["检索词不算条件", { q: "电机" }, []],
    ["只有下限", { capitalFrom: yuan("10000000") }, ["注册资本 1000万元 及以上"]],
    ["只有上限", { revenueTo: yuan("20000000") }, ["营业收入 2000万元 及以下"]],
    ["分布里的“以下”", { capitalTo: yuan("999999.99") }, ["注册资本 不足 100万元"]],
    ["分布里的一段", { capitalFrom: yuan("1000000"), capitalTo: yuan("9999999.99") }, ["注册资本 100万元 至 1000万元"]],
    ["人数与年龄", { employeesTo: 19, ageFrom: 20 }, ["从业人数 19 人 及以下", "企业年龄 20 年 及以上"]],
    ["零也是条件", { ageTo: 0, listed: false }, ["未上市", "企业年龄 0 年 及以下"]],
    ["名册、状态、资质", { book: "resident", status: "active", qualification: "high-tech" }, ["在园企业", "高新技术企业", "存续"]],
  ])("%s", (_, filter, expected) => expect(texts(filter)).toEqual(expected));

  test("知道名称的代码说名称，每一条记着自己的键", () => {
    expect(
      sayFilter({ region: "50", classCode: "C39", capitalFrom: yuan("1") }, "zh", { region: "重庆市" }).map(({ keys, text }) => [
        text,
        keys,
      ]),
    ).toEqual([
      ["重庆市", ["region"]],
      ["C39", ["classCode"]],
      ["注册资本 1\u2009元 及以上", ["capitalFrom", "capitalTo"]],
    ]);
  });
});
