import { expect, test } from "vitest";
import { visibleText } from "#kernel/visible-text.ts";

const Name = visibleText(2, 6);

test.each([
  ["\u200b\u200b\u200b", undefined],
  ["\u202e产线\u202c", "产线"],
  ["  封测\u200d产线 ", "封测产线"],
  ["线", undefined],
  ["一二三四五六七", undefined],
])("%j → %j", (written, read) => {
  expect(Name.safeParse(written).data).toBe(read);
});
