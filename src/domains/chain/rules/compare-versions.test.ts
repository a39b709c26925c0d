import { expect, test } from "vitest";
import { compareVersions } from "#domains/chain/rules/compare-versions.ts";
import { exampleChain, flow, place } from "#domains/chain/rules/example-chain.ts";

test("同一版本没有差别", () => {
  const { nodes, edges, counts } = compareVersions(exampleChain, exampleChain);
  expect([nodes, edges]).toEqual([[], []]);
  expect(counts.before).toEqual({ industry: 1, field: 2, direction: 4, node: 1 });
});

test("增、删、移、改名、改说明与关系的增删改，各是各的", () => {
  const after = {
    nodes: [
      ...exampleChain.nodes
        .filter(({ code }) => code !== "IC-P-E-1")
        .map((node) =>
          node.code === "IC-P-E"
            ? { ...node, parent: "IC-M", name: "半导体设备" }
            : node.code === "IC-M-W"
              ? { ...node, products: [...node.products, "抛光片"] }
              : node,
        ),
      place("IC-D", "field", "IC", { name: "设计" }),
    ],
    edges: [
      flow("IC-M-W", "IC-M-C", { strength: "strong" }),
      flow("IC-M-C", "IC-P-A", { kind: "component" }),
      flow("IC-P-E", "IC-M-C", { kind: "equipment" }),
    ],
  };
  const { nodes, edges } = compareVersions(exampleChain, after);
  expect(nodes.map(({ code, change, before, after: now }) => [code, change, before, now])).toEqual([
    ["IC-M-W", "redescribed", "硅片", "硅片"],
    ["IC-P-E", "moved", "封测", "制造"],
    ["IC-P-E", "renamed", "封测设备", "半导体设备"],
    ["IC-D", "added", null, "设计"],
    ["IC-P-E-1", "removed", "固晶机", null],
  ]);
  expect(edges).toEqual([
    { from: "IC-M-W", to: "IC-M-C", kind: "material", change: "restated" },
    { from: "IC-P-E", to: "IC-M-C", kind: "equipment", change: "added" },
    { from: "IC-P-E", to: "IC-P-A", kind: "equipment", change: "removed" },
  ]);
});

test("词的次序不算改动", () => {
  const after = { ...exampleChain, nodes: exampleChain.nodes.map((node) => ({ ...node, products: node.products.toReversed() })) };
  expect(compareVersions(exampleChain, after).nodes).toEqual([]);
});
