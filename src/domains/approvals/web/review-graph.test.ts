import { describe, expect, test } from "vitest";
import { reviewGraph } from "#domains/approvals/web/review-graph.ts";

const node = (key: string, ...after: readonly string[]) => ({ key, after });

describe("审查环节图", () => {
  test("并联的同列，后置的在最晚前置的下一列", () => {
    const { boxes, edges } = reviewGraph([
      node("scheme"),
      node("fire", "scheme"),
      node("civil", "scheme"),
      node("sum", "fire", "civil", "scheme"),
    ]);
    expect(boxes.map(({ key, column, row }) => [key, column, row])).toEqual([
      ["scheme", 0, 0],
      ["fire", 1, 0],
      ["civil", 1, 1],
      ["sum", 2, 0],
    ]);
    expect(edges).toHaveLength(5);
  });

  test("指向不存在环节的前置不画，成环的不会卡死", () => {
    expect(reviewGraph([node("a", "gone")]).edges).toEqual([]);
    expect(reviewGraph([node("a", "b"), node("b", "a")]).boxes).toHaveLength(2);
  });

  test("没有环节就是一张空图", () => expect(reviewGraph([])).toMatchObject({ boxes: [], edges: [] }));
});
