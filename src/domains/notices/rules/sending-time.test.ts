import { expect, test } from "vitest";
import { sendingTime } from "#domains/notices/rules/sending-time.ts";
import type { Instant } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const shanghai = (text: string): Instant => new Date(`${text}:00+08:00`).toISOString() as Instant;

test.each([
  ["2026-06-30T10:00", "2026-06-30T10:00", "工作日上班时间：立即"],
  ["2026-06-30T08:29", "2026-06-30T08:30", "上班前一分钟：等到上班"],
  ["2026-06-30T08:30", "2026-06-30T08:30", "上班那一刻"],
  ["2026-06-30T17:59", "2026-06-30T17:59", "下班前一分钟"],
  ["2026-06-30T18:00", "2026-07-01T08:30", "下班那一刻：次日"],
  ["2026-07-03T20:00", "2026-07-06T08:30", "周五晚：周一"],
  ["2026-07-05T10:00", "2026-07-06T08:30", "周日：周一"],
  ["2026-09-30T19:00", "2026-10-08T08:30", "国庆前夜：节后第一个工作日"],
  ["2026-02-14T10:00", "2026-02-14T10:00", "调休上班的周六：立即"],
])("%s → %s：%s", (now, expected) => {
  expect(sendingTime(shanghai(now), "due-soon", true, calendar)).toBe(shanghai(expected));
});

test("督办和接口异常不等；本人关了静默的也不等", () => {
  const night = shanghai("2026-06-30T23:00");
  for (const kind of ["supervision", "interface"] as const) expect(sendingTime(night, kind, true, calendar)).toBe(night);
  for (const kind of ["assigned", "due-soon", "overdue", "decided", "returned", "answered"] as const) {
    expect(sendingTime(night, kind, true, calendar)).toBe(shanghai("2026-07-01T08:30"));
    expect(sendingTime(night, kind, false, calendar)).toBe(night);
  }
});
