import { describe, expect, test } from "vitest";
import { exampleChain, flow, place } from "#domains/chain/rules/example-chain.ts";
import { mergeContent } from "#domains/chain/rules/merge-content.ts";
import { readCandidateRow, readEdgeRow, readNodeRow } from "#domains/chain/rules/read-graph-rows.ts";

const told = <Item>(items: readonly Item[]) => items.map((item, place) => ({ row: place + 2, item }));
const EMPTY = { nodes: [], edges: [] };

describe("导入：坏行单独拒绝", () => {
  test("行的次序无所谓：下级可以先于上级", () => {
    const { content, refused } = mergeContent(EMPTY, told(exampleChain.nodes.toReversed()), told(exampleChain.edges));
    expect(refused).toEqual([]);
    expect([content.nodes.length, content.edges.length]).toEqual([8, 3]);
  });

  test("上级被拒绝，挂在下面的也被拒绝；别的照收", () => {
    const { content, refused } = mergeContent(
      EMPTY,
      told([place("A", "industry", null), place("B", "field", "NOWHERE"), place("C", "direction", "B"), place("D", "field", "A")]),
      told([flow("A", "D"), flow("C", "D")]),
    );
    expect(content.nodes.map(({ code }) => code)).toEqual(["A", "D"]);
    expect(content.edges.map(({ from }) => from)).toEqual(["A"]);
    expect(refused.map(({ table, row }) => [table, row])).toEqual([
      ["nodes", 3],
      ["nodes", 4],
      ["edges", 3],
    ]);
    expect(refused[0]?.problem.zh).toBe("第 3 行：“环节B”（B）的上级代码“NOWHERE”不存在：应为本版本中的一个主导产业。");
    expect(refused[2]?.problem.en).toContain("“C”, an end of");
  });

  test("代码重复的第二行拒绝，说明与哪一行重复", () => {
    const { refused } = mergeContent(EMPTY, told([place("A", "industry", null), place("A", "industry", null)]), []);
    expect(refused.map(({ row, problem }) => [row, problem.zh])).toEqual([[3, "第 3 行：代码“A”与第 2 行重复，每个代码只能有一行。"]]);
  });

  test("已有的代码改写，次序不变；新的排在后面", () => {
    const { content } = mergeContent(
      exampleChain,
      told([place("IC-Z", "field", "IC", { name: "设计" }), place("IC-M", "field", "IC", { name: "晶圆" })]),
      told([flow("IC-M-W", "IC-M-C", { strength: "strong" })]),
    );
    expect(content.nodes.map(({ code }) => code)).toEqual([...exampleChain.nodes.map(({ code }) => code), "IC-Z"]);
    expect(content.nodes[1]?.name).toBe("晶圆");
    expect(content.edges).toHaveLength(3);
    expect(content.edges[0]?.strength).toBe("strong");
  });
});

describe("读一行", () => {
  const cells = (given: Record<string, string>) => Object.fromEntries(Object.entries(given).map(([key, text]) => [key, { text }]));
  test("环节：中文或英文的层级，多个代码和词", () => {
    expect(
      readNodeRow(
        2,
        cells({ code: "IC-1", level: "方向", name: "硅片", parent: "IC", classes: "c3985、3973", products: "硅片，外延片；硅片" }),
      ),
    ).toEqual({
      ok: true,
      value: {
        code: "IC-1",
        level: "direction",
        name: "硅片",
        parent: "IC",
        nameEn: "",
        classCodes: ["C3985", "3973"],
        products: ["硅片", "外延片"],
        note: "",
      },
    });
    expect(readNodeRow(2, cells({ code: "IC", level: "Leading industry", name: "集成电路" }))).toMatchObject({
      ok: true,
      value: { parent: null },
    });
  });

  test("坏单元格各说一句：哪行哪列、什么、应为什么", () => {
    const reading = readNodeRow(7, cells({ code: "带空 格", level: "行业", name: "", classes: "Z99" }));
    expect(reading.ok ? [] : reading.problems.map(({ zh }) => zh)).toEqual([
      "第 7 行“代码”列：“带空 格”不符合要求，应为字母、数字、点、横线，40 字以内，各版本不变",
      "第 7 行“层级”列：“行业”不符合要求，应为主导产业、细分领域、产业方向、产业环节之一",
      "第 7 行“名称”列：没有填写，应为1 至 60 字",
      "第 7 行“行业代码”列：“Z99”不符合要求，应为GB/T 4754-2017 代码，如 C3972，多个用“、”分隔",
    ]);
  });

  test("关系：类型按词，证据强度可不填", () => {
    expect(readEdgeRow(2, cells({ from: "a", to: "b", kind: "设备" }))).toEqual({
      ok: true,
      value: { from: "a", to: "b", kind: "equipment", strength: "weak", evidence: "" },
    });
    expect(readEdgeRow(2, cells({ from: "a", to: "b", kind: "材料", strength: "中" }))).toMatchObject({
      ok: true,
      value: { strength: "medium" },
    });
    expect(readEdgeRow(2, cells({ from: "a", to: "b", kind: "别的" })).ok).toBe(false);
  });

  test("企业名单：信用代码要过校验", () => {
    expect(readCandidateRow(2, cells({ name: "某公司", uscc: "91350100M000100Y43", products: "硅片；外延片" }))).toMatchObject({
      ok: true,
      value: { uscc: "91350100M000100Y43", products: ["硅片", "外延片"] },
    });
    expect(readCandidateRow(2, cells({ name: "某公司", uscc: "91350100M000100Y4Z" })).ok).toBe(false);
  });
});
