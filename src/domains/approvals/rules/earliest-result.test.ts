import { expect, test } from "vitest";
import { earliestResult } from "#domains/approvals/rules/earliest-result.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { localDate } from "#kernel/local-date.ts";

const d = localDate;
const review = (closedOn: string | null) => ({
  node: "fire",
  department: "消防支队",
  state: "agreed" as const,
  openedOn: d("2026-03-03"),
  closedOn: closedOn === null ? null : d(closedOn),
});

test.each([
  ["没有审查环节：受理之日", [], "2026-03-03"],
  ["意见之后", [review("2026-03-09"), review("2026-03-06")], "2026-03-09"],
  ["未出的意见不算", [review(null)], "2026-03-03"],
] as const)("结果文书日期不早于%s", (_, reviews, day) => {
  expect(earliestResult(exampleCourse({ acceptedOn: d("2026-03-03"), reviews }))).toBe(day);
});
