import type { Shape } from "#domains/projects/contract/geography.ts";

type Position = readonly [number, number];
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Projection = {
  /** Metres from the middle of the zone: east, and downwards, as a drawing counts. */
  readonly place: (position: Position) => Position;
  /** Everything, with some air around it. */
  readonly box: Box;
};

const METRES_PER_DEGREE = 111_320;
const AIR = 0.04;
/** Half the side of a picture of a single point, in metres. */
const SMALLEST = 500;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * An equirectangular map of a zone: over some ten kilometres it differs from any other projection by less than the width of a line
 * (docs/decisions/0008). Undefined when there is nothing to draw.
 */
export function projectionOf(positions: readonly Position[]): Projection | undefined {
  if (positions.length === 0) return undefined;
  const [west, east] = extent(positions.map(([longitude]) => longitude));
  const [south, north] = extent(positions.map(([, latitude]) => latitude));
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const narrowing = Math.cos(radians(middle[1]));
  const place = ([longitude, latitude]: Position): Position => [
    (longitude - middle[0]) * METRES_PER_DEGREE * narrowing,
    (middle[1] - latitude) * METRES_PER_DEGREE,
  ];
  const [right, bottom] = place([east, south]);
  const [halfWidth, halfHeight] = [Math.max(right, SMALLEST) * (1 + AIR), Math.max(bottom, SMALLEST) * (1 + AIR)];
  return { place, box: { x: -halfWidth, y: -halfHeight, width: 2 * halfWidth, height: 2 * halfHeight } };
}

function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** A shape as the path of a drawing, to the metre; rings of areas are closed. */
export const pathOf = ({ parts, area }: Shape, { place }: Projection): string =>
  parts
    .map((part) => {
      const corners = part.map((position) =>
        place(position)
          .map((metres) => Math.round(metres))
          .join(" "),
      );
      return `M${corners.join("L")}${area ? "z" : ""}`;
    })
    .join("");
