import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "#kernel/app-error.ts";
import {
  add,
  compare,
  Decimal,
  decimal,
  divide,
  findDecimal,
  multiply,
  negate,
  placesOf,
  round,
  shift,
  subtract,
  sum,
  whole,
  withCommas,
} from "#kernel/decimal.ts";

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => shift(decimal(String(digits)), -places));

test("一数一写法：相等的数写法相同", () => {
  expect(decimal("-012.50")).toBe("-12.5");
  expect(decimal("-0.00")).toBe("0");
  expect(decimal("100")).toBe("100");
  expect(Decimal.parse("0881.70")).toBe("881.7");
});

test.each(["", "1e3", "+1", "1,000", " 1", "1.", ".5", "NaN", "Infinity", "--1", "１", "9".repeat(41)])(
  "%j is not a decimal number",
  (text) => {
    expect(findDecimal(text)).toBeUndefined();
    expect(() => decimal(text)).toThrow(AppError);
  },
);

test("sums of tenths are exact, where floats are not", () => {
  expect(add(decimal("0.1"), decimal("0.2"))).toBe("0.3");
  expect(sum(["881.7", "462.1"].map(decimal))).toBe("1343.8");
  expect(subtract(decimal("12.8"), decimal("10.2"))).toBe("2.6");
});

test("division says its places, and rounds halves away from zero", () => {
  expect(divide(decimal("1343.8"), decimal("0.487"), 0)).toBe("2759");
  expect(divide(decimal("197"), decimal("376"), 3)).toBe("0.524");
  expect(round(decimal("2.345"), 2)).toBe("2.35");
  expect(round(decimal("-2.345"), 2)).toBe("-2.35");
  expect(() => divide(decimal("1"), decimal("0"), 2)).toThrow("decimal.divided-by-zero");
});

test("only whole numbers come in from counting", () => {
  expect(whole(-0)).toBe("0");
  expect(() => whole(0.5)).toThrow(RangeError);
});

test("commas for English", () => {
  expect(["0.5", "999", "1000", "-1343.8", "2759000"].map(withCommas)).toEqual(["0.5", "999", "1,000", "-1,343.8", "2,759,000"]);
});

test("arithmetic holds its laws, and every result is canonical", () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, fc.integer({ min: -12, max: 12 }), (left, right, places) => {
      expect(subtract(add(left, right), right)).toBe(left);
      expect(multiply(left, right)).toBe(multiply(right, left));
      expect(shift(shift(left, places), -places)).toBe(left);
      expect(compare(left, right)).toBe(-compare(right, left) + 0);
      expect(decimal(negate(left))).toBe(negate(left));
      expect(placesOf(left)).toBeLessThanOrEqual(6);
    }),
  );
});

describe("small whole numbers have a way of their own, and it says the same", () => {
  const big = Big();
  big.RM = Big.roundHalfUp;
  const printed = (value: Big): string => (value.eq(0) ? "0" : value.toFixed());
  const digits = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.bigInt({ min: 0n, max: 10n ** 19n }).map(String));
  const number = fc
    .tuple(fc.boolean(), digits, fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: undefined }))
    .map(([negative, before, behind]) => decimal(`${negative ? "-" : ""}${before}${behind === undefined ? "" : `.${behind}`}`));

  test("add, subtract, multiply, compare, sum and divide agree with big.js", () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 8 }), (left, right, places) => {
        expect(add(left, right)).toBe(printed(new big(left).plus(right)));
        expect(subtract(left, right)).toBe(printed(new big(left).minus(right)));
        expect(multiply(left, right)).toBe(printed(new big(left).times(right)));
        expect(compare(left, right)).toBe(new big(left).cmp(right));
        if (right === "0") return;
        big.DP = places;
        expect(divide(left, right, places)).toBe(printed(new big(left).div(right)));
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (values) => {
        expect(sum(values)).toBe(printed(values.reduce((all, value) => all.plus(value), new big(0))));
      }),
    );
  });

  test.each([
    ["600000000.00", "600000000"],
    ["0.00", "0"],
    ["-0", "0"],
    ["-0.0", "0"],
    ["007", "7"],
    ["-12.50", "-12.5"],
    ["100", "100"],
  ])("%s reads as %s", (written, canonical) => {
    expect(findDecimal(written)).toBe(canonical);
    expect(Decimal.parse(written)).toBe(canonical);
  });
});
