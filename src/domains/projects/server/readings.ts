import type { ColourRuleVersion } from "#domains/projects/contract/colour.ts";
import { type ColourReading, type Freshness, readColour, readFreshness } from "#domains/projects/rules/colours.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Reading = { readonly record: ProjectRecord; readonly reading: ColourReading | undefined; readonly freshness: Freshness };

const known = new WeakMap<readonly ProjectRecord[], { readonly key: string; readonly readings: readonly Reading[] }>();

/** Both lights of all projects on a day; of records that are kept between queries the last day's readings are, too. */
export function readingsOf(records: readonly ProjectRecord[], { version, rule }: ColourRuleVersion, asOf: LocalDate): readonly Reading[] {
  const key = `${version} ${asOf}`;
  const last = known.get(records);
  if (last?.key === key) return last.readings;
  const readings = records.map((record) => ({
    record,
    reading: readColour(record, rule, asOf),
    freshness: readFreshness(record, rule, asOf),
  }));
  known.set(records, { key, readings });
  return readings;
}
