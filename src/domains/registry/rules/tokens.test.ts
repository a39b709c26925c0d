import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coreName, nameKey } from "#domains/registry/rules/enterprise-name.ts";
import { pairsOf, tokensOf } from "#domains/registry/rules/tokens.ts";

const cut = (phrase: string): readonly string[] => (phrase === "功率半导体" ? ["功率", "半导体"] : [phrase]);

describe("检索词", () => {
  test("名称的相邻两字、产品的词、区划与行业的各级、资质、控制、上市", () => {
    const tokens = tokensOf(
      {
        name: "云岭芯曜有限公司",
        otherNames: ["芯曜电子"],
        products: ["功率半导体"],
        regionCode: "500112",
        classCodes: ["C3973"],
        qualifications: ["high-tech"],
        controller: "private",
        listed: true,
      },
      cut,
    );
    expect([...tokens].sort()).toEqual(
      [
        "云岭",
        "岭芯",
        "芯曜",
        "曜电",
        "电子",
        "=功率半导体",
        "=功率",
        "=半导体",
        "@50",
        "@5001",
        "@500112",
        "#C",
        "#C39",
        "#C397",
        "#C3973",
        "!high-tech",
        "~private",
        "$",
      ].sort(),
    );
  });

  test("名称里任何两个相邻的字都查得到它；法律形式不进索引", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."重庆云岭芯曜微电子智能装备"), minLength: 3, maxLength: 20 }), (words) => {
        const tokens = new Set(tokensOf({ name: `${words}有限公司` }, cut));
        const core = coreName(nameKey(`${words}有限公司`));
        for (let place = 0; place + 2 <= core.length; place += 1)
          for (const pair of pairsOf(core.slice(place, place + 2))) expect(tokens.has(pair)).toBe(true);
        expect(tokens.has("限公")).toBe(false);
      }),
    );
  });

  test("一千个产品也只索引前五十个", () => {
    const products = Array.from({ length: 1000 }, (_, place) => `产品${place}`);
    expect(tokensOf({ name: "甲乙", products }, cut).filter((token) => token.startsWith("=")).length).toBe(50);
  });
});
