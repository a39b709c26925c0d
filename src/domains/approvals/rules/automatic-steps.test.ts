import { describe, expect, test } from "vitest";
import { dueSteps } from "#domains/approvals/rules/automatic-steps.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { exampleMatter } from "#domains/approvals/rules/example-matter.ts";
import { LICENCE_PAUSES } from "#kernel/clock.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const d = localDate;
const calendar = workCalendar(NATIONAL_NOTICES);
/** Ten workdays are promised: until 2026-03-17. */
const course = (given: Partial<CaseCourse>): CaseCourse =>
  exampleCourse({
    matter: exampleMatter("permit", { pauses: LICENCE_PAUSES.map((rule) => ({ ...rule })) }),
    state: "REVIEWING",
    submittedOn: d("2026-03-02"),
    acceptedOn: d("2026-03-03"),
    ...given,
  });
const owed = (given: Partial<CaseCourse> = {}) => course({ deferrals: [{ key: "late", state: "OPEN" }], ...given });
const pause = (from: string, to: string | null) => ({ reason: "招标", from: d(from), to: to === null ? null : d(to), notice: "1号" });
const open: Partial<CaseCourse> = { state: "SUSPENDED", pauses: [pause("2026-03-05", null)] };
const stepsOn = (of: CaseCourse, day: string, by = calendar) => dueSteps(of, by, d(day)).map(({ step }) => step);

describe("容缺：不晚于承诺办理期限，随它走", () => {
  test.each([
    ["期限当日", owed(), "2026-03-17", 0],
    ["过了期限", owed(), "2026-03-18", 1],
    ["无限期的中止期间不会到期", owed(open), "2026-06-20", 0],
    ["中止过的，顺延相同的工作日：当日", owed({ pauses: [pause("2026-03-05", "2026-03-11")] }), "2026-03-24", 0],
    ["中止过的，顺延相同的工作日：次日", owed({ pauses: [pause("2026-03-05", "2026-03-11")] }), "2026-03-25", 1],
    ["承诺期限内延长的，随承诺期限延长", owed({ extension: { length: 10, grantedOn: d("2026-03-16") } }), "2026-03-31", 0],
    ["承诺期限过后才延长的，不延", owed({ extension: { length: 10, grantedOn: d("2026-03-18") } }), "2026-03-18", 1],
    ["没有承诺期限的，按法定期限", owed({ matter: exampleMatter("permit", { promised: null }) }), "2026-03-31", 0],
    ["决定之后仍要补", owed({ state: "DECIDED", decision: "granted", decidedOn: d("2026-03-05") }), "2026-03-18", 1],
    ["不予许可的不必补", owed({ state: "DECIDED", decision: "refused", decidedOn: d("2026-03-05") }), "2026-03-18", 0],
    ["补了的不动", course({ deferrals: [{ key: "late", state: "SUPPLIED" }] }), "2026-03-18", 0],
  ] as const)("%s", (_, of, day, steps) => {
    expect(stepsOn(of, day).filter((step) => step === "lapse")).toHaveLength(steps);
  });

  test("放假通知未载入的年份期限暂定，不自动终止", () => {
    expect(stepsOn(owed(), "2026-06-30", workCalendar([]))).toEqual([]);
  });
});

describe("承诺不实", () => {
  const untrue = (given: Partial<CaseCourse> = {}) =>
    course({ commitments: [{ key: "proof", state: "FALSE", foundOn: d("2026-03-04"), correctBy: d("2026-03-10") }], ...given });
  test.each([
    ["整改期限当日", untrue(), "2026-03-10", []],
    ["整改期限次日", untrue(), "2026-03-11", ["forfeit"]],
    ["中止的也终止", untrue({ state: "SUSPENDED", pauses: [pause("2026-03-05", null)] }), "2026-03-11", ["forfeit"]],
    ["已决定的由负责人撤销", untrue({ state: "DECIDED", decision: "granted", decidedOn: d("2026-03-05") }), "2026-03-11", []],
    [
      "整改了的不动",
      course({ commitments: [{ key: "proof", state: "CORRECTED", foundOn: d("2026-03-04"), correctBy: d("2026-03-10") }] }),
      "2026-03-11",
      [],
    ],
  ] as const)("%s", (_, of, day, steps) => expect(stepsOn(of, day)).toEqual(steps));

  test("查明不实的，延续不因沉默准予", () => {
    const renewal = { kind: "renewal" as const };
    const form = { "valid-until": "2026-04-05" };
    const given = { matter: exampleMatter("renewal", renewal), form, submittedOn: d("2026-03-02") };
    expect(stepsOn(course(given), "2026-04-06")).toEqual(["deemRenewed"]);
    const found = [{ key: "proof", state: "FALSE", foundOn: d("2026-03-04"), correctBy: d("2026-05-10") }] as const;
    expect(stepsOn(course({ ...given, commitments: found }), "2026-04-06")).toEqual([]);
  });
});

describe("中止期满", () => {
  const hearing = (given: Partial<CaseCourse>) => course({ state: "SUSPENDED", ...given });
  test.each([
    ["告知的最后一天", hearing({ pauses: [pause("2026-03-04", "2026-03-06")] }), "2026-03-06", []],
    ["次日恢复计时", hearing({ pauses: [pause("2026-03-04", "2026-03-06")] }), "2026-03-07", ["resume"]],
    ["没有写明结束日、事由也没有最长期限的，由人恢复", hearing({ pauses: [pause("2026-03-04", null)] }), "2026-06-30", []],
    ["超过最长期限的，次日恢复", hearing({ pauses: [{ ...pause("2026-03-04", null), reason: "听证" }] }), "2026-04-01", ["resume"]],
    ["最长期限当日不", hearing({ pauses: [{ ...pause("2026-03-04", null), reason: "听证" }] }), "2026-03-31", []],
  ] as const)("%s", (_, of, day, steps) => expect(stepsOn(of, day)).toEqual(steps));

  test("最长期限落在未载入通知的年份，不自动恢复", () => {
    expect(stepsOn(hearing({ pauses: [{ ...pause("2026-03-04", null), reason: "听证" }] }), "2026-06-30", workCalendar([]))).toEqual([]);
  });
});
