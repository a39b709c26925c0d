import type { GeographyLayer, Shape } from "#domains/projects/contract/geography.ts";

/** A position in degrees: longitude, latitude. */
export type Position = readonly [number, number];

export type GeographyProblem = {
  readonly code: `projects.geography-${string}`;
  readonly params: Readonly<Record<string, string | number>>;
};
export type GeographyReading =
  | { readonly ok: true; readonly shapes: readonly Shape[] }
  | { readonly ok: false; readonly problem: GeographyProblem };

/** Within China and its waters; a file in metres of a projected grid is caught here. */
const LONGITUDES = [70, 140] as const;
const LATITUDES = [0, 60] as const;
export const MOST_SHAPES = 5_000;
export const MOST_POSITIONS = 100_000;
const MOST_IN_RING = 5_000;
const LONGEST_NAME = 60;
const AREAS: readonly GeographyLayer[] = ["boundary", "parcel"];

class Refusal extends Error {
  readonly problem: GeographyProblem;
  constructor(code: GeographyProblem["code"], params: GeographyProblem["params"] = {}) {
    super(code);
    this.problem = { code, params };
  }
}

/** Reads a GeoJSON FeatureCollection (RFC 7946) for one layer; the first thing that is wrong is said, and nothing is taken. */
export function readGeography(layer: GeographyLayer, text: string): GeographyReading {
  try {
    const features = featuresOf(text);
    let positions = 0;
    const shapes = features.map((feature, place) => {
      const shape = readFeature(layer, feature, place + 1);
      positions += shape.parts.reduce((all, part) => all + part.length, 0);
      if (positions > MOST_POSITIONS) throw new Refusal("projects.geography-positions", { most: MOST_POSITIONS });
      return shape;
    });
    requireNames(layer, shapes);
    return { ok: true, shapes };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function featuresOf(text: string): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Refusal("projects.geography-json");
  }
  const features = isObject(parsed) && parsed["type"] === "FeatureCollection" ? parsed["features"] : undefined;
  if (!Array.isArray(features)) throw new Refusal("projects.geography-collection");
  if (features.length === 0) throw new Refusal("projects.geography-empty");
  if (features.length > MOST_SHAPES) throw new Refusal("projects.geography-shapes", { count: features.length, most: MOST_SHAPES });
  return features;
}

function readFeature(layer: GeographyLayer, feature: unknown, number: number): Shape {
  const geometry = isObject(feature) && isObject(feature["geometry"]) ? feature["geometry"] : {};
  const type = String(geometry["type"] ?? "");
  const area = type === "Polygon" || type === "MultiPolygon";
  const line = type === "LineString" || type === "MultiLineString";
  const expected = AREAS.includes(layer) ? area : layer === "road" ? line : area || line;
  if (!expected) throw new Refusal("projects.geography-kind", { number, found: type.slice(0, 30) || "–", layer });
  const depth = { Polygon: 1, LineString: 0, MultiPolygon: 2, MultiLineString: 1 }[type] ?? 0;
  const parts = flatten(geometry["coordinates"], depth, number).map((part) => readPart(part, area, number));
  if (parts.length === 0) throw new Refusal("projects.geography-short", { number, least: area ? 4 : 2 });
  return { name: nameOf(feature), area, parts };
}

/** Lists of positions, however deep they lie. */
function flatten(coordinates: unknown, depth: number, number: number): readonly unknown[][] {
  if (!Array.isArray(coordinates)) throw new Refusal("projects.geography-position", { number, found: short(coordinates) });
  if (depth === 0) return [coordinates];
  return coordinates.flatMap((inner) => flatten(inner, depth - 1, number));
}

function readPart(part: readonly unknown[], area: boolean, number: number): [number, number][] {
  const least = area ? 4 : 2;
  if (part.length < least) throw new Refusal("projects.geography-short", { number, least });
  if (part.length > MOST_IN_RING) throw new Refusal("projects.geography-long", { number, count: part.length, most: MOST_IN_RING });
  const positions = part.map((position) => readPosition(position, number));
  if (!area) return positions;
  const [first, last] = [positions[0], positions.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw new Refusal("projects.geography-open", { number });
  if (Math.abs(signedArea(positions)) < 1e-12) throw new Refusal("projects.geography-flat", { number });
  if (crossesItself(positions)) throw new Refusal("projects.geography-crosses", { number });
  return positions;
}

function readPosition(position: unknown, number: number): [number, number] {
  const [longitude, latitude] = Array.isArray(position) ? position : [];
  const isWithin = (value: unknown, [least, most]: readonly [number, number]): value is number =>
    typeof value === "number" && value >= least && value <= most;
  if (!isWithin(longitude, LONGITUDES) || !isWithin(latitude, LATITUDES))
    throw new Refusal("projects.geography-position", { number, found: short(position) });
  return [longitude, latitude];
}

/** Projects are placed by the name of their parcel, so each parcel has one of its own. */
function requireNames(layer: GeographyLayer, shapes: readonly Shape[]): void {
  if (layer !== "parcel") return;
  const known = new Set<string>();
  for (const [place, { name }] of shapes.entries()) {
    if (name === "") throw new Refusal("projects.geography-name", { number: place + 1 });
    if (known.has(name)) throw new Refusal("projects.geography-twice", { number: place + 1, name });
    known.add(name);
  }
}

const signedArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x, y], place) => {
    const [nextX, nextY] = ring[place + 1] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

/** Two sides that are no neighbours cross: a bow tie, which has no inside. Sides are looked at from west to east, so that far ones are not compared. */
function crossesItself(ring: readonly Position[]): boolean {
  const sides = ring.slice(0, -1).map((from, place) => ({ place, from, to: ring[place + 1] as Position }));
  const byWest = [...sides].sort((one, other) => west(one) - west(other));
  for (const [rank, one] of byWest.entries()) {
    const east = Math.max(one.from[0], one.to[0]);
    for (let next = rank + 1; next < byWest.length; next += 1) {
      const other = byWest[next];
      if (other === undefined || west(other) > east) break;
      const apart = Math.abs(one.place - other.place);
      if (apart > 1 && apart < sides.length - 1 && cross(one.from, one.to, other.from, other.to)) return true;
    }
  }
  return false;
}

const west = ({ from, to }: { readonly from: Position; readonly to: Position }): number => Math.min(from[0], to[0]);
const turn = (a: Position, b: Position, c: Position): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** The middle of an area's first ring by its weight; of a line the middle of its positions. */
export function middleOf({ area, parts }: Shape): Position {
  const ring: readonly Position[] = parts[0] ?? [];
  const weight = area ? signedArea(ring) : 0;
  if (weight === 0) {
    const count = Math.max(1, ring.length);
    return [ring.reduce((sum, [x]) => sum + x, 0) / count, ring.reduce((sum, [, y]) => sum + y, 0) / count];
  }
  // Reckoned from the first corner: degrees are large beside the parcel, and their products would lose its digits.
  const [originX, originY] = ring[0] ?? [0, 0];
  let [sumX, sumY, sum] = [0, 0, 0];
  for (const [place, [x, y]] of ring.slice(0, -1).entries()) {
    const [nextX, nextY] = ring[place + 1] ?? [x, y];
    const piece = (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
    sumX += (x + nextX - 2 * originX) * piece;
    sumY += (y + nextY - 2 * originY) * piece;
    sum += piece;
  }
  return [originX + sumX / (3 * sum), originY + sumY / (3 * sum)];
}

function nameOf(feature: unknown): string {
  const properties = isObject(feature) && isObject(feature["properties"]) ? feature["properties"] : {};
  const named = properties["name"] ?? properties["名称"] ?? properties["编号"];
  return typeof named === "string" || typeof named === "number" ? String(named).trim().slice(0, LONGEST_NAME) : "";
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const short = (value: unknown): string => (JSON.stringify(value) ?? "–").slice(0, 40);
