import { describe, expect, test } from "vitest";
import { pathOf, projectionOf } from "#domains/projects/web/local-projection.ts";

describe("本地投影", () => {
  const projection = projectionOf([
    [104, 30],
    [104.1, 30.1],
  ]);

  test("一度纬度约 111 公里，一度经度按纬度收窄；北在上", () => {
    const [x, y] = projection?.place([104.06, 30.05]) ?? [0, 0];
    expect(x).toBeCloseTo(0.01 * 111_320 * Math.cos((30.05 * Math.PI) / 180), 0);
    expect(y).toBeCloseTo(0, 6);
    expect((projection?.place([104.05, 30.06]) ?? [0, 0])[1]).toBeLessThan(0);
  });

  test("框住全部点，并留一点边", () => {
    const { place, box } = projection ?? { place: () => [0, 0] as const, box: { x: 0, y: 0, width: 0, height: 0 } };
    for (const corner of [
      [104, 30],
      [104.1, 30.1],
      [104, 30.1],
    ] as const) {
      const [x, y] = place(corner);
      expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
    }
  });

  test("只有一个点也有图，什么都没有就没有图", () => {
    expect(projectionOf([[104, 30]])?.box.width).toBeGreaterThan(500);
    expect(projectionOf([])).toBeUndefined();
  });

  test("面的环闭合，线不闭合；多段各自起笔", () => {
    const parts: [number, number][][] = [
      [
        [104.05, 30.05],
        [104.06, 30.05],
      ],
      [
        [104.05, 30.05],
        [104.05, 30.05],
      ],
    ];
    if (projection === undefined) throw new Error("no projection");
    expect(pathOf({ name: "", area: false, parts }, projection)).toMatch(/^M0 0L964 0M0 0L0 0$/);
    expect(pathOf({ name: "", area: true, parts }, projection)).toMatch(/z.*z$/);
  });
});
