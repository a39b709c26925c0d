import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClockRecord, type ClockRule, checkPause, LICENCE_EXTENSION, ORDINARY_LICENCE, type Pause, readClock } from "#kernel/clock.ts";
import { addDays, type LocalDate, localDate } from "#kernel/local-date.ts";
import { NATIONAL_NOTICES } from "#kernel/national-notices.ts";
import { isWorkday, workCalendar, workdaysBetween } from "#kernel/work-calendar.ts";

const calendar = workCalendar(NATIONAL_NOTICES);
const d = localDate;
const bare = (startedOn: string): ClockRecord => ({ startedOn: d(startedOn), metOn: null, pauses: [], extensions: [], holders: [] });
const review: Pause = { reason: "专家评审", from: d("2026-02-25"), to: d("2026-03-03"), notice: "告〔2026〕1号" };
const accepted = bare("2026-02-09");
const suspended = { ...accepted, pauses: [review] };
const read = (record: ClockRecord, asOf: string, rule: ClockRule = ORDINARY_LICENCE) => readClock(rule, record, calendar, d(asOf));

test("手册§5：2026-02-09受理，20个工作日，2026-03-13到期", () => {
  expect(read(accepted, "2026-02-09")).toMatchObject({
    state: "running",
    elapsed: 0,
    remaining: 20,
    legal: { day: "2026-03-13", provisional: false },
  });
});

test("手册§5：已用6个工作日，2月25日至3月3日中止，到期日改为2026-03-23", () => {
  expect(read(suspended, "2026-02-24")).toMatchObject({ state: "running", elapsed: 6, legal: { day: "2026-03-13" } });
  expect(workdaysBetween(calendar, d("2026-02-24"), d("2026-03-03")).count).toBe(6);
  expect(read(suspended, "2026-03-03")).toMatchObject({ state: "paused", elapsed: 6, pausedFor: "专家评审", legal: { day: "2026-03-23" } });
  expect(read(suspended, "2026-03-04")).toMatchObject({ state: "running", elapsed: 7, remaining: 13, legal: { day: "2026-03-23" } });
});

test.each([
  ["2026-03-13", "running", 20, 0, false],
  ["2026-03-14", "overdue", 20, 0, true],
  ["2026-03-16", "overdue", 21, -1, true],
  ["2026-03-20", "overdue", 25, -5, true],
])("到期前后：%s %s，已用%i，余%i", (asOf, state, elapsed, remaining, late) => {
  expect(read(accepted, asOf)).toMatchObject({ state, elapsed, late });
  expect(read(accepted, asOf).remaining).toBe(remaining);
});

test("办结停表：按期与逾期", () => {
  expect(read({ ...accepted, metOn: d("2026-03-13") }, "2026-05-01")).toMatchObject({ state: "met", elapsed: 20, late: false });
  expect(read({ ...accepted, metOn: d("2026-03-16") }, "2026-05-01")).toMatchObject({ state: "met", elapsed: 21, late: true });
  expect(read({ ...accepted, metOn: d("2026-03-16") }, "2026-03-10")).toMatchObject({ state: "running" });
});

test("承诺时限早于法定时限", () => {
  const rule = { ...ORDINARY_LICENCE, promised: { length: 7, unit: "workday", source: "办事指南" } as const };
  expect(read(accepted, "2026-02-25", rule)).toMatchObject({ promised: { day: "2026-02-25" }, promiseBroken: false, late: false });
  expect(read(accepted, "2026-02-26", rule)).toMatchObject({ state: "running", promiseBroken: true, late: false });
});

test("延长10个工作日，批准之日起才算", () => {
  const extended = { ...accepted, extensions: [{ ...LICENCE_EXTENSION, grantedOn: d("2026-03-10") }] };
  expect(read(extended, "2026-03-09").legal.day).toBe("2026-03-13");
  expect(read(extended, "2026-03-10").legal.day).toBe("2026-03-27");
});

test("延长挽不回已过的期限：承诺已过才批准的，只延法定；法定已过的，不延", () => {
  const rule = { ...ORDINARY_LICENCE, promised: { length: 7, unit: "workday", source: "办事指南" } as const };
  const extended = (grantedOn: string) => ({ ...accepted, extensions: [{ ...LICENCE_EXTENSION, grantedOn: d(grantedOn) }] });
  expect(read(extended("2026-02-25"), "2026-02-25", rule)).toMatchObject({ promised: { day: "2026-03-10" }, promiseBroken: false });
  expect(read(extended("2026-02-26"), "2026-02-26", rule)).toMatchObject({
    promised: { day: "2026-02-25" },
    promiseBroken: true,
    legal: { day: "2026-03-27" },
    remaining: 22,
  });
  expect(read(extended("2026-03-16"), "2026-03-16")).toMatchObject({ state: "overdue", legal: { day: "2026-03-13" }, remaining: -1 });
});

test("听证最长20个工作日，超过的日子照常计时", () => {
  const hearing = { ...accepted, pauses: [{ reason: "听证", from: d("2026-02-25"), to: null, notice: "告〔2026〕2号" }] };
  expect(read(hearing, "2026-03-02")).toMatchObject({ state: "paused", elapsed: 6, pauseEndsAtLatest: "2026-03-23" });
  expect(read(hearing, "2026-03-23")).toMatchObject({ state: "paused", elapsed: 6 });
  expect(read(hearing, "2026-03-24")).toMatchObject({ state: "running", elapsed: 7, pausedFor: null, legal: { day: "2026-04-13" } });
});

test("超期之后再中止，仍是超期", () => {
  const late = { ...accepted, pauses: [{ ...review, from: d("2026-03-18"), to: null }] };
  expect(read(late, "2026-03-20")).toMatchObject({ state: "overdue", legal: { day: "2026-03-13" } });
});

test("自然日时限遇休息日顺延", () => {
  const rule: ClockRule = { legal: { length: 7, unit: "day", source: "建筑工程施工许可管理办法" }, promised: null, pauses: [] };
  expect(read(bare("2026-02-09"), "2026-02-09", rule).legal.day).toBe("2026-02-24");
  expect(read(bare("2026-03-02"), "2026-03-02", rule).legal.day).toBe("2026-03-09");
});

test("到期日落在通知未载入的年份时标明暂定", () => {
  expect(read(bare("2026-12-20"), "2026-12-20").legal.provisional).toBe(true);
});

test("在谁手里：按日期取最后一位", () => {
  const record = {
    ...accepted,
    holders: [
      { from: d("2026-02-09"), who: "综合窗口" },
      { from: d("2026-02-24"), who: "质安科" },
    ],
  };
  expect([read(record, "2026-02-08"), read(record, "2026-02-23"), read(record, "2026-02-24")].map(({ heldBy }) => heldBy)).toEqual([
    null,
    "综合窗口",
    "质安科",
  ]);
  expect(read(record, "2026-02-08").state).toBe("not-started");
});

test.each<[Partial<Pause>, string | undefined]>([
  [{}, undefined],
  [{ to: null }, undefined],
  [{ reason: "领导出差" }, "clock.pause-reason"],
  [{ from: d("2026-02-09") }, "clock.pause-before-start"],
  [{ to: d("2026-02-24") }, "clock.pause-backwards"],
  [{ notice: " " }, "clock.pause-without-notice"],
])("中止申请 %j：%s", (change, because) => {
  expect(checkPause(ORDINARY_LICENCE, accepted, { ...review, ...change })?.because).toBe(because);
});

test("两段中止不得重叠", () => {
  expect(checkPause(ORDINARY_LICENCE, suspended, { ...review, from: d("2026-03-03"), to: null })?.because).toBe("clock.pause-overlaps");
  expect(checkPause(ORDINARY_LICENCE, suspended, { ...review, from: d("2026-03-04"), to: null })).toBeUndefined();
});

const anyDay = fc.integer({ min: 0, max: 6_000 }).map((count) => addDays(d("2009-01-01"), count));
const anyPauses = (startedOn: LocalDate) =>
  fc.array(
    fc
      .record({
        reason: fc.constantFrom("听证", "专家评审"),
        from: fc.integer({ min: 1, max: 60 }).map((count) => addDays(startedOn, count)),
        length: fc.option(fc.integer({ min: 0, max: 30 })),
      })
      .map(({ reason, from, length }): Pause => ({ reason, from, to: length === null ? null : addDays(from, length), notice: "告" })),
    { maxLength: 3 },
  );
const anyCase = anyDay.chain((startedOn) =>
  fc.record({
    record: anyPauses(startedOn).map((pauses): ClockRecord => ({ startedOn, metOn: null, pauses, extensions: [], holders: [] })),
    wait: fc.integer({ min: 0, max: 120 }),
    unit: fc.constantFrom("workday", "day"),
  }),
);

test("a due day is a workday, pauses only push it later, and it never comes nearer as days pass", () => {
  fc.assert(
    fc.property(anyCase, ({ record, wait, unit }) => {
      const rule: ClockRule = { ...ORDINARY_LICENCE, legal: { ...ORDINARY_LICENCE.legal, unit: unit as "day" } };
      const asOf = addDays(record.startedOn, wait);
      const reading = readClock(rule, record, calendar, asOf);
      expect(isWorkday(calendar, reading.legal.day)).toBe(true);
      expect(reading.legal.day >= readClock(rule, { ...record, pauses: [] }, calendar, asOf).legal.day).toBe(true);
      const next = readClock(rule, record, calendar, addDays(asOf, 1));
      expect(next.legal.day >= reading.legal.day).toBe(true);
      expect(next.elapsed - reading.elapsed).toBeGreaterThanOrEqual(0);
      expect(next.elapsed - reading.elapsed).toBeLessThanOrEqual(1);
      if (reading.late) expect(next.late).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("elapsed and paused workdays make up all workdays since the start", () => {
  fc.assert(
    fc.property(anyCase, ({ record, wait }) => {
      const asOf = addDays(record.startedOn, wait);
      const { elapsed, remaining, late } = readClock(ORDINARY_LICENCE, record, calendar, asOf);
      expect(elapsed).toBeLessThanOrEqual(workdaysBetween(calendar, record.startedOn, asOf).count);
      if (record.pauses.length === 0) expect(elapsed).toBe(workdaysBetween(calendar, record.startedOn, asOf).count);
      if (!late) expect(elapsed + remaining).toBe(20);
    }),
    { numRuns: 200 },
  );
});
