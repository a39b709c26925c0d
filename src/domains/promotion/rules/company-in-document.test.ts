import { describe, expect, test } from "vitest";
import { spellingsOf } from "#domains/promotion/rules/company-in-document.ts";

const HENGYI = "岚州恒屹储能科技有限公司";

describe("文件里的企业名称", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["全称", HENGYI, [], [HENGYI]],
    ["全称前写了园区", `云岭高新区${HENGYI}`, [], [`云岭高新区${HENGYI}`, HENGYI]],
    ["简称，文中另有全称", "恒屹", ["岚州海关", HENGYI], ["恒屹", HENGYI]],
    ["简称，全称前写了园区，同一家", "恒屹储能", [HENGYI, `云岭高新区${HENGYI}`], ["恒屹储能", HENGYI]],
    ["两家都叫这个简称，不猜", "恒屹", [HENGYI, "重庆恒屹物流有限公司"], ["恒屹"]],
    ["文中没有全称", "江屿重工", [HENGYI], ["江屿重工"]],
    ["简称只在后半截出现，不是字号", "储能科技", ["江苏省南京市江宁区恒屹储能科技有限公司"], ["储能科技"]],
    ["园区自己的名字不去掉", "云岭高新区开发有限公司", [], ["云岭高新区开发有限公司"]],
  ])("%s", (_, company, beside, expected) => expect(spellingsOf(company, beside)).toEqual(expected));

  test("一个字不是简称", () => expect(spellingsOf("恒", [HENGYI])).toEqual(["恒"]));
});
