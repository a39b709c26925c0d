import type { ChainContent, ChainEdge, ChainLevel, ChainNode } from "#domains/chain/contract/chain.ts";

export type NodeChange = {
  readonly code: string;
  readonly level: ChainLevel;
  readonly change: "added" | "removed" | "moved" | "renamed" | "redescribed";
  readonly before: string | null;
  readonly after: string | null;
};
export type EdgeChange = {
  readonly from: string;
  readonly to: string;
  readonly kind: ChainEdge["kind"];
  readonly change: "added" | "removed" | "restated";
};
export type LevelCounts = Readonly<Record<ChainLevel, number>>;
export type Comparison = {
  readonly counts: { readonly before: LevelCounts; readonly after: LevelCounts };
  readonly nodes: readonly NodeChange[];
  readonly edges: readonly EdgeChange[];
};

export const countLevels = (nodes: readonly ChainNode[]): LevelCounts => {
  const counts = { industry: 0, field: 0, direction: 0, node: 0 };
  for (const { level } of nodes) counts[level] += 1;
  return counts;
};

/** What became of each code between two versions. One that was moved and renamed is both. */
export function compareVersions(before: ChainContent, after: ChainContent): Comparison {
  const old = new Map(before.nodes.map((node) => [node.code, node]));
  const now = new Map(after.nodes.map((node) => [node.code, node]));
  const nodes: NodeChange[] = [
    ...after.nodes.flatMap((node): NodeChange[] => {
      const was = old.get(node.code);
      return was === undefined ? [changed(node, "added", null, node.name)] : [...changesOf(was, node, old, now)];
    }),
    ...before.nodes.filter(({ code }) => !now.has(code)).map((node) => changed(node, "removed", node.name, null)),
  ];
  const keyOf = ({ from, to, kind }: ChainEdge) => `${from}\n${to}\n${kind}`;
  const oldEdges = new Map(before.edges.map((edge) => [keyOf(edge), edge]));
  const newEdges = new Set(after.edges.map(keyOf));
  const edges: EdgeChange[] = [
    ...after.edges.flatMap(({ from, to, kind, strength, evidence }): EdgeChange[] => {
      const was = oldEdges.get(keyOf({ from, to, kind, strength, evidence }));
      if (was === undefined) return [{ from, to, kind, change: "added" }];
      return was.strength === strength && was.evidence === evidence ? [] : [{ from, to, kind, change: "restated" }];
    }),
    ...before.edges
      .filter((edge) => !newEdges.has(keyOf(edge)))
      .map(({ from, to, kind }): EdgeChange => ({ from, to, kind, change: "removed" })),
  ];
  return { counts: { before: countLevels(before.nodes), after: countLevels(after.nodes) }, nodes, edges };
}

const changed = (node: ChainNode, change: NodeChange["change"], before: string | null, after: string | null): NodeChange => ({
  code: node.code,
  level: node.level,
  change,
  before,
  after,
});

function changesOf(
  was: ChainNode,
  node: ChainNode,
  old: ReadonlyMap<string, ChainNode>,
  now: ReadonlyMap<string, ChainNode>,
): readonly NodeChange[] {
  const placeOf = (one: ChainNode, all: ReadonlyMap<string, ChainNode>) =>
    one.parent === null ? "–" : (all.get(one.parent)?.name ?? one.parent);
  const said = ({ nameEn, classCodes, products, note }: ChainNode) =>
    [nameEn, [...classCodes].sort().join(" "), [...products].sort().join(" "), note].join("\n");
  return [
    ...(was.parent === node.parent && was.level === node.level ? [] : [changed(node, "moved", placeOf(was, old), placeOf(node, now))]),
    ...(was.name === node.name ? [] : [changed(node, "renamed", was.name, node.name)]),
    ...(said(was) === said(node) ? [] : [changed(node, "redescribed", node.name, node.name)]),
  ];
}
