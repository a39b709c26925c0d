import type { GeographyLayer } from "#domains/projects/contract/geography.ts";
import { seededNumbers } from "./seeded-numbers.ts";
import type { SampleFile } from "./spreadsheets.ts";

/** The zone's ground, as made up as the zone: eight blocks of sixty parcels between six roads and a river. Whole micro-degrees, so the same everywhere. */
const WEST = 104_020_000;
const NORTH = 30_790_000;
const LETTERS = ["A", "B", "C", "D", "E", "F", "G", "H"] as const;
const COLUMNS = 10;
const ROWS = 6;
const CELL = { width: 2_400, height: 2_000, gap: 300 } as const;
const BLOCK = { width: 30_000, height: 17_000 } as const;
const BLOCKS_ABREAST = 3;

type Point = readonly [number, number];
type Feature = { readonly name: string; readonly type: "Polygon" | "LineString"; readonly points: readonly Point[] };

/** Upper left corner of a block; the blocks of a row stand a little lower than those beside them. */
function cornerOf(block: number): Point {
  const column = block % BLOCKS_ABREAST;
  const row = Math.floor(block / BLOCKS_ABREAST);
  return [WEST + column * BLOCK.width + row * 2_500, NORTH - row * BLOCK.height - column * 900];
}

/** `YL-C-17` → its upper left corner. @throws for a parcel that the zone does not have. */
function parcelCorner(name: string): Point {
  const [, letter = "", number = ""] = /^YL-([A-H])-(\d+)$/.exec(name) ?? [];
  const place = Number(number) - 1;
  if (letter === "" || place < 0 || place >= COLUMNS * ROWS) throw new Error(`no parcel ${name}`);
  const [left, top] = cornerOf(LETTERS.indexOf(letter as (typeof LETTERS)[number]));
  const [column, row] = [place % COLUMNS, Math.floor(place / COLUMNS)];
  return [left + column * (CELL.width + CELL.gap), top - row * (CELL.height + CELL.gap)];
}

/** Within its parcel, not always in the middle: several projects may share one. Degrees with six digits, as written in a sheet. */
export function siteOf(parcel: string, seed: number, place: number): { readonly longitude: string; readonly latitude: string } {
  const numbers = seededNumbers(seed, `site-${place}`);
  const [left, top] = parcelCorner(parcel);
  const longitude = left + numbers.between(500, CELL.width - 500);
  const latitude = top - numbers.between(400, CELL.height - 400);
  return { longitude: degrees(longitude), latitude: degrees(latitude) };
}

const degrees = (micro: number): string => `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, "0")}`;

const parcels = (): readonly Feature[] =>
  LETTERS.flatMap((letter) =>
    Array.from({ length: COLUMNS * ROWS }, (_, place): Feature => {
      const name = `YL-${letter}-${place + 1}`;
      const [x, y] = parcelCorner(name);
      return { name, type: "Polygon", points: ring(x, y, CELL.width, CELL.height) };
    }),
  );

const ring = (x: number, y: number, width: number, height: number): readonly Point[] => [
  [x, y],
  [x, y - height],
  [x + width, y - height],
  [x + width, y],
  [x, y],
];

const line = (name: string, points: readonly Point[]): Feature => ({ name, type: "LineString", points });

/** Roads between the rows of blocks, and across them. */
function roads(): readonly Feature[] {
  const [west, east] = [WEST - 6_000, WEST + BLOCKS_ABREAST * BLOCK.width + 6_000];
  const across = ["科创一路", "科创三路", "青溪东路", "迎宾大道"].map((name, row) => {
    const y = NORTH + 2_000 - row * BLOCK.height;
    return line(name, [
      [west + row * 1_200, y],
      [WEST + BLOCK.width, y - 900],
      [east, y - 2_700],
    ]);
  });
  const down = ["云岭大道", "凤栖路"].map((name, column) => {
    const x = WEST + (column + 1) * BLOCK.width - 1_600;
    return line(name, [
      [x, NORTH + 6_000],
      [x + 2_500, NORTH - BLOCK.height],
      [x + 6_500, NORTH - 3 * BLOCK.height - 4_000],
    ]);
  });
  return [...across, ...down];
}

/** 青溪 comes down in the south-east, where the third row of blocks leaves room. */
const river = (): readonly Feature[] => {
  const [x, y] = [WEST + 2 * BLOCK.width + 3_000, NORTH - 2 * BLOCK.height];
  return [
    {
      name: "青溪",
      type: "Polygon",
      points: [
        [x + 31_000, y + 2_500],
        [x + 20_000, y - 3_000],
        [x + 14_000, y - 9_000],
        [x + 8_000, y - 19_000],
        [x + 10_800, y - 19_000],
        [x + 16_200, y - 10_000],
        [x + 21_600, y - 4_600],
        [x + 32_000, y + 500],
        [x + 31_000, y + 2_500],
      ],
    },
  ];
};

const boundary = (): readonly Feature[] => [
  {
    name: "云岭高新区",
    type: "Polygon",
    points: [
      [WEST - 5_000, NORTH + 5_000],
      [WEST - 4_000, NORTH - 30_000],
      [WEST + 1_000, NORTH - 3 * BLOCK.height - 3_000],
      [WEST + 40_000, NORTH - 3 * BLOCK.height - 4_500],
      [WEST + 3 * BLOCK.width + 2_000, NORTH - 3 * BLOCK.height - 1_000],
      [WEST + 3 * BLOCK.width + 6_500, NORTH - 20_000],
      [WEST + 3 * BLOCK.width + 2_000, NORTH + 2_000],
      [WEST + 50_000, NORTH + 5_500],
      [WEST - 5_000, NORTH + 5_000],
    ],
  },
];

const LAYERS = { boundary, water: river, parcel: parcels, road: roads } satisfies Record<GeographyLayer, () => readonly Feature[]>;

/** One layer as a planning office would hand it over. */
export function geographyFile(layer: GeographyLayer): SampleFile {
  const features = LAYERS[layer]().map(({ name, type, points }) => {
    const coordinates = points.map(([x, y]) => [x / 1_000_000, y / 1_000_000]);
    return {
      type: "Feature",
      properties: { name },
      geometry: { type, coordinates: type === "Polygon" ? [coordinates] : coordinates },
    };
  });
  return {
    name: `云岭高新区-${layer}.geojson`,
    bytes: new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features })),
  };
}
