import { resolve } from "node:path";
import type { Environment, Runtime } from "#apps/runtime.ts";
import { watchFolder } from "#domains/intelligence/server/api.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";

/** Watches the folder of YUANSHU_WATCH_FOLDER for the zone of YUANSHU_WATCH_ZONE, or for the first zone that there is. */
export async function watchGivenFolder({ unitOfWork, platform, pool }: Runtime, environment: Environment): Promise<void> {
  const folder = environment["YUANSHU_WATCH_FOLDER"];
  if (!folder) return;
  const { rows } = await pool.query<{ id: string }>(
    "select id from zone where id <> $1 and ($2::text is null or slug = $2) order by sample, slug limit 1",
    [SYSTEM_ZONE_ID, environment["YUANSHU_WATCH_ZONE"] ?? null],
  );
  const zone = rows[0];
  if (zone)
    await unitOfWork.run(localAdministrator(zone.id, platform.permissions), { origin: "local" }, (tx) => watchFolder(tx, resolve(folder)));
}
