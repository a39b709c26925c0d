import fc from "fast-check";
import { expect, test } from "vitest";
import { missedDays } from "#domains/projects/rules/missed-days.ts";
import { isLastOfMonth } from "#domains/projects/rules/months.ts";
import { addDays, daysBetween, localDate } from "#kernel/local-date.ts";

const today = localDate("2026-06-30");

test.each([
  [undefined, [], "从未算过：没有漏掉什么"],
  ["2026-06-30", [], "今天已经算过"],
  ["2026-07-02", [], "记录在今天之后"],
  ["2026-06-29", [], "昨天算过"],
  ["2026-06-27", ["2026-06-28", "2026-06-29"], "停了两天"],
] as const)("上次 %s：漏 %j（%s）", (last, expected, _why) => {
  expect(missedDays(last === undefined ? undefined : localDate(last), today)).toEqual(expected);
});

test("停了半年：先是各月末，再是最近31天", () => {
  const days = missedDays(localDate("2026-01-15"), today);
  expect(days.slice(0, 5)).toEqual(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-30"]);
  expect(days).toHaveLength(4 + 31);
  expect(days.at(-1)).toBe("2026-06-29");
});

test("多久没算都有上限，日子递增、都在中间、近31天一天不漏", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 700 }), (gap, shift) => {
      const now = addDays(today, shift);
      const last = addDays(now, -gap);
      const days = missedDays(last, now);
      expect(days.length).toBeLessThanOrEqual(12 + 31);
      expect([...days].sort()).toEqual(days);
      expect(new Set(days).size).toBe(days.length);
      for (const day of days) {
        expect(day > last && day < now).toBe(true);
        if (daysBetween(day, now) > 31) expect(isLastOfMonth(day)).toBe(true);
      }
      expect(days.filter((day) => daysBetween(day, now) <= 31)).toHaveLength(Math.min(gap - 1, 31));
    }),
  );
});
