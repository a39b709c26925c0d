import { describe, expect, test } from "vitest";
import type { Colour } from "#domains/projects/contract/colour.ts";
import { HEAD_HEIGHT, layOutWall, type Placed } from "#domains/projects/web/lay-out-wall.ts";

const SIZE = { width: 1160, height: 620 };
type Item = { readonly name: string; readonly colour: Colour; readonly plannedTotalYuan: string };
const item = (name: string, colour: Colour, amount: number): Item => ({ name, colour, plannedTotalYuan: String(amount) });
const zone = (count: number): Item[] =>
  Array.from({ length: count }, (_, place) =>
    item(
      `${place}`,
      (["green", "green", "blue", "green", "yellow", "green", "red"] as const)[place % 7] ?? "green",
      ((place * 7919) % 5000) * 1e6 + 5e6,
    ),
  );
const areaOf = ({ box }: Placed<Item>): number => box.width * box.height;

describe("四色墙的排布", () => {
  test("红在最上，每种颜色一段，谁也不少", () => {
    const groups = layOutWall(zone(376), SIZE);
    expect(groups.map((group) => group.colour)).toEqual(["red", "yellow", "blue", "green"]);
    expect(groups.map((group) => group.top)).toEqual(groups.map((group) => group.top).sort((one, other) => one - other));
    expect(groups.reduce((all, group) => all + group.tiles.length + group.rest, 0)).toBe(376);
    expect(groups.every((group) => group.rest === 0)).toBe(true);
    const last = groups.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(SIZE.height + 1);
  });

  test("块在自己的段内，互不重叠", () => {
    for (const group of layOutWall(zone(120), SIZE)) {
      for (const [place, { box }] of group.tiles.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(SIZE.width);
        expect(box.top + box.height).toBeLessThanOrEqual(group.height - HEAD_HEIGHT + 1);
        for (const { box: other } of group.tiles.slice(place + 1)) {
          const apart =
            box.left + box.width <= other.left ||
            other.left + other.width <= box.left ||
            box.top + box.height <= other.top ||
            other.top + other.height <= box.top;
          expect(apart).toBe(true);
        }
      }
    }
  });

  test("投资多的块大：四倍投资约四倍面积", () => {
    const [group] = layOutWall([item("大", "red", 4e9), item("小", "red", 1e9)], SIZE);
    const [large, small] = (group?.tiles ?? []).map(areaOf);
    expect((large ?? 0) / (small ?? 1)).toBeCloseTo(4, 1);
  });

  test("没有投资额的也看得见；没有项目就没有段；还没有宽度就不画", () => {
    const [group] = layOutWall([item("大", "green", 9e11), item("零", "green", 0)], SIZE);
    expect(group?.tiles.map(areaOf).every((area) => area > 100)).toBe(true);
    expect(layOutWall([], SIZE)).toEqual([]);
    expect(layOutWall(zone(10), { width: 0, height: 0 })).toEqual([]);
  });

  test("一万个项目：放不下的算进“其余”，不逐个画", () => {
    const groups = layOutWall(zone(10_000), SIZE);
    expect(groups.reduce((all, group) => all + group.tiles.length, 0)).toBeLessThanOrEqual(3_600);
    expect(groups.reduce((all, group) => all + group.tiles.length + group.rest, 0)).toBe(10_000);
  });
});
