import { describe, expect, test } from "vitest";
import type { GanttMilestone } from "#domains/projects/contract/course-operations.ts";
import { ganttBars, nextMilestone, overdueMilestone } from "#domains/projects/rules/gantt-bars.ts";
import { localDate } from "#kernel/local-date.ts";

const asOf = localDate("2026-06-30");
const milestone = (kind: GanttMilestone["kind"], planned: string | null, actual: string | null): GanttMilestone => ({
  kind,
  plannedOn: planned === null ? null : localDate(planned),
  actualOn: actual === null ? null : localDate(actual),
  changes: 0,
});
const drawn = (milestones: readonly GanttMilestone[]) =>
  ganttBars(milestones, asOf).map(({ kind, from, to, open }) => `${kind} ${from}–${to}${open ? "→" : ""}`);

describe("甘特图的条", () => {
  test("签约未开工、未到期：只有前期线和计划框", () => {
    expect(
      drawn([milestone("sign", null, "2026-01-10"), milestone("start", "2026-07-20", null), milestone("complete", "2027-07-20", null)]),
    ).toEqual(["before 2026-01-10–2026-06-30→", "plan 2026-07-20–2027-07-20"]);
  });

  test("在建：实际画到今天", () => {
    expect(
      drawn([
        milestone("sign", null, "2025-01-10"),
        milestone("start", "2025-03-01", "2025-03-05"),
        milestone("complete", "2026-12-01", null),
      ]),
    ).toEqual(["before 2025-01-10–2025-03-05", "plan 2025-03-01–2026-12-01", "actual 2025-03-05–2026-06-30→"]);
  });

  test.each([
    ["2026-06-29", ["overdue 2026-06-29–2026-06-30→"], "过一天即逾期"],
    ["2026-06-30", [], "当天不算"],
  ])("计划竣工 %s → %j（%s）", (planned, expected) => {
    expect(
      drawn([milestone("start", "2025-03-01", "2025-03-05"), milestone("complete", planned, null)]).filter((bar) =>
        bar.startsWith("overdue"),
      ),
    ).toEqual(expected);
  });

  test("逾期最久的主要节点说了算；要素节点不画逾期", () => {
    const milestones = [
      milestone("element-power", "2026-01-01", null),
      milestone("complete", "2026-05-01", null),
      milestone("produce", "2026-06-01", null),
    ];
    expect(overdueMilestone(milestones, asOf)?.kind).toBe("complete");
    expect(overdueMilestone([milestone("element-power", "2026-01-01", null)], asOf)).toBeUndefined();
  });

  test("竣工以后实际条到竣工为止；下一节点是投产", () => {
    const milestones = [
      milestone("start", "2025-03-01", "2025-03-01"),
      milestone("complete", "2026-05-01", "2026-04-20"),
      milestone("produce", "2026-08-01", null),
    ];
    expect(drawn(milestones)).toEqual(["plan 2025-03-01–2026-05-01", "actual 2025-03-01–2026-04-20"]);
    expect(nextMilestone(milestones)?.kind).toBe("produce");
    expect(nextMilestone([])).toBeUndefined();
  });
});
