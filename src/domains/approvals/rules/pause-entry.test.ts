import { expect, test } from "vitest";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { exampleMatter } from "#domains/approvals/rules/example-matter.ts";
import { pauseEntryProblem } from "#domains/approvals/rules/pause-entry.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const d = localDate;
const calendar = workCalendar(NATIONAL_NOTICES);
/** Promised until 2026-04-16, by law until 2026-04-30. */
const course = exampleCourse({
  matter: exampleMatter("permit"),
  state: "ACCEPTED",
  submittedOn: d("2026-04-01"),
  acceptedOn: d("2026-04-01"),
});

test.each([
  ["当天登记", "2026-04-10", "2026-04-10", undefined],
  ["五个工作日内补登记", "2026-04-03", "2026-04-13", undefined],
  ["超过五个工作日", "2026-04-03", "2026-04-14", "pause-entered-late"],
  ["承诺已过，从承诺期限内补起", "2026-04-16", "2026-04-17", "pause-before-promise"],
  ["承诺已过，从其后起", "2026-04-17", "2026-04-17", undefined],
  ["法定期限当日", "2026-04-30", "2026-04-30", undefined],
  ["法定期限已过，从头补起", "2026-04-02", "2026-06-24", "pause-after-limit"],
  ["法定期限已过，从今天起", "2026-06-24", "2026-06-24", "pause-after-limit"],
] as const)("%s：自 %s，%s 登记 → %s", (_, from, today, because) => {
  expect(pauseEntryProblem(course, { from: d(from) }, calendar, d(today))?.because).toBe(because);
});
