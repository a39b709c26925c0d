import { describe, expect, test } from "vitest";
import { readFilter } from "#domains/registry/web/enterprise-filter.ts";
import { draftOfFilter, type FilterDraft, readDraft } from "#domains/registry/web/filter-draft.ts";

const NOTHING = draftOfFilter({});

describe("区间条件的填写", () => {
  test("万元换成元，写进地址再读回一样", () => {
    const draft: FilterDraft = { ...NOTHING, capital: { from: "1,000", to: "99.999999" }, employees: { from: "20", to: "" } };
    const reading = readDraft(draft);
    if (!reading.ok) throw new Error("expected to be read");
    expect(reading.words).toMatchObject({ capitalFrom: "10000000", capitalTo: "999999.99", employeesFrom: "20", employeesTo: "" });
    expect(draftOfFilter(readFilter(reading.words))).toEqual({ ...draft, capital: { from: "1000", to: "99.999999" } });
  });

  test("增长可以是负数", () => {
    expect(readDraft({ ...NOTHING, growth: { from: "-5.5", to: "" } })).toMatchObject({ ok: true, words: { growthFrom: "-5.5" } });
  });

  test.each([
    ["capital", "一千"],
    ["capital", "-1"],
    ["employees", "1.5"],
    ["age", "-1"],
  ] as const)("不是数的要说出是哪一项：%s %s", (name, from) => {
    const reading = readDraft({ ...NOTHING, [name]: { from, to: "" } });
    expect(reading.ok).toBe(false);
  });
});
