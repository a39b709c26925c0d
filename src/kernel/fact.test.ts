import fc from "fast-check";
import { expect, test } from "vitest";
import { Fact } from "#kernel/fact.ts";
import { findConflicts, joinFacts } from "#kernel/fact-conflicts.ts";
import { factKey } from "#kernel/fact-key.ts";

let made = 0;
const fact = (change: Record<string, unknown> = {}): Fact => {
  made += 1;
  const { document = `文${made}`, ...rest } = change;
  return Fact.parse({
    id: `f${made}`,
    indicator: "出口总额",
    code: null,
    value: "881.7",
    unit: "亿元",
    approximation: "exact",
    period: "2020H1",
    basis: "cumulative",
    region: "重庆高新区",
    calibre: null,
    yoyPct: null,
    growthBase: null,
    scope: "region",
    kind: "actual",
    status: "accepted",
    revision: "verified",
    recordedAt: "2020-08-01T02:00:00.000Z",
    provenance: [{ source: document, quote: "出口总额881.7亿元", spans: [{ start: 0, end: 11 }], rule: "level", confidence: 0.9 }],
    ...rest,
  });
};
const conflicts = (...changes: readonly Record<string, unknown>[]) => findConflicts(changes.map(fact));

test("同一个事实从两处来，合为一个，两处来源都在；单位不同也认得", () => {
  const joined = joinFacts([fact(), fact({ value: "8817000", unit: "万元" }), fact({ yoyPct: "5.5", growthBase: "last-year" })]);
  expect(joined).toHaveLength(1);
  expect(joined[0]?.fact.yoyPct).toBe("5.5");
  expect(joined[0]?.provenance).toHaveLength(3);
});

test("同一处读了两遍，只算一处", () => {
  expect(joinFacts([fact({ document: "甲" }), fact({ document: "甲" })])[0]?.provenance).toHaveLength(1);
});

test("不同的数值是冲突，两边的来源都在", () => {
  const [conflict, ...more] = conflicts({ document: "甲" }, { value: "871.8", document: "乙" }, { document: "丙" });
  expect(more).toEqual([]);
  expect(conflict?.about).toBe("value");
  expect(conflict?.sides.map(({ value, provenance }) => [value, provenance.map(({ source }) => source)])).toEqual([
    ["881.7", ["甲", "丙"]],
    ["871.8", ["乙"]],
  ]);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  [
    "超200家与203家",
    { indicator: "高新技术企业", value: "200", unit: "家", approximation: "over" },
    { indicator: "高新技术企业", value: "203", unit: "户" },
  ],
  ["882亿与881.7亿是四舍五入", { value: "882" }, {}],
  ["亿元与万元", { value: "8817000", unit: "万元" }, {}],
  ["总额与增速是两个量", { indicator: "出口总额", value: "881.7" }, { indicator: "出口增速", value: "5.5", unit: "%" }],
  ["上半年与一季度", { period: "2020Q1" }, { value: "1" }],
  ["1—6月累计与6月当月", { period: "2020-06", basis: "single" }, { value: "1" }],
  ["重庆高新区与两江新区", { region: "两江新区" }, { value: "1" }],
  ["区属口径与全口径", { calibre: "区属" }, { value: "1" }],
  ["实际与目标", { kind: "target" }, { value: "1" }],
  ["企业与全区", { scope: "company" }, { value: "1" }],
  ["家与家次", { value: "10", unit: "家" }, { value: "20", unit: "家次" }],
  ["元与美元", { value: "10", unit: "亿元" }, { value: "20", unit: "亿美元" }],
  ["否决的不算", { value: "1", status: "rejected" }, {}],
  ["初步数让位于核实数", { value: "880.1", revision: "preliminary" }, {}],
  ["不知时期不下结论", { period: null, value: "1" }, { period: null }],
  ["不同文中不知年份的上半年", { period: "?H1", value: "1" }, { period: "?H1" }],
])("不冲突：%s", (_, left, right) => {
  expect(conflicts(left, right)).toEqual([]);
  expect(conflicts(right, left)).toEqual([]);
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ["超200家与198家", { value: "200", unit: "家", approximation: "over" }, { value: "198", unit: "家" }],
  ["写法不同的同一地区", { region: "重庆 高新区" }, { value: "1" }],
  ["写法不同的同一时期", { period: "2020-01..2020-06" }, { value: "1" }],
  ["没写口径的上半年就是累计", { basis: "unknown" }, { value: "1" }],
  ["同一文中不知年份的上半年", { period: "?H1", document: "甲" }, { period: "?H1", document: "甲", value: "1" }],
  ["编码相同、名称不同", { code: "export", indicator: "外贸出口" }, { code: "export", value: "1" }],
])("冲突：%s", (_, left, right) => {
  expect(conflicts(left, right)).toHaveLength(1);
});

test("数值相同、增速不同也是冲突；与上年末比和与上年同期比不是", () => {
  const growth = { growthBase: "last-year" };
  expect(conflicts({ yoyPct: "5.5", ...growth }, { yoyPct: "6.5", ...growth })).toMatchObject([{ about: "growth" }]);
  expect(conflicts({ yoyPct: "5.5", ...growth }, { yoyPct: "5.46", ...growth })).toEqual([]);
  expect(conflicts({ yoyPct: "5.5", ...growth }, { yoyPct: "6.5", growthBase: "last-year-end" })).toEqual([]);
});

const anyChange = fc.record({
  value: fc.constantFrom("881.7", "882", "871.8", "8817000"),
  unit: fc.constantFrom("亿元", "万元"),
  approximation: fc.constantFrom("exact", "over", "about"),
  yoyPct: fc.constantFrom(null, "5.5"),
  region: fc.constantFrom("重庆高新区", "两江新区"),
  revision: fc.constantFrom("preliminary", "verified"),
});

test("joining loses no place and no fact, and the order of facts changes nothing", () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 8 }), fc.integer(), (changes, seed) => {
      const facts = changes.map(fact);
      const shuffled = [...facts].sort((left, right) => ((seed ^ hash(left.id)) % 97) - ((seed ^ hash(right.id)) % 97));
      const [one, other] = [joinFacts(facts), joinFacts(shuffled)];
      expect(one).toEqual(other);
      expect(one.flatMap(({ ids }) => ids).sort()).toEqual(facts.map(({ id }) => id).sort());
      expect(one.flatMap(({ provenance }) => provenance)).toHaveLength(facts.length);
      for (const joined of one)
        for (const id of joined.ids) expect(factKey(facts.find((candidate) => candidate.id === id) ?? joined.fact)).toBe(joined.key);
      expect(findConflicts(facts).map(({ sides }) => sides)).toEqual(
        expect.arrayContaining(findConflicts(shuffled).map(({ sides }) => sides)),
      );
    }),
  );
});

const hash = (text: string): number => [...text].reduce((total, character) => (total * 31 + character.charCodeAt(0)) % 1_000_003, 7);
