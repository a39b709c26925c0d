import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FoundWork, sortWork } from "#domains/workbench/rules/sort-work.ts";
import { addDays, localDate } from "#kernel/local-date.ts";

const today = localDate("2026-06-30");
const item = (title: string, dueOn: string | null): FoundWork => ({
  kind: "task",
  opens: "x",
  title,
  titleEn: null,
  about: "",
  dueOn: dueOn === null ? null : localDate(dueOn),
  provisional: false,
});

describe("我的工作的次序", () => {
  test("逾期在前、当天其次、将到期按日子，没有期限的在最后", () => {
    const sorted = sortWork(
      [item("丁", null), item("丙", "2026-07-01"), item("甲", "2026-06-29"), item("乙", "2026-06-30"), item("戊", "2026-06-01")],
      today,
    );
    expect(sorted.late.map((one) => [one.title, one.daysLate])).toEqual([
      ["戊", 29],
      ["甲", 1],
    ]);
    expect(sorted.now.map((one) => one.title)).toEqual(["乙"]);
    expect(sorted.coming.map((one) => one.title)).toEqual(["丙"]);
    expect(sorted.whenever.map((one) => one.title)).toEqual(["丁"]);
  });

  test("一件不少、一件不重", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -400, max: 400 }), { nil: null }), { maxLength: 60 }), (days) => {
        const found = days.map((day, place) => item(String(place), day === null ? null : addDays(today, day)));
        const { late, now, coming, whenever } = sortWork(found, today);
        const titles = [...late, ...now, ...coming, ...whenever].map((one) => one.title);
        expect(titles.toSorted()).toEqual(found.map((one) => one.title).toSorted());
        expect(late.every((one) => one.daysLate > 0)).toBe(true);
      }),
    );
  });
});
