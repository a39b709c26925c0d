import { describe, expect, test } from "vitest";
import { ticksOf, workdayAxis } from "#domains/approvals/web/workday-axis.ts";
import { type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const day = (text: string): LocalDate => localDate(`2026-${text}`);

describe("工作日时间轴", () => {
  const axis = workdayAxis(calendar, day("02-09"), day("03-13"));

  test("春节不占格，调休上班日占格：2月9日到3月13日21格（受理日和其后20个工作日）", () => {
    expect(axis.days).toHaveLength(21);
    expect(axis.days).toContain(day("02-14"));
    expect(axis.days).toContain(day("02-28"));
    expect(axis.days).not.toContain(day("02-16"));
  });

  test.each([
    ["02-09", 0, 0.5, 1, "第一天"],
    ["02-10", 1, 1.5, 2, "第二天"],
    ["02-18", 6, 6, 6, "假期中的一天落在两格之间"],
    ["03-13", 20, 20.5, 21, "最后一天"],
    ["01-01", 0, 0, 0, "轴外靠左"],
    ["12-31", 21, 21, 21, "轴外靠右"],
  ])("%s：始 %d，中 %d，止 %d（%s）", (text, begin, middle, end) => {
    expect([axis.begin(day(text)), axis.middle(day(text)), axis.end(day(text))]).toEqual([begin, middle, end]);
  });

  test("再短的事也有五格", () => {
    expect(workdayAxis(calendar, day("06-30"), day("06-30")).days).toHaveLength(5);
  });

  test("刻度等距，宽时逐日，窄时每五天、每十天", () => {
    expect(ticksOf(axis, 80, 64)).toHaveLength(21);
    expect(ticksOf(axis, 13, 64).map(({ place }) => place)).toEqual([0, 5, 10, 15, 20]);
    expect(ticksOf(axis, 7, 64).map(({ place }) => place)).toEqual([0, 10, 20]);
  });
});
