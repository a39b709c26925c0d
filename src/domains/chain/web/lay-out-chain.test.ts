import { describe, expect, test } from "vitest";
import type { ChainLevel } from "#domains/chain/contract/chain.ts";
import { layOutChain, type PlaceBox } from "#domains/chain/web/lay-out-chain.ts";

type Node = { readonly code: string; readonly level: ChainLevel; readonly parent: string | null };

function chainOf(industries: number, fields: number, directions: number, nodes: number): readonly Node[] {
  const list: Node[] = [];
  for (let i = 0; i < industries; i += 1) {
    list.push({ code: `${i}`, level: "industry", parent: null });
    for (let f = 0; f < fields; f += 1) {
      list.push({ code: `${i}-${f}`, level: "field", parent: `${i}` });
      for (let d = 0; d < directions; d += 1) {
        list.push({ code: `${i}-${f}-${d}`, level: "direction", parent: `${i}-${f}` });
        for (let n = 0; n < nodes; n += 1) list.push({ code: `${i}-${f}-${d}-${n}`, level: "node", parent: `${i}-${f}-${d}` });
      }
    }
  }
  return list;
}

const overlaps = (one: PlaceBox, other: PlaceBox): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

describe("图谱的版面", () => {
  test.each([
    [1, 1, 1, 0],
    [4, 3, 5, 0],
    [4, 3, 5, 7],
    [2, 9, 4, 1],
  ])("%i 个产业 × %i 个领域 × %i 个方向 × %i 个环节：都画出来，不重叠，在画面内", (...shape) => {
    const nodes = chainOf(...shape);
    const { boxes, width, height } = layOutChain(nodes);
    expect(boxes.map(({ code }) => code).toSorted()).toEqual(nodes.map(({ code }) => code).toSorted());
    for (const [place, box] of boxes.entries()) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(boxes.slice(place + 1).filter((other) => overlaps(box, other))).toEqual([]);
    }
  });

  test("五千个环节接近屏幕的宽高比", () => {
    const { width, height } = layOutChain(chainOf(5, 10, 10, 9));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(3.5);
  });

  test("空图、没有上级的环节、成环的上级都不出错", () => {
    expect(layOutChain([]).boxes).toEqual([]);
    const odd: readonly Node[] = [
      { code: "a", level: "industry", parent: null },
      { code: "b", level: "field", parent: "nowhere" },
      { code: "c", level: "node", parent: "d" },
      { code: "d", level: "node", parent: "c" },
    ];
    expect(layOutChain(odd).boxes.map(({ code }) => code)).toEqual(["a"]);
  });
});
