import { describe, expect, test } from "vitest";
import { coreName, nameKey, tidyName } from "#domains/registry/rules/enterprise-name.ts";

describe("企业名称归一", () => {
  test.each([
    ["重庆芯曜微电子有限公司", "重庆芯曜微电子有限公司", "已经规范的不变"],
    [" 重庆 芯曜 微电子 有限公司 ", "重庆芯曜微电子有限公司", "空格"],
    ["重庆芯曜(集团)有限公司", "重庆芯曜（集团）有限公司", "半角括号"],
    ["重庆芯曜【集团】有限公司", "重庆芯曜（集团）有限公司", "方头括号"],
    ["ＴＣＬ科技集团", "TCL科技集团", "全角字母"],
    ["Infineon  Technologies AG", "Infineon Technologies AG", "外文名保留词间空格"],
    ["甲\u200b乙公司", "甲乙公司", "零宽字符"],
    ["看不见\u202e的\u2066公司", "看不见的公司", "改变书写方向的字符"],
    ["\u200b\u202e", "", "只有看不见的字符"],
  ])("%s → %s（%s）", (written, tidy) => expect(tidyName(written)).toBe(tidy));

  test.each([
    ["重庆芯曜微电子有限责任公司", "重庆芯曜微电子有限公司"],
    ["重慶芯曜微電子有限公司", "重庆芯曜微电子有限公司"],
    ["重庆芯曜（集团）有限公司", "重庆芯曜集团有限公司"],
    ["某某股份有限公司", "某某股份公司"],
    ["Ｔｃｌ 科技", "TCL科技"],
  ])("%s 与 %s 是同一个名称", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test("有限公司与股份公司不是同一个名称", () => expect(nameKey("某某有限公司")).not.toBe(nameKey("某某股份有限公司")));

  test.each([
    ["重庆芯曜微电子有限公司", "重庆芯曜微电子"],
    ["某某集团股份有限公司", "某某"],
    ["云岭一号基金（有限合伙）", "云岭一号基金"],
    ["有限公司", "有限公司"],
  ])("%s 的字号部分是 %s", (name, core) => expect(coreName(nameKey(name))).toBe(core));
});
