import { sql } from "kysely";
import type { Zone } from "#domains/system/contract/system-operations.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import { SYSTEM_ZONE_ID, type Tx } from "#kernel/server/database.ts";

export const listZoneRows = (tx: Tx) => tx.selectFrom("zone").selectAll().where("id", "!=", SYSTEM_ZONE_ID).orderBy("slug").execute();
export type ZoneRow = Awaited<ReturnType<typeof listZoneRows>>[number];

export const zoneView = (row: ZoneRow): Zone => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  nameEn: row.name_en,
  region: row.region,
  sample: row.sample,
  businessDate: row.business_date as LocalDate | null,
});

/** Runs the work with the rights of another zone, inside the same transaction, and comes back: only the making of a zone needs it. */
export async function withinZone<T>(tx: Tx, zoneId: string, home: string, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('app.zone', ${zoneId}, true)`.execute(tx);
  const result = await work();
  await sql`select set_config('app.zone', ${home}, true)`.execute(tx);
  return result;
}
