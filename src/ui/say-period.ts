import { findPeriod } from "#kernel/period.ts";
import { sayPeriod as sayKnown } from "#kernel/say-period.ts";
import type { Language } from "#kernel/texts.ts";

/** A period of a record in the words of the page; one that was not stated is a dash, an unknown shape stands as it came. */
export function sayPeriod(period: string | null, language: Language): string {
  const known = period === null ? undefined : findPeriod(period);
  return known ? sayKnown(known, language) : (period ?? "–");
}
