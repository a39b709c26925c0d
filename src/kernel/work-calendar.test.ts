import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, localDate, weekday } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { addWorkdays, dayKind, firstWorkdayFrom, isWorkday, workCalendar, workdaysBetween, workdaysInYear } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const d = localDate;

test("手册§5：2026-02-09受理，20个工作日到2026-03-13（只数星期几会错成03-09）", () => {
  expect(addWorkdays(calendar, d("2026-02-09"), 20)).toEqual({ day: "2026-03-13", provisional: false });
  expect(addWorkdays(workCalendar([]), d("2026-02-09"), 20)).toEqual({ day: "2026-03-09", provisional: true });
});

test("手册§5：2026年有248个工作日", () => {
  expect(workdaysInYear(calendar, 2026).count).toBe(248);
  // The last days of December wait for the notice of the next year.
  expect(workdaysBetween(calendar, d("2025-12-31"), d("2026-12-28"))).toEqual({ count: 245, provisional: false });
});

test.each(["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])("%s是调休上班日", (day) => {
  expect(dayKind(calendar, d(day))).toMatchObject({ workday: true, provisional: false });
  expect([0, 6]).toContain(weekday(d(day)));
});

test.each([
  ["2026-02-15", "春节"],
  ["2026-02-23", "春节"],
  ["2015-09-03", "抗日战争暨世界反法西斯战争胜利70周年纪念日"],
  ["2020-01-31", "春节"],
  ["2020-02-02", "春节"],
  ["2018-12-31", "元旦"],
  ["2007-05-07", "劳动节"],
])("%s因%s放假", (day, holiday) => {
  expect(dayKind(calendar, d(day))).toEqual({ workday: false, holiday, provisional: false });
});

test("2007年至2026年每年都有通知，写明来源，调休上班都在周末", () => {
  expect(NATIONAL_NOTICES.map(({ year }) => year)).toEqual(Array.from({ length: 20 }, (_, index) => 2007 + index));
  for (const { year, source, days } of NATIONAL_NOTICES) {
    expect(source).toContain(`国务院办公厅关于${year}年`);
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    for (const { date, off } of days) if (!off) expect([0, 6]).toContain(weekday(date));
  }
});

test("通知未载入的年份：按星期和固定节日推算并标明暂定，载入后重算", () => {
  expect(dayKind(calendar, d("2027-10-01"))).toEqual({ workday: false, holiday: "国庆节", provisional: true });
  expect(dayKind(calendar, d("2027-10-04"))).toEqual({ workday: true, holiday: null, provisional: true });
  expect(addWorkdays(calendar, d("2026-12-25"), 1)).toEqual({ day: "2026-12-28", provisional: false });
  expect(addWorkdays(calendar, d("2026-12-25"), 2)).toEqual({ day: "2026-12-29", provisional: true });
  const without = workCalendar(NATIONAL_NOTICES.filter(({ year }) => year !== 2026));
  const before = addWorkdays(without, d("2026-02-09"), 20);
  const after = addWorkdays(calendar, d("2026-02-09"), 20);
  expect([before, after]).toEqual([
    { day: "2026-03-09", provisional: true },
    { day: "2026-03-13", provisional: false },
  ]);
});

test("更正通知覆盖原通知", () => {
  const correction = { year: 2026, source: "更正", days: [{ date: d("2026-02-14"), name: "春节", off: true }] };
  expect(isWorkday(workCalendar([...NATIONAL_NOTICES, correction]), d("2026-02-14"))).toBe(false);
});

const anyDay = fc.integer({ min: 0, max: 7_600 }).map((count) => addDays(d("2006-06-01"), count));
const anyCount = fc.integer({ min: 1, max: 80 });

test("a due date is a workday, and counting back gives the same number", () => {
  fc.assert(
    fc.property(anyDay, anyCount, (start, count) => {
      const due = addWorkdays(calendar, start, count).day;
      expect(isWorkday(calendar, due)).toBe(true);
      expect(workdaysBetween(calendar, start, due).count).toBe(count);
      const back = addWorkdays(calendar, due, -count).day;
      expect(workdaysBetween(calendar, due, back).count).toBe(-count);
      expect(back <= start || !isWorkday(calendar, start)).toBe(true);
    }),
  );
});

test("more days and later starts never end earlier", () => {
  fc.assert(
    fc.property(anyDay, anyCount, anyCount, (start, count, more) => {
      const due = addWorkdays(calendar, start, count).day;
      expect(addWorkdays(calendar, start, count + more).day > due).toBe(true);
      expect(addWorkdays(calendar, addDays(start, 1), count).day >= due).toBe(true);
      expect(addWorkdays(calendar, addWorkdays(calendar, start, count).day, more).day).toBe(addWorkdays(calendar, start, count + more).day);
    }),
  );
});

test("counts add up along the way", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (one, two, three) => {
      const [first, middle, last] = [one, two, three].sort();
      if (first === undefined || middle === undefined || last === undefined) return;
      const count = (from: typeof first, to: typeof first) => workdaysBetween(calendar, from, to).count;
      expect(count(first, middle) + count(middle, last)).toBe(count(first, last));
    }),
  );
});

test("the first workday from a day on is that day or the next workday after it", () => {
  expect(firstWorkdayFrom(calendar, d("2026-02-15")).day).toBe("2026-02-24");
  fc.assert(
    fc.property(anyDay, (day) => {
      const first = firstWorkdayFrom(calendar, day).day;
      expect(isWorkday(calendar, first)).toBe(true);
      expect(first).toBe(isWorkday(calendar, day) ? day : addWorkdays(calendar, day, 1).day);
    }),
  );
});
