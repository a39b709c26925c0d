import { describe, expect, test } from "vitest";
import { problemOfPassword } from "#kernel/password-policy.ts";

const owner = { username: "zhouheng", name: "周衡" };
const common = new Set(["password", "1q2w3e4r5t", "welcome"]);
const problem = (password: string) => problemOfPassword(password, owner, (word) => common.has(word))?.code;

describe("口令规则", () => {
  test.each([
    ["correct horse battery", "几个词"],
    ["岚州的桥有十七座石拱", "十个汉字"],
    ["Yunling-2026", "不在常见之列"],
    ["password-and-more-than-a-tail", "常见词之外还有很多"],
    ["zhou-heng-2031", "名字被拆开"],
  ])("%s：收（%s）", (password) => {
    expect(problem(password)).toBeUndefined();
  });

  test.each([
    ["九个字还差一个字吧", "password.too-short"],
    ["a".repeat(201), "password.too-long"],
    ["my-ZHOUHENG-secret", "password.holds-username"],
    ["我是周衡的新口令九", "password.too-short"],
    ["我是周衡的新口令九十", "password.holds-name"],
    ["1q2w3e4r5t", "password.common"],
    ["1Q2W3E4R5T", "password.common"],
    ["Password2026!!", "password.common"],
    ["ＰＡＳＳＷＯＲＤ2026", "password.common"],
    ["aaaaaaaaaaaaaaaa", "password.too-simple"],
    ["abababababab", "password.too-simple"],
    ["abcdefghijklm", "password.too-simple"],
    ["0987654321", "password.too-simple"],
    ["qwertyuiopas", "password.too-simple"],
  ])("%s：不收", (password, code) => {
    expect(problem(password)).toBe(code);
  });

  test("单字或两个字母的名字不算", () => {
    expect(problemOfPassword("correct horse battery", { username: "or", name: "马" }, () => false)).toBeUndefined();
  });
});
