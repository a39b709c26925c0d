import { expect, test } from "vitest";
import { z } from "zod";
import { sayProblems } from "#kernel/input-problems.ts";
import { LocalDate } from "#kernel/local-date.ts";

const schema = z.strictObject({
  region: z.string().min(2),
  limit: z.number().int().max(200),
  state: z.enum(["DRAFT", "PUBLISHED"]),
  from: LocalDate,
});
const said = (input: unknown) => {
  const result = schema.safeParse(input);
  return result.success ? "" : sayProblems(result.error, "zh");
};

test.each([
  [{ limit: 1, state: "DRAFT", from: "2026-01-01" }, "缺少“region”"],
  [{ region: "云岭", limit: "x", state: "DRAFT", from: "2026-01-01" }, "“limit”应为数字"],
  [{ region: "云", limit: 1, state: "DRAFT", from: "2026-01-01" }, "“region”过短或过小（至少 2）"],
  [{ region: "云岭", limit: 999, state: "DRAFT", from: "2026-01-01" }, "“limit”过长或过大（最多 200）"],
  [{ region: "云岭", limit: 1, state: "OPEN", from: "2026-01-01" }, "“state”只能是：DRAFT、PUBLISHED"],
  [{ region: "云岭", limit: 1, state: "DRAFT", from: "2026-02-30" }, "“from”应为日期，如 2026-06-30"],
  [{ region: "云岭", limit: 1, state: "DRAFT", from: "2026-01-01", more: 1 }, "不认识的字段：more"],
  [{ region: "云岭", limit: 1.5, state: "DRAFT", from: "2026-01-01" }, "“limit”应为整数"],
])("%j 说成：%s", (input, sentence) => {
  expect(said(input)).toBe(sentence);
});

test("模式自己的代码用它的句子说，哪一栏写在前面；英文的也是", () => {
  const even = z.object({ rule: z.object({ silence: z.string().refine(() => false, { error: "projects.some-code" }) }) });
  const texts = { "projects.some-code": { zh: "应为偶数。", en: "An even number was expected." } };
  const { error } = even.safeParse({ rule: { silence: "x" } });
  if (error === undefined) throw new Error("accepted");
  expect(sayProblems(error, "zh", texts)).toBe("“rule.silence”：应为偶数");
  expect(sayProblems(error, "en", texts)).toBe("“rule.silence”: An even number was expected");
  expect(sayProblems(error, "zh")).toBe("“rule.silence”的格式不对");
});

test.each([
  [z.record(z.string(), z.string()), [], "“·”应为一组字段"],
  [z.object({ a: z.null() }), { a: 1 }, "“a”应为空值"],
  [z.object({ a: z.tuple([z.string()]) }), { a: "x" }, "“a”应为列表"],
  [z.object({ a: z.map(z.string(), z.string()) }), { a: 1 }, "“a”应为别的形式"],
  [z.object({ a: z.union([z.string(), z.number()]) }), { a: null }, "“a”的格式不对"],
  [z.object({ a: z.uuid() }), { a: "x" }, "“a”的格式不对"],
] as const)("中文句子里没有校验器的英文：%#", (given, input, sentence) => {
  const result = given.safeParse(input);
  expect(result.success ? "" : sayProblems(result.error, "zh")).toBe(sentence);
});
