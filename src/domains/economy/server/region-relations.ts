import { sql } from "kysely";
import type { WiderFigure } from "#domains/economy/rules/checks/check-input.ts";
import type { Tx } from "#kernel/server/database.ts";

export type RegionRelations = {
  /** All names of this one region, as sources write them. */
  readonly names: readonly string[];
  /** The regions that contain it, with which a card compares itself. */
  readonly wider: readonly { readonly with: WiderFigure["with"]; readonly region: string }[];
  /** Regions that share people or ground with it and are not the same: their figures are counted, never merged. */
  readonly related: readonly string[];
};

type RegionRow = { code: string; name: string; kind: string; parents: string[]; aliases: string[]; related: string[] };

const LEVELS: Readonly<Record<string, WiderFigure["with"]>> = {
  city: "city",
  prefecture: "city",
  municipality: "city",
  province: "province",
  "autonomous-region": "province",
  nation: "nation",
  country: "nation",
};

/** What the catalogue of regions says; a region that it does not know stands alone. */
export async function findRegionRelations(tx: Tx, region: string): Promise<RegionRelations> {
  const written = spellings([region]);
  const { rows } = await sql<RegionRow>`
    select code, name, kind, parents, aliases, related from region
    where name = any(${written}::text[]) or aliases && ${written}::text[] limit 1`.execute(tx);
  const [found] = rows;
  if (found === undefined) return { names: written, wider: [], related: [] };
  const neighbours = await sql<RegionRow>`
    select code, name, kind, parents, aliases, related from region where code = any(${[...found.parents, ...found.related]}::text[])`.execute(
    tx,
  );
  const of = (codes: readonly string[]) => neighbours.rows.filter((row) => codes.includes(row.code));
  return {
    names: spellings([region, found.name, ...found.aliases]),
    wider: of(found.parents).flatMap((row) => {
      const level = LEVELS[row.kind];
      return level === undefined ? [] : [{ with: level, region: row.name }];
    }),
    related: of(found.related).map((row) => row.name),
  };
}

/** Brackets are written full and half. */
export const spellings = (names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => [name, name.replace(/（/g, "(").replace(/）/g, ")"), name.replace(/\(/g, "（").replace(/\)/g, "）")])),
];
