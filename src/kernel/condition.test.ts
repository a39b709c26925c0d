import fc from "fast-check";
import { expect, test } from "vitest";
import { CANNOT_SAY, checkCondition, compileCondition, NO, YES } from "#kernel/compile-condition.ts";
import { Condition, inputsOf } from "#kernel/condition.ts";
import { explainCondition, missingInputs, obstacles, sayTest } from "#kernel/explain-condition.ts";
import { type InputFields, type Inputs, prepareInputs } from "#kernel/rule-input.ts";

const label = (zh: string, en: string) => ({ zh, en });
const fields: InputFields = {
  years: { kind: "number", label: label("成立年限", "years since founding"), unit: label("年", " years") },
  revenue: { kind: "number", label: label("营业收入", "revenue"), unit: label("万元", "0,000 CNY") },
  research: { kind: "number", label: label("研发费用", "R&D") },
  dishonest: { kind: "boolean", label: label("失信", "dishonest debtor") },
  district: { kind: "text", label: label("注册地", "district") },
  founded: { kind: "day", label: label("成立日期", "founded on") },
  honours: { kind: "texts", label: label("资质", "honours") },
};

/** 高新技术企业, simplified: one year old, R&D 5/4/3 % by size of revenue, not dishonest. */
const highTech = Condition.parse({
  all: [
    { input: "years", is: "≥", value: "1" },
    {
      any: [
        {
          all: [
            { input: "revenue", is: "≤", value: "5000" },
            { input: "research", is: "≥", value: { percent: "5", of: "revenue" } },
          ],
        },
        {
          all: [
            { input: "revenue", is: ">", value: "5000" },
            { input: "revenue", is: "≤", value: "20000" },
            { input: "research", is: "≥", value: { percent: "4", of: "revenue" } },
          ],
        },
        {
          all: [
            { input: "revenue", is: ">", value: "20000" },
            { input: "research", is: "≥", value: { percent: "3", of: "revenue" } },
          ],
        },
      ],
    },
    { not: { input: "dishonest", is: "=", value: true } },
  ],
});

const good: Inputs = { years: "3", revenue: "5000", research: "250", dishonest: false };
const explained = (inputs: Inputs, condition: Condition = highTech) => explainCondition(condition, fields, inputs);

test.each<[string, Inputs, string]>([
  ["正好5%", good, "yes"],
  ["差一分钱", { ...good, research: "249.9999" }, "no"],
  ["收入再多一点就按4%", { ...good, revenue: "5000.01", research: "200.0004" }, "yes"],
  ["两亿以上按3%", { ...good, revenue: "20000.01", research: "600.0003" }, "yes"],
  ["失信", { ...good, dishonest: true }, "no"],
  ["不知研发费用", { ...good, research: null }, "cannot-say"],
  ["不知研发费用但已失信", { ...good, research: null, dishonest: true }, "no"],
  ["不足一年", { ...good, years: "0.9", research: null }, "no"],
])("高企：%s", (_, inputs, verdict) => {
  expect(explained(inputs).verdict).toBe(verdict);
});

test("缺什么就说缺什么，已有定论的不再要材料", () => {
  expect(missingInputs(explained({ years: "3", revenue: "6000" }))).toEqual(["research", "dishonest"]);
  expect(missingInputs(explained({}))).toEqual(["years", "revenue", "research", "dishonest"]);
  expect(missingInputs(explained({ years: "0" }))).toEqual([]);
});

test("说明列出每一个条件和拦路的条件，并各成一句话", () => {
  const result = explained({ ...good, research: "249", dishonest: true });
  expect(JSON.stringify(result).match(/"kind":"test"/g)).toHaveLength(9);
  const blocking = obstacles(result);
  expect(blocking.map(({ test: { input } }) => input)).toEqual(["research", "revenue", "revenue", "dishonest"]);
  const first = blocking[0];
  if (first === undefined) throw new Error("no obstacle");
  expect(sayTest(first, fields, "zh")).toBe("研发费用应不低于营业收入的5%：不符合（249）");
  expect(sayTest(first, fields, "en")).toBe("R&D must be at least 5% of revenue: no (249)");
});

test.each<[unknown, Inputs, number]>([
  [{ input: "district", is: "in", values: ["曾家镇", "白市驿镇"] }, { district: "曾家镇" }, YES],
  [{ input: "district", is: "not-in", values: ["曾家镇"] }, { district: "曾家镇" }, NO],
  [{ input: "district", is: "≠", value: "曾家镇" }, {}, CANNOT_SAY],
  [{ input: "honours", is: "has", values: ["瞪羚"] }, { honours: ["高企", "瞪羚"] }, YES],
  [{ input: "honours", is: "has-none", values: ["瞪羚"] }, { honours: [] }, YES],
  [{ input: "honours", is: "has", values: ["瞪羚"] }, {}, CANNOT_SAY],
  [{ input: "founded", is: "<", value: "2025-01-01" }, { founded: "2024-12-31" }, YES],
  [{ input: "founded", is: "<", value: "2025-01-01" }, { founded: "2025-01-01" }, NO],
  [{ input: "founded", is: "known" }, {}, NO],
  [{ all: [] }, {}, YES],
  [{ any: [] }, {}, NO],
])("%j 对 %j 得 %i", (condition, inputs, answer) => {
  const row = prepareInputs(fields, inputs);
  if (!row.ok) throw new Error(row.because);
  expect(compileCondition(Condition.parse(condition), fields)(row.value)).toBe(answer);
});

test.each([
  [{ input: "profit", is: "≥", value: "1" }, "rule.unknown-input"],
  [{ input: "constructor", is: "known" }, "rule.unknown-input"],
  [{ input: "research", is: "≥", value: { percent: "3", of: "profit" } }, "rule.unknown-input"],
  [{ input: "district", is: "≥", value: "1" }, "rule.test-does-not-fit"],
  [{ input: "honours", is: "=", value: "1" }, "rule.test-does-not-fit"],
  [{ input: "years", is: "has", values: ["1"] }, "rule.test-does-not-fit"],
  [{ input: "years", is: "≥", value: "many" }, "rule.value-does-not-fit"],
  [{ input: "dishonest", is: "=", value: "no" }, "rule.value-does-not-fit"],
  [{ input: "founded", is: "<", value: "2025-02-30" }, "rule.value-does-not-fit"],
])("条件 %j 编译前就被拒绝：%s", (condition, because) => {
  expect(checkCondition(Condition.parse(condition), fields).map((problem) => problem.because)).toEqual([because]);
  expect(() => compileCondition(Condition.parse(condition), fields)).toThrow("rule.does-not-compile");
});

test.each<[Inputs, boolean]>([
  [{ years: "1e3" }, false],
  [{ years: true }, false],
  [{ years: "0.1234567" }, false],
  [{ founded: "2025-02-30" }, false],
  [{ honours: "高企" }, false],
  [{ years: null, unknown: "x" }, true],
])("输入 %j 合乎类型：%s", (inputs, ok) => {
  expect(prepareInputs(fields, inputs).ok).toBe(ok);
});

test("hostile trees are refused before they exhaust the stack", () => {
  let deep: unknown = { input: "years", is: "known" };
  for (let level = 0; level < 20_000; level += 1) deep = { not: deep };
  expect(Condition.safeParse(deep).success).toBe(false);
  expect(Condition.safeParse({ all: [{ input: "years", is: "≥" }] }).success).toBe(false);
  expect(Condition.safeParse({ all: [], any: [] }).success).toBe(false);
});

const anyTest: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    input: fc.constantFrom("years", "revenue", "research"),
    is: fc.constantFrom("=", "≠", ">", "≥", "<", "≤"),
    value: fc.constantFrom("0", "1", "2"),
  }),
  fc.record({ input: fc.constant("dishonest"), is: fc.constantFrom("=", "≠"), value: fc.boolean() }),
  fc.record({ input: fc.constant("honours"), is: fc.constantFrom("has", "has-none"), values: fc.constant(["a"]) }),
);
const anyCondition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    anyTest,
    fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ not: tie("tree") }),
  ),
})).tree;
const anyInputs: fc.Arbitrary<Inputs> = fc.record({
  years: fc.constantFrom("0", "1", "2", null),
  revenue: fc.constantFrom("0", "1", "2", null),
  research: fc.constantFrom("0", "1", "2", null),
  dishonest: fc.constantFrom(true, false, null),
  honours: fc.constantFrom(["a"], ["b"], null),
});

test("explanation and batch agree, a missing input never decides, and filling what is missing decides", () => {
  fc.assert(
    fc.property(anyCondition, anyInputs, anyInputs, (condition, inputs, more) => {
      const row = prepareInputs(fields, inputs);
      if (!row.ok) throw new Error(row.because);
      const result = explained(inputs, condition);
      expect({ yes: YES, no: NO, "cannot-say": CANNOT_SAY }[result.verdict]).toBe(compileCondition(condition, fields)(row.value));
      expect(missingInputs(result).length > 0).toBe(result.verdict === "cannot-say");
      const filled = { ...more, ...Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null)) };
      if (result.verdict !== "cannot-say") expect(explained(filled, condition).verdict).toBe(result.verdict);
      else if (inputsOf(condition).every((name) => filled[name] !== null))
        expect(explained(filled, condition).verdict).not.toBe("cannot-say");
      expect(obstacles(result).length > 0 || result.verdict === "yes" || isEmptyChoice(condition)).toBe(true);
    }),
  );
});

/** An empty any has no test that could be named as an obstacle. */
const isEmptyChoice = (condition: Condition): boolean =>
  JSON.stringify(condition).includes('"any":[]') || JSON.stringify(condition).includes('"all":[]');

test("sizes beyond the safe integers are compared exactly", () => {
  const rich: Inputs = { revenue: "9007199254740993", research: "450359962737049.65" };
  const share = (percent: string): Condition => ({ input: "research", is: "≥", value: { percent, of: "revenue" } });
  expect(explained(rich, share("5")).verdict).toBe("yes");
  expect(explained(rich, share("5.000001")).verdict).toBe("no");
  expect(explained({ revenue: "9007199254740993" }, { input: "revenue", is: ">", value: "9007199254740992" }).verdict).toBe("yes");
  expect(explained({ revenue: "9007199254740993" }, { input: "revenue", is: "=", value: "9007199254740993.0" }).verdict).toBe("yes");
});
