import fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "#kernel/numeral.ts";
import { plainScript } from "#kernel/plain-script.ts";

const read = (text: string) => readNumber(plainScript(text));

test.each([
  ["12", "12", ""],
  ["１，２３４．５", "1234.5", ""],
  ["1,234,567", "1234567", ""],
  ["三千二百万", "32000000", "万"],
  ["两百", "200", ""],
  ["十二", "12", ""],
  ["二十", "20", ""],
  ["一百零五", "105", ""],
  ["一百五十", "150", ""],
  ["一百五", "150", ""],
  ["两万五", "25000", ""],
  ["十五", "15", ""],
  ["二〇二三", "2023", ""],
  ["三点五", "3.5", ""],
  ["12.3亿", "1230000000", "亿"],
  ["3.2万亿", "3200000000000", "万亿"],
  ["1億2000萬", "120000000", "万"],
  ["3万5千", "35000", ""],
  ["5千万", "50000000", "万"],
  ["百亿", "10000000000", "亿"],
  ["千亿", "100000000000", "亿"],
  ["一亿零三十万", "100300000", "万"],
  ["-3.2", "-3.2", ""],
  ["0.5", "0.5", ""],
])("%s 读作 %s", (text, value, scale) => {
  expect(read(text)).toMatchObject({ value, scale, approximation: "exact", end: text.length });
});

test.each([
  ["百余", "100", "over"],
  ["200余", "200", "over"],
  ["20多亿", "2000000000", "over"],
  ["10余万", "100000", "over"],
  ["十几", "10", "over"],
  ["十来", "10", "about"],
  ["万余", "10000", "over"],
])("%s 读作 %s（%s）", (text, value, approximation) => {
  expect(read(text)).toMatchObject({ value, approximation, end: text.length });
});

test.each(["数百", "几十", "家", "", "-", "点五", "余"])("%j 不是确定的数", (text) => {
  expect(read(text)).toBeUndefined();
});

test("a list with commas is not one number, and what follows stays unread", () => {
  expect(read("3,4家")).toMatchObject({ value: "3", end: 1 });
  expect(read("2023,100家")).toMatchObject({ value: "2023", end: 4 });
  expect(read("12家")).toMatchObject({ value: "12", end: 2 });
  expect(read("三千二百万")).toMatchObject({ figure: "3200" });
});

test("any whole number written with Chinese numerals is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (number) => {
      expect(read(inChinese(number))?.value).toBe(String(number));
    }),
  );
});

test("hostile input ends quickly", () => {
  expect(read("9".repeat(100_000))).toBeUndefined();
  expect(read("万".repeat(100_000))?.value).toBe("10000");
  expect(read("一千".repeat(50_000))?.end).toBeLessThan(10);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."0123456789,.零一两十百千万亿余多点-") }), (text) => void read(text)));
});

function inChinese(number: number): string {
  const digits = "零一二三四五六七八九";
  const section = (value: number): string => {
    let text = "";
    let gap = false;
    for (const [size, unit] of [
      [1000, "千"],
      [100, "百"],
      [10, "十"],
      [1, ""],
    ] as const) {
      const digit = Math.floor(value / size) % 10;
      if (digit === 0) gap = text !== "";
      else {
        text += (gap ? "零" : "") + digits[digit] + unit;
        gap = false;
      }
    }
    return text;
  };
  let text = "";
  for (const [size, unit] of [
    [100_000_000, "亿"],
    [10_000, "万"],
    [1, ""],
  ] as const) {
    const value = Math.floor(number / size) % 10_000;
    if (value > 0) text += (text !== "" && value < 1000 ? "零" : "") + section(value) + unit;
  }
  return text;
}
