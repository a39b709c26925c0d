import type { IntroductionPath, PathNode } from "#domains/promotion/contract/path.ts";

export type PlacedNode = PathNode & { readonly x: number; readonly y: number; readonly target: boolean };
export type PlacedTie = { readonly key: string; readonly from: PlacedNode; readonly to: PlacedNode; readonly paths: readonly number[] };
export type PathPlan = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly ties: readonly PlacedTie[];
};

export const NODE_WIDTH = 168;
export const NODE_HEIGHT = 40;
const COLUMN_GAP = 72;
const ROW_GAP = 14;
const EDGE = 8;

/**
 * Introducers at the left, the target at the right, whoever lies between in the column of their distance to the target. Whoever stands on
 * several paths is drawn once, in the column farthest from the target.
 */
export function layOutPaths(paths: readonly Pick<IntroductionPath, "nodes">[]): PathPlan {
  const distance = new Map<string, number>();
  const nodes = new Map<string, PathNode>();
  for (const path of paths)
    path.nodes.forEach((node, place) => {
      nodes.set(node.id, node);
      distance.set(node.id, Math.max(distance.get(node.id) ?? 0, path.nodes.length - 1 - place));
    });
  const columns = Math.max(0, ...distance.values()) + 1;
  const byColumn = Array.from({ length: columns }, (_, column) =>
    [...nodes.values()].filter(({ id }) => (distance.get(id) ?? 0) === columns - 1 - column),
  );
  const tallest = Math.max(1, ...byColumn.map(({ length }) => length));
  const height = tallest * (NODE_HEIGHT + ROW_GAP) - ROW_GAP + 2 * EDGE;
  const placed = new Map<string, PlacedNode>();
  byColumn.forEach((own, column) => {
    const top = (height - (own.length * (NODE_HEIGHT + ROW_GAP) - ROW_GAP)) / 2;
    own.forEach((node, row) => {
      const x = EDGE + column * (NODE_WIDTH + COLUMN_GAP);
      placed.set(node.id, { ...node, x, y: top + row * (NODE_HEIGHT + ROW_GAP), target: (distance.get(node.id) ?? 0) === 0 });
    });
  });
  return {
    width: columns * (NODE_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * EDGE,
    height,
    nodes: [...placed.values()],
    ties: tiesOf(paths, placed),
  };
}

function tiesOf(paths: readonly Pick<IntroductionPath, "nodes">[], placed: ReadonlyMap<string, PlacedNode>): readonly PlacedTie[] {
  const ties = new Map<string, { readonly from: PlacedNode; readonly to: PlacedNode; readonly paths: number[] }>();
  paths.forEach((path, number) => {
    path.nodes.slice(1).forEach((node, place) => {
      const [from, to] = [placed.get(path.nodes[place]?.id ?? ""), placed.get(node.id)];
      if (from === undefined || to === undefined) return;
      const key = `${from.id} ${to.id}`;
      const there = ties.get(key);
      if (there === undefined) ties.set(key, { from, to, paths: [number] });
      else there.paths.push(number);
    });
  });
  return [...ties].map(([key, tie]) => ({ key, ...tie }));
}
