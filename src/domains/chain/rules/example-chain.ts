import type { ChainContent, ChainEdge, ChainLevel, ChainNode } from "#domains/chain/contract/chain.ts";

/** Short ways to write a graph in tests. */
export const place = (code: string, level: ChainLevel, parent: string | null, more: Partial<ChainNode> = {}): ChainNode => ({
  code,
  level,
  parent,
  name: more.name ?? `环节${code}`,
  nameEn: "",
  classCodes: [],
  products: [],
  note: "",
  ...more,
});
export const flow = (from: string, to: string, more: Partial<ChainEdge> = {}): ChainEdge => ({
  from,
  to,
  kind: "material",
  strength: "medium",
  evidence: "",
  ...more,
});

/** One industry, two fields, four directions in a row: wafers → chips → packages, and equipment beside them. */
export const exampleChain: ChainContent = {
  nodes: [
    place("IC", "industry", null, { name: "集成电路" }),
    place("IC-M", "field", "IC", { name: "制造" }),
    place("IC-P", "field", "IC", { name: "封测" }),
    place("IC-M-W", "direction", "IC-M", { name: "硅片", classCodes: ["C3985"], products: ["硅片", "外延片"] }),
    place("IC-M-C", "direction", "IC-M", { name: "晶圆制造", classCodes: ["C3973"], products: ["晶圆代工", "功率器件"] }),
    place("IC-P-A", "direction", "IC-P", { name: "封装测试", classCodes: ["C3973"], products: ["封装测试", "测试探针卡"] }),
    place("IC-P-E", "direction", "IC-P", { name: "封测设备", classCodes: ["C3562"], products: ["固晶机", "分选机"] }),
    place("IC-P-E-1", "node", "IC-P-E", { name: "固晶机", classCodes: ["C3562"], products: ["固晶机"] }),
  ],
  edges: [flow("IC-M-W", "IC-M-C"), flow("IC-M-C", "IC-P-A", { kind: "component" }), flow("IC-P-E", "IC-P-A", { kind: "equipment" })],
};
