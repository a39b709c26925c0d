import { resolve } from "node:path";
import type { Environment, Runtime } from "#apps/runtime.ts";
import { unwatchFolders, watchFolder } from "#domains/intelligence/server/api.ts";
import { AppError } from "#kernel/app-error.ts";
import { localAdministrator } from "#kernel/server/access.ts";
import { SYSTEM_ZONE_ID } from "#kernel/server/database.ts";

type Zone = { readonly id: string; readonly slug: string; readonly sample: boolean };

/**
 * Watches the folder of YUANSHU_WATCH_FOLDER for the zone of YUANSHU_WATCH_ZONE, which may be left out where there is one zone only, or one real one.
 * What an earlier start watched and this one does not is watched no more.
 */
export async function watchGivenFolder({ unitOfWork, platform, pool }: Runtime, environment: Environment): Promise<void> {
  const given = environment["YUANSHU_WATCH_FOLDER"];
  const folder = given ? resolve(given) : undefined;
  const { rows: zones } = await pool.query<Zone>("select id, slug, sample from zone where id <> $1 order by slug", [SYSTEM_ZONE_ID]);
  const watching = folder === undefined ? undefined : chooseZone(zones, environment["YUANSHU_WATCH_ZONE"]);
  for (const zone of zones) {
    await unitOfWork.run(localAdministrator(zone.id, platform.permissions), { origin: "local" }, async (tx) => {
      const mine = zone === watching ? folder : undefined;
      await unwatchFolders(tx, mine);
      if (mine !== undefined) await watchFolder(tx, mine);
    });
  }
}

/** @throws AppError `server.watch-zone` when it cannot be told which zone is meant. */
function chooseZone(zones: readonly Zone[], slug: string | undefined): Zone {
  const real = zones.filter((zone) => !zone.sample);
  const found =
    slug === undefined
      ? zones.length === 1
        ? zones[0]
        : real.length === 1
          ? real[0]
          : undefined
      : zones.find((zone) => zone.slug === slug);
  if (!found) throw new AppError("server.watch-zone", "invalid", { zones: zones.map((zone) => zone.slug) });
  return found;
}
