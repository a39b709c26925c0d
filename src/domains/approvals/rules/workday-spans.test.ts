import fc from "fast-check";
import { expect, test } from "vitest";
import { workdaySpans } from "#domains/approvals/rules/workday-spans.ts";
import { addDays, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

test("与逐日计数处处一致，含倒置的、表外的和没有通知的年份", () => {
  const calendar = workCalendar(NATIONAL_NOTICES);
  const spans = workdaySpans(calendar);
  const day = fc.integer({ min: -9600, max: 6000 }).map((days) => addDays(localDate("2015-01-01"), days));
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(spans(from, to)).toEqual(workdaysBetween(calendar, from, to));
    }),
    { numRuns: 300 },
  );
});
