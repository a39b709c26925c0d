import { describe, expect, test } from "vitest";
import { FILTER_KEYS, isEmptyFilter, readFilter, says, writeFilter } from "#domains/registry/web/enterprise-filter.ts";
import type { Decimal } from "#kernel/decimal.ts";

describe("检索条件与地址", () => {
  test("地址里的条件都读出来，各按其类", () => {
    expect(
      readFilter({
        q: " 微电子 ",
        region: "50",
        classCode: "C39",
        capitalFrom: "1000000",
        employeesFrom: "20",
        ageTo: "9",
        listed: "true",
      }),
    ).toEqual({ q: "微电子", region: "50", classCode: "C39", capitalFrom: "1000000", employeesFrom: 20, ageTo: 9, listed: true });
  });

  test.each([
    ["region", "5"],
    ["region", "重庆"],
    ["classCode", "Z1"],
    ["capitalFrom", "-1"],
    ["capitalFrom", "很多"],
    ["employeesFrom", "1.5"],
    ["employeesFrom", "abc"],
    ["listed", "maybe"],
    ["status", "gone"],
    ["liaisonId", "不是编号"],
    ["foundedFrom", "2020-13-01"],
  ])("看不懂的不理会：%s=%s", (key, written) => {
    const filter = readFilter({ [key]: written, q: "电机" });
    expect(filter).toEqual({ q: "电机" });
  });

  test("写出再读回是同一个条件，没有的键清空", () => {
    const filter = readFilter({ q: "电机", capitalTo: "999999.99", listed: "false", book: "resident", foundedFrom: "2015-03-02" });
    const written = writeFilter(filter);
    expect(Object.keys(written).sort()).toEqual([...FILTER_KEYS].sort());
    expect(written.region).toBe("");
    expect(readFilter(written)).toEqual(filter);
  });

  test("已经选了的再选一次就是去掉", () => {
    const filter = { status: "active", capitalTo: "999999.99" as Decimal } as const;
    expect(says(filter, { capitalTo: "999999.99" as Decimal })).toBe(true);
    expect(says(filter, { capitalFrom: "1000000" as Decimal, capitalTo: "999999.99" as Decimal })).toBe(false);
    expect(isEmptyFilter({})).toBe(true);
    expect(isEmptyFilter(filter)).toBe(false);
  });
});
