import { describe, expect, test } from "vitest";
import { filterOf, unreadOf } from "#domains/promotion/web/screening-filter.ts";

describe("地址里的筛选条件", () => {
  test("逗号、顿号、空格都能分隔，行业代码不分大小写，金额以万元写", () => {
    expect(
      filterOf({
        regions: "31，3205",
        without: "500112",
        classes: "c39、C3972",
        capital: "5,000",
        qualification: "high-tech",
        listed: "yes",
        fit: "40",
      }),
    ).toEqual({
      regions: ["31", "3205"],
      notRegions: ["500112"],
      classes: ["C39", "C3972"],
      capitalFrom: "50000000",
      qualifications: ["high-tech"],
      listed: true,
      fitFrom: 40,
    });
  });

  test("读不懂的条件不采用，其余照常", () => {
    expect(
      filterOf({ regions: "上海", classes: "39", capital: "很多", qualification: "无", listed: "no", fit: "300", node: "IC" }),
    ).toEqual({});
    expect(filterOf({ regions: "31", classes: "?" })).toEqual({ regions: ["31"], fitFrom: 1 });
  });

  test("没有写契合度，也要有契合依据才算目标；写明不限的才全部参加", () => {
    expect(filterOf({ node: "IC" })).toEqual({ fitFrom: 1 });
    expect(filterOf({ node: "IC", fit: "0" })).toEqual({ fitFrom: 0 });
    expect(unreadOf({ fit: "0" })).toEqual([]);
  });

  test("没有采用的条件说得出来，留空的不算", () => {
    expect(unreadOf({ regions: "上海", classes: "39", capital: "很多", revenue: "-5", fit: "300", without: "", node: "IC" })).toEqual([
      "上海",
      "39",
      "很多",
      "-5",
      "300",
    ]);
    expect(unreadOf({ regions: "31", revenue: "5,000", controller: "private", listed: "no" })).toEqual([]);
  });
});
