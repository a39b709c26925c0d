import fc from "fast-check";
import { expect, test } from "vitest";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { say } from "#kernel/texts.ts";
import { addWorkdays, workCalendar } from "#kernel/work-calendar.ts";
import { workCalendarTexts } from "#kernel/work-calendar-texts.ts";
import { type NoticeRow, parseNotice } from "#kernel/work-notice.ts";

const about = { year: 2027, source: "国务院办公厅关于2027年部分节假日安排的通知" };
// Invented for the test: the real notice of that year is not known here.
const good: readonly NoticeRow[] = [
  { date: "2027-01-01", name: "元旦", kind: "休" },
  { date: "2027-05-01", name: "劳动节", kind: "放假" },
  { date: "2027-05-08", name: "劳动节", kind: "班" },
  { date: "2027-10-01", name: "国庆节", kind: "1" },
  { date: "2026-12-31", name: "元旦", kind: "off" },
];
const changed = (index: number, change: Partial<NoticeRow>) => good.map((row, at) => (at === index ? { ...row, ...change } : row));
const problems = (rows: readonly NoticeRow[], head = about) => {
  const parsed = parseNotice(rows, head);
  return parsed.ok ? [] : parsed.problems.map(({ row, because }) => [row, because]);
};

test("一份好的通知载入后，暂定的日期就定了", () => {
  const parsed = parseNotice(good, about);
  if (!parsed.ok) throw new Error("refused");
  const calendar = workCalendar([...NATIONAL_NOTICES, parsed.notice]);
  expect(addWorkdays(calendar, localDate("2026-12-30"), 1)).toEqual({ day: "2027-01-04", provisional: false });
  expect(parsed.notice.days.map(({ date }) => date)).toEqual([...good.map(({ date }) => date)].sort());
});

test("历年通知按行检查都通过", () => {
  for (const { year, source, days } of NATIONAL_NOTICES) {
    const rows = days.map(({ date, name, off }) => ({ date, name, kind: off ? "休" : "班" }));
    expect(parseNotice(rows, { year, source })).toEqual({ ok: true, notice: { year, source, days } });
  }
});

test.each([
  [changed(1, { date: "2027-02-30" }), 2, "notice.date-not-a-day"],
  [changed(1, { date: "2027/5/1" }), 2, "notice.date-not-a-day"],
  [changed(1, { date: "2028-05-01" }), 2, "notice.date-outside-year"],
  [changed(1, { date: "2026-11-01" }), 2, "notice.date-outside-year"],
  [changed(3, { date: "2027-01-01" }), 4, "notice.date-twice"],
  [changed(0, { name: "  " }), 1, "notice.no-name"],
  [changed(0, { kind: "也许" }), 1, "notice.kind-unknown"],
  [changed(2, { date: "2027-05-10" }), 3, "notice.make-up-on-weekday"],
])("一行坏的：指出行号和原因（%#）", (rows, row, because) => {
  expect(problems(rows)).toEqual([[row, because]]);
});

test("整份的毛病：缺节日、缺来源、年份不对、空表", () => {
  expect(problems(good.filter(({ date }) => date !== "2027-10-01"))).toEqual([[null, "notice.holiday-missing"]]);
  expect(problems(good, { ...about, source: " " })).toEqual([[null, "notice.no-source"]]);
  expect(problems(good, { ...about, year: 20270 })).toEqual([[null, "notice.year-impossible"]]);
  expect(problems([]).length).toBe(3);
  expect(problems(Array.from({ length: 5000 }, () => ({ date: "", name: "", kind: "" })))).toEqual([[null, "notice.too-many-rows"]]);
});

test("每个毛病都有一句中文和一句英文，参数都填得上", () => {
  const anyRow = fc.record({
    date: fc.oneof(fc.string(), fc.constantFrom(...good.map(({ date }) => date))),
    name: fc.string(),
    kind: fc.constantFrom("休", "班", "x"),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
      const parsed = parseNotice(rows, about);
      if (parsed.ok) return;
      for (const { because, params } of parsed.problems) {
        const text = workCalendarTexts[because as keyof typeof workCalendarTexts];
        for (const name of text.zh.matchAll(/\{(\w+)\}/g)) expect(params).toHaveProperty(name[1] ?? "");
        expect(say(text, "en", params).length).toBeGreaterThan(10);
      }
    }),
  );
});
