import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GeographyLayer } from "#domains/projects/contract/geography.ts";
import { projectTexts } from "#domains/projects/contract/project-texts.ts";
import { MOST_SHAPES, middleOf, readGeography } from "#domains/projects/rules/read-geography.ts";

const square = [
  [104, 30],
  [104.01, 30],
  [104.01, 30.01],
  [104, 30.01],
  [104, 30],
];
const feature = (type: string, coordinates: unknown, name: unknown = "YL-A-1") => ({
  type: "Feature",
  properties: { name },
  geometry: { type, coordinates },
});
const file = (...features: unknown[]) => JSON.stringify({ type: "FeatureCollection", features });
const codeOf = (layer: GeographyLayer, text: string) => {
  const reading = readGeography(layer, text);
  return reading.ok ? undefined : reading.problem.code;
};

describe("读一层底图", () => {
  test.each([
    ["boundary", "Polygon", [square], "面"],
    ["parcel", "MultiPolygon", [[square]], "多面"],
    ["road", "LineString", square, "线"],
    ["road", "MultiLineString", [square, square], "多线"],
    ["water", "Polygon", [square], "水系可以是面"],
    ["water", "LineString", square, "也可以是线"],
  ] as const)("%s 收 %s（%s：%s）", (layer, type, coordinates, _why) => {
    expect(codeOf(layer, file(feature(type, coordinates)))).toBeUndefined();
  });

  test.each([
    ["boundary", "{", "projects.geography-json", "不是 JSON"],
    ["boundary", '{"type":"Feature"}', "projects.geography-collection", "不是集合"],
    ["boundary", file(), "projects.geography-empty", "空的"],
    ["boundary", file(feature("Point", [104, 30])), "projects.geography-kind", "点"],
    ["boundary", file(feature("LineString", square)), "projects.geography-kind", "边界不能是线"],
    ["road", file(feature("Polygon", [square])), "projects.geography-kind", "道路不能是面"],
    ["parcel", file(null), "projects.geography-kind", "没有几何"],
    [
      "parcel",
      file(
        feature("Polygon", [
          [
            [104, 30],
            [104, 30],
            [104, 30],
          ],
        ]),
      ),
      "projects.geography-short",
      "三个点",
    ],
    ["parcel", file(feature("Polygon", [square.slice(0, 4).concat([[104, 30.002]])])), "projects.geography-open", "没有闭合"],
    [
      "parcel",
      file(
        feature("Polygon", [
          [
            [104, 30],
            [104.1, 30],
            [104.2, 30],
            [104, 30],
          ],
        ]),
      ),
      "projects.geography-flat",
      "没有面积",
    ],
    [
      "parcel",
      file(
        feature("Polygon", [
          [
            [104, 30],
            [104.01, 30.02],
            [104.01, 30],
            [104, 30.01],
            [104, 30],
          ],
        ]),
      ),
      "projects.geography-crosses",
      "蝴蝶结",
    ],
    ["parcel", file(feature("Polygon", [square], "")), "projects.geography-name", "没有编号"],
    ["parcel", file(feature("Polygon", [square]), feature("Polygon", [square])), "projects.geography-twice", "编号重复"],
    [
      "road",
      file(
        feature("LineString", [
          [3_546_000, 455_000],
          [1, 2],
        ]),
      ),
      "projects.geography-position",
      "投影坐标",
    ],
    [
      "road",
      file(
        feature("LineString", [
          [30, 104],
          [30, 104.1],
        ]),
      ),
      "projects.geography-position",
      "纬经写反",
    ],
    [
      "road",
      file(
        feature("LineString", [
          ["104", "30"],
          [104, 30],
        ]),
      ),
      "projects.geography-position",
      "文字",
    ],
    [
      "road",
      file(
        feature("LineString", [
          [69.99, 30],
          [104, 30],
        ]),
      ),
      "projects.geography-position",
      "经度 70 以西",
    ],
    [
      "road",
      file(
        feature("LineString", [
          [104, 60.01],
          [104, 30],
        ]),
      ),
      "projects.geography-position",
      "纬度 60 以北",
    ],
    [
      "road",
      file(...Array.from({ length: MOST_SHAPES + 1 }, () => feature("LineString", square))),
      "projects.geography-shapes",
      "要素过多",
    ],
    [
      "road",
      file(
        feature(
          "LineString",
          Array.from({ length: 5001 }, () => [104, 30]),
        ),
      ),
      "projects.geography-long",
      "一段过长",
    ],
  ] as const)("%s：%#", (layer, text, code, _why) => {
    expect(codeOf(layer, text)).toBe(code);
    expect(projectTexts).toHaveProperty([code]);
  });

  test("边上的度数算在内，名称取 name、名称或编号", () => {
    expect(
      codeOf(
        "road",
        file(
          feature("LineString", [
            [70, 0],
            [140, 60],
          ]),
        ),
      ),
    ).toBeUndefined();
    const reading = readGeography(
      "road",
      JSON.stringify({
        type: "FeatureCollection",
        features: [{ properties: { 名称: "科创一路" }, geometry: { type: "LineString", coordinates: square } }],
      }),
    );
    expect(reading.ok && reading.shapes[0]?.name).toBe("科创一路");
  });

  test("随便什么 JSON 都不出错，只说一句", () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (whole, coordinates) => {
        readGeography("parcel", whole);
        readGeography("parcel", file(feature("MultiPolygon", JSON.parse(coordinates))));
      }),
    );
  });

  test("地块的中心在地块当中", () => {
    const reading = readGeography("parcel", file(feature("Polygon", [square])));
    const [x, y] = reading.ok && reading.shapes[0] ? middleOf(reading.shapes[0]) : [0, 0];
    expect(x).toBeCloseTo(104.005, 6);
    expect(y).toBeCloseTo(30.005, 6);
  });
});
