import { describe, expect, test } from "vitest";
import type { LeadClockName } from "#domains/promotion/contract/lead-view.ts";
import { DEFAULT_LEAD_RULES } from "#domains/promotion/rules/default-lead-rules.ts";
import { type LeadCourse, leadClocks, nextDue, silenceOf, silentDays } from "#domains/promotion/rules/lead-clocks.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { workCalendar } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const { clocks: rules } = DEFAULT_LEAD_RULES;
const course = (given: Partial<LeadCourse> = {}): LeadCourse => ({
  stage: "TARGETED",
  status: "ACTIVE",
  stageSince: localDate("2026-02-12"),
  firstOwnedOn: localDate("2026-02-12"),
  ownedSince: localDate("2026-02-12"),
  answeredOn: null,
  judgedOn: null,
  toldOn: null,
  firstTouchedOn: null,
  touchedOn: null,
  nextOn: null,
  ...given,
});
const read = (given: Partial<LeadCourse>, asOf: string, name: LeadClockName) =>
  leadClocks(course(given), rules, calendar, localDate(asOf)).find((clock) => clock.name === name);

describe("时限按工作日算，春节不算、调休算", () => {
  // 2026-02-12 is a Thursday; the Friday and the Saturday of make-up are workdays, 02-15 to 02-23 are off.
  test.each([
    ["answer", "2026-02-13"],
    ["judge", "2026-02-24"],
    ["first-contact", "2026-02-26"],
  ] as const)("%s 到期 %s", (name, due) => {
    expect(read({}, "2026-02-12", name)).toMatchObject({ dueOn: due, metOn: null, late: false, provisional: false });
    expect(read({}, due, name)).toMatchObject({ late: false });
    expect(read({}, addDays(localDate(due), 1), name)).toMatchObject({ late: true, daysLate: 1 });
  });

  test("告知自研判起一周，落在假日的顺延到假后首个工作日", () => {
    expect(read({ judgedOn: localDate("2026-02-13") }, "2026-02-14", "tell")).toMatchObject({
      startedOn: "2026-02-13",
      dueOn: "2026-02-24",
    });
    expect(read({}, "2026-02-14", "tell")).toBeUndefined();
  });

  test("办了就停：按时的不算逾期，迟办的记下迟几天", () => {
    expect(read({ answeredOn: localDate("2026-02-13") }, "2026-03-20", "answer")).toMatchObject({ metOn: "2026-02-13", late: false });
    expect(read({ answeredOn: localDate("2026-02-24") }, "2026-03-20", "answer")).toMatchObject({
      metOn: "2026-02-24",
      late: true,
      daysLate: 11,
    });
  });

  test("一直在池中的没有答复和研判的时限；签约以后不再催", () => {
    expect(leadClocks(course({ firstOwnedOn: null, ownedSince: null }), rules, calendar, localDate("2026-03-20"))).toEqual([]);
    const signed = leadClocks(course({ stage: "SIGNED", answeredOn: localDate("2026-02-13") }), rules, calendar, localDate("2026-03-20"));
    expect(signed.map(({ name, metOn }) => [name, metOn])).toEqual([["answer", "2026-02-13"]]);
  });

  test("后来才办的，当天看还是没办", () => {
    expect(read({ answeredOn: localDate("2026-03-10") }, "2026-02-16", "answer")).toMatchObject({ metOn: null, late: true });
  });

  test("没有载入通知的年份只能暂定", () => {
    const bare = workCalendar([]);
    expect(leadClocks(course(), rules, bare, localDate("2026-02-12"))[0]).toMatchObject({ provisional: true });
  });

  test.each(["PARKED", "LOST", "REJECTED", "JOINED"] as const)("%s 的线索没有在走的时限", (status) => {
    expect(leadClocks(course({ status }), rules, calendar, localDate("2026-03-20"))).toEqual([]);
    const met = leadClocks(course({ status, answeredOn: localDate("2026-02-13") }), rules, calendar, localDate("2026-03-20"));
    expect(met.map(({ name }) => name)).toEqual(["answer"]);
  });
});

describe("两周一报、约定下一步、承办转手", () => {
  const negotiating = {
    stage: "NEGOTIATING",
    stageSince: localDate("2026-04-01"),
    touchedOn: localDate("2026-04-10"),
    firstTouchedOn: localDate("2026-02-20"),
  } as const;
  test("上次对接起十四天", () => {
    expect(read(negotiating, "2026-04-20", "report")).toMatchObject({ startedOn: "2026-04-10", dueOn: "2026-04-24", late: false });
    expect(read(negotiating, "2026-04-25", "report")).toMatchObject({ late: true });
    expect(read({ ...negotiating, stage: "SIGNED" }, "2026-05-20", "report")).toBeUndefined();
  });

  test("约定的日子过了就提醒", () => {
    expect(read({ ...negotiating, nextOn: localDate("2026-04-18") }, "2026-04-18", "next-step")).toMatchObject({
      dueOn: "2026-04-18",
      late: false,
    });
    expect(read({ ...negotiating, nextOn: localDate("2026-04-18") }, "2026-04-19", "next-step")).toMatchObject({ late: true });
    expect(read({ ...negotiating, nextOn: localDate("2026-05-18") }, "2026-04-19", "next-step")).toBeUndefined();
  });

  test("已有接触的线索换人承办，不再算首次接触", () => {
    expect(read({ ...negotiating, ownedSince: localDate("2026-04-12") }, "2026-05-20", "first-contact")).toMatchObject({ late: false });
  });

  test("最早到期的排在前面", () => {
    expect(nextDue(leadClocks(course(), rules, calendar, localDate("2026-02-12")))?.name).toBe("answer");
    expect(nextDue(leadClocks(course({ answeredOn: localDate("2026-02-12") }), rules, calendar, localDate("2026-02-12")))?.name).toBe(
      "judge",
    );
  });
});

describe("在谈无对接：30天提醒，60天搁置", () => {
  const since = localDate("2026-03-01");
  const silent = (days: number, given: Partial<LeadCourse> = {}): [LeadCourse, LocalDate] => [
    course({ stage: "NEGOTIATING", stageSince: since, touchedOn: since, ...given }),
    addDays(since, days),
  ];
  test.each([
    [29, "none"],
    [30, "warn"],
    [59, "warn"],
    [60, "park"],
    [200, "park"],
  ] as const)("第%d天：%s", (days, expected) => {
    const [lead, on] = silent(days);
    expect(silenceOf(lead, rules, on)).toBe(expected);
  });

  test("只管在谈、只管跟进中的；转入在谈当天起算", () => {
    const [lead, on] = silent(90);
    expect(silenceOf({ ...lead, stage: "CONTACTED" }, rules, on)).toBe("none");
    expect(silenceOf({ ...lead, status: "PARKED" }, rules, on)).toBe("none");
    expect(silentDays({ ...lead, touchedOn: localDate("2026-01-01") }, on)).toBe(90);
    expect(silentDays({ ...lead, touchedOn: addDays(since, 80) }, on)).toBe(10);
  });
});
