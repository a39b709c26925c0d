import { expect, test } from "vitest";
import { findPolicies } from "#domains/intelligence/rules/entities/policies/find-policies.ts";
import { MappedText } from "#domains/intelligence/rules/mapped-text.ts";

function policiesIn(text: string) {
  const article = { index: 0, title: "", region: null, published: null, medium: null, text: MappedText.of(text), bodyStart: 0 };
  return findPolicies(article, { original: text, articles: [article], cuts: [] }).map(({ name, amountYuan, quote }) => ({
    name,
    amountYuan,
    quote,
  }));
}

test("the measure named before gives the amount its name", () => {
  expect(policiesIn("印发《促进软件业发展八条措施》,对新获评的企业一次性奖励最高可达80.5万元。")).toEqual([
    { name: "促进软件业发展八条措施对新获评的企业一次性奖励", amountYuan: "805000", quote: "一次性奖励最高可达80.5万元" },
  ]);
});

test("money before its name", () => {
  expect(policiesIn("区里设立总规模12亿元的新材料引导基金,发放300万元消费券。")).toEqual([
    { name: "新材料引导基金", amountYuan: "1200000000", quote: "12亿元的新材料引导基金" },
    { name: "消费券", amountYuan: "3000000", quote: "300万元消费券" },
  ]);
});

test("a measure without money has no amount; a book has none at all", () => {
  expect(policiesIn("区里出台《人才安居实施细则》,干部读《红楼梦》。")).toEqual([
    { name: "人才安居实施细则", amountYuan: null, quote: "《人才安居实施细则》" },
  ]);
});

test("output is no public money", () => {
  expect(policiesIn("工业总产值1023亿元,合同投资额514亿元。")).toEqual([]);
});
