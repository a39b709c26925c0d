import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleProject } from "#domains/projects/rules/example-project.ts";
import { completionRate, yearToDate } from "#domains/projects/rules/investment.ts";
import { constructionRate, listsOf, PROJECT_LISTS, plannedFor, startRate } from "#domains/projects/rules/project-lists.ts";
import { addDays, localDate } from "#kernel/local-date.ts";

const asOf = localDate("2026-06-30");
const waiting = (id: string) => exampleProject(id, { plans: [["start", "2026-09-01"]] });
const building = (id: string, on = "2025-11-01") =>
  exampleProject(id, { plans: [["start", on]], steps: [["startConstruction", "BUILDING", on]], actuals: [["start", on]] });
const completed = (id: string, on = "2026-05-01") =>
  exampleProject(id, {
    steps: [
      ["startConstruction", "BUILDING", "2025-06-01"],
      ["completeWorks", "COMPLETED", on],
    ],
    actuals: [
      ["start", "2025-06-01"],
      ["complete", on],
    ],
  });
const many = <T>(count: number, make: (id: string) => T, name: string): readonly T[] =>
  Array.from({ length: count }, (_, place) => make(`${name}${place}`));

describe("三张清单", () => {
  test("报道的数字：376个计划项目，在建197个、完工4个，两种口径都给", () => {
    const projects = [...many(197, building, "b"), ...many(4, completed, "c"), ...many(175, waiting, "w")];
    expect(plannedFor(projects, asOf)).toHaveLength(376);
    expect(constructionRate(projects, asOf, "without-completed")).toMatchObject({ ratePct: "52.39" });
    expect(constructionRate(projects, asOf, "with-completed")).toMatchObject({ ratePct: "53.46" });
    expect(constructionRate(projects, asOf, "without-completed").counted).toHaveLength(197);
  });

  test("60个重点项目在建39个为65%；55个中33个为60%", () => {
    expect(constructionRate([...many(39, building, "b"), ...many(21, waiting, "w")], asOf, "without-completed").ratePct).toBe("65");
    expect(constructionRate([...many(33, building, "b"), ...many(22, waiting, "w")], asOf, "without-completed").ratePct).toBe("60");
  });

  test("今年开工又在建的项目同在两张清单：不相加", () => {
    expect(listsOf(building("b", "2026-03-01"), asOf)).toEqual(["starting", "under-construction"]);
    expect(listsOf(waiting("w"), asOf)).toEqual(["pre-start", "starting"]);
    expect(listsOf(completed("c"), asOf)).toEqual(["completed"]);
    expect(listsOf(waiting("w"), localDate("2025-03-09"))).toEqual([]);
  });

  test("任何一天，前期与在建、在建与完工互不相交", () => {
    const dates = fc.integer({ min: 0, max: 900 }).map((days) => addDays(localDate("2025-03-10"), days));
    fc.assert(
      fc.property(dates, dates, dates, (one, two, when) => {
        const [start, complete] = one <= two ? [one, two] : [two, one];
        const project = exampleProject("p", {
          plans: [["start", start]],
          steps: [
            ["startConstruction", "BUILDING", start],
            ["completeWorks", "COMPLETED", complete],
          ],
          actuals: [
            ["start", start],
            ["complete", complete],
          ],
        });
        const lists = listsOf(project, when);
        expect(PROJECT_LISTS.filter((name) => name !== "starting" && lists.includes(name)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("开工率：截至当日应开工的里开了多少，未到期的不算", () => {
    const due = (id: string) => exampleProject(id, { plans: [["start", "2026-04-01"]] });
    const rate = startRate([...many(3, (id) => building(id, "2026-03-01"), "b"), ...many(2, due, "d"), ...many(4, waiting, "w")], asOf);
    expect([rate.counted.length, rate.of.length, rate.ratePct]).toEqual([3, 5, "60"]);
  });
});

test("开工率不算已终止的项目：应开未开的终止之前算，终止之后不算", () => {
  const ended = exampleProject("t", {
    plans: [["start", "2026-04-01"]],
    steps: [["terminate", "TERMINATED", "2026-05-10"]],
  });
  const all = [...many(3, (id) => building(id, "2026-03-01"), "b"), ended];
  expect(startRate(all, localDate("2026-05-09")).of).toHaveLength(4);
  expect(startRate(all, localDate("2026-05-10")).of).toHaveLength(3);
});

describe("往日的清单按当时所知", () => {
  const late = (recordedOn: string, registeredOn: string) => {
    const project = exampleProject("p", {
      steps: [["completeWorks", "COMPLETED", "2026-05-08"]],
      actuals: [["complete", "2026-05-08"]],
    });
    const known = { recordedOn: localDate(recordedOn) };
    return {
      ...project,
      steps: project.steps.map((step) => ({ ...step, ...(step.move === "sign" ? { recordedOn: localDate(registeredOn) } : known) })),
      actuals: project.actuals.map((actual) => ({ ...actual, ...(actual.kind === "sign" ? {} : known) })),
    };
  };
  test("6月30日补录5月8日竣工：6月20日仍不在完工，当天起在", () => {
    const project = late("2026-06-30", "2025-03-10");
    expect(listsOf(project, localDate("2026-06-20"))).not.toContain("completed");
    expect(listsOf(project, localDate("2026-06-30"))).toContain("completed");
  });
  test("随登记一并导入的日期，从实际那天起算", () => {
    const project = late("2026-06-30", "2026-06-30");
    expect(listsOf(project, localDate("2026-05-07"))).not.toContain("completed");
    expect(listsOf(project, localDate("2026-05-08"))).toContain("completed");
  });
});

describe("投资完成率", () => {
  test("分母写明：年度计划与序时计划相差一半", () => {
    const project = exampleProject("p", {
      yearPlans: [[2026, Array.from({ length: 12 }, () => "10000000")]],
      reports: [["2026-06", "70920000", "2026-06-30"]],
    });
    const standing = yearToDate(project, asOf);
    expect(standing && completionRate(standing, "annual")).toMatchObject({ denominator: "annual", plan: "120000000", ratePct: "59.1" });
    expect(standing && completionRate(standing, "phased")).toMatchObject({ denominator: "phased", plan: "60000000", ratePct: "118.2" });
  });
});
