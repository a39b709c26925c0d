import fc from "fast-check";
import { expect, test } from "vitest";
import { type Approximation, compatible } from "#kernel/approximation.ts";
import { area, inMu, squareMetres } from "#kernel/area.ts";
import { count } from "#kernel/count.ts";
import { type Decimal, decimal, ZERO } from "#kernel/decimal.ts";
import { mass, roundedMass } from "#kernel/mass.ts";
import { money, scaledMoney } from "#kernel/money.ts";
import { addQuantities, compareQuantities, Quantity, quantityOf, subtractQuantities, sumQuantities } from "#kernel/quantity.ts";
import { applyPercent, baseBeforeGrowth, lowerBy, percent, percentagePoint, pointsBetween, raiseBy, shareOf } from "#kernel/rate.ts";
import { findUnit } from "#kernel/unit.ts";

const d = decimal;

test("手册§11：出口881.7亿加进口462.1亿是1343.8亿元", () => {
  expect(sumQuantities(scaledMoney(d("881.7"), 8), scaledMoney(d("462.1"), 8))).toEqual({ ok: true, value: scaledMoney(d("1343.8"), 8) });
});

test("百分率与百分点是两种量，不能相加", () => {
  expect(addQuantities(percent(d("8")), percentagePoint(d("1.4")))).toMatchObject({ ok: false, because: "quantity.kinds-differ" });
  expect(lowerBy(percent(d("9.4")), percentagePoint(d("1.4")))).toEqual(percent(d("8")));
  expect(raiseBy(percent(d("2.6")), percentagePoint(d("10.2")))).toEqual(percent(d("12.8")));
  expect(pointsBetween(percent(d("50.7")), percent(d("40.6")))).toEqual(percentagePoint(d("10.1")));
});

test("rates of the handbook", () => {
  expect(shareOf(d("44"), d("59"), 1)).toEqual(percent(d("74.6")));
  expect(shareOf(d("1"), ZERO, 1)).toBeUndefined();
  expect(baseBeforeGrowth(d("190"), percent(d("41.5")), 1)).toBe("134.3");
  expect(baseBeforeGrowth(d("20000"), percent(d("19.4")), 0)).toBe("16750");
  expect(baseBeforeGrowth(d("1"), percent(d("-100")), 0)).toBeUndefined();
  expect(applyPercent(percent(d("12.5")), d("801"))).toBe("100.125");
});

test("元与美元、家与家次、万元与亩各不相加；户与家、人与名可以", () => {
  expect(addQuantities(money(d("1")), money(d("1"), "USD"))).toMatchObject({ because: "quantity.currencies-differ" });
  expect(addQuantities(count(d("1"), "家"), count(d("1"), "家次"))).toMatchObject({ because: "quantity.units-differ" });
  expect(compareQuantities(money(d("1")), area(d("1"), "亩"))).toMatchObject({ because: "quantity.kinds-differ" });
  expect(addQuantities(count(d("3"), "家"), count(d("2"), "户"))).toEqual({ ok: true, value: count(d("5"), "家") });
  expect(addQuantities(count(d("3"), "人"), count(d("2"), "名"))).toEqual({ ok: true, value: count(d("5"), "人") });
  expect(subtractQuantities(count(d("3"), "家"), count(d("2"), "家"))).toEqual({ ok: true, value: count(d("1"), "家") });
});

test("手册§0：1亩等于666.67平方米，不同单位的面积在平方米中相加", () => {
  expect(squareMetres(area(d("100"), "亩"))).toBe("66667");
  expect(inMu(area(d("66667"), "m²"), 4)).toBe("100");
  expect(addQuantities(area(d("1"), "km²"), area(d("1"), "公顷"))).toEqual({ ok: true, value: area(d("1010000"), "m²") });
  expect(addQuantities(area(d("1"), "亩"), area(d("2"), "亩"))).toEqual({ ok: true, value: area(d("3"), "亩") });
  expect(compareQuantities(area(d("1"), "公顷"), area(d("15"), "亩"))).toEqual({ ok: true, value: -1 });
});

test("吨到公斤为止：更细的拒绝，算出来的四舍五入", () => {
  expect(mass(d("1.2505"))).toMatchObject({ because: "mass.finer-than-kilogram" });
  expect(roundedMass(d("5.59615"))).toMatchObject({ amount: "5.596" });
  expect(Quantity.safeParse({ kind: "mass", amount: "1.2505", unit: "t" }).success).toBe(false);
});

test.each([
  ["萬元", "10000", "CNY"],
  ["百万元", "1000000", "CNY"],
  ["千万元", "10000000", "CNY"],
  ["千亿元", "100000000000", "CNY"],
  ["万亿元", "1000000000000", "CNY"],
  ["亿美元", "100000000", "USD"],
  ["萬戶", "10000", "户"],
  ["万平方米", "10000", "m²"],
  ["亿元/平方公里", "100000000", "元/平方公里"],
])("单位%s", (name, factor, unit) => {
  expect(findUnit(name)).toMatchObject({ factor, unit });
});

test("an unknown unit is refused, or kept as it stands on request", () => {
  expect(quantityOf("5", "蒲式耳")).toMatchObject({ because: "quantity.unknown-unit" });
  expect(quantityOf("5", "蒲式耳", { anyUnit: true })).toMatchObject({ ok: true, value: { kind: "measure", unit: "蒲式耳" } });
  expect(quantityOf("1e9", "元")).toMatchObject({ because: "quantity.not-a-number" });
  expect(findUnit("toString")).toBeUndefined();
});

const anyQuantity = fc
  .tuple(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.constantFrom("元", "亿元", "美元", "%", "个百分点", "平方米", "亩", "吨", "家", "户", "家次", "公里", ""),
  )
  .map(([amount, unit]) => {
    const made = quantityOf(String(amount), unit);
    if (!made.ok) throw new Error(made.because);
    return made.value;
  });

test("adding is commutative in size, refused alike both ways, and undone by subtracting", () => {
  fc.assert(
    fc.property(anyQuantity, anyQuantity, (left, right) => {
      const [one, other] = [addQuantities(left, right), addQuantities(right, left)];
      expect(one.ok).toBe(other.ok);
      if (!one.ok || !other.ok) return;
      expect(compareQuantities(one.value, other.value)).toEqual({ ok: true, value: 0 });
      const back = subtractQuantities(one.value, right);
      expect(back.ok && compareQuantities(back.value, left)).toEqual({ ok: true, value: 0 });
    }),
  );
});

test.each<[string, Approximation, string, Approximation, boolean]>([
  ["200", "over", "203", "exact", true],
  ["200", "over", "198", "exact", false],
  ["200", "over", "300", "exact", false],
  ["20", "over", "29", "exact", true],
  ["318.87", "over", "318.874", "exact", true],
  ["100000", "near", "98000", "exact", true],
  ["100000", "near", "101000", "exact", false],
  ["20", "about", "20.1", "exact", true],
  ["50", "at-least", "5000", "exact", true],
  ["30", "at-most", "31", "exact", false],
  ["203", "exact", "204", "exact", false],
  ["200", "near", "200", "over", true],
  ["-5", "over", "-5.5", "exact", true],
])("%s %s 与 %s %s 相容：%s", (value, approximation, otherValue, otherApproximation, expected) => {
  const [left, right] = [
    { value: d(value), approximation },
    { value: d(otherValue) as Decimal, approximation: otherApproximation },
  ];
  expect(compatible(left, right)).toBe(expected);
  expect(compatible(right, left)).toBe(expected);
});
