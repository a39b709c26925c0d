import type { ProjectStage } from "#domains/projects/contract/project.ts";
import { stageOn } from "#domains/projects/rules/project-record.ts";
import { middleOf, type Position } from "#domains/projects/rules/read-geography.ts";
import { chooseProjects } from "#domains/projects/server/choose-projects.ts";
import { colourRuleOn } from "#domains/projects/server/colour-rules.ts";
import { loadProjectRecords } from "#domains/projects/server/load-project-records.ts";
import { readingOf } from "#domains/projects/server/readings.ts";
import { listLayers, type MapHandlers, uploadGeography } from "#domains/projects/server/zone-geography.ts";
import type { Tx } from "#kernel/server/database.ts";

const projectMap: MapHandlers["projectMap"] = async (input, { tx, today }) => {
  const asOf = input.asOf ?? today;
  const query = await chooseProjects(tx, input, today);
  const rows = await query.select(["id", "place", "parcel", "longitude", "latitude"]).where("signed_on", "<=", asOf).execute();
  const parcels = await middlesOfParcels(tx);
  const rule = await colourRuleOn(tx, asOf);
  const records = new Map((await loadProjectRecords(tx, { ids: rows.map((row) => row.id) })).map((record) => [record.id, record]));
  const places = rows.flatMap((row) => {
    const record = records.get(row.id);
    const entered: Position | undefined =
      row.longitude === null || row.latitude === null ? undefined : [Number(row.longitude), Number(row.latitude)];
    const position = entered ?? parcels.get(row.parcel ?? "");
    if (record === undefined || position === undefined) return [];
    const { reading } = readingOf(record, rule, asOf);
    return [
      {
        id: record.id,
        code: record.code,
        name: record.name,
        enterprise: record.enterprise,
        category: record.category,
        level: record.level,
        stage: stageOn(record, asOf) ?? ("SIGNED" as ProjectStage),
        plannedTotalYuan: record.plannedTotalYuan,
        address: row.place,
        parcel: row.parcel,
        colour: reading?.colour ?? null,
        reasons: (reading?.reasons ?? []).map(({ zh, en }) => ({ zh, en })),
        longitude: position[0],
        latitude: position[1],
        placedBy: entered === undefined ? ("parcel" as const) : ("entry" as const),
      },
    ];
  });
  return { asOf, places: places.sort((one, other) => (one.code < other.code ? -1 : 1)), withoutPlace: rows.length - places.length };
};

/** Where a project stands of which only the parcel is known. */
async function middlesOfParcels(tx: Tx): Promise<ReadonlyMap<string, Position>> {
  const layers = await listLayers(tx);
  const shapes = layers.find(({ layer }) => layer === "parcel")?.shapes ?? [];
  return new Map(shapes.map((shape) => [shape.name, middleOf(shape)]));
}

export const mapHandlers: MapHandlers = {
  projectMap,
  geography: async (_, { tx }) => ({ layers: await listLayers(tx) }),
  uploadGeography,
};
