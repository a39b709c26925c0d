import type { ColourReading } from "#domains/projects/rules/colours.ts";
import type { ProjectRecord } from "#domains/projects/rules/project-record.ts";
import type { LocalDate } from "#kernel/local-date.ts";

export type Recorded = { readonly ordinal: number; readonly colour: string; readonly asOf: LocalDate };

/** One project looked at: its colour now, what was recorded before, and under which number the present colour is recorded. */
export type Look = {
  readonly record: ProjectRecord;
  readonly reading: ColourReading | undefined;
  readonly history: readonly Recorded[];
  readonly changed: boolean;
  readonly ordinal: number;
};
