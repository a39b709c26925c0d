import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { Colour } from "#domains/projects/contract/colour.ts";

/** From worst to best: the order of everything on the wall. */
export const WORST_FIRST: readonly Colour[] = Colour.options.toReversed();

export type WallItem = { readonly colour: Colour; readonly plannedTotalYuan: string };
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
export type Placed<Item> = { readonly item: Item; readonly box: Box };
/** One colour: a head of its own, and its tiles below it. `rest` are the smallest that found no room to be seen. */
export type WallGroup<Item> = {
  readonly colour: Colour;
  readonly count: number;
  readonly top: number;
  readonly height: number;
  readonly tiles: readonly Placed<Item>[];
  readonly rest: number;
};

export const HEAD_HEIGHT = 22;
const GAP = 6;
/** A tile that is smaller cannot be hit with a finger or a mouse. */
const LEAST_AREA = 20 * 20;
/** And beside a giant nobody becomes a sliver: at least this part of the average. */
const LEAST_OF_AVERAGE = 1 / 25;
/** So many tiles are drawn for one colour; a wall of ten thousand is read in the table. */
const MOST_TILES = 900;
/** The worse a colour, the more of the wall one of its projects gets: what needs looking at is read first. */
const EMPHASIS: Readonly<Record<Colour, number>> = { red: 2.2, yellow: 1.5, blue: 1, green: 0.8 };

/**
 * Places tiles in bands from red to green, each band a treemap of planned investment, in pixels of a wall of that size.
 * Amounts become areas here, no more: nothing is computed with them.
 */
export function layOutWall<Item extends WallItem>(
  items: readonly Item[],
  size: { readonly width: number; readonly height: number },
): readonly WallGroup<Item>[] {
  const bands = WORST_FIRST.map((colour) => ({
    colour,
    items: items
      .filter((item) => item.colour === colour)
      .map((item) => ({ item, amount: Math.max(0, Number(item.plannedTotalYuan)) }))
      .sort((one, other) => other.amount - one.amount),
  })).filter((band) => band.items.length > 0);
  if (bands.length === 0 || size.width <= 0) return [];
  const room = size.height - bands.length * HEAD_HEIGHT - (bands.length - 1) * GAP;
  const weights = bands.map((band) => EMPHASIS[band.colour] * band.items.reduce((all, one) => all + Math.sqrt(one.amount), 0));
  const least = Math.min(44, room / bands.length);
  const heights = shareOut(weights, room, least);
  let top = 0;
  return bands.map((band, place) => {
    const height = heights[place] ?? 0;
    const group = layOutBand(band, top, { width: size.width, height });
    top += HEAD_HEIGHT + height + GAP;
    return group;
  });
}

/** Splits a length by weights, nobody below the least. */
function shareOut(weights: readonly number[], length: number, least: number): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const free = Math.max(0, length - least * weights.length);
  return weights.map((weight) => least + (free * weight) / all);
}

type Band<Item> = { readonly colour: Colour; readonly items: readonly { readonly item: Item; readonly amount: number }[] };

function layOutBand<Item>(
  { colour, items }: Band<Item>,
  top: number,
  size: { readonly width: number; readonly height: number },
): WallGroup<Item> {
  const area = size.width * size.height;
  const shown = items.slice(0, Math.max(1, Math.min(MOST_TILES, Math.floor(area / LEAST_AREA))));
  const all = shown.reduce((sum, { amount }) => sum + amount, 0) || 1;
  const floor = Math.max(LEAST_AREA / area, LEAST_OF_AVERAGE / shown.length) * all;
  const root = hierarchy<{ item?: Item; weight: number; children?: { item?: Item; weight: number }[] }>({
    weight: 0,
    children: shown.map(({ item, amount }) => ({ item, weight: Math.max(amount, floor) })),
  }).sum((node) => node.weight);
  const placed = treemap<{ item?: Item; weight: number }>()
    .tile(treemapSquarify)
    .size([size.width, size.height])
    .paddingInner(1)
    .round(true)(root as never);
  return {
    colour,
    count: items.length,
    top,
    height: size.height + HEAD_HEIGHT,
    rest: items.length - shown.length,
    tiles: placed
      .leaves()
      .flatMap(({ data, x0, x1, y0, y1 }) =>
        data.item === undefined ? [] : [{ item: data.item, box: { left: x0, top: y0, width: x1 - x0, height: y1 - y0 } }],
      ),
  };
}
