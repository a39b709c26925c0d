import { describe, expect, test } from "vitest";
import { readColour, readFreshness } from "#domains/projects/rules/colours.ts";
import { DEFAULT_COLOUR_RULE as rule } from "#domains/projects/rules/default-colour-rule.ts";
import { exampleProject } from "#domains/projects/rules/example-project.ts";
import { localDate } from "#kernel/local-date.ts";

const day = localDate;
const months = (amount: string): readonly string[] => Array.from({ length: 12 }, () => amount);
const building = [["startConstruction", "BUILDING", "2026-01-05"]] as const;
const started = [["start", "2026-01-05"]] as const;

/** Reported every month, in the statistics database, so that only what a test gives can colour it. */
const quiet = {
  steps: building,
  stat: "2026-01-20",
  reports: [
    ["2026-05", "0", "2026-05-31"],
    ["2026-06", "0", "2026-06-30"],
  ],
} as const;
const colourOn = (given: Parameters<typeof exampleProject>[1], asOf: string) => readColour(exampleProject("1", given), rule, day(asOf));

describe("四色", () => {
  test("handbook §4 的例子：年度6000万，到6月计划3000、完成2280，节点逾期9天：黄", () => {
    const reading = colourOn(
      {
        ...quiet,
        actuals: started,
        plans: [["complete", "2026-06-21"]],
        yearPlans: [[2026, months("5000000")]],
        reports: [["2026-06", "22800000", "2026-06-30"]],
      },
      "2026-06-30",
    );
    expect(reading?.colour).toBe("yellow");
    expect(reading?.reasons.map(({ colour, zh }) => [colour, zh])).toEqual([
      ["yellow", "进度缺口12个百分点"],
      ["blue", "里程碑（竣工）逾期9天"],
    ]);
  });

  test.each([
    ["2026-03-02", "green", "the due day itself"],
    ["2026-03-03", "blue", "one day late"],
    ["2026-03-17", "blue", "fifteen days late"],
    ["2026-03-18", "yellow", "sixteen days late"],
    ["2026-04-01", "yellow", "thirty days late"],
    ["2026-04-02", "red", "thirty-one days late"],
  ])("%s 竣工节点亮%s灯：%s", (asOf, colour) => {
    const silent = { steps: building, actuals: started, stat: "2026-01-20", plans: [["complete", "2026-03-02"]] } as const;
    const reports = ["2026-02", "2026-03"].map((month) => [month, "0", "2026-03-01"] as const);
    expect(colourOn({ ...silent, reports }, asOf)?.colour).toBe(colour);
  });

  test.each([
    ["30000000", "green", "on plan"],
    ["29999999", "blue", "a yuan behind, which is 0.00 points", "green"],
    ["24000001", "blue", "just under 10 points", "yellow"],
    ["24000000", "yellow", "10 points"],
    ["12000000", "yellow", "30 points"],
    ["11990000", "red", "more than 30 points"],
    ["40000000", "green", "ahead"],
  ])("完成 %s 元：%s（%s）", (actual, expected, _why, rounded = expected) => {
    const given = {
      ...quiet,
      actuals: started,
      yearPlans: [[2026, months("5000000")]],
      reports: [["2026-06", actual, "2026-06-30"]],
    } as const;
    expect([expected, rounded]).toContain(colourOn(given, "2026-06-30")?.colour);
  });

  test.each([
    ["2026-02-28", "green", "the planned month has not come"],
    ["2026-03-01", "blue", "due this month"],
    ["2026-04-01", "yellow", "one month past"],
    ["2026-05-31", "yellow", "two months past"],
    ["2026-06-01", "red", "three months past"],
  ])("计划3月开工、%s 未开工：%s（%s）", (asOf, colour) => {
    const reports = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"].map((month) => [month, null, "2026-01-31"] as const);
    expect(colourOn({ plans: [["start", "2026-03-15"]], reports }, asOf)?.colour).toBe(colour);
  });

  test.each([
    ["2026-02-04", "blue"],
    ["2026-02-05", "yellow"],
    ["2026-03-05", "yellow"],
    ["2026-03-06", "red"],
    ["2026-04-05", "red"],
  ])("1月5日开工未入库，%s：%s", (asOf, colour) => {
    const reports = ["2026-01", "2026-02", "2026-03"].map((month) => [month, null, "2026-01-31"] as const);
    expect(colourOn({ steps: building, actuals: started, reports }, asOf)?.colour).toBe(colour);
    expect(colourOn({ steps: building, actuals: started, reports, total: "4999999" }, asOf)?.colour).toBe("green");
  });

  test("没有报数绝不是绿：截止月未报为黄，报了为绿，报得晚的当天起才算", () => {
    const base = { steps: building, actuals: started, stat: "2026-01-20" } as const;
    expect(colourOn({ ...base, reports: [] }, "2026-06-30")?.reasons).toMatchObject([
      { dimension: "silence", colour: "yellow", zh: "2026年6月未报月报，无数据" },
    ]);
    const late = { ...base, reports: [["2026-06", "1", "2026-07-03"]] } as const;
    expect(colourOn(late, "2026-07-02")?.colour).toBe("yellow");
    expect(colourOn(late, "2026-07-03")?.colour).toBe("green");
  });

  test("停建为红；终止、签约之前不上色", () => {
    expect(colourOn({ steps: [...building, ["suspend", "SUSPENDED", "2026-02-01"]] }, "2026-03-01")).toMatchObject({
      colour: "red",
      reasons: [{ dimension: "state" }],
    });
    expect(colourOn({ steps: [["terminate", "TERMINATED", "2026-02-01"]] }, "2026-03-01")).toBeUndefined();
    expect(colourOn({}, "2025-03-09")).toBeUndefined();
  });

  test("过去某日的颜色不受后来的改期和报数影响", () => {
    const given = {
      ...quiet,
      actuals: started,
      plans: [
        ["complete", "2026-05-01"],
        ["complete", "2026-09-01", "2026-06-15"],
      ],
    } as const;
    expect(colourOn(given, "2026-06-14")?.colour).toBe("red");
    expect(colourOn(given, "2026-06-30")?.colour).toBe("green");
  });
});

test("第二盏灯：最近一次报数有多旧", () => {
  const project = exampleProject("1", { reports: [["2026-05", null, "2026-05-20"]] });
  expect(readFreshness(project, rule, day("2026-06-24"))).toMatchObject({ state: "fresh", days: 35 });
  expect(readFreshness(project, rule, day("2026-06-25"))).toMatchObject({ state: "stale", days: 36 });
  expect(readFreshness(project, rule, day("2026-07-25"))).toMatchObject({ state: "missing", days: 66 });
  expect(readFreshness(exampleProject("2"), rule, day("2026-06-25"))).toEqual({ state: "missing", days: null, lastReportedOn: null });
});
