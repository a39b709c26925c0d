import type { EdgeData, NodeData } from "@antv/g6";
import { type EdgeKind, type Strength, strengthWords } from "#domains/chain/contract/chain.ts";
import type { GraphNode, GraphView } from "#domains/chain/contract/graph-operations.ts";
import type { ChainLayout, PlaceBox } from "#domains/chain/web/lay-out-chain.ts";

export type Drawing = {
  readonly layout: ChainLayout;
  readonly nodes: (NodeData & { readonly id: string })[];
  readonly edges: (EdgeData & { readonly id: string })[];
  /** Too many to name all of them at once; by code the names that are written when one looks closely. */
  readonly dense: boolean;
  readonly unnamed: ReadonlyMap<string, NodeData & { readonly id: string }>;
};

/** From so many places on, names of the lowest level would be unreadable and only cost time. */
export const DENSE = 900;

type Ink = {
  readonly fill: string;
  readonly stroke: string;
  readonly text: string;
  readonly lineWidth: number;
  readonly lineDash?: number[];
};
/** Ink blue from full to outline; what is missing is an outline of dashes. The colours of supervision are not used. */
const INKS: Readonly<Record<Strength, Ink>> = {
  strong: { fill: "#1f4e8c", stroke: "#1f4e8c", text: "#ffffff", lineWidth: 1 },
  present: { fill: "#c3d3e8", stroke: "#7f9fc9", text: "#1f2328", lineWidth: 1 },
  weak: { fill: "#ffffff", stroke: "#1f4e8c", text: "#1f2328", lineWidth: 1.5 },
  missing: { fill: "#ffffff", stroke: "#8c959f", text: "#4d565f", lineWidth: 1, lineDash: [4, 3] },
};
const HEADS = {
  industry: { fill: "#eef3f9", stroke: "#eef3f9", text: "#1f2328" },
  field: { fill: "#ffffff", stroke: "#ffffff", text: "#1f4e8c" },
} as const;
const EDGE_INK: Readonly<Record<EdgeKind, string>> = {
  material: "#5b646d",
  equipment: "#1f4e8c",
  component: "#7a5ea8",
  service: "#9aa3ad",
};
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

type Asked = {
  readonly nodes: readonly GraphNode[];
  readonly edges: GraphView["edges"];
  readonly chosen: string | undefined;
  readonly shown: "all" | "chosen";
  readonly language: "zh" | "en";
};

/** What the canvas is told: places where the layout put them, and the edges between those that are there. */
export function drawingOf(layout: ChainLayout, { nodes, edges, chosen, shown, language }: Asked): Drawing {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const dense = nodes.length > DENSE;
  const placed = new Set(layout.boxes.map(({ code }) => code));
  const around = new Set(
    chosen === undefined ? [] : edges.flatMap(({ from, to }) => (from === chosen ? [to] : to === chosen ? [from] : [])),
  );
  return {
    layout,
    dense,
    unnamed: new Map(
      layout.boxes.flatMap((box) => {
        const node = byCode.get(box.code);
        return node === undefined || isNamed(box, dense)
          ? []
          : [[box.code, { id: box.code, style: labelOf(box, node, language) }] as const];
      }),
    ),
    nodes: layout.boxes.flatMap((box) => {
      const node = byCode.get(box.code);
      return node === undefined ? [] : [boxOf(box, node, { dense, language, isChosen: box.code === chosen, isNear: around.has(box.code) })];
    }),
    edges: edges
      .filter(({ from, to }) => placed.has(from) && placed.has(to))
      .filter(({ from, to }) => (shown === "all" && !dense) || from === chosen || to === chosen)
      .map(({ from, to, kind, strength }) => {
        const mine = from === chosen || to === chosen;
        return {
          id: `${from} ${to} ${kind}`,
          source: from,
          target: to,
          type: "cubic-horizontal",
          style: {
            stroke: EDGE_INK[kind],
            lineWidth: mine ? 2 : 1,
            opacity: mine ? 1 : chosen === undefined ? 0.45 : 0.15,
            endArrow: true,
            endArrowSize: 6,
            ...(strength === "weak" ? { lineDash: [3, 3] } : {}),
          },
        };
      }),
  };
}

const isNamed = ({ level }: PlaceBox, dense: boolean): boolean => !(dense && level === "node");

type Seen = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Of the places without a name those that are seen, each with its name. */
export const namesIn = ({ layout, unnamed }: Drawing, { left, top, right, bottom }: Seen): (NodeData & { readonly id: string })[] =>
  layout.boxes
    .filter(({ x, y, width, height }) => x < right && x + width > left && y < bottom && y + height > top)
    .flatMap(({ code }) => unnamed.get(code) ?? []);

type Look = { readonly dense: boolean; readonly language: "zh" | "en"; readonly isChosen: boolean; readonly isNear: boolean };

function boxOf(box: PlaceBox, node: GraphNode, { dense, language, isChosen, isNear }: Look) {
  const { code, x, y, width, height } = box;
  const head = headOf(box);
  const ink = INKS[node.strength];
  return {
    id: code,
    type: "rect",
    style: {
      x: x + width / 2,
      y: y + height / 2,
      size: [width, height] as [number, number],
      radius: 2,
      fill: head?.fill ?? ink.fill,
      stroke: isChosen || isNear ? "#1f2328" : (head?.stroke ?? ink.stroke),
      lineWidth: isChosen ? 3 : isNear ? 2 : head ? 1 : ink.lineWidth,
      lineDash: head || isChosen ? [] : (ink.lineDash ?? []),
      cursor: "pointer" as const,
      ...(isNamed(box, dense) ? labelOf(box, node, language) : { label: false }),
    },
  };
}

const headOf = ({ level }: PlaceBox) => (level === "industry" || level === "field" ? HEADS[level] : undefined);

function labelOf(box: PlaceBox, node: GraphNode, language: "zh" | "en") {
  const name = (language === "en" && node.nameEn) || node.name;
  const head = headOf(box);
  return {
    label: true,
    labelText: head ? name : `${name}  ${strengthWords[node.strength][language]}`,
    labelPlacement: "center" as const,
    labelFill: head?.text ?? INKS[node.strength].text,
    labelFontFamily: FONT,
    labelFontSize: box.level === "industry" ? 15 : 12,
    labelFontWeight: head ? 600 : 400,
    labelMaxWidth: box.width - 12,
    labelWordWrap: true,
    labelMaxLines: 1,
    labelTextOverflow: "ellipsis",
  };
}
