import { describe, expect, test } from "vitest";
import { findMonth, nextMonth, previousMonth, weeksOf } from "#domains/projects/web/calendar-month.ts";
import { daysBetween, weekday } from "#kernel/local-date.ts";

describe("月历的起止", () => {
  test.each([
    ["2026-06", "2026-06-01", "2026-07-05", "1日是周一"],
    ["2026-03", "2026-02-23", "2026-04-05", "1日是周日，六周"],
    ["2027-02", "2027-02-01", "2027-02-28", "正好四周"],
    ["2024-02", "2024-01-29", "2024-03-03", "闰年"],
    ["2026-12", "2026-11-30", "2027-01-03", "跨年"],
  ])("%s：%s 至 %s（%s）", (month, from, to, _why) => {
    expect(weeksOf(month)).toEqual({ from, to });
  });

  test("十年里每个月都是整周，周一起、周日止", () => {
    let month = "2020-01";
    for (let count = 0; count < 120; count += 1) {
      const { from, to } = weeksOf(month);
      expect([weekday(from), weekday(to), (daysBetween(from, to) + 1) % 7]).toEqual([1, 0, 0]);
      expect(previousMonth(nextMonth(month))).toBe(month);
      month = nextMonth(month);
    }
    expect(month).toBe("2030-01");
  });

  test.each(["2026-13", "26-01", "2026-1", "abc", "9999-01", undefined])("%s 不是月份", (text) => {
    expect(findMonth(text)).toBeUndefined();
  });
});
