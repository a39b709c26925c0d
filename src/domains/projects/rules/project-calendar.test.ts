import { describe, expect, test } from "vitest";
import { checkNewDay, checkRoll } from "#domains/projects/rules/project-calendar.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const day = localDate;

/** 2026-06-30 is a Tuesday; 19 to 21 June is 端午节; 2026-10-10 is a Saturday that is worked. */
describe("当天事情当天毕：登记", () => {
  test.each([
    ["calendar", "2026-06-30", "2026-06-30", undefined, "今天"],
    ["calendar", "2026-07-01", "2026-06-30", undefined, "明天，工作日"],
    ["calendar", "2026-06-29", "2026-06-30", "projects.not-same-day", "昨天"],
    ["calendar", "2026-07-04", "2026-06-30", "projects.not-a-workday", "周六"],
    ["calendar", "2026-06-19", "2026-06-16", "projects.not-a-workday", "端午节，周五"],
    ["calendar", "2026-10-10", "2026-09-30", undefined, "调休上班的周六"],
    ["calendar", "2026-07-04", "2026-07-04", undefined, "周六上班的人登记当天的事"],
    ["duty", "2026-07-04", "2026-06-30", undefined, "职责的期限可以是休息日"],
    ["issue", "2026-06-01", "2026-06-30", undefined, "问题可以补记"],
  ] as const)("%s %s（今天 %s）→ %s：%s", (kind, dueOn, today, code, _why) => {
    expect(checkNewDay({ kind, dueOn: day(dueOn) }, day(today), calendar)?.code).toBe(code);
  });
});

describe("当天事情当天毕：顺延", () => {
  test.each([
    ["2026-06-30", "2026-07-01", "2026-06-30", undefined, "明天"],
    ["2026-06-26", "2026-06-30", "2026-06-30", undefined, "昨天以前未毕的，顺延到今天"],
    ["2026-06-30", "2026-06-30", "2026-06-30", "projects.roll-forward", "同一天"],
    ["2026-06-30", "2026-06-29", "2026-06-28", "projects.roll-forward", "往前"],
    ["2026-06-25", "2026-06-26", "2026-06-30", "projects.roll-to-past", "不能顺延到已经过去的日子"],
    ["2026-06-30", "2026-07-04", "2026-06-30", "projects.not-a-workday", "周六"],
    ["2026-09-30", "2026-10-01", "2026-09-30", "projects.not-a-workday", "国庆"],
    ["2026-09-30", "2026-10-10", "2026-09-30", undefined, "调休上班的周六"],
  ] as const)("%s → %s（今天 %s）→ %s：%s", (dueOn, to, today, code, _why) => {
    expect(checkRoll({ kind: "calendar", dueOn: day(dueOn) }, day(to), day(today), calendar)?.code).toBe(code);
  });

  test("说得出最近的工作日", () => {
    const problem = checkRoll({ kind: "calendar", dueOn: day("2026-09-30") }, day("2026-10-01"), day("2026-09-30"), calendar);
    expect(problem?.params).toEqual({ day: "2026-10-01", next: "2026-10-08" });
  });
});
