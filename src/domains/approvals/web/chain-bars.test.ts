import { describe, expect, test } from "vitest";
import { chainBars, labelAt } from "#domains/approvals/web/chain-bars.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const day = (text: string): LocalDate => localDate(`2026-${text}`);
const link = (from: string | null, to: string | null, workdays: number | null, paused = 0, planned: number | null = null) => ({
  from: from === null ? null : day(from),
  to: to === null ? null : day(to),
  workdays,
  pausedWorkdays: paused,
  plannedWorkdays: planned,
});

describe("全链条瀑布图", () => {
  test("后一环节从它开始的工作日画起，中止另算，计划从同一处量", () => {
    const { bars, most } = chainBars([link("03-02", "03-06", 4, 0, 5), link("03-09", "03-20", 7, 2, 6), link("03-20", null, 3)], calendar);
    expect(bars).toEqual([
      { start: 0, counted: 4, paused: 0, planned: 5, lasts: false },
      { start: 5, counted: 7, paused: 2, planned: 11, lasts: false },
      { start: 14, counted: 3, paused: 0, planned: null, lasts: true },
    ]);
    expect(most).toBe(17);
  });

  test("未开始的环节没有条，计划再长也画得下", () => {
    const { bars, most } = chainBars([link("03-02", null, 1, 0, 30), link(null, null, null)], calendar);
    expect(bars[1]).toBeNull();
    expect(most).toBe(30);
  });

  test.each([
    ["没有计划", null, 106],
    ["计划在条里面", 60, 106],
    ["计划正在条的末端", 100, 106],
    ["计划穿过数字", 110, 116],
    ["计划贴着数字", 131, 137],
    ["计划远在后面", 150, 106],
  ] as const)("数字不压在计划线上：%s", (_, plan, x) => expect(labelAt(100, plan, 20)).toBe(x));

  test("什么都没开始时也有尺度", () => expect(chainBars([], calendar)).toEqual({ bars: [], most: 1 }));
});
