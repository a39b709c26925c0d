import type { ReviewNode } from "#domains/approvals/contract/matter.ts";

export const BOX = { width: 214, height: 48, columnGap: 56, rowGap: 14, edge: 8 } as const;

type Asked = { readonly key: ReviewNode["key"]; readonly after: readonly string[] };
export type GraphBox = { readonly key: string; readonly column: number; readonly row: number; readonly x: number; readonly y: number };
export type ReviewGraph = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly GraphBox[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly path: string }[];
};

/** A node stands one column after the last of those it waits for; side by side means one below the other in a column. */
export function reviewGraph(nodes: readonly Asked[]): ReviewGraph {
  const columns = columnsOf(nodes);
  const filled = new Map<number, number>();
  const boxes = nodes.map(({ key }): GraphBox => {
    const column = columns.get(key) ?? 0;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return {
      key,
      column,
      row,
      x: BOX.edge + column * (BOX.width + BOX.columnGap),
      y: BOX.edge + row * (BOX.height + BOX.rowGap),
    };
  });
  const at = new Map(boxes.map((box) => [box.key, box]));
  const edges = nodes.flatMap(({ key, after }) =>
    after.flatMap((before) => {
      const [from, to] = [at.get(before), at.get(key)];
      return from && to ? [{ from: before, to: key, path: pathOf(from, to) }] : [];
    }),
  );
  return {
    width: 2 * BOX.edge + Math.max(0, ...boxes.map(({ x }) => x - BOX.edge + BOX.width)),
    height: 2 * BOX.edge + Math.max(0, ...boxes.map(({ y }) => y - BOX.edge + BOX.height)),
    boxes,
    edges,
  };
}

/** A graph that runs in a circle is refused by the server; here it only must not hang: a node seen on the way counts as a beginning. */
function columnsOf(nodes: readonly Asked[]): ReadonlyMap<string, number> {
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const known = new Map<string, number>();
  const columnOf = (key: string, way: readonly string[]): number => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const before = (byKey.get(key)?.after ?? []).filter((other) => byKey.has(other) && !way.includes(other));
    const column = before.reduce((most, other) => Math.max(most, 1 + columnOf(other, [...way, key])), 0);
    known.set(key, column);
    return column;
  };
  for (const { key } of nodes) columnOf(key, [key]);
  return known;
}

function pathOf(from: GraphBox, to: GraphBox): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x, to.y + BOX.height / 2];
  const bend = x1 + BOX.columnGap / 2;
  return `M${x1} ${y1}H${bend}V${y2}H${x2}`;
}
