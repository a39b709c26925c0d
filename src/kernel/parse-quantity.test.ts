import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Decimal, decimal } from "#kernel/decimal.ts";
import { parseQuantity } from "#kernel/parse-quantity.ts";
import { type Quantity, quantityOf } from "#kernel/quantity.ts";
import { sayQuantity } from "#kernel/say-quantity.ts";

const brief = (text: string, options = {}) => {
  const parsed = parseQuantity(text, options);
  return parsed.ok
    ? `${parsed.value.quantity.kind} ${parsed.value.quantity.amount} ${parsed.value.quantity.unit} ${parsed.value.approximation}`
    : parsed.because;
};

test.each([
  ["347亿元", "money 34700000000 CNY exact"],
  ["605.6 亿元", "money 60560000000 CNY exact"],
  ["318.87億元", "money 31887000000 CNY exact"],
  ["超318.87億元", "money 31887000000 CNY over"],
  ["2000萬元以上", "money 20000000 CNY at-least"],
  ["3.2万亿元", "money 3200000000000 CNY exact"],
  ["五千万元", "money 50000000 CNY exact"],
  ["3百万元", "money 3000000 CNY exact"],
  ["2千万元", "money 20000000 CNY exact"],
  ["千亿元", "money 100000000000 CNY exact"],
  ["1.2兆元", "money 1200000000000 CNY exact"],
  ["１，２３４．５万元", "money 12345000 CNY exact"],
  ["￥1,200", "money 1200 CNY exact"],
  ["10亿美元", "money 1000000000 USD exact"],
  ["3000万港币", "money 30000000 HKD exact"],
  ["20多亿元", "money 2000000000 CNY over"],
  ["约1亿2000万元", "money 120000000 CNY about"],
])("钱：%s", (text, expected) => {
  expect(brief(text)).toBe(expected);
});

test.each([
  ["8.2%", "percent 8.2 % exact"],
  ["１００％", "percent 100 % exact"],
  ["百分之十二点五", "percent 12.5 % exact"],
  ["千分之五", "percent 0.5 % exact"],
  ["0.5‰", "percent 0.05 % exact"],
  ["近七成", "percent 70 % near"],
  ["80%以上", "percent 80 % at-least"],
  ["下降3.2%", "percent -3.2 % exact"],
  ["同比增长了41.5%", "percent 41.5 % exact"],
  ["-3.2%", "percent -3.2 % exact"],
  ["1.4个百分点", "percentage-point 1.4 个百分点 exact"],
  ["1.4百分点", "percentage-point 1.4 个百分点 exact"],
  ["回落0.3個百分點", "percentage-point -0.3 个百分点 exact"],
])("率：%s", (text, expected) => {
  expect(brief(text)).toBe(expected);
});

test.each([
  ["103.77平方米", "area 103.77 m² exact"],
  ["120万方", "area 1200000 m² exact"],
  ["约120万㎡", "area 1200000 m² about"],
  ["30平方公里", "area 30 km² exact"],
  ["3000畝", "area 3000 亩 exact"],
  ["12公頃", "area 12 公顷 exact"],
  ["291吨", "mass 291 t exact"],
  ["1250kg", "mass 1.25 t exact"],
  ["10千克", "mass 0.01 t exact"],
  ["3.5万吨", "mass 35000 t exact"],
  ["5千米", "measure 5 公里 exact"],
  ["12亿千瓦时", "measure 1200000000 千瓦时 exact"],
  ["150万元/亩", "measure 1500000 元/亩 exact"],
  ["2.5倍", "measure 2.5 倍 exact"],
])("面积、质量、其他：%s", (text, expected) => {
  expect(brief(text)).toBe(expected);
});

test.each([
  ["376个", "count 376 个 exact"],
  ["2万户", "count 20000 户 exact"],
  ["1.6萬名", "count 16000 名 exact"],
  ["2980家次", "count 2980 家次 exact"],
  ["20余個", "count 20 个 over"],
  ["百余家", "count 100 家 over"],
  ["200多名", "count 200 名 over"],
  ["近10万人", "count 100000 人 near"],
  ["10余万人", "count 100000 人 over"],
  ["突破200家", "count 200 家 over"],
  ["不少于50家", "count 50 家 at-least"],
  ["30户以内", "count 30 户 at-most"],
  ["50家左右", "count 50 家 about"],
  ["达两百一十家", "count 210 家 exact"],
  ["347亿", "number 34700000000  exact"],
])("数：%s", (text, expected) => {
  expect(brief(text)).toBe(expected);
});

test("a figure without a unit is money only when the caller says so", () => {
  expect(brief("347亿", { bare: "money" })).toBe("money 34700000000 CNY exact");
});

test.each([
  ["数百家", "quantity.indefinite"],
  ["几十家", "quantity.indefinite"],
  ["重点项目", "quantity.no-number"],
  ["", "quantity.no-number"],
  ["12个项目", "quantity.left-over"],
  ["12蒲式耳", "quantity.unknown-unit"],
  ["10至20家", "quantity.unknown-unit"],
  ["三分之一", "quantity.left-over"],
  ["0.5斤", "mass.finer-than-kilogram"],
  ["1".repeat(61), "quantity.too-long"],
])("%j is refused: %s", (text, because) => {
  expect(brief(text)).toBe(because);
});

test("the figure as written is kept beside the amount", () => {
  expect(parseQuantity("超318.87億元")).toMatchObject({ value: { value: "318.87", unit: "亿元" } });
  expect(parseQuantity("三千二百万户")).toMatchObject({ value: { value: "3200", unit: "万户" } });
  const stated = parseQuantity("2萬戶");
  if (!stated.ok) throw new Error(stated.because);
  expect(quantityOf(stated.value.value, stated.value.unit)).toEqual({ ok: true, value: stated.value.quantity });
});

describe("printing", () => {
  const said = (value: string, unit: string) => {
    const quantity = quantityOf(value, unit);
    if (!quantity.ok) throw new Error(quantity.because);
    return [sayQuantity(quantity.value, "zh"), sayQuantity(quantity.value, "en")].map((text) => text.replaceAll("\u2009", "·"));
  };

  test.each([
    ["347", "亿元", "347·亿元", "CNY·34.7·billion"],
    ["1343.8", "亿元", "1343.8·亿元", "CNY·134.38·billion"],
    ["80", "万元", "80·万元", "CNY·800,000"],
    ["5000", "元", "5000·元", "CNY·5,000"],
    ["3640", "万元", "3640·万元", "CNY·36.4·million"],
    ["1.2", "万亿元", "1.2·万亿元", "CNY·1.2·trillion"],
    ["1234567890.12", "元", "1234567890.12·元", "CNY·1,234,567,890.12"],
    ["-2.5", "亿美元", "-2.5·亿美元", "USD·-250·million"],
    ["8.2", "%", "8.2%", "8.2%"],
    ["1.4", "个百分点", "1.4·个百分点", "1.4·percentage points"],
    ["1", "百分点", "1·个百分点", "1·percentage point"],
    ["120", "万方", "120·万平方米", "1.2·million·m²"],
    ["30", "平方公里", "30·平方公里", "30·km²"],
    ["3000", "亩", "3000·亩", "3,000·mu"],
    ["291", "吨", "291·吨", "291·t"],
    ["1.25", "吨", "1.250·吨", "1.250·t"],
    ["2", "万户", "2·万户", "20,000"],
    ["16750", "户", "16750·户", "16,750"],
    ["2980", "家次", "2980·家次", "2,980·cases"],
    ["1.6", "万名", "1.6·万名", "16,000·people"],
    ["0", "元", "0·元", "CNY·0"],
  ])("%s %s → %s / %s", (value, unit, zh, en) => {
    expect(said(value, unit)).toEqual([zh, en]);
  });

  const units = [
    "元",
    "万元",
    "亿元",
    "万亿元",
    "美元",
    "%",
    "个百分点",
    "平方米",
    "亩",
    "公顷",
    "平方公里",
    "万吨",
    "家",
    "万户",
    "家次",
    "公里",
    "",
  ];
  test("what is printed in Chinese is read back as the same quantity, to the last digit", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...units),
        (digits, places, unit) => {
          const text = places === 0 ? String(digits) : `${digits}.${"7".repeat(places)}`;
          const quantity = quantityOf(text as Decimal, unit);
          fc.pre(quantity.ok);
          if (!quantity.ok) return;
          const again = parseQuantity(sayQuantity(quantity.value, "zh"));
          expect(again).toMatchObject({ ok: true, value: { approximation: "exact" } });
          if (again.ok) expect(normal(again.value.quantity)).toEqual(normal(quantity.value));
        },
      ),
    );
  });

  const normal = (quantity: Quantity) => ({ kind: quantity.kind, unit: quantity.unit, amount: decimal(quantity.amount) });
});

test("hostile phrases end quickly and never throw", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789.,近超约余多百分之千万亿元%家户个吨亩平方公里以上下降-￥ 数几/"), maxLength: 60 }),
      (text) => void parseQuantity(text),
    ),
    { numRuns: 2000 },
  );
  expect(parseQuantity("9".repeat(5_000_000)).ok).toBe(false);
});
