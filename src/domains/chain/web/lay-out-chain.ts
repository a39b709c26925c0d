import type { ChainLevel } from "#domains/chain/contract/chain.ts";

type Node = { readonly code: string; readonly level: ChainLevel; readonly parent: string | null };
/** Where a place is drawn, in pixels of the picture at its natural size; x and y are its left top corner. */
export type PlaceBox = {
  readonly code: string;
  readonly level: ChainLevel;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type ChainLayout = { readonly boxes: readonly PlaceBox[]; readonly width: number; readonly height: number };

const COLUMN = 216;
const BETWEEN = 28;
const ROW = 26;
const GAP = 4;
const INDUSTRY = 34;
const INDENT = 16;
/** A field keeps at least its first two rows beside it. */
const TOGETHER = 3;
/** Width to height of an office screen beside the menu. */
const ASPECT = 1.9;

/**
 * The graph as a board: each industry a band of columns, its fields one after the other with their directions and nodes below them, as in the
 * paper pictures that officials know. Linear in the number of places, so that thousands are placed in a moment and no worker is needed.
 */
export function layOutChain(nodes: readonly Node[], aspect: number = ASPECT): ChainLayout {
  const children = Map.groupBy(nodes, ({ parent }) => parent ?? "");
  const industries = nodes.filter(({ level }) => level === "industry");
  const bands = industries.map((industry) => ({ industry, rows: rowsBelow(industry.code, children) }));
  const total = bands.reduce((all, { rows }) => all + rows.length, 0) * (ROW + GAP);
  const tallest = Math.max(...bands.map(({ rows }) => rows.length), 1);
  // Columns are as many as make the picture as wide as it should be for its height; a band has at least one.
  const columns = Math.max(industries.length, Math.ceil(Math.sqrt((total * aspect) / (COLUMN + BETWEEN))));
  const perColumn = Math.max(TOGETHER, Math.min(tallest, Math.ceil(total / (ROW + GAP) / columns)));
  const boxes: PlaceBox[] = [];
  let left = 0;
  let height = 0;
  for (const { industry, rows } of bands) {
    const placed = flow(rows, perColumn);
    const used = Math.max(1, ...placed.map(({ column }) => column + 1));
    const width = used * (COLUMN + BETWEEN) - BETWEEN;
    boxes.push({ code: industry.code, level: "industry", x: left, y: 0, width, height: INDUSTRY });
    for (const { node, column, row } of placed) {
      const indent = node.level === "field" ? 0 : node.level === "direction" ? INDENT / 2 : INDENT;
      const y = INDUSTRY + 10 + row * (ROW + GAP);
      boxes.push({
        code: node.code,
        level: node.level,
        x: left + column * (COLUMN + BETWEEN) + indent,
        y,
        width: COLUMN - indent,
        height: ROW,
      });
      height = Math.max(height, y + ROW);
    }
    left += width + BETWEEN * 2;
  }
  return { boxes, width: Math.max(0, left - BETWEEN * 2), height: Math.max(height, INDUSTRY) };
}

/** Everything below a place from top to bottom; one that hangs on itself is met once. */
function rowsBelow(code: string, children: ReadonlyMap<string, readonly Node[]>): readonly Node[] {
  const rows: Node[] = [];
  const seen = new Set([code]);
  const stack = [...(children.get(code) ?? [])].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node.code)) continue;
    seen.add(node.code);
    rows.push(node);
    stack.push(...[...(children.get(node.code) ?? [])].reverse());
  }
  return rows;
}

function flow(rows: readonly Node[], perColumn: number) {
  let column = 0;
  let row = 0;
  return rows.map((node) => {
    const needed = node.level === "field" && row > 0 ? TOGETHER : 1;
    if (row > 0 && row + needed > perColumn + 1) {
      column += 1;
      row = 0;
    }
    const placed = { node, column, row };
    row += 1;
    return placed;
  });
}
