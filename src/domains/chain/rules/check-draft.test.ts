import { describe, expect, test } from "vitest";
import { checkDraft, materialCycles } from "#domains/chain/rules/check-draft.ts";
import { exampleChain, flow, place } from "#domains/chain/rules/example-chain.ts";

const codes = (content: Parameters<typeof checkDraft>[0]) => checkDraft(content).map(({ severity, code, node }) => [severity, code, node]);
const { nodes, edges } = exampleChain;

describe("草稿核对", () => {
  test("无误的草稿没有话说", () => expect(checkDraft(exampleChain)).toEqual([]));

  test.each([
    ["没有上级", [...nodes, place("X", "field", null)], "draft.no-parent"],
    ["上级不存在", [...nodes, place("X", "field", "NOWHERE")], "draft.parent-missing"],
    ["产业有上级", [...nodes, place("X", "industry", "IC")], "draft.industry-with-parent"],
    ["层级不对：方向直接在产业下", [...nodes, place("X", "direction", "IC", { products: ["词"] })], "draft.wrong-level"],
    ["层级不对：环节在环节下", [...nodes, place("X", "node", "IC-P-E-1")], "draft.wrong-level"],
    ["自己作自己的上级", [...nodes, place("X", "node", "X")], "draft.wrong-level"],
  ] as const)("%s", (_, given, code) => {
    expect(codes({ nodes: [...given], edges: [...edges] })).toEqual([["error", code, "X"]]);
  });

  test("代码重复", () => {
    expect(codes({ nodes: [...nodes, place("IC-M", "field", "IC", { name: "制造二" })], edges })).toContainEqual([
      "error",
      "draft.code-twice",
      "IC-M",
    ]);
  });

  test("同一上级下同名只是提醒，不同上级下同名没有话说", () => {
    expect(codes({ nodes: [...nodes, place("X", "field", "IC", { name: "封测" })], edges })).toEqual([
      ["warning", "draft.name-twice", "X"],
    ]);
    expect(codes({ nodes: [...nodes, place("X", "direction", "IC-P", { name: "硅片", products: ["硅片"] })], edges })).toEqual([]);
  });

  test("方向没有行业代码和产品词，提不出企业", () => {
    expect(codes({ nodes: [...nodes, place("X", "direction", "IC-P")], edges })).toEqual([["warning", "draft.nothing-to-match", "X"]]);
  });

  test("关系的一端不存在，或两端相同", () => {
    expect(codes({ nodes, edges: [...edges, flow("IC-M-W", "NOWHERE")] })).toEqual([["error", "draft.edge-end-missing", null]]);
    expect(codes({ nodes, edges: [...edges, flow("IC-M-W", "IC-M-W")] })).toEqual([["error", "draft.edge-to-itself", "IC-M-W"]]);
  });

  test("错误在前，提醒在后；句子说明哪里、什么、应为什么", () => {
    const problems = checkDraft({
      nodes: [...nodes, place("Y", "direction", "IC-P"), place("X", "direction", "IC", { name: "光刻胶", products: ["光刻胶"] })],
      edges,
    });
    expect(problems.map(({ severity }) => severity)).toEqual(["error", "warning"]);
    expect(problems[0]?.text).toEqual({
      zh: "“光刻胶”（X）是产业方向，上级“集成电路”却是主导产业：应为细分领域",
      en: "“光刻胶” (X) is of level “Direction” but stands under “集成电路” of level “Leading industry”: “Field” was expected",
    });
  });
});

describe("材料关系成环", () => {
  test.each([
    ["直线不成环", [flow("a", "b"), flow("b", "c"), flow("a", "c")], []],
    ["两个互为上游", [flow("a", "b"), flow("b", "a")], [["a", "b"]]],
    ["三个成环，外面的不算", [flow("x", "a"), flow("a", "b"), flow("b", "c"), flow("c", "a")], [["a", "b", "c"]]],
    ["设备关系成环不管", [flow("a", "b", { kind: "equipment" }), flow("b", "a", { kind: "equipment" })], []],
    ["环里有一条不是材料", [flow("a", "b"), flow("b", "a", { kind: "service" })], []],
    [
      "两个环",
      [flow("a", "b"), flow("b", "a"), flow("b", "c"), flow("c", "b")],
      [
        ["a", "b"],
        ["b", "c"],
      ],
    ],
  ] as const)("%s", (_, given, expected) => {
    expect(materialCycles([...given])).toEqual(expected);
  });

  test("万节长链不溢出", () => {
    const long = Array.from({ length: 20_000 }, (_, one) => flow(`n${one}`, `n${one + 1}`));
    expect(materialCycles(long)).toEqual([]);
    expect(materialCycles([...long, flow("n20000", "n0")])).toHaveLength(1);
  });

  test("成环是提醒，写出环上的名称，仍可提交", () => {
    const problems = checkDraft({ nodes, edges: [...edges, flow("IC-M-C", "IC-M-W")] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: "warning", code: "draft.material-cycle" });
    expect(problems[0]?.text.zh).toContain("硅片 → 晶圆制造 → 硅片");
  });
});

test("不在行业分类里的代码是提醒，说明是哪个环节的哪个代码", () => {
  const [first, ...others] = exampleChain.nodes;
  const nodes = [{ ...first, classCodes: ["C3973", "A3973"] }, ...others] as typeof exampleChain.nodes;
  const problems = checkDraft({ ...exampleChain, nodes }, (code) => code === "C3973" || !code.startsWith("A"));
  expect(problems).toMatchObject([{ severity: "warning", code: "draft.no-such-class", node: first?.code }]);
  expect(problems[0]?.text.zh).toContain("“A3973”不在 GB/T 4754-2017 里");
});
