import { describe, expect, test } from "vitest";
import type { PathNode } from "#domains/promotion/contract/path.ts";
import { layOutPaths, NODE_HEIGHT, NODE_WIDTH } from "#domains/promotion/web/lay-out-paths.ts";

const node = (id: string): PathNode => ({ id, name: id, kind: "enterprise", roles: [] });
const path = (...ids: string[]) => ({ nodes: ids.map(node) });

describe("引荐关系图", () => {
  test("目标在最右一列，经过多条路径的只画一次，取离目标最远的一列", () => {
    const plan = layOutPaths([path("a", "b", "c", "t"), path("d", "c", "t"), path("e", "t"), path("f", "c", "b", "t")]);
    expect(plan.nodes.filter(({ target }) => target).map(({ id }) => id)).toEqual(["t"]);
    expect(plan.nodes).toHaveLength(7);
    const x = (id: string) => plan.nodes.find((one) => one.id === id)?.x ?? 0;
    expect(x("a")).toBeLessThan(x("b"));
    expect(x("b")).toBe(x("c"));
    expect(x("e")).toBeGreaterThan(x("b"));
    expect(x("t")).toBe(Math.max(...plan.nodes.map((one) => one.x)));
    expect(plan.ties.find(({ key }) => key === "c t")?.paths).toEqual([0, 1]);
  });

  test("没有两个框重叠，都在图内", () => {
    const plan = layOutPaths(Array.from({ length: 12 }, (_, place) => path(`r${place}`, `m${place % 3}`, "t")));
    for (const one of plan.nodes) {
      expect(one.x >= 0 && one.y >= 0 && one.x + NODE_WIDTH <= plan.width && one.y + NODE_HEIGHT <= plan.height).toBe(true);
      for (const other of plan.nodes)
        if (other.id !== one.id && other.x === one.x) expect(Math.abs(other.y - one.y)).toBeGreaterThanOrEqual(NODE_HEIGHT);
    }
  });
});
