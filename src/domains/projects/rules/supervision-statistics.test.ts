import { describe, expect, test } from "vitest";
import {
  medianOf,
  quarterOf,
  type RecordedColour,
  redSpells,
  supervisionByQuarter,
} from "#domains/projects/rules/supervision-statistics.ts";
import { localDate } from "#kernel/local-date.ts";

const change = (projectId: string, asOf: string, colour: string, falseAlarm = false): RecordedColour => ({
  projectId,
  asOf: localDate(asOf),
  colour,
  falseAlarm,
});

describe("多久消红", () => {
  test.each([
    ["2026-01-01", "2026Q1"],
    ["2026-03-31", "2026Q1"],
    ["2026-04-01", "2026Q2"],
    ["2026-12-31", "2026Q4"],
  ])("%s 属于 %s", (day, quarter) => {
    expect(quarterOf(localDate(day))).toBe(quarter);
  });

  test.each([
    [[], undefined],
    [[7], "7"],
    [[1, 4], "2.5"],
    [[30, 1, 9], "9"],
    [[2, 2, 4, 100], "3"],
  ] as const)("%j 的中位数", (days, expected) => {
    expect(medianOf(days)).toBe(expected);
  });

  test("红灯记在变红的季度，消红记在转出的季度，误报不算消红，还红着的没有消红日", () => {
    const spells = redSpells([
      change("甲", "2026-03-20", "red"),
      change("甲", "2026-04-09", "yellow"),
      change("甲", "2026-05-01", "red"),
      change("乙", "2026-05-10", "red", true),
      change("乙", "2026-05-12", "green"),
      change("丙", "2026-04-01", "blue"),
      change("丙", "2026-04-11", "red"),
      change("丙", "2026-04-21", "none"),
    ]);
    expect(spells).toHaveLength(4);
    const letter = (issued: string, due: string, replied: string | null, closed: string | null) => ({
      issuedOn: localDate(issued),
      dueOn: localDate(due),
      repliedOn: replied === null ? null : localDate(replied),
      closedOn: closed === null ? null : localDate(closed),
    });
    const letters = [
      letter("2026-05-06", "2026-05-13", "2026-05-13", "2026-05-20"),
      letter("2026-05-06", "2026-05-13", "2026-05-14", null),
      letter("2026-05-06", "2026-05-13", null, null),
    ];
    expect(supervisionByQuarter(spells, letters)).toEqual([
      {
        quarter: "2026Q2",
        turnedRed: 3,
        falseAlarms: 1,
        cleared: 2,
        medianDays: "15",
        letters: 3,
        repliedInTime: 1,
        repliedLate: 1,
        closed: 1,
      },
      {
        quarter: "2026Q1",
        turnedRed: 1,
        falseAlarms: 0,
        cleared: 0,
        medianDays: null,
        letters: 0,
        repliedInTime: 0,
        repliedLate: 0,
        closed: 0,
      },
    ]);
  });
});
