import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metresBetween, readPhotoMarks } from "#domains/projects/rules/photo-marks.ts";

describe("照片里的时间和地点", () => {
  test.each([
    ["带时区的", { taken: "2026:06:28 09:15:30", offset: "+08:00" }, "2026-06-28T01:15:30.000Z"],
    ["不带时区的按北京时间", { taken: "2026:06:28 09:15:30" }, "2026-06-28T01:15:30.000Z"],
    ["别的时区", { taken: "2026:06:28 09:15:30", offset: "-05:00" }, "2026-06-28T14:15:30.000Z"],
    ["没有设过钟的相机", { taken: "0000:00:00 00:00:00" }, null],
    ["空的", { taken: "    :  :     :  :  " }, null],
    ["没有", {}, null],
    ["时区写坏了按北京时间", { taken: "2026:06:28 09:15:30", offset: "8" }, "2026-06-28T01:15:30.000Z"],
  ] as const)("%s", (_, tags, expected) => {
    expect(readPhotoMarks(tags).takenAt).toBe(expected);
  });

  test.each([
    ["在境内", { longitude: 106.520_000_4, latitude: 29.558_333_3 }, { longitude: 106.52, latitude: 29.558333 }],
    ["只有一半", { longitude: 106.52 }, null],
    ["没有卫星的零度", { longitude: 0, latitude: 0 }, null],
    ["不是数", { longitude: Number.NaN, latitude: 29 }, null],
    ["在境外", { longitude: 2.35, latitude: 48.86 }, null],
  ] as const)("地点%s", (_, tags, expected) => {
    expect(readPhotoMarks(tags).place).toEqual(expected);
  });

  test("任何文字都不会出错，读出来的时间一定是时间", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (taken, offset) => {
        const { takenAt } = readPhotoMarks({ taken, offset });
        return takenAt === null || !Number.isNaN(Date.parse(takenAt));
      }),
    );
  });
});

describe("两地相距", () => {
  const place = fc.record({
    longitude: fc.double({ min: 70, max: 140, noNaN: true }),
    latitude: fc.double({ min: 0, max: 60, noNaN: true }),
  });

  test("纬度一度约111公里，经度一度在北纬60度减半", () => {
    expect(Math.round(metresBetween({ longitude: 106, latitude: 29 }, { longitude: 106, latitude: 30 }) / 1000)).toBe(111);
    expect(Math.round(metresBetween({ longitude: 106, latitude: 60 }, { longitude: 107, latitude: 60 }) / 1000)).toBe(56);
  });

  test("到自己为零，来回一样远，绕路不会更近", () => {
    fc.assert(
      fc.property(place, place, place, (one, other, third) => {
        const direct = metresBetween(one, other);
        expect(metresBetween(one, one)).toBe(0);
        expect(metresBetween(other, one)).toBeCloseTo(direct, 3);
        expect(metresBetween(one, third) + metresBetween(third, other)).toBeGreaterThanOrEqual(direct - 0.01);
      }),
    );
  });
});
