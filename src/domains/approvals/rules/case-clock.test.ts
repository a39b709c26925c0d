import { describe, expect, test } from "vitest";
import { alertOf, DEFAULT_ALERT, nearUntil } from "#domains/approvals/rules/case-alert.ts";
import {
  deliveryDue,
  latestEnd,
  pausedUntil,
  readCaseClock,
  readNodeClock,
  runningDue,
  supplementDue,
  viewDue,
} from "#domains/approvals/rules/case-clock.ts";
import type { CaseCourse } from "#domains/approvals/rules/case-course.ts";
import { exampleCourse } from "#domains/approvals/rules/example-course.ts";
import { exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";
import { validUntil } from "#domains/approvals/rules/valid-until.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES.filter(({ year }) => year <= 2026));
const d = localDate;
const matter = exampleMatter("permit", {
  pauses: [
    { reason: "专家评审", most: null, source: "行政许可法第四十五条" },
    { reason: "听证", most: 20, source: "行政许可法第四十七条" },
  ],
});
const pause = (from: string, to: string | null, reason = "专家评审") => ({
  reason,
  from: d(from),
  to: to === null ? null : d(to),
  notice: "1号",
});
const accepted = (given: Partial<CaseCourse> = {}) =>
  exampleCourse({ matter, state: "ACCEPTED", submittedOn: d("2026-02-09"), acceptedOn: d("2026-02-09"), ...given });

describe("办件的时限", () => {
  test("手册算例：20 个工作日到 3 月 13 日，扣除 2 月 25 日至 3 月 3 日到 3 月 23 日", () => {
    expect(readCaseClock(accepted(), calendar, d("2026-02-10"))?.legal).toEqual({ day: "2026-03-13", provisional: false });
    const paused = accepted({ pauses: [pause("2026-02-25", "2026-03-03")] });
    expect(readCaseClock(paused, calendar, d("2026-03-04"))).toMatchObject({ legal: { day: "2026-03-23" }, elapsed: 7 });
  });

  test("受理之前没有时限；受理之后才延长、才中止", () => {
    expect(readCaseClock(exampleCourse({ matter }), calendar, d("2026-03-02"))).toBeNull();
    expect(readCaseClock(accepted(), calendar, d("2026-02-08"))).toBeNull();
    const extended = accepted({ extension: { length: 10, grantedOn: d("2026-03-02") } });
    expect(readCaseClock(extended, calendar, d("2026-03-01"))?.legal.day).toBe("2026-03-13");
    expect(readCaseClock(extended, calendar, d("2026-03-02"))?.legal.day).toBe("2026-03-27");
  });

  test("告知补正 5 个工作日，从提交或补正之日起；送达 10 个工作日", () => {
    const submitted = exampleCourse({ matter, state: "SUBMITTED", submittedOn: d("2026-02-12") });
    // 02-14 and 02-28 are made up, 02-15 to 02-23 are off.
    expect(supplementDue(submitted, calendar)?.day).toBe("2026-02-26");
    const answered = { noticedOn: d("2026-02-13"), dueOn: null, answeredOn: d("2026-03-02") };
    expect(supplementDue({ ...submitted, supplement: answered }, calendar)?.day).toBe("2026-03-09");
    expect(supplementDue(exampleCourse({ matter }), calendar)).toBeNull();
    expect(deliveryDue(d("2026-03-10"), calendar).day).toBe("2026-03-24");
  });

  test("没有载入下一年通知的期限是暂定的", () => {
    expect(readCaseClock(accepted({ acceptedOn: d("2026-12-20") }), calendar, d("2026-12-21"))?.legal).toMatchObject({ provisional: true });
  });

  test("中止有最长期限的，期满自动续计；没有的由人恢复", () => {
    expect(latestEnd(matter, { reason: "听证", from: d("2026-03-02") }, calendar)).toBe("2026-03-27");
    expect(latestEnd(matter, { reason: "专家评审", from: d("2026-03-02") }, calendar)).toBeNull();
    const hearing = accepted({ state: "SUSPENDED", pauses: [pause("2026-03-02", null, "听证")] });
    expect(pausedUntil(hearing, calendar)).toBe("2026-03-27");
    expect(readCaseClock(hearing, calendar, d("2026-03-27"))?.pausedFor).toBe("听证");
    expect(readCaseClock(hearing, calendar, d("2026-03-30"))?.pausedFor).toBeNull();
    expect(pausedUntil(accepted({ state: "SUSPENDED", pauses: [pause("2026-03-02", "2026-03-06", "听证")] }), calendar)).toBe("2026-03-06");
    expect(pausedUntil(accepted(), calendar)).toBeNull();
  });

  test("审查环节随办件中止；开始前已结束的中止与它无关", () => {
    const node = exampleNode("fire");
    const review = { openedOn: d("2026-03-02"), closedOn: null };
    const due = (pauses: CaseCourse["pauses"]) => readNodeClock(node, review, { matter, pauses }, calendar, d("2026-03-20"))?.legal.day;
    expect(due([])).toBe("2026-03-09");
    expect(due([pause("2026-03-04", "2026-03-06")])).toBe("2026-03-12");
    expect(due([pause("2026-02-25", "2026-02-27")])).toBe("2026-03-09");
    expect(readNodeClock(node, { openedOn: null, closedOn: null }, { matter, pauses: [] }, calendar, d("2026-03-20"))).toBeNull();
  });

  test.each([
    ["SUBMITTED", { submittedOn: d("2026-03-02") }, "2026-03-09"],
    ["SUPPLEMENT", { supplement: { noticedOn: d("2026-03-02"), dueOn: d("2026-03-20"), answeredOn: null } }, "2026-03-20"],
    ["ACCEPTED", { acceptedOn: d("2026-03-02") }, "2026-03-16"],
    ["SUSPENDED", { acceptedOn: d("2026-03-02"), pauses: [pause("2026-03-04", "2026-03-06")] }, "2026-03-19"],
    ["DECIDED", { decidedOn: d("2026-03-02") }, "2026-03-16"],
    ["DELIVERED", { decidedOn: d("2026-03-02"), deliveredOn: d("2026-03-03") }, undefined],
  ] as const)("%s 时走的是哪个期限", (state, given, due) => {
    expect(runningDue(exampleCourse({ matter, state, ...given }), calendar, d("2026-03-04"))?.promised).toBe(due);
  });
});

test.each([
  ["提交后：受理或告知的期限", "SUBMITTED", {}, "2026-03-04", { kind: "notice", on: "2026-03-09", workdaysLeft: 3 }],
  ["决定后：送达的期限", "DECIDED", { decidedOn: d("2026-03-02") }, "2026-03-18", { kind: "delivery", on: "2026-03-16", workdaysLeft: -2 }],
  ["草稿没有期限", "DRAFT", {}, "2026-03-04", undefined],
  ["送达后没有期限", "DELIVERED", { decidedOn: d("2026-03-02") }, "2026-03-18", undefined],
] as const)("%s", (_, state, given, day, due) => {
  const seen = viewDue(exampleCourse({ matter, state, submittedOn: d("2026-03-02"), ...given }), calendar, d(day));
  expect(seen ?? undefined).toEqual(due === undefined ? undefined : { ...due, provisional: false });
});

describe("预警", () => {
  const due = { promised: d("2026-03-18"), legal: d("2026-03-30"), provisional: false };
  test.each([
    ["2026-03-12", "none"],
    ["2026-03-13", "near"],
    ["2026-03-18", "near"],
    ["2026-03-19", "late"],
    ["2026-03-30", "late"],
    ["2026-03-31", "over"],
  ])("%s：%s", (day, alert) => {
    const today = d(day);
    expect(alertOf({ state: "REVIEWING", due, pausedUntil: null }, nearUntil(DEFAULT_ALERT, calendar, today), today)).toBe(alert);
  });

  test.each([
    [null, "none"],
    [d("2026-04-01"), "none"],
    [d("2026-03-30"), "over"],
  ])("中止到 %s：计时停着不预警，期满照常", (until, alert) => {
    const today = d("2026-03-31");
    expect(alertOf({ state: "SUSPENDED", due, pausedUntil: until }, nearUntil(DEFAULT_ALERT, calendar, today), today)).toBe(alert);
  });
});

test.each([
  ["2026-03-10", 24, "2028-03-09"],
  ["2026-08-31", 6, "2027-02-28"],
  ["2026-01-01", 12, "2026-12-31"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2026-11-15", 1, "2026-12-14"],
])("自 %s 起 %i 个月有效至 %s", (from, months, until) => expect(validUntil(d(from), months)).toBe(until));
