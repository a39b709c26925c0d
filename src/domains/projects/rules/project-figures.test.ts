import { describe, expect, test } from "vitest";
import { findIndicator } from "#domains/intelligence/contract/indicators.ts";
import { DEFAULT_COLOUR_RULE } from "#domains/projects/rules/default-colour-rule.ts";
import { exampleProject } from "#domains/projects/rules/example-project.ts";
import { type FigureDays, figurePeriodsOf, type ProjectFigure, projectFigures } from "#domains/projects/rules/project-figures.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import { localDate } from "#kernel/local-date.ts";

const days: FigureDays = { asOf: localDate("2026-06-30"), through: "2026-06", known: localDate("2026-06-30") };
const figures = (records: readonly ProjectRecord[], given = days) => projectFigures(records, DEFAULT_COLOUR_RULE, given);
const one = (all: readonly ProjectFigure[], code: string, calibre: string | null = null) =>
  all.find((figure) => figure.code === code && figure.calibre === calibre);

type Level = ProjectRecord["level"];
const waiting = (id: string, level: Level = "ordinary") => exampleProject(id, { level, plans: [["start", "2026-09-01"]] });
const building = (id: string, level: Level = "ordinary", on = "2025-11-01") =>
  exampleProject(id, { level, plans: [["start", on]], steps: [["startConstruction", "BUILDING", on]], actuals: [["start", on]] });
const completed = (id: string) =>
  exampleProject(id, {
    steps: [
      ["startConstruction", "BUILDING", "2025-06-01"],
      ["completeWorks", "COMPLETED", "2026-05-01"],
    ],
    actuals: [
      ["start", "2025-06-01"],
      ["complete", "2026-05-01"],
    ],
  });
const many = (count: number, make: (id: string) => ProjectRecord, name: string) =>
  Array.from({ length: count }, (_, place) => make(`${name}${place}`));

describe("投产数", () => {
  const producing = (id: string) =>
    ({ ...building(id), plans: [{ kind: "produce", plannedOn: "2026-06-30", effectiveOn: "2026-01-01" }] }) as never;
  test.each([
    ["当天应投产的一个也没有投：0有意义", [producing("p")], days, "0"],
    ["没有应投产的：0没有意义，不列", [building("b")], days, undefined],
    ["明天才应投产：还不列", [producing("p")], { ...days, asOf: localDate("2026-06-29") }, undefined],
  ] as const)("%s", (_, records, given, value) => {
    expect(one(figures(records as never, given), "projects-producing")?.value).toBe(value);
  });
});

describe("报道的数字由台账算出", () => {
  test("376个计划项目、在建197、完工4：52.39%与53.46%两种口径，行数即分母", () => {
    const all = figures([...many(197, (id) => building(id), "b"), ...many(4, completed, "c"), ...many(175, (id) => waiting(id), "w")]);
    expect(one(all, "planned-projects")).toMatchObject({ value: "376", unit: "个", dataset: "projects.planned" });
    expect(one(all, "projects-building")).toMatchObject({ value: "197" });
    expect(one(all, "projects-building", "含完工")).toMatchObject({ value: "201" });
    expect(one(all, "projects-completed")).toMatchObject({ value: "4" });
    expect(one(all, "building-rate")).toMatchObject({ value: "52.39", title: expect.stringContaining("197÷376") });
    expect(one(all, "building-rate", "含完工")).toMatchObject({ value: "53.46", title: expect.stringContaining("201÷376") });
    const rows = one(all, "building-rate")?.rows ?? [];
    expect(rows).toHaveLength(376);
    expect(rows.filter((row) => row.label.endsWith("，计入"))).toHaveLength(197);
    expect(rows[0]).toEqual({ id: "b0", label: "b0 项目b0：建设，计入" });
  });

  test("60个区级重点在建39个为65%，55个市级重点在建33个为60%", () => {
    const all = figures([
      ...many(39, (id) => building(id, "zone"), "zb"),
      ...many(21, (id) => waiting(id, "zone"), "zw"),
      ...many(33, (id) => building(id, "municipal"), "mb"),
      ...many(22, (id) => waiting(id, "municipal"), "mw"),
    ]);
    expect(one(all, "key-projects")?.value).toBe("115");
    expect(one(all, "key-projects", "区级")?.value).toBe("60");
    expect(one(all, "key-building-rate", "区级")?.value).toBe("65");
    expect(one(all, "key-building-rate", "市级")?.value).toBe("60");
    expect(one(all, "key-projects", "省级")).toBeUndefined();
  });

  test("313个中在建118个含完工12个：不含完工106个", () => {
    const all = figures([...many(106, (id) => building(id), "b"), ...many(12, completed, "c"), ...many(195, (id) => waiting(id), "w")]);
    expect(one(all, "planned-projects")?.value).toBe("313");
    expect(one(all, "projects-building", "含完工")?.value).toBe("118");
    expect(one(all, "projects-building")?.value).toBe("106");
    expect(one(all, "building-rate", "含完工")?.value).toBe("37.7");
    expect(one(all, "building-rate")?.value).toBe("33.87");
  });

  test("年中“118.2%”只能是对序时计划的：对全年计划是59.1%", () => {
    const months = Array.from({ length: 12 }, () => "1000000000");
    const project = exampleProject("p", {
      total: "20000000000",
      yearPlans: [[2026, months]],
      reports: Array.from({ length: 6 }, (_, place) => [`2026-0${place + 1}`, "1182000000", `2026-0${place + 1}-28`] as const),
    });
    const all = figures([project]);
    expect(one(all, "investment-completion")).toMatchObject({ value: "59.1", title: expect.stringContaining("全年计划120亿元") });
    expect(one(all, "investment-completion", "序时计划")).toMatchObject({
      value: "118.2",
      title: expect.stringContaining("序时计划60亿元"),
    });
    expect(one(all, "investment-completed")).toMatchObject({ value: "70.92", unit: "亿元" });
    expect(one(all, "investment-completed")?.rows).toEqual([{ id: "p", label: "p 项目p：709200万元" }]);
  });
});

test("没有分母就没有这个率，没有项目就没有重点项目", () => {
  const all = figures([waiting("w")]);
  expect(one(all, "start-rate")).toBeUndefined();
  expect(one(all, "investment-completion")).toBeUndefined();
  expect(one(all, "key-projects")).toBeUndefined();
  expect(one(all, "projects-building")).toMatchObject({ value: "0", rows: [] });
});

test("一月里本年还没有一个月过完：不拿去年的完成数顶本年", () => {
  const project = exampleProject("p", {
    yearPlans: [
      [2025, Array.from({ length: 12 }, () => "100")],
      [2026, Array.from({ length: 12 }, () => "100")],
    ],
    reports: [["2025-12", "100", "2025-12-31"]],
  });
  const all = figures([project], { asOf: localDate("2026-01-20"), through: "2025-12", known: localDate("2026-01-20") });
  expect(one(all, "investment-completed")).toBeUndefined();
  expect(one(all, "investment-completed", "开工以来累计")).toMatchObject({ value: "0" });
});

test("期末之后补报的月份仍算进上一期", () => {
  const project = exampleProject("p", {
    yearPlans: [[2026, Array.from({ length: 12 }, () => "100000000")]],
    reports: [["2026-06", "300000000", "2026-07-04"]],
  });
  const [ended] = figurePeriodsOf(localDate("2026-07-10"));
  expect(one(figures([project], ended), "investment-completed")?.value).toBe("3");
});

test.each([
  ["2026-06-30", [["2026H1", "2026-06-30", "2026-06"]]],
  [
    "2026-07-10",
    [
      ["2026H1", "2026-06-30", "2026-06"],
      ["2026Q1-Q3", "2026-07-10", "2026-06"],
    ],
  ],
  ["2026-09-01", [["2026Q1-Q3", "2026-09-01", "2026-08"]]],
  [
    "2027-01-05",
    [
      ["2026", "2026-12-31", "2026-12"],
      ["2027Q1", "2027-01-05", "2026-12"],
    ],
  ],
] as const)("%s 更新的期间：%j", (today, expected) => {
  expect(figurePeriodsOf(localDate(today)).map(({ period, asOf, through }) => [period, asOf, through])).toEqual(expected);
});

test("每个数都在指标目录里，同一口径只有一个", () => {
  const all = figures([
    ...many(2, (id) => building(id, "national"), "n"),
    ...many(2, (id) => building(id, "provincial"), "p"),
    completed("c"),
  ]);
  for (const { code } of all) expect(findIndicator(code)?.code).toBe(code);
  expect(new Set(all.map(({ code, calibre }) => `${code} ${calibre}`)).size).toBe(all.length);
  expect(new Set(all.map(({ dataset }) => dataset)).size).toBe(all.length);
});
