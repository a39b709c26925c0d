import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, findLocalDate, Instant, localDate, localDateOf, sayDate, weekday, yearOf } from "#kernel/local-date.ts";

const DAY_MS = 86_400_000;
const YEAR_ZERO = Date.parse("0000-01-01T00:00:00Z");
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays(localDate("1949-10-01"), count));

test.each([
  "2026-02-30",
  "2025-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-1-1",
  "26-01-01",
  "2026/01/01",
  "2026-01-01T00:00:00Z",
  "",
  "今天",
  "2026-01-010",
])("%j 不是日期", (text) => {
  expect(findLocalDate(text)).toBeUndefined();
});

test("闰日存在于闰年", () => {
  expect(findLocalDate("2024-02-29")).toBe("2024-02-29");
  expect(addDays(localDate("2024-02-28"), 1)).toBe("2024-02-29");
  expect(addDays(localDate("2025-02-28"), 1)).toBe("2025-03-01");
});

test("日期按界面的写法：2026年3月13日（周五）", () => {
  expect(sayDate(localDate("2026-03-13"), "zh")).toBe("2026年3月13日（周五）");
  expect(sayDate(localDate("2026-03-13"), "en")).toBe("13 Mar 2026 (Fri)");
});

test.each([
  ["2026-06-30T15:59:59.999Z", "2026-06-30"],
  ["2026-06-30T16:00:00.000Z", "2026-07-01"],
  ["2025-12-31T16:00:00.000Z", "2026-01-01"],
])("%s 在上海是 %s", (instant, day) => {
  expect(localDateOf(Instant.parse(instant))).toBe(day);
});

test("stepping, counting, ordering and weekdays agree", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
      const other = addDays(day, count);
      expect(daysBetween(day, other)).toBe(count);
      expect(addDays(other, -count)).toBe(day);
      expect(findLocalDate(other)).toBe(other);
      expect(other > day).toBe(count > 0);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
      expect(yearOf(other)).toBe(Number(other.slice(0, 4)));
    }),
  );
});

test("steps and weekdays are those of the machine's calendar, in every year", () => {
  const inAnyYear = fc
    .integer({ min: 800, max: 3_650_000 })
    .map((count) => new Date(YEAR_ZERO + count * DAY_MS).toISOString().slice(0, 10));
  fc.assert(
    fc.property(inAnyYear, fc.integer({ min: -45, max: 45 }), (text, count) => {
      const day = localDate(text);
      expect(addDays(day, count)).toBe(new Date(Date.parse(text) + count * DAY_MS).toISOString().slice(0, 10));
      expect(weekday(day)).toBe(new Date(text).getUTCDay());
    }),
    { numRuns: 2000 },
  );
});

test("no day is made that four digits of a year cannot write", () => {
  expect(() => addDays(localDate("9999-12-31"), 1)).toThrow(RangeError);
});
