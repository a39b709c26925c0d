import { describe, expect, test } from "vitest";
import type { GraphNode } from "#domains/chain/contract/graph-operations.ts";
import { DENSE, drawingOf, namesIn } from "#domains/chain/web/draw-chain.ts";
import { layOutChain } from "#domains/chain/web/lay-out-chain.ts";

const node = (code: string, level: GraphNode["level"], parent: string | null, strength: GraphNode["strength"] = "missing"): GraphNode => ({
  code,
  level,
  parent,
  name: `名${code}`,
  nameEn: "",
  classCodes: [],
  products: [],
  strength,
  producers: 0,
  leaders: 0,
  action: null,
});
const small = [
  node("A", "industry", null),
  node("B", "field", "A"),
  node("C", "direction", "B", "strong"),
  node("D", "direction", "B"),
  node("E", "direction", "B", "weak"),
];
const edges = [
  { from: "C", to: "D", kind: "material" as const, strength: "weak" as const },
  { from: "D", to: "E", kind: "service" as const, strength: "strong" as const },
  { from: "C", to: "GONE", kind: "material" as const, strength: "strong" as const },
];
const drawing = (more: Partial<Parameters<typeof drawingOf>[1]> = {}) =>
  drawingOf(layOutChain(small), { nodes: small, edges, chosen: undefined, shown: "all", language: "zh", ...more });

describe("图谱的画法", () => {
  test("强弱有字有形：缺是虚线框，强是实底", () => {
    const boxes = new Map((drawing().nodes ?? []).map((one) => [one.id, one.style ?? {}]));
    expect([boxes.get("C")?.["labelText"], boxes.get("D")?.["labelText"], boxes.get("E")?.["labelText"]]).toEqual([
      "名C  强",
      "名D  缺",
      "名E  弱",
    ]);
    expect([boxes.get("D")?.["lineDash"], boxes.get("C")?.["lineDash"]]).toEqual([[4, 3], []]);
    expect(boxes.get("A")?.["labelText"]).toBe("名A");
  });

  test("画不出的一端不画；只看所选环节的关系", () => {
    const of = (more: Partial<Parameters<typeof drawingOf>[1]>) => (drawing(more).edges ?? []).map(({ id }) => id);
    expect(of({})).toEqual(["C D material", "D E service"]);
    expect(of({ shown: "chosen" })).toEqual([]);
    expect(of({ shown: "chosen", chosen: "E" })).toEqual(["D E service"]);
  });

  test("环节很多时最低一级不写名称，也只画所选环节的关系", () => {
    const many = [...small, ...Array.from({ length: DENSE }, (_, one) => node(`N${one}`, "node", "C"))];
    const dense = drawingOf(layOutChain(many), { nodes: many, edges, chosen: "E", shown: "all", language: "zh" });
    const lowest = (dense.nodes ?? []).find(({ id }) => id === "N1");
    expect(lowest?.style?.["labelText"]).toBeUndefined();
    expect((dense.edges ?? []).map(({ id }) => id)).toEqual(["D E service"]);
    const [box] = dense.layout.boxes.filter(({ code }) => code === "N1");
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    const close = namesIn(dense, { left: x + 1, top: y + 1, right: x + width - 1, bottom: y + height - 1 });
    expect(close.map(({ id, style }) => [id, style?.["labelText"]])).toEqual([["N1", "名N1  缺"]]);
    expect(namesIn(dense, { left: -9, top: -9, right: -1, bottom: -1 })).toEqual([]);
    expect(namesIn(drawing(), { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 })).toEqual([]);
  });
});
