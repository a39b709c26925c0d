import { sql } from "kysely";
import type { KnownCodes } from "#domains/registry/rules/read-enterprise-row.ts";
import { businessDayOf } from "#kernel/server/business-day.ts";
import type { Tx } from "#kernel/server/database.ts";

type Region = { readonly code: string; readonly name: string; readonly aliases: readonly string[] };

/** Divisions by code and by name, and the day on which the zone lives. */
export async function knownCodes(tx: Tx): Promise<KnownCodes> {
  const { rows } = await sql<Region>`select code, name, aliases from region where code ~ '^[0-9]{2,6}$'`.execute(tx);
  const codes = new Set(rows.flatMap(({ code }) => [code.slice(0, 2), code.slice(0, 4), code]));
  const names = namesOf(rows);
  return { isRegion: (code) => codes.has(code), regionOf: (name) => names.get(name) ?? undefined, today: await businessDayOf(tx) };
}

/** Alone, or behind the names of what it lies in. A name that several have is nobody's: null. */
function namesOf(rows: readonly Region[]): ReadonlyMap<string, string | null> {
  const byCode = new Map(rows.map(({ code, name }) => [code, name]));
  const names = new Map<string, string | null>();
  const note = (name: string, code: string) => names.set(name, names.has(name) && names.get(name) !== code ? null : code);
  for (const { code, name, aliases } of rows) {
    const [province = "", city = ""] = [byCode.get(code.slice(0, 2)), byCode.get(code.slice(0, 4))];
    const ways =
      code.length === 2
        ? [name, ...aliases]
        : code.length === 4
          ? [name, province + name]
          : [name, city + name, province + name, province + city + name];
    for (const way of new Set(ways)) note(way, code);
  }
  return names;
}
