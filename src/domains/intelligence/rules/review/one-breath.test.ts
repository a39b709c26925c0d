import { expect, test } from "vitest";
import { opposedSides, type Told } from "#domains/intelligence/rules/review/one-breath.ts";

const said = (document: string | null, quote: string, start: number, end: number): Told => ({ document, quote, spans: [{ start, end }] });
const improvement = "开工率从72%提升到131%";
const told = new Map<string, Told>([
  ["before", said("one", improvement, 10, 24)],
  ["after", said("one", improvement, 10, 24)],
  ["overlapping", said("one", "率从72%提升", 12, 20)],
  ["touching", said("one", "提升到85%", 30, 36)],
  ["elsewhere", said("one", "开工率72%", 300, 310)],
  ["agreeing", said("two", "开工率达到131%", 10, 24)],
  ["other", said("two", "开工率达到150%", 40, 54)],
  ["sheet", said(null, "", 0, 0)],
  ["rows", said(null, "", 0, 0)],
]);

test.each([
  ["一句话里的前后两个值", [["before"], ["after"]], []],
  ["引文有重叠", [["overlapping"], ["after"]], []],
  ["两段引文紧挨着", [["before"], ["touching"]], []],
  ["别的文档说的正是后一个值", [["before"], ["after", "agreeing"]], []],
  ["同一文档两处不一致", [["elsewhere"], ["after"]], [["elsewhere"], ["after"]]],
  ["别的文档另说一个值", [["before"], ["after"], ["other"]], [["before"], ["after"], ["other"]]],
  ["表格来的数据没有引文", [["sheet"], ["rows"]], [["sheet"], ["rows"]]],
  ["没有出处的照旧算冲突", [["unknown"], ["after"]], [["unknown"], ["after"]]],
] as const)("%s", (_, sides, left) => {
  expect(opposedSides(sides, told)).toEqual(left);
});
