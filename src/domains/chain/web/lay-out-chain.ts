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
/** Width to height of the picture on an office screen. */
const ASPECT = 2.2;

/**
 * The graph as a board: each industry a band of columns, its fields one after the other with their directions and nodes below them, as in the
 * paper pictures that officials know. Of the possible lengths of a column the one is taken with which the picture can be drawn largest. Linear in
 * the number of places for each length tried, so that thousands are placed in a moment and no worker is needed.
 */
export function layOutChain(nodes: readonly Node[], aspect: number = ASPECT): ChainLayout {
  const children = Map.groupBy(nodes, ({ parent }) => parent ?? "");
  const bands = nodes
    .filter(({ level }) => level === "industry")
    .map((industry) => ({ industry, rows: rowsBelow(industry.code, children) }));
  const longest = Math.max(TOGETHER, ...bands.map(({ rows }) => rows.length));
  const best = lengthsUpTo(longest)
    .map((length) => placeBands(bands, length))
    .toSorted((one, other) => sizeOf(one, aspect) - sizeOf(other, aspect))[0];
  return best ?? { boxes: [], width: 0, height: 0 };
}

/** How far the picture has to be shrunk: by its width or by its height, whichever is the worse. */
const sizeOf = ({ width, height }: ChainLayout, aspect: number): number => Math.max(width / aspect, height);

/** Every length of a short column, and of long ones so many that one of them is within some hundredths of the best. */
function lengthsUpTo(longest: number): readonly number[] {
  const lengths: number[] = [];
  for (let length = TOGETHER; length < longest; length = Math.max(length + 1, Math.ceil(length * 1.05))) lengths.push(length);
  return [...lengths, longest];
}

type Band = { readonly industry: Node; readonly rows: readonly Node[] };

function placeBands(bands: readonly Band[], length: number): ChainLayout {
  const boxes: PlaceBox[] = [];
  let left = 0;
  let height = INDUSTRY;
  for (const { industry, rows } of bands) {
    const placed = flow(rows, length);
    const used = Math.max(1, (placed.at(-1)?.column ?? 0) + 1);
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
  return { boxes, width: Math.max(0, left - BETWEEN * 2), height };
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

/** From top to bottom and on in the next column; the columns of a band are about equally long, and a field that nearly fits begins a new one. */
function flow(rows: readonly Node[], length: number) {
  const even = Math.ceil(rows.length / Math.ceil(rows.length / length));
  const sizes = fieldSizes(rows);
  let column = 0;
  let row = 0;
  return rows.map((node, place) => {
    const field = node.level === "field" ? (sizes.get(place) ?? 1) : 0;
    const tooLate = row > 0 && (row >= length || (field > 0 && (row + TOGETHER > length || (row >= even * MOSTLY && row + field > even))));
    if (tooLate) {
      column += 1;
      row = 0;
    }
    const placed = { node, column, row };
    row += 1;
    return placed;
  });
}

/** A column that is so far filled may end before its time. */
const MOSTLY = 0.7;

/** How many rows each field takes, its own included, by the place at which it begins. */
function fieldSizes(rows: readonly Node[]): ReadonlyMap<number, number> {
  const begins = rows.flatMap(({ level }, place) => (level === "field" ? [place] : []));
  return new Map(begins.map((place, one) => [place, (begins[one + 1] ?? rows.length) - place]));
}
