import type { ColourRuleVersion } from "#domains/projects/contract/colour.ts";
import { type ColourReading, type Freshness, readColour, readFreshness } from "#domains/projects/rules/colours.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { LocalDate } from "#kernel/local-date.ts";
import type { Tx } from "#kernel/server/database.ts";
import { actorOf } from "#kernel/server/unit-of-work.ts";

export type Reading = { readonly record: ProjectRecord; readonly reading: ColourReading | undefined; readonly freshness: Freshness };

const known = new WeakMap<ProjectRecord, { readonly key: string; readonly reading: Reading }>();

/** Both lights of a project on a day. A record never changes: the last day that was read of it stands, as long as it is kept itself. */
export function readingOf(record: ProjectRecord, { version, rule }: ColourRuleVersion, asOf: LocalDate): Reading {
  const key = `${version} ${asOf}`;
  const last = known.get(record);
  if (last?.key === key) return last.reading;
  const reading = { record, reading: readColour(record, rule, asOf), freshness: readFreshness(record, rule, asOf) };
  known.set(record, { key, reading });
  return reading;
}

export const readingsOf = (records: readonly ProjectRecord[], version: ColourRuleVersion, asOf: LocalDate): readonly Reading[] =>
  records.map((record) => readingOf(record, version, asOf));

type LastColours = ReadonlyMap<string, { readonly colour: string; readonly asOf: LocalDate }>;
const recorded = new WeakMap<readonly ProjectRecord[], { readonly asOf: LocalDate; readonly colours: LastColours }>();

/** The colour that was recorded last by a day, and since when; it stands as long as the records do. */
export async function lastColours(tx: Tx, records: readonly ProjectRecord[], asOf: LocalDate): Promise<LastColours> {
  const last = recorded.get(records);
  if (last?.asOf === asOf) return last.colours;
  const rows = await tx
    .selectFrom("project_colour")
    .select(["project_id", "colour", "as_of"])
    .distinctOn("project_id")
    .where("zone_id", "=", actorOf(tx).zoneId)
    .where("as_of", "<=", asOf)
    .orderBy("project_id")
    .orderBy("ordinal", "desc")
    .execute();
  const colours = new Map(rows.map((row) => [row.project_id, { colour: row.colour, asOf: row.as_of as LocalDate }]));
  recorded.set(records, { asOf, colours });
  return colours;
}
