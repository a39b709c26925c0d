import type { z } from "zod";
import { GeographyLayer, layerWords, type Shape } from "#domains/projects/contract/geography.ts";
import type { LayerView, mapOperations } from "#domains/projects/contract/map-operations.ts";
import { readGeography } from "#domains/projects/rules/read-geography.ts";
import { AppError } from "#kernel/app-error.ts";
import type { HandlersOf } from "#kernel/contract.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import type { OperationContext } from "#kernel/server/operation-context.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type MapHandlers = HandlersOf<typeof mapOperations, OperationContext>;

/** The newest version of each layer, in the order in which they are drawn. */
export async function listLayers(tx: Tx): Promise<z.input<typeof LayerView>[]> {
  const rows = await tx
    .selectFrom("zone_geography")
    .selectAll()
    .distinctOn("layer")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .orderBy("layer")
    .orderBy("version", "desc")
    .execute();
  return GeographyLayer.options.flatMap((layer) => {
    const row = rows.find((one) => one.layer === layer);
    if (row === undefined) return [];
    return [
      {
        layer,
        version: row.version,
        uploadedOn: row.uploaded_on as LocalDate,
        by: row.by_name,
        fileName: row.file_name,
        shapes: row.shapes as unknown as Shape[],
      },
    ];
  });
}

/** A new version of a layer; the earlier ones are kept. */
export const uploadGeography: MapHandlers["uploadGeography"] = async ({ layer }, context) => {
  const { tx, today, actor } = context;
  const [file] = context.files;
  if (file === undefined) throw new AppError("upload.none", "invalid");
  const reading = readGeography(layer, new TextDecoder().decode(file.bytes));
  if (!reading.ok) {
    const { code, params } = reading.problem;
    throw new AppError(code, "invalid", { ...params, name: params["name"] ?? file.name, layer: layerWords[layer][context.language] });
  }
  const zone = actorOf(tx).zoneId;
  const { last } = await tx
    .selectFrom("zone_geography")
    .select((by) => by.fn.max("version").as("last"))
    .where("zone_id", "=", zone)
    .where("layer", "=", layer)
    .executeTakeFirstOrThrow();
  const version = (last ?? 0) + 1;
  await tx
    .insertInto("zone_geography")
    .values({
      zone_id: zone,
      layer,
      version,
      shapes: JSON.stringify(reading.shapes),
      file_name: file.name,
      uploaded_on: today,
      by: actor.id,
      by_name: actor.name,
    })
    .execute();
  context.journal({
    subject: `geography:${layer}`,
    before: last === null ? undefined : { version: last },
    after: { version, shapes: reading.shapes.length, file: file.name },
  });
  await context.emit("projects.geography-uploaded", { layer, version });
  return { layer, version, shapes: reading.shapes.length };
};
