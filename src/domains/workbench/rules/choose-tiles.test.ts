import { describe, expect, test } from "vitest";
import { chooseTiles, MOST_TILES } from "#domains/workbench/rules/choose-tiles.ts";

const figure = (id: string) => {
  const [code = "", calibre = null] = id.replace(/^share:[a-z]+:/, "").split("@");
  return { id, code: code === "words" ? null : code, calibre };
};
const order = {
  headlines: ["gdp", "industrial-va", "fixed-investment", "exports"],
  ofProjects: new Set(["planned-projects", "projects-building", "building-rate"]),
  counts: (code: string) => code !== "building-rate",
};
const chosen = (...ids: readonly string[]) =>
  chooseTiles(ids.map(figure), order).map((tile) => [tile.figure.id, ...tile.others.map((other) => other.id)].join(" + "));

describe("驾驶舱上摆哪些指标", () => {
  test("主要指标在前，照目录次序；项目的率和额在后，项目个数最后", () => {
    expect(chosen("planned-projects", "tax", "building-rate", "exports", "retail-sales", "gdp")).toEqual([
      "gdp",
      "exports",
      "tax",
      "retail-sales",
      "building-rate",
      "planned-projects",
    ]);
  });

  test("一项指标只摆主口径，别的口径从它打开；只有别的口径时摆它", () => {
    expect(chosen("projects-building", "projects-building@含完工")).toEqual(["projects-building + projects-building@含完工"]);
    expect(chosen("projects-building@含完工")).toEqual(["projects-building@含完工"]);
  });

  test("占比不是另一口径；没有编码的不上", () => {
    expect(chosen("exports", "share:city:exports", "words")).toEqual(["exports"]);
  });

  test("最多十二块，项目个数挤不掉主要指标", () => {
    const many = Array.from({ length: 12 }, (_, place) => `other-${place}`);
    const tiles = chosen("planned-projects", "projects-building", ...many, "gdp");
    expect(tiles).toHaveLength(MOST_TILES);
    expect(tiles[0]).toBe("gdp");
    expect(tiles).not.toContain("planned-projects");
  });
});
