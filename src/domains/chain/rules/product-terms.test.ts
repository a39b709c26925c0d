import { describe, expect, test } from "vitest";
import { plainIndustry, plainName, tellingName, termsOf } from "#domains/chain/rules/product-terms.ts";

describe("产品名称的片段", () => {
  test("一到四个字的片段，首尾算作字", () => {
    const terms = termsOf("变压器");
    for (const term of ["变", "变压", "变压器", "\u0002变", "器\u0003", "\u0002变压器", "变压器\u0003"]) expect(terms).toContain(term);
    expect(terms).not.toContain("\u0002");
    expect(terms).not.toContain("\u0003");
    expect(Math.max(...terms.map((term) => Array.from(term).length))).toBe(4);
  });

  test.each([
    ["全角、大小写、空格归一", "ＰＥ 管", "pe管"],
    ["过长的是句子，截断", "管".repeat(300), "管".repeat(100)],
    ["空白", " 　", ""],
  ])("%s", (_, given, expected) => {
    expect(plainName(given)).toBe(expected);
  });

  test("空名称没有片段", () => {
    expect(termsOf(" ")).toEqual([]);
  });
});

describe("企业名称里说明行业的部分", () => {
  test.each([
    ["云岭省云岭市晨光半导体科技股份有限公司", "云岭市晨光半导体"],
    ["云岭市晨光半导体有限责任公司", "晨光半导体"],
    ["晨光传媒(集团)股份有限公司", "晨光传媒"],
    ["中国铸造", "铸造"],
    ["科技", "科技"],
  ])("%s → %s", (name, expected) => {
    expect(tellingName(name)).toBe(expected);
  });
});

test("行业名称去掉级别记号", () => {
  expect(["白酒Ⅲ", "白酒Ⅱ", "白酒", "pvc管材"].map(plainIndustry)).toEqual(["白酒", "白酒", "白酒", "pvc管材"]);
});
