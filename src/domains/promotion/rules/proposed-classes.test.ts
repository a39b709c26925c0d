import { expect, test } from "vitest";
import { proposedClasses, type Registered } from "#domains/promotion/rules/proposed-classes.ts";
import { localDate } from "#kernel/local-date.ts";

const day = localDate("2026-06-30");
const none: Registered = { stockCode: null, controller: null, qualifications: [] };
const unicorn = (to: string) => [{ kind: "unicorn", level: null, from: null, to: localDate(to) } as const];

test.each<[string, Partial<Registered>, readonly string[]]>([
  ["什么也没有登记", {}, []],
  ["有股票代码", { stockCode: "688001" }, ["listed"]],
  ["股票代码是空的", { stockCode: "" }, []],
  ["央企控制的上市公司", { stockCode: "601012", controller: "central-state" }, ["central-soe", "listed"]],
  ["地方国企不是央企", { controller: "local-state" }, []],
  ["院所高校由人认定是不是国字号、双一流", { controller: "institute" }, []],
  ["独角兽，当日有效", { qualifications: unicorn("2026-06-30") }, ["unicorn"]],
  ["独角兽，已过期", { qualifications: unicorn("2026-06-29") }, []],
])("%s", (_, given, classes) => expect(proposedClasses({ ...none, ...given }, day)).toEqual(classes));
