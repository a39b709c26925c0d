import { describe, expect, test } from "vitest";
import { readInvestmentRow } from "#domains/projects/rules/read-investment-row.ts";
import { SAMPLE_COUNTS, sampleProjects } from "./projects.ts";

describe("示范项目", () => {
  const projects = sampleProjects();

  test("376 projects under names of their own: 197 begun, 4 completed; 39 of 60 and 33 of 55 key projects begun", () => {
    const begun = (level: string) =>
      projects.filter((one) => one.level === level && one.startedOn !== null && one.completedOn === null).length;
    expect(new Set(projects.map((one) => one.name)).size).toBe(SAMPLE_COUNTS.planned);
    expect(projects.filter((one) => one.startedOn !== null && one.completedOn === null)).toHaveLength(SAMPLE_COUNTS.building);
    expect(projects.filter((one) => one.completedOn !== null)).toHaveLength(SAMPLE_COUNTS.completed);
    expect([projects.filter((one) => one.level === "zone").length, begun("zone")]).toEqual([60, 39]);
    expect([projects.filter((one) => one.level === "municipal").length, begun("municipal")]).toEqual([55, 33]);
  });

  test("days follow each other, and no more is invested than planned in all", () => {
    for (const { signedOn, startedOn, completedOn, planned, months, plan, total } of projects) {
      expect(signedOn <= (startedOn ?? signedOn)).toBe(true);
      expect((startedOn ?? signedOn) <= (completedOn ?? "2026-06-30")).toBe(true);
      expect(planned.start <= planned.complete && planned.complete <= planned.produce).toBe(true);
      expect(months.reduce<number>((all, month) => all + (month ?? 0), 0)).toBeLessThanOrEqual(total);
      expect(plan.reduce((all, month) => all + month, 0)).toBeLessThanOrEqual(total);
    }
  });

  test("the same seed gives the same projects, another gives others", () => {
    expect(sampleProjects()).toEqual(projects);
    expect(sampleProjects(7).map((one) => one.name)).not.toEqual(projects.map((one) => one.name));
  });

  test("a row without anything to record is refused by the reader, so the sheets carry none", () => {
    expect(readInvestmentRow(2, { project: { text: "某项目" } }).ok).toBe(false);
  });
});
