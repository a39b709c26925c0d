import { expect, test } from "vitest";
import { beyond, STILL, settled, zoomedAt } from "#domains/chain/web/glide.ts";

test("放大时指针下的那一点不动；一次画到的位置与逐步移动的相同", () => {
  const point = [300, 120] as const;
  const once = zoomedAt(STILL, 2, point);
  expect([once.scale * 300 + once.x, once.scale * 120 + once.y]).toEqual([...point]);
  const then = zoomedAt({ ...once, x: once.x + 40, y: once.y - 10 }, 1.5, [10, 20]);
  const rest = settled(then);
  if (!("about" in rest)) throw new Error("it was enlarged");
  // Enlarged about that point, every point comes to lie where the steps have brought it.
  for (const [x, y] of [
    [0, 0],
    [500, 33],
  ] as const) {
    expect(rest.about[0] + then.scale * (x - rest.about[0])).toBeCloseTo(then.scale * x + then.x, 6);
    expect(rest.about[1] + then.scale * (y - rest.about[1])).toBeCloseTo(then.scale * y + then.y, 6);
  }
});

test("只移不放，就是一段位移；放大又缩回，也是", () => {
  expect(settled({ scale: 1, x: 12, y: -7 })).toEqual({ by: [12, -7] });
  const back = settled(zoomedAt(zoomedAt(STILL, 1.3, [50, 50]), 1 / 1.3, [50, 50]));
  expect(back).toEqual({ by: [expect.closeTo(0, 6), expect.closeTo(0, 6)] });
});

test("画的时候手没有停：画好以后从那里接着动", () => {
  const drawn = zoomedAt(STILL, 2, [100, 100]);
  const now = zoomedAt({ ...drawn, x: drawn.x + 30 }, 0.5, [7, 9]);
  const left = beyond(now, drawn);
  // Drawn and then shifted, a point lies where the whole shift has it.
  expect(left.scale * (drawn.scale * 64 + drawn.x) + left.x).toBeCloseTo(now.scale * 64 + now.x, 6);
  expect(beyond(drawn, drawn)).toEqual({ scale: 1, x: 0, y: 0 });
});
