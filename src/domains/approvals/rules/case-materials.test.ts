import { describe, expect, test } from "vitest";
import type { MatterField } from "#domains/approvals/contract/matter.ts";
import type { Piece } from "#domains/approvals/rules/case-course.ts";
import { checkForm, missingMaterials, readMaterials } from "#domains/approvals/rules/case-materials.ts";
import { exampleMaterial, exampleMatter } from "#domains/approvals/rules/example-matter.ts";
import { localDate } from "#kernel/local-date.ts";

const field = (key: string, kind: MatterField["kind"], given: Partial<MatterField> = {}): MatterField => ({
  key,
  label: { zh: key, en: key },
  kind,
  required: false,
  choices: [],
  ...given,
});
const form = [
  field("area", "number", { required: true }),
  field("leased", "boolean"),
  field("until", "day"),
  field("branch", "choice", { choices: ["餐饮", "零售"] }),
  field("name", "text"),
];
const materials = [
  exampleMaterial("application"),
  exampleMaterial("large", { need: "conditional", when: { input: "area", is: "≥", value: "1000" } }),
  exampleMaterial("lease", { need: "conditional", when: { input: "leased", is: "=", value: true } }),
  exampleMaterial("kitchen", { need: "conditional", when: { input: "branch", is: "in", values: ["餐饮"] } }),
];
const matter = exampleMatter("shop", { form, materials });
const piece = (key: string, how: Piece["how"] = "provided", on = "2026-03-02"): Piece => ({ key, how, on: localDate(on) });
const states = (answers: Record<string, string | boolean | number>, pieces: readonly Piece[] = []) =>
  readMaterials({ matter, form: answers, pieces }).map(({ state }) => state);

describe("材料随表单", () => {
  test.each([
    [{ area: 999, leased: false, branch: "零售" }, ["missing", "not-needed", "not-needed", "not-needed"]],
    [{ area: 1000, leased: false, branch: "零售" }, ["missing", "missing", "not-needed", "not-needed"]],
    [{ area: "1000.5", leased: true, branch: "餐饮" }, ["missing", "missing", "missing", "missing"]],
  ])("%j", (answers, expected) => expect(states(answers)).toEqual(expected));

  test("没有回答的先按需要：宁可多列，不作第二次告知", () => {
    expect(states({})).toEqual(["missing", "missing", "missing", "missing"]);
    expect(states({ area: "很大", leased: false })).toEqual(["missing", "missing", "missing", "missing"]);
  });

  test("同一材料以最后一次为准：先容缺、后补交", () => {
    expect(states({ area: 1, leased: false, branch: "零售" }, [piece("application", "deferred"), piece("application")])[0]).toBe(
      "provided",
    );
    expect(states({ area: 1, leased: false, branch: "零售" }, [piece("application"), piece("application", "commitment")])[0]).toBe(
      "commitment",
    );
  });

  test("缺的按事项的次序列出；承诺、容缺、复用都算到位", () => {
    const missing = (pieces: readonly Piece[]) => missingMaterials({ matter, form: { area: 2000, leased: true, branch: "餐饮" }, pieces });
    expect(missing([piece("large")]).map(({ key }) => key)).toEqual(["application", "lease", "kitchen"]);
    expect(missing([piece("application", "reused"), piece("large"), piece("lease", "commitment"), piece("kitchen", "deferred")])).toEqual(
      [],
    );
  });

  test("高风险事项没有一份材料适用告知承诺", () => {
    const promised = [exampleMaterial("proof", { byCommitment: true })];
    const read = (highRisk: boolean) =>
      readMaterials({ matter: exampleMatter("x", { highRisk, materials: promised }), form: {}, pieces: [] })[0]?.byCommitment;
    expect([read(false), read(true)]).toEqual([true, false]);
  });
});

describe("表单", () => {
  test.each([
    [{ area: 12 }, []],
    [{ area: "12.5" }, []],
    [{}, ["missing area"]],
    [{ area: "" }, ["missing area"]],
    [{ area: "12平米" }, ["form-kind area"]],
    [{ area: true }, ["form-kind area"]],
    [{ area: 1, leased: "是" }, ["form-kind leased"]],
    [{ area: 1, until: "2026-02-30" }, ["form-kind until"]],
    [{ area: 1, branch: "旅馆" }, ["form-choice branch"]],
    [{ area: 1, name: 5 }, ["form-kind name"]],
    [{ area: 1, colour: "红" }, ["form-unknown colour"]],
  ])("%j", (answers, expected) =>
    expect(checkForm(form, answers as never, true).map(({ because, key }) => `${because} ${key}`)).toEqual(expected),
  );

  test("草稿可以缺必填项", () => expect(checkForm(form, {}, false)).toEqual([]));
});
