import { describe, expect, test } from "vitest";
import type { ReviewState } from "#domains/approvals/rules/case-course.ts";
import { allClosed, findCycle, nodesToOpen } from "#domains/approvals/rules/review-graph.ts";

const node = (key: string, ...after: string[]) => ({ key, after });
const states = (given: Readonly<Record<string, ReviewState>>) => new Map(Object.entries(given));
const nodes = [node("fire"), node("planning"), node("joint", "fire", "planning"), node("final", "joint")];

describe("审查图", () => {
  test.each([
    ["无环", nodes, undefined],
    ["自己等自己", [node("a", "a")], ["a", "a"]],
    ["三个互等", [node("x"), node("a", "b"), node("b", "c"), node("c", "a")], ["a", "b", "c", "a"]],
    ["环外先走", [node("start", "a"), node("a", "b"), node("b", "a")], ["a", "b", "a"]],
    ["菱形不是环", [node("d", "b", "c"), node("b", "a"), node("c", "a"), node("a")], undefined],
  ])("%s", (_, graph, cycle) => expect(findCycle(graph)).toEqual(cycle));

  test.each([
    [{}, ["fire", "planning"]],
    [{ fire: "open", planning: "open" }, []],
    [{ fire: "agreed", planning: "open" }, []],
    [{ fire: "agreed", planning: "objected" }, ["joint"]],
    [{ fire: "silent", planning: "agreed" }, ["joint"]],
    [{ fire: "agreed", planning: "agreed", joint: "agreed" }, ["final"]],
    [{ fire: "agreed", planning: "agreed", joint: "agreed", final: "agreed" }, []],
  ] as const)("%j 之后开始 %j", (given, expected) => expect(nodesToOpen(nodes, states(given))).toEqual(expected));

  test("全部关闭才轮到负责人；反对也算关闭", () => {
    expect(allClosed([{ state: "agreed" }, { state: "objected" }, { state: "silent" }])).toBe(true);
    expect(allClosed([{ state: "agreed" }, { state: "waiting" }])).toBe(false);
    expect(allClosed([])).toBe(true);
  });
});
