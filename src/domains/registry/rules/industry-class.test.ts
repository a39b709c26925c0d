import { describe, expect, test } from "vitest";
import { classNameOf, listClasses, readClass } from "#domains/registry/rules/industry-class.ts";

describe("国民经济行业代码（GB/T 4754-2017）", () => {
  test.each([
    ["C3973", "C3973"],
    ["c3973", "C3973"],
    ["3973", "C3973"],
    ["Ｃ39", "C39"],
    ["01", "A01"],
    ["I", "I"],
    ["66", "J66"],
    ["J6632", "J6632"],
  ])("%s 读作 %s", (written, code) => expect(readClass(written)).toEqual({ ok: true, code }));

  test.each([
    ["A3973", "39", "C"],
    ["C65", "65", "I"],
    ["C44", "44", "D"],
    ["B13", "13", "C"],
  ])("%s：大类 %s 属于门类 %s", (written, division, expected) =>
    expect(readClass(written)).toEqual({ ok: false, because: "letter", division, expected }),
  );

  test.each(["C9999", "Z01", "C3", "C39733", "制造业", "", "4"])("“%s”不是行业代码", (written) =>
    expect(readClass(written)).toMatchObject({ ok: false, because: "unknown" }),
  );

  test("门类 20 个、大类 97 个，C 含 13 至 43", () => {
    expect(listClasses(undefined, undefined)).toHaveLength(20);
    const divisions = "ABCDEFGHIJKLMNOPQRST".split("").flatMap((letter) => listClasses(letter, undefined).map((one) => one.code));
    expect(divisions).toHaveLength(97);
    expect(listClasses("C", undefined).map((one) => one.code)).toEqual(Array.from({ length: 31 }, (_, place) => `C${13 + place}`));
    expect(classNameOf("C3973")).toBe("集成电路制造");
    expect(listClasses("C397", undefined).every((one) => one.leaf)).toBe(true);
    expect(listClasses(undefined, "集成电路").map((one) => one.code)).toContain("C3973");
  });
});
