import fc from "fast-check";
import { expect, test } from "vitest";
import { completeUscc, isOldRegistrationNumber, isUscc, normaliseUscc, organisationCheckHolds } from "#kernel/uscc.ts";

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

test.each([
  ["91500000MAXX000157", "7"],
  ["91500000MAXX000900", "0"],
  ["91500000MAXX00277Y", "Y"],
])("%s 的校验字符补得出来", (code) => {
  expect(completeUscc(code.slice(0, 17))).toBe(code);
  expect(isUscc(code)).toBe(true);
});

test("不足十七位、字母表之外的字符补不出代码", () => {
  expect(() => completeUscc("9150")).toThrow(RangeError);
  expect(() => completeUscc("91500000IAXX00015")).toThrow(RangeError);
});

test.each([
  ["500112000012345", true],
  ["５００１１２００００１２３４５", true],
  ["91350100M000100Y43", false],
  ["50011200001234", false],
])("%s 是 15 位旧注册号：%s", (written, old) => expect(isOldRegistrationNumber(written)).toBe(old));

test.each([
  ["91350100M000100Y43", true],
  ["91350100M000100Y5H", false],
])("%s 第 9–17 位的校验（GB 11714）：%s", (code, holds) => expect(organisationCheckHolds(code)).toBe(holds));
