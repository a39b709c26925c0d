import { describe, expect, test } from "vitest";
import type { Candidate } from "#domains/chain/contract/placement.ts";
import { enterpriseKey } from "#domains/chain/rules/enterprise-key.ts";
import { exampleChain, place } from "#domains/chain/rules/example-chain.ts";
import { createProposer, LEAST_SCORE, MOST_PROPOSALS } from "#domains/chain/rules/propose-placements.ts";

const propose = createProposer(exampleChain.nodes);
const candidate = (more: Partial<Candidate>): Candidate => ({ name: "岚州某公司", products: [], segments: [], ...more });
const found = (more: Partial<Candidate>) => propose(candidate(more)).map(({ node, score }) => [node.code, score]);

describe("为企业找环节", () => {
  test.each([
    ["什么都不知道", {}, []],
    [
      "只有行业小类：同类的方向都提出",
      { classCode: "C3973" },
      [
        ["IC-M-C", 0.4],
        ["IC-P-A", 0.4],
      ],
    ],
    ["小类不带门类字母也一样", { classCode: "3985" }, [["IC-M-W", 0.4]]],
    ["只同中类：不够", { classCode: "C3989" }, []],
    ["同中类加主营构成：互相印证", { classCode: "C3989", segments: ["车规外延片"] }, [["IC-M-W", 0.55]]],
    ["只同大类：不够", { classCode: "C3910" }, []],
    ["产品词相同", { products: ["外延片"] }, [["IC-M-W", 0.6]]],
    ["产品词相含", { products: ["车规级功率器件"] }, [["IC-M-C", 0.45]]],
    [
      "产品和行业互相印证",
      { classCode: "C3973", products: ["晶圆代工"] },
      [
        ["IC-M-C", 0.76],
        ["IC-P-A", 0.4],
      ],
    ],
    ["主营构成", { segments: ["封装测试"] }, [["IC-P-A", 0.55]]],
    ["环节比方向更具体，方向让位", { products: ["固晶机"] }, [["IC-P-E-1", 0.6]]],
    ["只凭行业代码的环节，让位给说得出产品的方向", { classCode: "C3562", products: ["分选机"] }, [["IC-P-E", 0.76]]],
    ["全角、大小写、空格不影响", { products: [" 固 晶 机 "] }, [["IC-P-E-1", 0.6]]],
    ["一个字的词不算", { products: ["片"] }, []],
    ["长句里碰巧含有短词不算", { products: ["从事各类硅片以外的大宗商品贸易代理仓储"] }, []],
  ] as const)("%s", (_, given, expected) => {
    expect(found(given as Partial<Candidate>)).toEqual(expected);
  });

  test("每条都说得出理由", () => {
    const [best] = propose(candidate({ classCode: "C3973", products: ["晶圆代工"], segments: ["功率器件"] }));
    expect(best?.reasons.map(({ kind, found: what, points }) => [kind, what, points])).toEqual([
      ["class", "C3973", 0.4],
      ["product", "晶圆代工", 0.6],
      ["segment", "功率器件", 0.55],
    ]);
    expect(best?.score).toBe(0.892);
  });

  test("学习到的相似度也是一条理由；不在图谱上的不算", () => {
    const [best] = propose(candidate({}), [
      { node: "IC-P-A", points: 0.5, like: "岚州澜测" },
      { node: "GONE", points: 1, like: "某" },
    ]);
    expect([best?.node.code, best?.score, best?.reasons[0]?.kind]).toEqual(["IC-P-A", 0.5, "learned"]);
  });

  test(`最多 ${MOST_PROPOSALS} 条，都不低于 ${LEAST_SCORE}，产业和领域上不落企业`, () => {
    const many = createProposer([
      place("A", "industry", null, { products: ["电池"] }),
      place("B", "field", "A", { products: ["电池"] }),
      ...["1", "2", "3", "4", "5"].map((one) => place(`B${one}`, "direction", "B", { products: ["电池"] })),
    ]);
    const proposals = many(candidate({ products: ["电池"] }));
    expect(proposals.map(({ node }) => node.code)).toEqual(["B1", "B2", "B3"]);
    expect(proposals.every(({ score }) => score >= LEAST_SCORE)).toBe(true);
  });
});

test.each([
  [{ id: "e1", uscc: "u1", name: "甲" }, "e1"],
  [{ id: null, uscc: "u1", name: "甲" }, "u1"],
  [{ id: null, uscc: null, name: "岚州（云岭）芯曜 有限公司" }, "name:岚州云岭芯曜有限公司"],
  [{ id: null, uscc: null, name: "岚州(云岭)芯曜有限公司" }, "name:岚州云岭芯曜有限公司"],
])("同一家企业一个键 %#", (given, key) => expect(enterpriseKey(given)).toBe(key));
