import { describe, expect, test } from "vitest";
import { type BurningResolution, burnDown } from "#domains/projects/rules/burn-down.ts";
import { DEFAULT_WEEKDAY, proposeDay } from "#domains/projects/rules/dispatch-day.ts";
import { chineseOrdinal } from "#domains/projects/rules/minutes-paper.ts";
import { type Burden, loadOf } from "#domains/projects/rules/workload.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);

describe("下一次例会的日期", () => {
  test.each([
    ["2026-06-30", "2026-06-30", null, "当天就是周二"],
    ["2026-07-01", "2026-07-07", null, "周三起算，下周二"],
    ["2026-02-11", "2026-02-24", "2026-02-17", "春节里的周二移到节后第一个工作日"],
    ["2026-09-30", "2026-10-08", "2026-10-06", "国庆里的周二移到节后"],
  ])("从 %s 起：%s（%s）%s", (from, heldOn, movedFrom, _why) => {
    expect(proposeDay(calendar, DEFAULT_WEEKDAY, localDate(from))).toMatchObject({ heldOn, movedFrom, provisional: false });
  });

  test("移开的日子写明是什么节", () => {
    expect(proposeDay(calendar, 2, localDate("2026-10-05")).holiday).toContain("国庆");
  });

  test("周五的例会遇端午顺延到周一", () => {
    expect(proposeDay(calendar, 5, localDate("2026-06-15"))).toMatchObject({ heldOn: "2026-06-22", movedFrom: "2026-06-19" });
  });

  test("当年的放假通知没有装入时标为暂定", () => {
    expect(proposeDay(calendar, 2, localDate("2031-03-05")).provisional).toBe(true);
  });
});

describe("议定事项按周燃尽", () => {
  const one = (
    madeOn: string,
    dueOn: string,
    closedOn: string | null = null,
    more: Partial<BurningResolution> = {},
  ): BurningResolution => ({
    madeOn: localDate(madeOn),
    dueOn: localDate(dueOn),
    state: closedOn === null ? "OPEN" : "DONE",
    closedOn: closedOn === null ? null : localDate(closedOn),
    extensions: [],
    ...more,
  });

  test("周一到周日为一周，本周算到今天", () => {
    const weeks = burnDown(
      [one("2026-06-16", "2026-06-19", "2026-06-18"), one("2026-06-16", "2026-06-24"), one("2026-06-23", "2026-07-10")],
      localDate("2026-06-30"),
      3,
    );
    expect(weeks).toEqual([
      { from: "2026-06-15", made: 2, closed: 1, open: 1, overdue: 0 },
      { from: "2026-06-22", made: 1, closed: 0, open: 2, overdue: 1 },
      { from: "2026-06-29", made: 0, closed: 0, open: 2, overdue: 1 },
    ]);
  });

  test("后来的延期不改写当时的逾期", () => {
    const extended = one("2026-06-16", "2026-07-15", null, {
      extensions: [{ from: localDate("2026-06-19"), on: localDate("2026-06-25") }],
    });
    expect(burnDown([extended], localDate("2026-06-30"), 3).map((week) => week.overdue)).toEqual([1, 0, 0]);
  });

  test("到期当天不算逾期", () => {
    expect(burnDown([one("2026-06-16", "2026-06-30")], localDate("2026-06-30"), 2).at(-1)?.overdue).toBe(0);
    expect(burnDown([one("2026-06-16", "2026-06-29")], localDate("2026-06-30"), 2).at(-1)?.overdue).toBe(1);
  });
});

describe("工作量", () => {
  const burden = (kind: Burden["kind"], dueOn: string, ownerId = "甲"): Burden => ({ kind, ownerId, dueOn: localDate(dueOn) });
  test("昨天到期为逾期，今天到两周后为将到期，更远的只算在办", () => {
    const burdens = ["2026-06-29", "2026-06-30", "2026-07-14", "2026-07-15"].map((day) => burden("issue", day));
    expect(loadOf(burdens, "甲", localDate("2026-06-30"))).toEqual({
      tasks: { open: 0, overdue: 0, soon: 0 },
      issues: { open: 4, overdue: 1, soon: 2 },
      resolutions: { open: 0, overdue: 0, soon: 0 },
      load: 4,
    });
  });

  test("只数自己的", () => {
    expect(loadOf([burden("task", "2026-06-30", "乙")], "甲", localDate("2026-06-30")).load).toBe(0);
  });
});

test.each([
  [1, "一"],
  [9, "九"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [42, "四十二"],
] as const)("序号 %i 写作%s", (number, words) => {
  expect(chineseOrdinal(number)).toBe(words);
});
