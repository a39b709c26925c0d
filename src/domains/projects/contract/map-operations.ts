import { z } from "zod";
import { Colour } from "#domains/projects/contract/colour.ts";
import { CourseFilter } from "#domains/projects/contract/course-operations.ts";
import { GeographyLayer, Shape } from "#domains/projects/contract/geography.ts";
import { KeyLevel, ProjectCategory, ProjectStage } from "#domains/projects/contract/project.ts";
import { defineOperations } from "#kernel/contract.ts";
import { Decimal } from "#kernel/decimal.ts";
import { LocalDate } from "#kernel/local-date.ts";

const MB = 1_048_576;

export const MapPlace = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  enterprise: z.string(),
  category: ProjectCategory,
  level: KeyLevel,
  stage: ProjectStage,
  plannedTotalYuan: Decimal,
  address: z.string(),
  parcel: z.string().nullable(),
  colour: Colour.nullable(),
  /** The reasons of the colour, each in both languages. */
  reasons: z.array(z.object({ zh: z.string(), en: z.string() })),
  longitude: z.number(),
  latitude: z.number(),
  /** Entered with the project, or taken from the middle of its parcel. */
  placedBy: z.enum(["entry", "parcel"]),
});
export type MapPlace = z.infer<typeof MapPlace>;

export const LayerView = z.object({
  layer: GeographyLayer,
  version: z.number().int(),
  uploadedOn: LocalDate,
  by: z.string(),
  fileName: z.string(),
  shapes: z.array(Shape),
});
export type LayerView = z.infer<typeof LayerView>;

export const mapOperations = defineOperations({
  projectMap: {
    kind: "query",
    path: "/api/projects/map",
    permission: "projects.read",
    summary: { zh: "项目地图", en: "Projects on the map" },
    input: CourseFilter,
    output: z.object({
      asOf: LocalDate,
      places: z.array(MapPlace),
      /** Projects of the filter that have neither a position nor a parcel that is known. */
      withoutPlace: z.number().int(),
    }),
  },
  geography: {
    kind: "query",
    path: "/api/projects/geography",
    permission: "projects.read",
    summary: { zh: "园区地理底图", en: "The geography of the zone" },
    input: z.object({}),
    output: z.object({ layers: z.array(LayerView) }),
  },
  uploadGeography: {
    kind: "command",
    path: "/api/projects/geography",
    permission: "projects.set-geography",
    idempotency: "key",
    summary: { zh: "上传一层地理底图（GeoJSON）", en: "Upload a layer of the zone's geography (GeoJSON)" },
    input: z.object({ layer: GeographyLayer }),
    output: z.object({ layer: GeographyLayer, version: z.number().int(), shapes: z.number().int() }),
    upload: { maxFiles: 1, maxBytes: 5 * MB },
  },
});
