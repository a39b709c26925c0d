import { expect, test } from "vitest";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

test("cutting and joining keep the places; spans merge while nothing was cut", () => {
  const text = MappedText.of("甲乙丙丁戊");
  const cut = MappedText.join([text.slice(0, 2), text.slice(3)]);
  expect(cut.text).toBe("甲乙丁戊");
  expect([...cut.offsets]).toEqual([0, 1, 3, 4]);
  expect(cut.spansOf(0, 4)).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
  ]);
  expect(cut.spansOf(0, 4, 1)).toEqual([{ start: 0, end: 5 }]);
});

test("what is put in points at what it replaced", () => {
  const replaced = MappedText.of("增长(qū)九%").replace(/\(.*?\)/, "");
  expect(replaced.text).toBe("增长九%");
  expect([...replaced.offsets]).toEqual([0, 1, 6, 7]);
  expect([...MappedText.of("a…b").replace(/…/, "...").offsets]).toEqual([0, 1, 1, 1, 2]);
});

test("a text and its places are of one length", () => {
  expect(() => new MappedText("甲乙", new Int32Array(1))).toThrow(RangeError);
});
