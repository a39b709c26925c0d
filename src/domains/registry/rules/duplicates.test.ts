import { describe, expect, test } from "vitest";
import { type Comparable, compareEnterprises, LIKELY, likeness } from "#domains/registry/rules/duplicates.ts";
import type { Decimal } from "#kernel/decimal.ts";
import type { LocalDate } from "#kernel/local-date.ts";

const bare: Comparable = {
  identifierKind: "provisional",
  identifier: "P-1",
  name: "云岭芯曜微电子有限公司",
  otherNames: [],
  address: null,
  regionCode: null,
  classCode: null,
  foundedOn: null,
  capitalYuan: null,
  website: null,
  stockCode: null,
};
const score = (one: Partial<Comparable>, other: Partial<Comparable>): number =>
  compareEnterprises({ ...bare, ...one }, { ...bare, ...other }).score;
const day = (text: string) => text as LocalDate;

describe("疑似重复的分", () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>, boolean]>([
    ["同名异写", {}, { name: "云岭芯曜微电子有限责任公司" }, true],
    ["繁体", {}, { name: "雲嶺芯曜微電子有限公司" }, true],
    ["曾用名相同", { name: "云岭新名有限公司", otherNames: ["云岭旧名有限公司"] }, { name: "云岭旧名有限公司" }, true],
    [
      "两个不同的有效代码",
      { identifierKind: "uscc", identifier: "91500000MAXX000157" },
      { identifierKind: "uscc", identifier: "91500000MAXX000900" },
      false,
    ],
    [
      "代码只差登记机关",
      { identifierKind: "uscc", identifier: "91500000MAXX000157" },
      { identifierKind: "uscc", identifier: "91310000MAXX00015X" },
      true,
    ],
    ["同名在两个省", { regionCode: "500112" }, { regionCode: "310115" }, false],
    ["同名同日同省", { regionCode: "500112", foundedOn: day("2018-01-01") }, { regionCode: "500107", foundedOn: day("2018-01-01") }, true],
    ["名称不像", {}, { name: "岚州食品有限公司", foundedOn: day("2018-01-01") }, false],
    [
      "证券代码相同",
      { name: "甲有限公司", stockCode: "600000", website: "http://www.a.cn/" },
      { name: "甲股份有限公司", stockCode: "600000", website: "a.cn" },
      true,
    ],
    ["证券代码不同", { stockCode: "600000" }, { stockCode: "600001" }, false],
  ])("%s", (_, one, other, likely) => expect(score(one, other) >= LIKELY).toBe(likely));

  test("每一项说明比较了什么、各给几分；没说的不加不减；先后无关", () => {
    const one = { ...bare, capitalYuan: "1000" as Decimal, address: "科创一路 18号", foundedOn: day("2018-01-01") };
    const other = { ...bare, capitalYuan: "1000" as Decimal, address: "科创一路18号", foundedOn: day("2018-01-02") };
    expect(compareEnterprises(one, other)).toEqual({
      score: 78,
      terms: [
        { term: "name", one: bare.name, other: bare.name, points: 60, of: 60 },
        { term: "address", one: "科创一路18号", other: "科创一路18号", points: 20, of: 20 },
        { term: "founded", one: "2018-01-01", other: "2018-01-02", points: -8, of: 12 },
        { term: "capital", one: "1000", other: "1000", points: 6, of: 6 },
      ],
    });
    expect(compareEnterprises(other, one).score).toBe(78);
  });

  test("像不像在 0 与 1 之间", () => {
    expect(likeness("甲乙丙有限公司", "甲乙丙有限责任公司")).toBe(1);
    expect(likeness("甲乙丙有限公司", "丁戊己有限公司")).toBe(0);
    expect(likeness("甲乙丙丁有限公司", "甲乙丙戊有限公司")).toBeCloseTo(0.5);
  });
});
