import fc from "fast-check";
import { expect, test } from "vitest";
import { isUscc, normaliseUscc } from "#kernel/uscc.ts";

test.each([
  ["91350100M000100Y43", true, "the example of the standard"],
  ["91350100M000100Y44", false, "another check character"],
  ["91350100M000100Y4", false, "seventeen characters"],
  ["91350100I000100Y43", false, "a letter that the code does not have"],
])("%s is %s: %s", (code, right) => expect(isUscc(code)).toBe(right));

test("全角、小写、空格和形近字母归一", () => {
  expect(normaliseUscc(" ９１３５０１００m０００１００ｙ４３ ")).toBe("91350100M000100Y43");
  expect(normaliseUscc("9135O1OOM0001O0Y43")).toBe("91350100M000100Y43");
});

test("改动任何一位数字，校验就不过", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
      const code = "91350100M000100Y43";
      const old = Number(code[place]);
      fc.pre(!Number.isNaN(old));
      const changed = `${code.slice(0, place)}${(old + step) % 10}${code.slice(place + 1)}`;
      return !isUscc(changed);
    }),
  );
});
