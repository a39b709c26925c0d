import { describe, expect, test } from "vitest";
import type { Matter, MatterField } from "#domains/approvals/contract/matter.ts";
import { type MatterProblemCode, matterProblemTexts } from "#domains/approvals/contract/matter-texts.ts";
import { checkMatter, type MatterSurroundings } from "#domains/approvals/rules/check-matter.ts";
import { exampleMaterial, exampleMatter, exampleNode } from "#domains/approvals/rules/example-matter.ts";

const around: MatterSurroundings = {
  matters: new Map([
    ["land-opinion", { hasResult: true }],
    ["seal", { hasResult: false }],
  ]),
  departments: new Set(["行政审批局", "建设管理局"]),
};
const codesOf = (given: Partial<Matter>) => checkMatter(exampleMatter("permit", given), around).problems.map(({ code }) => code);
const warningsOf = (given: Partial<Matter>) => checkMatter(exampleMatter("permit", given), around).warnings.map(({ code }) => code);
const field = (key: string, kind: MatterField["kind"], required = false): MatterField => ({
  key,
  label: { zh: key, en: key },
  kind,
  required,
  choices: [],
});
const workdays = (length: number) => ({ length, unit: "workday" as const, source: "法" });
const days = (length: number) => ({ length, unit: "day" as const, source: "法" });
const pause = { reason: "听证", most: 20, source: "法" };
const whenSpecial = { input: "special", is: "=" as const, value: true };

const refused: readonly (readonly [string, Partial<Matter>, MatterProblemCode])[] = [
  ["材料编号重复", { materials: [exampleMaterial("plan"), exampleMaterial("plan")] }, "matter.key-twice"],
  ["表单项编号重复", { form: [field("area", "number"), field("area", "text")] }, "matter.key-twice"],
  ["审查环节编号重复", { reviews: [exampleNode("fire"), exampleNode("fire")] }, "matter.key-twice"],
  ["前置环节不存在", { reviews: [exampleNode("fire", ["plan"])] }, "matter.unknown-after"],
  ["环节等待自己", { reviews: [exampleNode("fire", ["fire"])] }, "matter.cycle"],
  ["三个环节循环等待", { reviews: [exampleNode("a", ["c"]), exampleNode("b", ["a"]), exampleNode("c", ["b"])] }, "matter.cycle"],
  ["承诺时限长于法定时限", { promised: workdays(21) }, "matter.promise-too-long"],
  ["承诺6个工作日长于法定7天", { legal: days(7), promised: workdays(6) }, "matter.promise-too-long"],
  ["环节时限长于法定时限", { reviews: [exampleNode("fire", [], { limit: workdays(21) })] }, "matter.node-too-long"],
  ["高风险事项的承诺", { highRisk: true, materials: [exampleMaterial("a", { byCommitment: true })] }, "matter.commitment-at-risk"],
  ["必要材料全部容缺", { materials: [exampleMaterial("a", { deferrable: true })] }, "matter.deferred-and-main"],
  ["有条件材料没有条件", { materials: [exampleMaterial("a", { need: "conditional" })] }, "matter.condition-missing"],
  [
    "必要材料却有条件",
    { form: [field("special", "boolean")], materials: [exampleMaterial("a", { when: whenSpecial })] },
    "matter.condition-idle",
  ],
  ["条件问到表单里没有的", { materials: [exampleMaterial("a", { need: "conditional", when: whenSpecial })] }, "matter.condition-bad"],
  [
    "条件与表单项类型不符",
    { form: [field("special", "text")], materials: [exampleMaterial("a", { need: "conditional", when: whenSpecial })] },
    "matter.condition-bad",
  ],
  ["材料引用自己的结果", { materials: [exampleMaterial("a", { resultOf: "permit" })] }, "matter.reuses-itself"],
  ["选择项没有可选的值", { form: [field("kind", "choice")] }, "matter.choices-missing"],
  ["中止原因重复", { pauses: [pause, pause] }, "matter.pause-twice"],
  ["延续事项没有有效期", { kind: "renewal", form: [field("valid-until", "day", true)] }, "matter.renewal-without-term"],
  [
    "延续事项的表单不问有效期至",
    { kind: "renewal", result: { name: { zh: "证", en: "licence" }, validMonths: 48 } },
    "matter.renewal-without-expiry",
  ],
  [
    "主办部门自己逾期视为无意见",
    { reviews: [exampleNode("own", [], { department: "行政审批局", silence: "no-objection" })] },
    "matter.silence-same-department",
  ],
];

describe("事项检查", () => {
  test.each(refused)("%s：拒绝，并且只因这一条", (_, given, code) => {
    expect(new Set(codesOf(given))).toEqual(new Set([code]));
  });

  test("每一种拒绝都有一例", () => {
    const named = new Set(refused.map(([, , code]) => code));
    const warnings = ["matter.unknown-result", "matter.no-result-there", "matter.unknown-department"];
    const all = Object.keys(matterProblemTexts).filter((code) => code.startsWith("matter.") && !warnings.includes(code));
    expect(all.filter((code) => !named.has(code as MatterProblemCode))).toEqual([]);
  });

  const fine: readonly (readonly [string, Partial<Matter>])[] = [
    ["没有审查环节", {}],
    ["并联后汇合", { reviews: [exampleNode("a"), exampleNode("b"), exampleNode("c", ["a", "b"])] }],
    ["菱形不是循环", { reviews: [exampleNode("a"), exampleNode("b", ["a"]), exampleNode("c", ["a"]), exampleNode("d", ["b", "c"])] }],
    ["承诺等于法定", { promised: workdays(20) }],
    ["承诺5个工作日等于法定7天", { legal: days(7), promised: workdays(5) }],
    ["没有承诺时限", { promised: null }],
    ["一般风险的承诺", { materials: [exampleMaterial("a", { byCommitment: true })] }],
    ["次要材料容缺", { materials: [exampleMaterial("a"), exampleMaterial("b", { deferrable: true })] }],
    [
      "有条件材料按表单判断",
      { form: [field("special", "boolean")], materials: [exampleMaterial("a", { need: "conditional", when: whenSpecial })] },
    ],
    [
      "延续事项",
      {
        kind: "renewal",
        form: [field("valid-until", "day", true)],
        result: { name: { zh: "证", en: "licence" }, validMonths: 48 },
      },
    ],
    ["协办部门逾期视为无意见", { reviews: [exampleNode("a", [], { silence: "no-objection" })] }],
  ];
  test.each(fine)("%s：成立", (_, given) => {
    expect(codesOf(given)).toEqual([]);
  });

  test("循环按等待的次序点出环节名", () => {
    const { problems } = checkMatter(
      exampleMatter("permit", { reviews: [exampleNode("a", ["b"]), exampleNode("b", ["a"]), exampleNode("x")] }),
      around,
    );
    expect(problems.map(({ text }) => text.zh)).toEqual(["审查环节互相等待，成了循环：环节a → 环节b → 环节a。"]);
  });

  test.each([
    ["引用尚未登记的事项", { materials: [exampleMaterial("a", { resultOf: "nothing-yet" })] }, ["matter.unknown-result"]],
    ["引用不出结果的事项", { materials: [exampleMaterial("a", { resultOf: "seal" })] }, ["matter.no-result-there"]],
    ["引用已登记的事项", { materials: [exampleMaterial("a", { resultOf: "land-opinion" })] }, []],
    ["部门不在名单", { department: "没有的局" }, ["matter.unknown-department"]],
    ["协办部门不在名单", { reviews: [exampleNode("a", [], { department: "没有的局" })] }, ["matter.unknown-department"]],
  ] as const)("%s：成立，给出提醒", (_, given, warnings) => {
    expect(codesOf(given as Partial<Matter>)).toEqual([]);
    expect(warningsOf(given as Partial<Matter>)).toEqual(warnings);
  });
});
