import { describe, expect, test } from "vitest";
import { MatterField } from "#domains/approvals/contract/matter.ts";
import { answersOf, typedOf } from "#domains/approvals/web/form-answers.ts";

const field = (key: string, kind: MatterField["kind"]) => MatterField.parse({ key, kind, label: { zh: key, en: key } });
const fields = [field("area", "number"), field("hazard", "boolean"), field("begin", "day"), field("use", "text")];

describe("申请表的填写", () => {
  test("数字、是否各成其类，空的不写，多余的不带", () => {
    expect(answersOf(fields, { area: " 1200.5 ", hazard: "false", begin: "", use: "厂房", gone: "x" })).toEqual({
      area: 1200.5,
      hazard: false,
      use: "厂房",
    });
  });

  test("不是数字的照原样送去，由服务器说明哪里不对", () => {
    expect(answersOf(fields, { area: "一千" })).toEqual({ area: "一千" });
  });

  test("存下的内容可以放回表里再改", () => {
    const answers = { area: 1200, hazard: true, use: "厂房" };
    expect(answersOf(fields, typedOf(answers))).toEqual(answers);
  });
});
