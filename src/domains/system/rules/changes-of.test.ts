import { expect, test } from "vitest";
import { changesOf } from "#domains/system/rules/changes-of.ts";

test("逐项列出变化：没变的不列，新添的、没有了的都列", () => {
  expect(changesOf({ stage: "signed", name: "甲项目", owner: { id: "1" } }, { stage: "land", name: "甲项目", note: "供地" })).toEqual([
    { field: "stage", before: "signed", after: "land" },
    { field: "owner.id", before: "1", after: null },
    { field: "note", before: null, after: "供地" },
  ]);
});

test("清单整体比较；没有先后的、空的也说得出", () => {
  expect(changesOf({ months: ["1", "2"] }, { months: ["1", "3"] })).toEqual([{ field: "months", before: ["1", "2"], after: ["1", "3"] }]);
  expect(changesOf(null, { a: 0, b: false, c: null })).toEqual([
    { field: "a", before: null, after: 0 },
    { field: "b", before: null, after: false },
  ]);
  expect(changesOf(null, null)).toEqual([]);
  expect(changesOf(null, "文本")).toEqual([{ field: "", before: null, after: "文本" }]);
});
