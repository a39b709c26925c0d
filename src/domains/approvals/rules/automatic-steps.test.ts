import { describe, expect, test } from "vitest";
import { dueSteps } from "#domains/approvals/rules/automatic-steps.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const owed = (dueOn: string, provisional: boolean) =>
  exampleCourse({
    state: "REVIEWING",
    submittedOn: localDate("2026-03-02"),
    acceptedOn: localDate("2026-03-03"),
    deferrals: [{ key: "late", state: "OPEN", dueOn: localDate(dueOn), provisional }],
  });

describe("自动步骤", () => {
  test.each([
    ["期限当日", "2026-03-17", false, 0],
    ["过了期限", "2026-03-16", false, 1],
    ["过了暂定的期限：放假通知未载入，不自动终止", "2026-03-16", true, 0],
  ] as const)("容缺：%s", (_, dueOn, provisional, steps) => {
    expect(dueSteps(owed(dueOn, provisional), calendar, localDate("2026-03-17")).filter(({ step }) => step === "lapse")).toHaveLength(
      steps,
    );
  });
});
