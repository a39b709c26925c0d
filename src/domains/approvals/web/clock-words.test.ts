import { describe, expect, test } from "vitest";
import type { ClockView } from "#domains/approvals/contract/case.ts";
import { clockBar, sayClock, sayDue } from "#domains/approvals/web/clock-words.ts";
import { localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { say } from "#kernel/texts.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const today = localDate("2026-06-30");
const clock = (rest: Partial<ClockView>): ClockView => ({
  state: "running",
  elapsed: 5,
  remaining: 15,
  unit: "workday",
  legalDueOn: localDate("2026-07-21"),
  legalProvisional: false,
  promisedDueOn: localDate("2026-07-03"),
  promisedProvisional: false,
  late: false,
  promiseBroken: false,
  pausedFor: null,
  pauseEndsAtLatest: null,
  ...rest,
});

describe("期限的一句话", () => {
  test.each([
    ["剩 3 个工作日", clock({})],
    ["今天到期", clock({ promisedDueOn: today })],
    ["剩 15 个工作日", clock({ promisedDueOn: null })],
    ["剩 3 日", clock({ unit: "day", promisedDueOn: localDate("2026-07-03") })],
    ["超承诺 2 个工作日", clock({ promisedDueOn: localDate("2026-06-26"), promiseBroken: true })],
    ["超法定 4 个工作日", clock({ state: "overdue", late: true, remaining: -4, promiseBroken: true })],
    ["中止：专家评审", clock({ state: "paused", pausedFor: "专家评审" })],
    ["按期办结", clock({ state: "met" })],
    ["超承诺办结", clock({ state: "met", promiseBroken: true })],
    ["超法定期限办结", clock({ state: "met", late: true, promiseBroken: true })],
    ["未起算", clock({ state: "not-started" })],
    ["未起算", null],
  ])("%s", (expected, given) => {
    const { text, ...params } = sayClock(given, given ? clockBar(given, calendar, today) : undefined, "none");
    expect(say(text, "zh", params)).toBe(expected);
  });

  test.each([
    ["最迟 2026-07-03 受理或告知补正，逾期视为受理", { kind: "notice", on: "2026-07-03", workdaysLeft: 3 }],
    ["2026-06-29 前未告知补正，视为受理", { kind: "notice", on: "2026-06-29", workdaysLeft: -1 }],
    ["最迟 2026-06-30 补正", { kind: "supplement", on: "2026-06-30", workdaysLeft: 0 }],
    ["补正期限 2026-06-29 已过", { kind: "supplement", on: "2026-06-29", workdaysLeft: -1 }],
    ["已决定，最迟 2026-07-14 送达", { kind: "delivery", on: "2026-07-14", workdaysLeft: 10 }],
    ["送达逾期 80 个工作日（最迟 2026-03-03）", { kind: "delivery", on: "2026-03-03", workdaysLeft: -80 }],
    [undefined, { kind: "handling", on: "2026-07-14", workdaysLeft: 10 }],
    [undefined, null],
  ] as const)("别的期限：%s", (expected, given) => {
    const said = sayDue(given === null ? null : { ...given, on: localDate(given.on), provisional: false }, today);
    expect(said === undefined ? undefined : say(said.text, "zh", { day: said.day ?? "", count: said.count ?? 0 })).toBe(expected);
  });

  test("条：已用5，承诺8，法定20；超期时条随之变长", () => {
    expect(clockBar(clock({}), calendar, today)).toEqual({ elapsed: 5, promised: 8, legal: 20, most: 20 });
    expect(clockBar(clock({ elapsed: 24, remaining: -4, late: true }), calendar, today).most).toBe(24);
  });
});
