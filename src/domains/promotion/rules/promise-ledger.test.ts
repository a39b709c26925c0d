import { describe, expect, test } from "vitest";
import { type Actual, countLines, type Promised, promiseLines, promiseTotals } from "#domains/promotion/rules/promise-ledger.ts";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import { localDate } from "#kernel/local-date.ts";

const yuan = (text: string): Decimal => decimal(text);
const promised: Promised = {
  investment: [
    { year: 2026, yuan: yuan("300000000") },
    { year: 2025, yuan: yuan("100000000") },
    { year: 2027, yuan: yuan("200000000") },
  ],
  startOn: localDate("2025-09-01"),
  produceOn: localDate("2026-12-31"),
  fullYear: 2028,
  outputYuan: yuan("900000000"),
  taxYuan: yuan("45000000"),
  jobs: 320,
  landMu: yuan("60"),
  taxPerMuYuan: yuan("750000"),
};
const actual = (given: Partial<Actual> & Pick<Actual, "metric">): Actual => ({
  year: null,
  amount: null,
  reachedOn: null,
  origin: "projects",
  recordedOn: localDate("2026-01-15"),
  note: "",
  ...given,
});
const asOf = localDate("2026-06-30");
const stateOf = (actuals: readonly Actual[], metric: Actual["metric"], year: number | null = null, on = asOf) =>
  promiseLines(promised, actuals, on).find((line) => line.metric === metric && line.year === year)?.state;

describe("承诺与兑现", () => {
  test("投资按年一行，先后有序；日期、达产年的各一行", () => {
    expect(promiseLines(promised, [], asOf).map(({ metric, year, state }) => [metric, year, state])).toEqual([
      ["investment", 2025, "no-data"],
      ["investment", 2026, "running"],
      ["investment", 2027, "ahead"],
      ["start", null, "late"],
      ["produce", null, "ahead"],
      ["output", 2028, "ahead"],
      ["tax", 2028, "ahead"],
      ["jobs", 2028, "ahead"],
      ["tax-per-mu", 2028, "ahead"],
      ["land", null, "ahead"],
    ]);
  });

  test.each([
    ["99999999.99", "short"],
    ["100000000", "kept"],
    ["130000000", "kept"],
  ])("上年投资实际 %s 元：%s", (amount, state) => {
    expect(stateOf([actual({ metric: "investment", year: 2025, amount: yuan(amount) })], "investment", 2025)).toBe(state);
  });

  test("没有数是没有数，不是零；本年没过完不判", () => {
    const [line] = promiseLines(promised, [], asOf);
    expect([line?.actual, line?.pct, line?.state]).toEqual([null, null, "no-data"]);
    const zero = promiseLines(promised, [actual({ metric: "investment", year: 2025, amount: yuan("0") })], asOf)[0];
    expect([zero?.actual, zero?.pct, zero?.state]).toEqual(["0", "0", "short"]);
    expect(stateOf([actual({ metric: "investment", year: 2026, amount: yuan("1") })], "investment", 2026)).toBe("running");
  });

  test.each([
    ["2025-09-01", "kept", 0],
    ["2025-08-20", "kept", -12],
    ["2025-09-02", "late", 1],
  ])("承诺9月1日开工，实际 %s：%s", (on, state, daysLate) => {
    const line = promiseLines(promised, [actual({ metric: "start", reachedOn: localDate(on) })], asOf).find(
      ({ metric }) => metric === "start",
    );
    expect([line?.state, line?.daysLate]).toEqual([state, daysLate]);
  });

  test("约定当天还没到期，过了一天就逾期", () => {
    expect(stateOf([], "produce", null, localDate("2026-12-31"))).toBe("ahead");
    expect(stateOf([], "produce", null, localDate("2027-01-01"))).toBe("late");
  });

  test("后来的更正当时不知道；撤回的等于没有", () => {
    const corrected = [
      actual({ metric: "investment", year: 2025, amount: yuan("80000000") }),
      actual({ metric: "investment", year: 2025, amount: yuan("120000000"), recordedOn: localDate("2026-05-01") }),
    ];
    expect(stateOf(corrected, "investment", 2025, localDate("2026-04-30"))).toBe("short");
    expect(stateOf(corrected, "investment", 2025, localDate("2026-05-01"))).toBe("kept");
    const takenBack = [...corrected, actual({ metric: "investment", year: 2025, recordedOn: localDate("2026-06-01") })];
    expect(stateOf(takenBack, "investment", 2025)).toBe("no-data");
  });

  test("达产之后每年都看", () => {
    const later = localDate("2030-03-01");
    const lines = promiseLines(promised, [actual({ metric: "tax", year: 2029, amount: yuan("50000000"), recordedOn: later })], later);
    expect(lines.filter(({ metric }) => metric === "tax").map(({ year, state }) => [year, state])).toEqual([
      [2028, "no-data"],
      [2029, "kept"],
      [2030, "running"],
    ]);
  });

  test("合计只算到期的；没有数的单列，不当零摊进兑现率", () => {
    const one = promiseLines(promised, [actual({ metric: "investment", year: 2025, amount: yuan("80000000") })], asOf);
    const other = promiseLines(promised, [actual({ metric: "start", reachedOn: localDate("2025-08-20") })], asOf);
    const totals = promiseTotals([
      { lead: "a", lines: one },
      { lead: "b", lines: other },
    ]);
    expect(totals.find(({ metric }) => metric === "investment")).toEqual({
      metric: "investment",
      leads: 2,
      promised: "100000000",
      actual: "80000000",
      pct: "80",
      kept: 0,
      short: 1,
      noData: 1,
    });
    expect(totals.find(({ metric }) => metric === "start")).toMatchObject({ promised: "2", actual: "1", pct: "50", kept: 1, short: 1 });
    expect(totals.some(({ metric }) => metric === "output")).toBe(false);
    expect(countLines(one)).toEqual({ kept: 0, broken: 2 });
    expect(promiseTotals([])).toEqual([]);
  });
});
