import { z } from "zod";
import type { Text } from "#kernel/texts.ts";

/** What the map of a zone is drawn from, layer by layer. */
export const GeographyLayer = z.enum(["boundary", "water", "parcel", "road"]);
export type GeographyLayer = z.infer<typeof GeographyLayer>;

export const layerWords: Readonly<Record<GeographyLayer, Text>> = {
  boundary: { zh: "园区边界", en: "Boundary" },
  water: { zh: "水系", en: "Water" },
  parcel: { zh: "地块", en: "Parcels" },
  road: { zh: "道路", en: "Roads" },
};

/** An area (its rings, holes among them) or a line (its pieces), in degrees: longitude, latitude. */
export const Shape = z.object({
  name: z.string(),
  area: z.boolean(),
  parts: z.array(z.array(z.tuple([z.number(), z.number()]))),
});
export type Shape = z.infer<typeof Shape>;
